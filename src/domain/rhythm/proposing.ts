import { localTime } from '../time/calendarDays';
import { MINUTE_MS } from '../time/civilDays';
import type { Instant } from '../time/types';
import type { RecordDigest } from './digest';
import type { NextSeries } from './followUp';
import { areasWithout, endedLate, HERE, tellsWhoWasThere } from './health';
import type { Proposal } from './proposal';
import type { Member, Series } from './series';
import { linksByStart, type Session } from './sessions';
import { wholeDays } from './toSlotRequest';

/**
 * A rhythm fades when two of its last six sessions were skipped. A slot that was chosen over the whole series loses about
 * one session in twelve (facts/field.md 3c: 11.7 of 12 with both areas, 11 in the worst tenth), so two of six are no
 * accident; and sessions that are called off by surprise are how standing meetings die (5, number 5).
 */
const LOOKED_BACK = 6;
const FADES_AT = 2;
/** So many sessions before its end a series proposes its renewal. */
export const RENEWED_AT = 4;

const SHORTER_BY = 10;
const SHORTEST = 15;
/** An agenda that opens with fewer things than this has nothing that could not wait a week. */
const NEARLY_EMPTY = 2;

type Facts = {
  readonly series: Series;
  readonly skipped: number;
  readonly of: number;
  /** Of the sessions looked back at, those that were held and left a record. */
  readonly records: readonly RecordDigest[];
  readonly coming: readonly Session[];
  readonly now: Instant;
};

/** What would help now, by cause, the first one most (RP1 to RP9). */
export function proposalsFor(
  series: Series,
  sessions: readonly Session[],
  now: Instant,
): readonly Proposal[] {
  // A new calendar series is a new start: what was done about the old one must show first.
  const links = linksByStart(series);
  const over = sessions.filter(
    ({ state, start, original }) =>
      links.get(original) === series.chain.at(-1) &&
      (state === 'held' || (state === 'skipped' && start <= now)),
  );
  const last = over.slice(-LOOKED_BACK);
  const facts: Facts = {
    series,
    skipped: last.filter(({ state }) => state === 'skipped').length,
    of: last.length,
    records: last.flatMap(({ record }) => (record === undefined ? [] : [record])),
    coming: sessions.filter(({ state }) => state === 'coming'),
    now,
  };
  const renewal = sessions.length > 0 ? renewed(facts, sessions.at(-1)?.start ?? now) : [];
  if (facts.skipped < FADES_AT || facts.coming.length === 0) return renewal;
  const causes = [shorter, anotherTime, fewer, short, fortnightly].flatMap((cause) => cause(facts));
  // Nothing that was recorded explains it: the time itself is then the first thing to doubt.
  return [...renewal, ...(causes.length > 0 ? causes : [timeOf(facts, {})])];
}

const because = ({ skipped, of }: Facts): Pick<Proposal['why'], 'skipped' | 'of'> => ({ skipped, of });

function renewed(facts: Facts, last: Instant): readonly Proposal[] {
  const left = facts.coming.length;
  if (left > RENEWED_AT) return [];
  return [{ key: `renewal/${last}`, kind: 'renewal', change: null, why: { ...because(facts), last, left } }];
}

function shorter(facts: Facts): readonly Proposal[] {
  const { coming, series } = facts;
  // Of those that were longer nobody knows whether this length would have been kept.
  const long = coming[0]?.minutes ?? series.minutes;
  const records = facts.records.filter(({ planned }) => planned.minutes <= long);
  const late = records.filter(endedLate).length;
  const minutes = long - SHORTER_BY;
  if (late === 0 || 2 * late < records.length || minutes < SHORTEST) return [];
  const why = { ...because(facts), late };
  return [{ key: `shorten/${minutes}`, kind: 'shorten', change: { kind: 'shorten', minutes }, why }];
}

function anotherTime(facts: Facts): readonly Proposal[] {
  const told = facts.records.filter(tellsWhoWasThere);
  const lacking = told.map((record) => areasWithout(facts.series, record));
  const areas = facts.series.areas
    .map(({ id }) => id)
    .filter((id) => 2 * lacking.filter((areas) => areas.includes(id)).length > told.length);
  if (areas.length === 0) return [];
  return [timeOf(facts, { areas, withoutQuorum: lacking.filter((some) => some.length > 0).length })];
}

/** Another time is another proposal once the series has moved to a time of its own. */
function timeOf(facts: Facts, more: Pick<Proposal['why'], 'areas' | 'withoutQuorum'>): Proposal {
  const { chain } = facts.series;
  const key = ['otherTime', chain.at(-1)?.starts[0] ?? 0, ...(more.areas ?? [])].join('/');
  return { key, kind: 'otherTime', change: null, why: { ...because(facts), ...more } };
}

function fewer(facts: Facts): readonly Proposal[] {
  const told = facts.records.filter(tellsWhoWasThere);
  const invited = facts.series.people.filter(({ role }) => role !== 'informed');
  const absences = (id: string): number =>
    told.filter(({ people }) => people.some((one) => one.id === id && !HERE.has(one.how))).length;
  const often = (member: Member): boolean =>
    told.length > 0 && member.role === 'optional' && 3 * absences(member.id) >= 2 * told.length;
  const people = invited
    .filter((member) => often(member) && !standsIn(member, invited))
    .sort((a, b) => absences(b.id) - absences(a.id))
    .reduce<readonly Member[]>(
      (gone, one) => (leavesEnough(facts, [...gone, one]) ? [...gone, one] : gone),
      [],
    )
    .map(({ id }) => id);
  if (people.length < 2) return [];
  const why = { ...because(facts), people };
  const key = `fewer/${[...people].sort().join('/')}`;
  return [{ key, kind: 'fewer', change: { kind: 'fewer', people }, why }];
}

/** Whoever stands in for a key person is not expected while that one comes. */
const standsIn = ({ standsInFor, area }: Member, invited: readonly Member[]): boolean =>
  invited.some((one) => one.id === standsInFor && one.role === 'key' && one.area === area);

function leavesEnough({ series }: Facts, gone: readonly Member[]): boolean {
  return series.areas.every(({ id, quorum }) => {
    const left = series.people.filter(
      (one) => one.area === id && one.role !== 'informed' && !gone.some((other) => other.id === one.id),
    );
    return left.length >= Math.max(1, quorum) || !gone.some(({ area }) => area === id);
  });
}

/** The first of the next sessions that lies in a time that an area has asked to be left alone. */
function short(facts: Facts): readonly Proposal[] {
  const { series, coming } = facts;
  for (const { original, start, minutes } of coming.slice(0, LOOKED_BACK)) {
    const period = protectedAt(series, start, minutes);
    if (period === null || minutes <= SHORTEST) continue;
    const change = { kind: 'move', original, start, minutes: SHORTEST } as const;
    return [{ key: `short/${original}`, kind: 'short', change, why: { ...because(facts), period } }];
  }
  return [];
}

/** The dated protection of an area that a session falls into. */
export function protectedAt(
  { areas, zone }: Series,
  start: Instant,
  minutes: number,
): { readonly area: string; readonly label: string } | null {
  for (const { id, protectedPeriods } of areas) {
    for (const period of protectedPeriods) {
      const { from, until } = wholeDays(period, zone);
      if (from < until && start < until && start + minutes * MINUTE_MS > from)
        return { area: id, label: period.label };
    }
  }
  return null;
}

function fortnightly(facts: Facts): readonly Proposal[] {
  const { series, records, coming, now } = facts;
  const bare = records.filter(({ problems, tasks }) => {
    const open = problems.filter(({ state }) => state === undefined).length;
    return open + tasks.filter(({ state }) => state === 'open').length <= NEARLY_EMPTY;
  });
  const plan = series.kind === 'weekly' && series.every === 1 ? patternFrom(series, coming, now) : null;
  if (plan === null || 2 * bare.length <= records.length) return [];
  const change = {
    kind: 'goOn',
    why: 'fortnightly',
    plan: { ...plan, every: 2, times: Math.ceil(plan.times / 2) },
  } as const;
  return [{ key: `fortnightly/${series.chain.length}`, kind: 'fortnightly', change, why: because(facts) }];
}

/** The series as it goes on by itself from the next session: its pattern, and what is left of it. Null when nothing is. */
export function patternFrom(series: Series, sessions: readonly Session[], now: Instant): NextSeries | null {
  // A session that was moved says nothing of the pattern; its original start does.
  const coming = sessions.filter(({ state, original }) => state === 'coming' && original > now);
  const first = coming[0];
  if (first === undefined) return null;
  const { day, time, weekday } = localTime(first.original, series.zone);
  const nth = series.kind === 'monthly' ? nthOf(series, first.original) : undefined;
  return {
    every: series.every,
    times: coming.length,
    weekday,
    time,
    ...(nth !== undefined && { nth }),
    from: day,
  };
}

/** Which such weekday of the month, by all dates of its calendar series: a fifth one is always the last. */
function nthOf(series: Series, original: Instant): NonNullable<NextSeries['nth']> {
  const starts = linksByStart(series).get(original)?.starts ?? [original];
  const days = starts.map((start) => Number(localTime(start, series.zone).day.slice(8)));
  const weeks = days.map((day) => Math.ceil(day / 7));
  const nth = weeks[0];
  if (weeks.some((week) => week !== nth)) return 'last';
  return nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : 'last';
}
