/** Keeps a number and its unit on one line: «35 min», «61 %». */
export const HARD_SPACE = '\u00a0';

/** Chooses between the singular and the plural of a language: `count(1, 'sesión', 'sesiones')` is '1 sesión'. */
export type Count = (n: number, one: string, other: string) => string;

/** Spanish also has a category for whole millions; what is counted here never gets there, so it reads as the plural. */
export function countIn(language: 'es' | 'en'): Count {
  const rules = new Intl.PluralRules(language);
  return (n, one, other) => `${n} ${rules.select(n) === 'one' ? one : other}`;
}
