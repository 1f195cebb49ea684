import type { PersonId } from '../../domain/meeting/types';
import { folded } from './fold';

/** Whom a few written words mean: one person, several who could be meant, or nobody. */
export type Meant = PersonId | 'several' | null;

export type NameReader = {
  /** The whole text is a name: first name, surname, both, or with an initial. */
  read(text: string): Meant;
  /** How many words at the head of the text are a name, the most that are; 0 when none is. */
  head(text: string): { readonly words: number; readonly meant: Meant };
};

const LONGEST = 6;
/** By themselves they mean nobody. */
const PARTICLES = [
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'da',
  'do',
  'dos',
  'van',
  'von',
  'the',
  'to',
];

/** Reads names of these people; accents and case do not matter, and who cannot be told apart is not guessed. */
export function createNameReader(
  people: readonly { readonly id: PersonId; readonly name: string }[],
): NameReader {
  const known = people.map(({ id, name }) => ({ id, words: wordsOf(givenFirst(name)) }));
  const read = (text: string): Meant => {
    const said = wordsOf(text);
    if (said.length === 0 || said.length > LONGEST || !said.some(tells)) return null;
    // A first name that is somebody else's surname means the first name.
    const ranks = known.map(({ id, words }) => ({ id, rank: rankOf(said, words) }));
    const best = Math.min(...ranks.map(({ rank }) => rank));
    if (!Number.isFinite(best)) return null;
    const fitting = new Set(ranks.filter(({ rank }) => rank === best).map(({ id }) => id));
    const [one = null] = fitting;
    return fitting.size > 1 ? 'several' : one;
  };
  return {
    read,
    head: (text) => {
      const start = text.split(' ', LONGEST);
      for (let words = start.length; words > 0; words--) {
        const meant = read(start.slice(0, words).join(' '));
        if (meant !== null) return { words, meant };
      }
      return { words: 0, meant: null };
    },
  };
}

const wordsOf = (text: string): readonly string[] =>
  folded(text.normalize('NFC')).match(/[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/gu) ?? [];

/** «Doval Crespo, Elena», as directories write it. */
const givenFirst = (name: string): string => {
  const [family, given, more] = name.split(',');
  return given === undefined || more !== undefined ? name : `${given} ${family}`;
};

const tells = (word: string): boolean => word.length > 1 && !PARTICLES.includes(word);

/** 0 the whole name, 1 begins with the first name, 2 other words of it in their order; infinite for another's. */
function rankOf(said: readonly string[], words: readonly string[]): number {
  let at = 0;
  for (const word of said) {
    const fits = (of: string) => of === word || (at > 0 && word.length === 1 && of.startsWith(word));
    while (at < words.length && !fits(words[at] ?? '')) at++;
    if (at === words.length) return Infinity;
    at++;
  }
  if (said.length === words.length) return 0;
  return said[0] === words[0] ? 1 : 2;
}
