import type { PersonId } from '../meeting/types';
import { unturned } from '../plainName';
import { fold } from '../tasks/fold';
import type { AttendedName, TalkPerson } from './measuring';
import type { NameMeans } from './types';

/** What a name means; or nothing certain, with the best guess first. `likely` where a guess fits the whole name. */
export type Naming = NameMeans | Question;
type Question = {
  readonly kind: 'unknown';
  readonly guesses: readonly PersonId[];
  readonly likely: boolean;
};

export type Known = {
  readonly people: readonly TalkPerson[];
  readonly attended: readonly AttendedName[];
  readonly names: Readonly<Record<string, NameMeans>>;
};

/**
 * The meaning of a name as transcripts show it (TR10): what somebody said of it; a machine's; by attendance; by the rosters.
 * Never a silent guess.
 */
export function namer({ people, attended, names }: Known): (name: string) => Naming {
  const said = new Map(Object.entries(names));
  const saidPlainly = new Map([...said].map(([name, means]) => [plain(name), means]));
  const byId = new Map(people.map((one) => [one.id, one]));
  const byMail = new Map(people.flatMap((one) => (one.mail === undefined ? [] : [[fold(one.mail), one]])));
  const byName = grouped(people, ({ name }) => plain(name));
  const entries = grouped(attended, ({ name }) => plain(name));
  const shared = people.some(({ how }) => how === 'room' || how === 'phone');

  const attendee = ({ person, mail }: AttendedName): PersonId | 'stranger' | undefined => {
    const known = byId.get(person ?? '') ?? byMail.get(fold(mail ?? ''));
    return known?.id ?? (person === undefined && mail === undefined ? undefined : 'stranger');
  };
  const asked = (name: string, first: readonly PersonId[]): Question => {
    const { guesses, likely } = guessesFor(name, people);
    return {
      kind: 'unknown',
      guesses: [...new Set([...first, ...guesses])].slice(0, MOST_GUESSES),
      likely: first.length > 0 || likely,
    };
  };
  return (shown) => {
    const name = plain(shown);
    const means = said.get(shown) ?? saidPlainly.get(name);
    if (means?.kind === 'person') return byId.has(means.person) ? means : { kind: 'nobody' };
    if (means !== undefined) return means;
    if (isMachine(name)) return shared ? { kind: 'shared' } : asked(name, []);
    const there = new Set((entries.get(name) ?? []).map(attendee));
    there.delete(undefined);
    const own = (byName.get(name) ?? []).map(({ id }) => id);
    if (there.size === 1 && !there.has('stranger'))
      return { kind: 'person', person: [...there][0] as PersonId };
    const candidates = [...[...there].filter((one) => one !== 'stranger'), ...own] as PersonId[];
    if (there.size === 0 && own.length === 1) return { kind: 'person', person: own[0] as PersonId };
    if (candidates.length > 0) return asked(name, candidates);
    const question = asked(name, []);
    if (question.likely) return question;
    if (isRoom(shown) && shared) return { kind: 'shared' };
    // Whoever came under an account of their own and is on no roster: a room's account would look the same.
    return there.has('stranger') && !shared ? { kind: 'nobody' } : question;
  };
}

const MOST_GUESSES = 5;

const BADGE =
  /\s*[([](?:guest|external|unverified|unfamiliar|invitad[oa]|extern[oa]|no verificad[oa]|sin verificar|no comprobad[oa])[)\]]$/;

/** As names are compared: without case, accents, punctuation, badges of Teams, and `Last, First` turned round. */
export function plain(name: string): string {
  let text = fold(unturned(name.slice(0, LONGEST)));
  for (let badge = BADGE.exec(text); badge !== null; badge = BADGE.exec(text))
    text = text.slice(0, badge.index);
  const parts = text.split(',');
  const [last = '', first = ''] = parts;
  const turned = parts.length === 2 && last.trim() !== '' && first.trim() !== '' ? `${first} ${last}` : text;
  return turned
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}+*]+/gu, ' ')
    .trim();
}

/** No name is longer; whatever is would be told apart by its beginning. */
const LONGEST = 400;

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
};

/** What Teams calls voices of a room that it cannot tell, and whoever calls by phone. Plain. */
const isMachine = (name: string): boolean =>
  /(?:^|\s)(?:speaker|orador|oradora|hablante|interlocutor|altavoz) \d{1,3}$/.test(name) || isPhone(name);

/** Plain. */
export const isPhone = (name: string): boolean => /^\+?[\d* ]{4,}$/.test(name) && /\d/.test(name);

/** A device's account, by the words people give to it; "Sala, Marta" and "Marta Sala" are people. */
function isRoom(shown: string): boolean {
  const name = fold(shown);
  return (
    !name.includes(',') &&
    (/^(?:sala|salon|auditorio|room|conference)\b/.test(name) ||
      /\b(?:meeting|conference|conf|board|huddle) ?room\b/.test(name))
  );
}

/** Whose names share words with it, whole ones before initials; those that fit it from end to end first. */
function guessesFor(
  name: string,
  people: readonly TalkPerson[],
): { readonly guesses: readonly PersonId[]; readonly likely: boolean } {
  const words = wordsOf(name);
  const fits = people
    .map(({ id, name: own }) => ({ id, fit: fitOf(words, wordsOf(plain(own))) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit);
  return { guesses: fits.map(({ id }) => id), likely: (fits[0]?.fit ?? 0) >= WHOLE };
}

const WHOLE = 100;

/** Words that many names share. */
const PARTICLES = new Set([
  '',
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'da',
  'do',
  'dos',
  'van',
  'von',
  'der',
  'den',
]);
const wordsOf = (name: string): readonly string[] => name.split(' ').filter((word) => !PARTICLES.has(word));

function fitOf(words: readonly string[], own: readonly string[]): number {
  const [few, many] = words.length <= own.length ? [words, own] : [own, words];
  const left = [...many];
  let fit = 0;
  let missed = 0;
  for (const word of few) {
    const at = [
      left.indexOf(word),
      left.findIndex((other) => word.length === 1 && other.startsWith(word)),
      left.findIndex((other) => other.length === 1 && word.startsWith(other)),
    ].find((place) => place >= 0);
    if (at === undefined) missed++;
    else {
      fit += left[at] === word ? 10 : 3;
      left.splice(at, 1);
    }
  }
  // Letters alone are nobody's name.
  if (fit < 10) return 0;
  return missed === 0 ? fit + WHOLE : fit;
}
