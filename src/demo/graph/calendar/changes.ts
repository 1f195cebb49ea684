import { randomUUID } from 'node:crypto';
import type { Person } from '../../company/types';
import { GraphError } from '../http/errors';
import { localAt, instantAt } from '../zones';
import { storedHtml } from './bodyHtml';
import { dateOf, datesOf } from './dates';
import type { EventInput } from './eventInput';
import { joinBlockHtml, joinUrlOf, leadsTo } from './joinBlock';
import type { Mailboxes } from './mailboxes';
import { type Copy, type Details, isOrganiser, type Meeting, type Placed, type Recurrence } from './model';
import { invalid, recurrenceOf } from './recurrenceInput';

const DAY_MS = 86_400_000;
/** A pattern that does not fall for so long falls never. */
const FAR_MS = 20 * 366 * DAY_MS;

export type Changing = {
  readonly mailboxes: Mailboxes;
  readonly now: () => number;
  readonly tenant: string;
  /** How long the service takes to tell the address of a new meeting. */
  readonly joinUrlDelayMs: () => number;
};

const DEFAULTS = {
  subject: '',
  isAllDay: false,
  attendees: [],
  location: '',
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  categories: [],
  reminderMinutes: 15,
  isReminderOn: true,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
} as const satisfies Partial<Details>;

/** Makes the event of a POST, with its meeting in Teams, and puts copies into the attendees' calendars. */
export function createEvent(changing: Changing, organiser: Person, input: EventInput): Copy {
  const { mailboxes, now } = changing;
  const { start, end } = input.details;
  if (start === undefined || end === undefined) throw invalid('Start and end are needed.');
  const key = randomUUID().replaceAll('-', '');
  const joinUrl = input.isOnlineMeeting === true ? joinUrlOf(key, changing.tenant, organiser.id) : undefined;
  const block = joinUrl === undefined ? '' : joinBlockHtml(joinUrl, key, organiser.language);
  const placed = firstPlace(
    checked({
      ...DEFAULTS,
      ...input.details,
      start,
      end,
      bodyHtml: storedHtml((input.bodyHtml ?? '') + block),
    }),
    undefined,
    input.recurrence,
  );
  const meeting: Meeting = {
    key,
    organiserId: organiser.id,
    organiser: { name: organiser.name, address: organiser.mail },
    created: now(),
    ...(input.transactionId !== undefined && { transactionId: input.transactionId }),
    ...placed,
    exceptions: new Map(),
    cancelledDays: new Set(),
    joinUrl,
    joinUrlSince: now() + changing.joinUrlDelayMs(),
    modified: now(),
    revision: 0,
    mails: placed.details.attendees.length > 0 ? 1 : 0,
    copies: [],
  };
  const copy = mailboxes.add(meeting);
  for (const [id, value] of input.properties) copy.properties.set(id, value);
  return copy;
}

/** Whether the change is one that attendees are mailed about. */
const MAILED: readonly (keyof Details)[] = ['subject', 'start', 'end', 'isAllDay', 'attendees', 'location'];
/** What an attendee may have otherwise in their own calendar. */
const PERSONAL: readonly (keyof Details)[] = [
  'showAs',
  'categories',
  'reminderMinutes',
  'isReminderOn',
  'sensitivity',
  'bodyHtml',
];

/** A PATCH of the whole event, or of one date, which becomes an exception. */
export function changeEvent(
  changing: Changing,
  placed: Placed,
  organiser: Person | undefined,
  input: EventInput,
): void {
  const { copy, day } = placed;
  const { meeting } = copy;
  const html = input.bodyHtml === undefined ? {} : { bodyHtml: storedHtml(input.bodyHtml) };
  const change: Partial<Details> = { ...input.details, ...html };
  changing.mailboxes.settle(copy);
  for (const [id, value] of input.properties) copy.properties.set(id, value);
  if (!isOrganiser(copy)) {
    if (
      Object.keys(change).some((name) => !PERSONAL.includes(name as keyof Details)) ||
      input.recurrence !== undefined
    )
      throw new GraphError(403, 'ErrorAccessDenied', 'Only the organizer of the meeting can change it.');
    copy.personal = { ...copy.personal, ...change };
    copy.revision++;
    return;
  }
  if (day === undefined) changeWhole(changing, meeting, change, input, organiser);
  else {
    if (input.recurrence !== undefined && input.recurrence !== null)
      throw invalid('An occurrence has no recurrence.');
    const before = meeting.exceptions.get(day) ?? {};
    checked({ ...placed.details, ...change });
    meeting.exceptions.set(day, { ...before, ...change });
  }
  const mailed =
    MAILED.some((name) => change[name] !== undefined) ||
    html.bodyHtml !== undefined ||
    input.recurrence !== undefined;
  if (mailed && meeting.details.attendees.length > 0) meeting.mails++;
  meeting.revision++;
  meeting.modified = changing.now();
}

function changeWhole(
  changing: Changing,
  meeting: Meeting,
  change: Partial<Details>,
  input: EventInput,
  organiser: Person | undefined,
): void {
  const next = firstPlace(
    checked({ ...meeting.details, ...change }),
    followed(meeting, change),
    input.recurrence,
  );
  const moved = change.start !== undefined || change.end !== undefined || input.recurrence !== undefined;
  meeting.details = next.details;
  meeting.recurrence = next.recurrence;
  if (moved) {
    meeting.exceptions.clear();
    meeting.cancelledDays.clear();
  }
  if (
    meeting.joinUrl !== undefined &&
    change.bodyHtml !== undefined &&
    !leadsTo(change.bodyHtml, meeting.joinUrl)
  )
    meeting.joinUrl = undefined;
  else if (meeting.joinUrl === undefined && input.isOnlineMeeting === true) {
    const joinUrl = joinUrlOf(meeting.key, changing.tenant, meeting.organiserId);
    const block = joinBlockHtml(joinUrl, meeting.key, organiser?.language ?? 'en-GB');
    meeting.joinUrl = joinUrl;
    meeting.joinUrlSince = changing.now() + changing.joinUrlDelayMs();
    meeting.details = { ...meeting.details, bodyHtml: storedHtml(meeting.details.bodyHtml + block) };
  }
  if (change.attendees !== undefined) changing.mailboxes.invite(meeting);
}

/** A series keeps its pattern when only its start is changed, from the new date on. */
function followed({ recurrence }: Meeting, { start }: Partial<Details>): Recurrence | undefined {
  if (recurrence === undefined || start === undefined) return recurrence;
  const startDate = dateOf(localAt(start.instant, start.zone));
  return { ...recurrence, range: { ...recurrence.range, startDate } };
}

/** The first date on which the repetition falls is where the event stands, whatever was sent. */
function firstPlace(
  details: Details,
  kept: Recurrence | undefined,
  sent: EventInput['recurrence'],
): { readonly details: Details; readonly recurrence: Recurrence | undefined } {
  const { start, end } = details;
  const local = localAt(start.instant, start.zone);
  const recurrence = sent
    ? recurrenceOf(sent, dateOf(local), start.zoneName)
    : sent === null
      ? undefined
      : kept;
  if (recurrence === undefined) return { details, recurrence };
  const [first] = datesOf(recurrence, Date.parse(`${recurrence.range.startDate}T00:00Z`) + FAR_MS);
  if (first === undefined) throw invalid('The recurrence has no occurrences.');
  const instant = instantAt(first + (((local % DAY_MS) + DAY_MS) % DAY_MS), start.zone);
  const moved = {
    start: { ...start, instant },
    end: { ...end, instant: instant + end.instant - start.instant },
  };
  return { details: { ...details, ...moved }, recurrence };
}

function checked(details: Details): Details {
  const { start, end, isAllDay } = details;
  if (end.instant < start.instant)
    throw new GraphError(
      400,
      'ErrorCalendarEndDateIsEarlierThanStartDate',
      'The end date is earlier than the start date.',
    );
  const midnight = [start, end].every(({ instant, zone }) => localAt(instant, zone) % DAY_MS === 0);
  if (isAllDay && (!midnight || start.zoneName !== end.zoneName || start.instant === end.instant))
    throw invalid(
      'The Event.Start and Event.End of an all-day event must be midnights in the same time zone.',
    );
  return details;
}
