import type { CalendarItem, EpochMs } from '../company/types';
import type { LocalMs } from '../company/wallClock';
import type { FileZone } from './fileZones';
import type { FileEvent } from './icsEvent';
import { stampOf, type Stamp } from './icsProperty';
import { readRule, ruleStarts, type Steps } from './ruleStarts';

const DAY_MS = 86_400_000;

/** Half-open: what does not overlap it is not in the calendar. */
export type Horizon = { readonly from: EpochMs; readonly until: EpochMs };
/** The horizon and what is left of the steps that the rules of one file may take. */
export type Reach = Horizon & { readonly steps: Steps };

/** A stamp on the wall of a zone. */
export type Placed = { readonly local: LocalMs; readonly at: EpochMs; readonly zone: FileZone };
export type Placing = (stamp: Stamp, line: number, floating?: FileZone) => Placed;

type Occurrence = Placed & { readonly length?: Length };
/** Whole days follow the wall clock, all else is exact. */
type Length = { readonly days: number } | { readonly ms: number };

/**
 * The occurrences of the events that share a uid: a series with its exceptions, or single events. An exception without
 * its series stands for itself. Throws BadValue and EndlessRule.
 */
export function expandSeries(
  events: readonly FileEvent[],
  place: Placing,
  horizon: Reach,
): readonly CalendarItem[] {
  const masters = events.filter(({ replaces }) => replaces === undefined);
  const exceptions = events.filter(({ replaces }) => replaces !== undefined);
  // The same event twice is the same event: the later version counts.
  const master = masters.reduce<FileEvent | undefined>(
    (best, one) => (best === undefined || one.sequence >= best.sequence ? one : best),
    undefined,
  );
  const used = new Set<FileEvent>();
  const series = master === undefined ? [] : seriesItems(master, exceptions, place, horizon, used);
  const alone = exceptions
    .filter((one) => !used.has(one) && !one.gone)
    .flatMap((one) => own(one, placedStart(one, place), place, horizon, one.uid));
  return [...series, ...alone];
}

function seriesItems(
  master: FileEvent,
  exceptions: readonly FileEvent[],
  place: Placing,
  horizon: Reach,
  used: Set<FileEvent>,
): readonly CalendarItem[] {
  const first = placedStart(master, place);
  const single = new Map<string, FileEvent>();
  const following: { readonly from: Placed; readonly event: FileEvent }[] = [];
  for (const one of exceptions) {
    const from = original(one.replaces ?? one.start, master, one.line, first.zone, place);
    if (one.andFollowing) {
      following.push({ from, event: one });
      continue;
    }
    const key = keyOf(from, master.allDay || one.replaces?.kind === 'date');
    const before = single.get(key);
    const [kept, dropped] =
      before !== undefined && before.sequence > one.sequence ? [before, one] : [one, before];
    single.set(key, kept);
    if (dropped !== undefined) used.add(dropped);
  }
  following.sort((a, b) => a.from.at - b.from.at);
  const repeats = master.rule !== undefined || master.added.length > 0;
  const seriesUid = repeats ? master.uid : undefined;
  const items: CalendarItem[] = [];
  for (const occurrence of occurrencesOf(master, first, place, horizon)) {
    const exception = single.get(keyOf(occurrence, master.allDay)) ?? single.get(keyOf(occurrence, true));
    if (exception !== undefined) {
      used.add(exception);
      items.push(
        ...own(
          exception,
          placedStart(exception, place),
          place,
          horizon,
          occurrenceUid(master, occurrence, repeats),
          seriesUid,
        ),
      );
      continue;
    }
    const change = following.filter(({ from }) => from.at <= occurrence.at).at(-1);
    if (change === undefined) {
      items.push(
        ...own(master, occurrence, place, horizon, occurrenceUid(master, occurrence, repeats), seriesUid),
      );
      continue;
    }
    used.add(change.event);
    // With a rule of its own it is a series of its own, expanded below.
    if (change.event.rule !== undefined) continue;
    const moved = shifted(occurrence, change.from, placedStart(change.event, place));
    items.push(
      ...own(change.event, moved, place, horizon, occurrenceUid(master, occurrence, repeats), seriesUid),
    );
  }
  for (const { event } of following) {
    used.add(event);
    if (event.rule === undefined) continue;
    const start = placedStart(event, place);
    for (const occurrence of occurrencesOf(event, start, place, horizon)) {
      if (single.has(keyOf(occurrence, master.allDay))) continue;
      items.push(
        ...own(event, occurrence, place, horizon, occurrenceUid(event, occurrence, true), seriesUid),
      );
    }
  }
  return items;
}

/** In order of the rule, then the added dates; excluded ones are left out, and count for the rule's own end. */
function occurrencesOf(
  event: FileEvent,
  first: Placed,
  place: Placing,
  horizon: Reach,
): readonly Occurrence[] {
  const excluded = new Set(
    event.excluded.map((stamp) =>
      keyOf(original(stamp, event, event.line, first.zone, place), event.allDay || stamp.kind === 'date'),
    ),
  );
  const found = new Map<string, Occurrence>();
  const add = (one: Occurrence) => {
    if (!excluded.has(keyOf(one, event.allDay)) && !excluded.has(keyOf(one, true)))
      found.set(keyOf(one, event.allDay), one);
  };
  if (event.rule === undefined) add(first);
  else {
    const rule = readRule(event.rule.text, event.rule.line);
    const until = rule.until === undefined ? undefined : untilOf(rule.until, event, place, first.zone);
    // Nothing overlaps the horizon that starts longer before it than the event lasts.
    const early = horizon.from - lastingMs(event, place) - 2 * DAY_MS;
    const lastYear = new Date(horizon.until).getUTCFullYear() + 1;
    let count = 0;
    for (const local of ruleStarts(rule, first.local, { from: early, lastYear, steps: horizon.steps })) {
      count += 1;
      if (rule.count !== undefined && count > rule.count) break;
      if (local > horizon.until + 2 * DAY_MS) break;
      const next = { local, at: first.zone.clock(local), zone: first.zone };
      if (until?.(next) === true) break;
      if (local >= early) add(next);
    }
  }
  for (const { start, end, lengthMs } of event.added) {
    const placed = place(start, event.line, first.zone);
    const ms =
      lengthMs ?? (end === undefined ? undefined : place(end, event.line, first.zone).at - placed.at);
    add({ ...placed, ...(ms !== undefined && { length: { ms } }) });
  }
  return [...found.values()];
}

/** Whether an occurrence lies behind the rule's end, which belongs to the series. */
function untilOf(text: string, event: FileEvent, place: Placing, zone: FileZone): (one: Placed) => boolean {
  const line = event.rule?.line ?? event.line;
  const stamp = stampOf({ name: 'until', line, value: text, parameter: () => undefined });
  if (stamp.kind === 'date') return ({ local }) => local >= stamp.local + DAY_MS;
  const last = place(stamp, line, zone);
  return ({ at }) => at > last.at;
}

function own(
  event: FileEvent,
  start: Occurrence,
  place: Placing,
  horizon: Reach,
  uid: string,
  seriesUid?: string,
): readonly CalendarItem[] {
  if (event.gone) return [];
  const length = start.length ?? lengthOf(event, place);
  const until =
    'days' in length ? start.zone.clock(start.local + length.days * DAY_MS) : start.at + length.ms;
  if (until <= start.at || until <= horizon.from || start.at >= horizon.until) return [];
  return [
    {
      uid,
      subject: event.subject,
      from: start.at,
      until,
      zone: start.zone.iana,
      allDay: event.allDay,
      status: event.status,
      isPrivate: event.isPrivate,
      ...(seriesUid !== undefined && { seriesUid }),
      ...(event.location !== undefined && { location: event.location }),
    },
  ];
}

function lengthOf(event: FileEvent, place: Placing): Length {
  const start = placedStart(event, place);
  if (event.end !== undefined) {
    const end = place(event.end, event.line, start.zone);
    return event.allDay
      ? { days: Math.round((end.local - start.local) / DAY_MS) || 1 }
      : { ms: end.at - start.at };
  }
  if (event.lengthMs !== undefined) {
    return event.lengthMs % DAY_MS === 0 ? { days: event.lengthMs / DAY_MS } : { ms: event.lengthMs };
  }
  return event.start.kind === 'date' ? { days: 1 } : { ms: 0 };
}

function lastingMs(event: FileEvent, place: Placing): number {
  const length = lengthOf(event, place);
  return Math.max(0, 'days' in length ? length.days * DAY_MS : length.ms);
}

function placedStart(event: FileEvent, place: Placing): Placed {
  return place(event.start, event.startLine);
}

function shifted(occurrence: Placed, original: Placed, moved: Placed): Placed {
  if (original.zone.iana !== moved.zone.iana) {
    return { ...occurrence, at: occurrence.at + moved.at - original.at };
  }
  const local = occurrence.local + moved.local - original.local;
  return { local, at: moved.zone.clock(local), zone: moved.zone };
}

/** The occurrence that a stamp speaks of; of whole days some programs tell midnight in UTC. */
function original(stamp: Stamp, event: FileEvent, line: number, zone: FileZone, place: Placing): Placed {
  const placed = place(stamp, line, zone);
  if (stamp.kind !== 'utc' || !event.allDay) return placed;
  const local = placed.at + (placed.at - zone.clock(placed.at));
  return { local, at: placed.at, zone };
}

/** Whole days are told apart by their date, all else by the instant. */
function keyOf(one: Placed, byDay: boolean): string {
  return byDay ? `day ${Math.floor(one.local / DAY_MS)}` : `at ${one.at}`;
}

function occurrenceUid(event: FileEvent, one: Placed, repeats: boolean): string {
  return repeats ? `${event.uid}/${new Date(one.local).toISOString().slice(0, 16)}` : event.uid;
}
