import { LONGEST_MINUTES } from './edit';
import { hasJoinLink } from './joinBlock';
import { agendaWords } from './words';

/** An invitation as it stands when somebody presses "send". */
export type Outgoing = {
  readonly minutes: number;
  readonly bodyHtml: string;
  /** The same body as people see it. */
  readonly bodyText: string;
  /** Everybody who will be in it, whoever organises too. */
  readonly mails: readonly string[];
  /** It went out before: what the service adds to an invitation is in it by now. */
  readonly sentBefore: boolean;
  /** The appointment remembers a series of Cadencia. */
  readonly ofSeries: boolean;
  /** Who is a key person, or stands in for one, in each area; undefined when the appointment does not remember it. */
  readonly areas: readonly AreaKeys[] | undefined;
};

export type AreaKeys = {
  readonly id: string;
  /** Empty means the words' own name for the id. */
  readonly name: string;
  readonly isKey: (mail: string) => boolean;
};

/** What is worth a word before it goes out. */
export type SendWarning =
  | { readonly kind: 'tooLong'; readonly minutes: number }
  | { readonly kind: 'noAgenda' }
  | { readonly kind: 'noTeamsLink'; readonly sentBefore: boolean }
  | { readonly kind: 'noKeyPerson'; readonly area: string; readonly name: string };

/** The warnings of an invitation of ours; of anybody else's there are none (SPEC BF1). */
export function sendWarnings(outgoing: Outgoing): readonly SendWarning[] {
  const { minutes, bodyHtml, bodyText, mails, sentBefore, ofSeries, areas } = outgoing;
  const hasAgenda = showsAgenda(bodyText);
  if (!ofSeries && !hasAgenda) return [];
  const warnings: SendWarning[] = [];
  if (minutes > LONGEST_MINUTES) warnings.push({ kind: 'tooLong', minutes });
  if (!hasAgenda) warnings.push({ kind: 'noAgenda' });
  if (!hasJoinLink(bodyHtml)) warnings.push({ kind: 'noTeamsLink', sentBefore });
  for (const { id, name, isKey } of areas ?? [])
    if (!mails.some(isKey)) warnings.push({ kind: 'noKeyPerson', area: id, name });
  return warnings;
}

/**
 * Whether a body, as text, seems to hold an agenda of ours: the line above the table, and its total behind that. What
 * mail systems make of a table as text differs too much to be read, and a check that may not be wrong at sending does
 * not need to.
 */
export function showsAgenda(bodyText: string): boolean {
  const text = seen(bodyText);
  return [agendaWords.es, agendaWords.en].some(({ marker, total }) => {
    const at = text.indexOf(seen(marker));
    if (at < 0) return false;
    return new RegExp(`${seen(total)} ?: ?\\d{1,4} ?min`).test(text.slice(at));
  });
}

/** As people see it: by no case, no run of white space, no way of writing accents. */
const seen = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
