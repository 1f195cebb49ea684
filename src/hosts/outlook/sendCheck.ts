import type { Outgoing } from '../../domain/agenda/beforeSending';

// What an invitation is when somebody presses "send", read with Office.js alone. This also runs where classic Outlook
// runs it: no page, no window, no promise that must be kept, nothing newer than ECMAScript 2016.

/** The property that the pane keeps with the item. */
const PROPERTY = 'cadencia';
/** Office.js' code for an item that is on no calendar yet. */
const NOT_SAVED = 9046;

/** Everything but what the property means. */
export type OutgoingItem = Omit<Outgoing, 'ofSeries' | 'areas'> & { readonly property: string | undefined };

type Result<T> = Pick<Office.AsyncResult<T>, 'status' | 'value' | 'error'>;
type Answer<T> = (result: Result<T>) => void;

/** Reads the item; `failed` when something of it cannot be read. One call after the other: Outlook takes three at once. */
export function readOutgoing(
  office: typeof Office,
  done: (item: OutgoingItem) => void,
  failed: () => void,
): void {
  const { mailbox } = office.context;
  const item = mailbox.item as unknown as Office.AppointmentCompose;
  const { Html, Text } = office.CoercionType;
  const mails: string[] = [mailbox.userProfile.emailAddress];
  let bodyHtml = '';
  let bodyText = '';
  let minutes = 0;
  let sentBefore = true;
  let property: string | undefined;
  let start = 0;

  const steps: ((next: () => void) => void)[] = [
    (next) =>
      item.body.getAsync(
        Html,
        read((html: string) => ((bodyHtml = html), next())),
      ),
    (next) =>
      item.body.getAsync(
        Text,
        read((text: string) => ((bodyText = text), next())),
      ),
    (next) => item.start.getAsync(read((at: Date) => ((start = at.getTime()), next()))),
    (next) =>
      item.end.getAsync(
        read((at: Date) => ((minutes = Math.round((at.getTime() - start) / 60_000)), next())),
      ),
    (next) => item.recurrence.getAsync(read((series: unknown) => (takeLength(series), next())) as never),
    (next) => item.requiredAttendees.getAsync(read((people: People) => (addMails(people), next()))),
    (next) => item.optionalAttendees.getAsync(read((people: People) => (addMails(people), next()))),
    (next) =>
      item.loadCustomPropertiesAsync(
        read((all: Office.CustomProperties) => ((property = textOf(all.get(PROPERTY))), next())),
      ),
    (next) =>
      item.getItemIdAsync(({ status, error }: Result<string>) => {
        sentBefore = String(status) === 'succeeded';
        if (sentBefore || error?.code === NOT_SAVED) next();
        else failed();
      }),
  ];

  type People = readonly Office.EmailAddressDetails[];
  function addMails(people: People): void {
    for (const { emailAddress } of people) mails.push(emailAddress);
  }
  /** Of a series the length is that of its repetition: on Windows start and end do not tell it (facts of 2026-11). */
  function takeLength(series: unknown): void {
    const time = (series as { readonly seriesTime?: Office.SeriesTime } | null)?.seriesTime;
    if (time !== undefined && !item.seriesId) minutes = time.getDuration();
  }
  /** A result that is none, and whatever goes wrong with it, ends the reading. */
  function read<T>(take: (value: T) => void): Answer<T> {
    return ({ status, value }) => {
      if (String(status) !== 'succeeded') return failed();
      guarded(() => take(value));
    };
  }
  function guarded(run: () => void): void {
    try {
      run();
    } catch {
      failed();
    }
  }
  function go(at: number): void {
    const step = steps[at];
    if (step === undefined) return done({ minutes, bodyHtml, bodyText, mails, sentBefore, property });
    guarded(() => step(() => go(at + 1)));
  }
  go(0);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
