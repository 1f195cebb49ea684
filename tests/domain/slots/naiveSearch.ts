import { dateAt, existing, instant, isoWeek, nameOf, nthOf, weekdayOf, yearMonth } from './plainClock';
import type {
  BusyInterval,
  CostParts,
  Missing,
  Pattern,
  SlotAnswer,
  SlotOccurrence,
  SlotPerson,
  SlotRequest,
} from '../../../src/domain/slots/types';
import type { Interval, WeekWindow } from '../../../src/domain/time/types';

// DESIGN section 5 "Slots", written as plainly as possible: every candidate by itself, no tables.

const MIN = 60_000;
type Answer = Omit<SlotAnswer, 'slots' | 'nobody'> & {
  slots: Omit<SlotAnswer['slots'][number], 'reasons'>[];
};
type Verdict = { held: boolean; parts: CostParts; missing: Missing[]; available: Set<string> };

export function naiveSearch(request: SlotRequest): Answer {
  const verdicts = new Map<number, Verdict>();
  const look = (start: number): Verdict => {
    let verdict = verdicts.get(start);
    if (!verdict) verdicts.set(start, (verdict = judge(request, start)));
    return verdict;
  };
  const weights = { focusLoss: 1, tentative: 1, protectedTime: 2, absent: 5, ...request.weights };
  const ms = (minutes: number): number => Math.round(minutes * MIN);
  const cost = (p: CostParts): number =>
    (ms(p.focusLoss) * weights.focusLoss +
      ms(p.tentative) * weights.tentative +
      ms(p.protectedTime) * weights.protectedTime +
      ms(p.absent) * weights.absent) /
    MIN;
  const singles = candidates(request);
  const { repeat } = request;
  if (!repeat) {
    const held = singles.filter((start) => look(start).held);
    const slots = held.map((start) => {
      const { parts, missing } = look(start);
      const date = nameOf(dateAt(start, request.zone));
      const occurrences = [{ start, date, held: true, cost: cost(parts), missing }];
      return { start, held: 1, cost: cost(parts), parts, occurrences };
    });
    slots.sort((a, b) => a.cost - b.cost || a.start - b.start);
    return { slots: slots.slice(0, request.top) };
  }
  const periodOf = (date: number): number => (repeat.kind === 'weekly' ? isoWeek(date) : yearMonth(date));
  const repairs = new Map<number, { start: number; cost: number } | null>();
  const repairIn = (period: number): { start: number; cost: number } | null => {
    if (!repairs.has(period)) {
      let best: { start: number; cost: number } | null = null;
      for (const start of singles) {
        if (periodOf(dateAt(start, request.zone)) !== period || !look(start).held) continue;
        const price = cost(look(start).parts);
        if (!best || price < best.cost) best = { start, cost: price };
      }
      repairs.set(period, best);
    }
    return repairs.get(period) ?? null;
  };
  const all = seriesOf(request).flatMap(({ pattern, dates }) => {
    const time = pattern.time;
    const rows = dates.map((date) => {
      const start = existing(date, time, request.zone);
      const moved = start ?? instant(date, time, request.zone);
      const paused = touchesPause(request, moved);
      const held = start !== null && !paused && look(start).held;
      return { date, start, paused, held };
    });
    const held = rows.filter((row) => row.held).map((row) => look(row.start as number));
    if (held.length === 0) return [];
    const sum = (name: keyof CostParts): number => held.reduce((total, v) => total + v.parts[name], 0);
    const parts = {
      focusLoss: Math.round(sum('focusLoss') * MIN) / MIN,
      tentative: Math.round(sum('tentative') * MIN) / MIN,
      protectedTime: Math.round(sum('protectedTime') * MIN) / MIN,
      absent: sum('absent'),
    };
    const reached = request.people.every((person) => {
      if (person.busy === 'unknown') return true;
      const attended = held.filter((v) => v.available.has(person.id)).length;
      return attended >= (request.reach ?? 0) * held.length;
    });
    const occurrences = (): SlotOccurrence[] =>
      rows.map((row) => {
        const head = { start: row.start, date: nameOf(row.date), held: row.held };
        if (row.paused) return { ...head, cost: 0, missing: [], paused: true };
        const verdict = row.start === null ? undefined : look(row.start);
        const missing = verdict?.missing ?? [];
        if (row.held && verdict) return { ...head, cost: cost(verdict.parts), missing };
        const repair = repairIn(periodOf(row.date));
        return { ...head, cost: 0, missing, ...(repair ? { repair } : {}) };
      });
    const start = rows[0]?.start as number;
    return [{ start, held: held.length, cost: cost(parts), parts, pattern, occurrences, reached }];
  });
  const nth = (p: Pattern): number => (p.nth === 'last' ? 5 : (p.nth ?? 0));
  all.sort(
    (a, b) =>
      Number(b.reached) - Number(a.reached) ||
      b.held - a.held ||
      a.cost - b.cost ||
      a.start - b.start ||
      a.pattern.weekday - b.pattern.weekday ||
      nth(a.pattern) - nth(b.pattern),
  );
  return {
    slots: all
      .slice(0, request.top)
      .map(({ reached: _, occurrences, ...slot }) => ({ ...slot, occurrences: occurrences() })),
  };
}

function datesOf(request: SlotRequest, zone: string, spare: number): number[] {
  const last = dateAt(request.window.until, zone) + spare;
  const dates: number[] = [];
  for (let date = dateAt(request.window.from, zone) - spare; date <= last; date++) dates.push(date);
  return dates;
}

function timesOf(request: SlotRequest): string[] {
  const two = (n: number): string => String(n).padStart(2, '0');
  const times: string[] = [];
  for (let minute = 0; minute < 1440; minute += request.stepMinutes) {
    times.push(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
  }
  return times;
}

function fits(request: SlotRequest, start: number): boolean {
  return start >= request.window.from && start + request.minutes * MIN <= request.window.until;
}

function candidates(request: SlotRequest): number[] {
  return datesOf(request, request.zone, 0).flatMap((date) =>
    timesOf(request).flatMap((time) => {
      const start = existing(date, time, request.zone);
      return start !== null && fits(request, start) ? [start] : [];
    }),
  );
}

function touchesPause(request: SlotRequest, start: number): boolean {
  return overlapping(dropEmpty(request.pauses ?? []), start, start + request.minutes * MIN).length > 0;
}

function dropEmpty<T extends Interval>(intervals: readonly T[]): T[] {
  return intervals.filter(({ from, until }) => from < until);
}

function overlapping<T extends Interval>(intervals: readonly T[], from: number, until: number): T[] {
  return intervals.filter((one) => one.from < until && one.until > from);
}

function union(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && one.from <= last.until) {
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, one.until) };
    } else result.push({ from: one.from, until: one.until });
  }
  return result;
}

function minus(from: Interval, taken: readonly Interval[]): Interval[] {
  let rest = [from];
  for (const { from: start, until: end } of taken) {
    rest = rest.flatMap((one) =>
      dropEmpty([
        { from: one.from, until: Math.min(one.until, start) },
        { from: Math.max(one.from, end), until: one.until },
      ]),
    );
  }
  return rest;
}

function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, until }) => sum + until - from, 0);
}

function windowsOn(hours: readonly WeekWindow[], date: number, zone: string): Interval[] {
  const windows = hours
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map((w) => ({ from: instant(date, w.from, zone), until: instant(date, w.until, zone) }));
  return union(dropEmpty(windows));
}

function busyOf(request: SlotRequest, busy: readonly BusyInterval[]): BusyInterval[] {
  const ignore = request.ignore ?? [];
  return dropEmpty(busy).filter(
    ({ from, until }) => !ignore.some((one) => one.from === from && one.until === until),
  );
}

function judge(request: SlotRequest, start: number): Verdict {
  const stop = start + request.minutes * MIN;
  const slot = { from: start, until: stop };
  const available = new Set<string>();
  const missing: Missing[] = [];
  const ms = { focusLoss: 0, tentative: 0, protectedTime: 0 };
  for (const person of request.people) {
    const why = whyNot(request, person, slot);
    if (why) {
      missing.push({ person: person.id, why });
      continue;
    }
    available.add(person.id);
    const busy = busyOf(request, person.busy as BusyInterval[]);
    const windows = windowsOn(person.hours, dateAt(start, person.zone), person.zone);
    const tentative = busy.filter(({ status }) => status === 'tentative');
    const taken: Interval[] = busy.filter(({ status }) => ['busy', 'oof', 'tentative'].includes(status));
    ms.focusLoss += focus(windows, taken) - focus(windows, [...taken, slot]);
    ms.tentative += inside(slot, tentative);
    ms.protectedTime += inside(slot, protectedFor(request, person));
  }
  const held = request.areas.every((area) => {
    const members = request.people.filter((person) => person.area === area.id);
    const there = members.filter(({ id }) => available.has(id));
    const keys = members.filter(({ role }) => role === 'key');
    return (
      there.length >= Math.max(1, area.quorum) &&
      keys.every((key) => available.has(key.id) || there.some(({ standsInFor }) => standsInFor === key.id))
    );
  });
  const parts = {
    focusLoss: ms.focusLoss / MIN,
    tentative: ms.tentative / MIN,
    protectedTime: ms.protectedTime / MIN,
    absent: missing.length * request.minutes,
  };
  return { held: held && !touchesPause(request, start), parts, missing, available };
}

function whyNot(request: SlotRequest, person: SlotPerson, slot: Interval): Missing['why'] | undefined {
  if (person.busy === 'unknown') return 'unknown';
  const date = dateAt(slot.from, person.zone);
  const windows = windowsOn(person.hours, date, person.zone);
  if (person.closedDays?.includes(nameOf(date))) return 'hours';
  if (!windows.some((w) => w.from <= slot.from && slot.until <= w.until)) return 'hours';
  const blocked = busyOf(request, person.busy).filter(({ status }) => status === 'busy' || status === 'oof');
  return overlapping(blocked, slot.from, slot.until).length > 0 ? 'busy' : undefined;
}

function focus(windows: readonly Interval[], taken: readonly Interval[]): number {
  const stretches = windows.flatMap((window) => minus(window, taken));
  return lengthOf(stretches.filter(({ from, until }) => until - from >= 120 * MIN));
}

function inside(slot: Interval, intervals: readonly Interval[]): number {
  return lengthOf([slot]) - lengthOf(minus(slot, intervals));
}

const protections = new WeakMap<SlotRequest, Map<string, Interval[]>>();

function protectedFor(request: SlotRequest, person: SlotPerson): Interval[] {
  const area = request.areas.find(({ id }) => id === person.area);
  if (!area) throw new Error('unlisted area');
  const cache = protections.get(request) ?? new Map<string, Interval[]>();
  protections.set(request, cache);
  const key = `${person.zone} ${area.id}`;
  const found = cache.get(key);
  if (found) return found;
  const dates = datesOf(request, person.zone, 2);
  const times = dates.flatMap((date) => windowsOn(area.protectedTimes, date, person.zone));
  const all = union([...times, ...dropEmpty(area.protectedPeriods ?? [])]);
  cache.set(key, all);
  return all;
}

function seriesOf(request: SlotRequest): { pattern: Pattern; dates: number[] }[] {
  const { repeat } = request;
  if (!repeat) return [];
  const dates = datesOf(request, request.zone, 0);
  const found: { pattern: Pattern; dates: number[] }[] = [];
  const seen = new Set<string>();
  for (let weekday = 1; weekday <= 7; weekday++) {
    for (const nth of repeat.kind === 'weekly' ? [undefined] : ([1, 2, 3, 4, 'last'] as const)) {
      const falls = dates.filter(
        (date) =>
          weekdayOf(date) === weekday && (nth === undefined || nthOf(yearMonth(date), weekday, nth) === date),
      );
      for (const time of timesOf(request)) {
        const firsts = falls
          .filter((date) => {
            const start = existing(date, time, request.zone);
            return start !== null && fits(request, start);
          })
          .slice(0, repeat.every);
        for (const first of firsts) {
          const series = Array.from({ length: repeat.times }, (_, n) =>
            nth === undefined
              ? first + 7 * n * repeat.every
              : nthOf(yearMonth(first) + n * repeat.every, weekday, nth),
          );
          if (!series.every((date) => fits(request, instant(date, time, request.zone)))) continue;
          const key = `${time} ${series.join(' ')}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const pattern = nth === undefined ? { weekday, time } : { weekday, time, nth };
          found.push({ pattern, dates: series });
        }
      }
    }
  }
  return found;
}
