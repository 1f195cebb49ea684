import type { CalendarDay } from '../../domain/time/types';
import { calendarDay, numberOf, type DayNumber } from './civil';
import type { DayGrammar, Rule, Said } from './dayRules';
import { dayGrammarEn } from './dayRulesEn';
import { dayGrammarEs } from './dayRulesEs';
import { folded } from './fold';

/** A day that a line names, and where. */
export type Found = { readonly day: CalendarDay; readonly from: number; readonly until: number };

/** Finds the day by which something is due. `ends` tells whether what follows a phrase is as good as nothing. */
export type DayFinder = (line: string, today: CalendarDay, ends: (rest: string) => boolean) => Found | null;

type Match = {
  readonly from: number;
  readonly until: number;
  readonly day: DayNumber | null;
  readonly weight: number;
};

/** Reads both languages; only the order of «4/12» is the country's. */
export function createDayFinder(monthFirst: boolean): DayFinder {
  const patterns = [dayGrammarEs(monthFirst), dayGrammarEn(monthFirst)].flatMap((grammar) =>
    grammar.rules.map((rule) => ({ rule, pattern: patternOf(grammar, rule) })),
  );
  return (line, said, ends) => {
    const today = numberOf(said);
    const text = folded(line);
    const matches = patterns.flatMap(({ rule, pattern }) =>
      [...text.matchAll(pattern)].flatMap((match): Match[] => {
        const until = match.index + match[0].length;
        const fields: Said = match.groups ?? {};
        const atEnd = ends(line.slice(until));
        if (!counts(rule, fields, atEnd)) return [];
        const weight = fields.by !== undefined ? 2 : atEnd ? 1 : 0;
        return [{ from: match.index, until, day: rule.day(fields, today), weight }];
      }),
    );
    // A long phrase that is no day («4 de diciembre de 2020») hides the short ones in it.
    const apart: Match[] = [];
    for (const one of matches.sort((a, b) => b.until - b.from - (a.until - a.from)))
      if (apart.every((other) => one.until <= other.from || one.from >= other.until)) apart.push(one);
    const best = apart
      .filter(({ day }) => day !== null)
      .sort((a, b) => b.weight - a.weight || b.from - a.from)[0];
    const day = calendarDay(best?.day ?? NaN);
    return best === undefined || day === null ? null : { day, from: best.from, until: best.until };
  };
}

function counts({ bare }: Rule, { by, mark }: Said, atEnd: boolean): boolean {
  if (by !== undefined || bare === undefined) return true;
  return bare === 'end' ? mark !== undefined || atEnd : mark !== undefined && atEnd;
}

function patternOf({ by, notBefore, notBehind, tail }: DayGrammar, { mark, core }: Rule): RegExp {
  const before = `(?<![\\p{L}\\p{N}_@#/.:,-])(?<!(?<![\\p{L}\\p{N}])(?:${notBefore}|${by}) )`;
  const marked = mark === undefined ? '' : `(?:(?<mark>${mark}) )?`;
  const behind = `(?![\\p{L}\\p{N}_@/%€$]|[.,:-]\\d|${notBehind})`;
  return new RegExp(
    `${before}(?:(?<by>${by}) )?${marked}(?:${core})${behind}(?:${tail}(?![\\p{L}\\p{N}]))?`,
    'gu',
  );
}
