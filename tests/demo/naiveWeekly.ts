import { DateTime } from 'luxon';
import { wallClockOf } from '../../src/demo/company/wallClock';
import type { Interval, WeekWindow } from '../../src/domain/time/types';
import type { SlotPerson, SlotRequest } from '../../src/domain/slots/types';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const FOCUS_MS = 120 * MINUTE_MS;

export type NaiveSlot = {
  readonly weekday: number;
  readonly time: string;
  readonly held: number;
  readonly cost: number;
  readonly attends: ReadonlyMap<string, number>;
};

type Day = { readonly windows: readonly Interval[]; readonly closed: boolean };

/**
 * The weekly part of DESIGN section 5 as slowly and plainly as it can be said: every weekday and time of the first
 * week, every occurrence, every person. Only for zones and times that no clock change skips.
 */
export function naiveWeekly(request: SlotRequest): readonly NaiveSlot[] {
  const found: NaiveSlot[] = [];
  const monday = DateTime.fromMillis(request.window.from, { zone: request.zone });
  const first = monday.setZone('utc', { keepLocalTime: true }).toMillis();
  const days = new Map<string, Day>();
  for (let ahead = 0; ahead < 7; ahead += 1) {
    for (let minute = 0; minute < 24 * 60; minute += request.stepMinutes) {
      const slot = oneSlot(request, first + ahead * DAY_MS, minute, days);
      if (slot.held > 0) found.push(slot);
    }
  }
  const reached = ({ held, attends }: NaiveSlot) =>
    request.people.every(({ id }) => (attends.get(id) ?? 0) >= (request.reach ?? 0) * held);
  return found.sort(
    (a, b) =>
      Number(reached(b)) - Number(reached(a)) ||
      b.held - a.held ||
      a.cost - b.cost ||
      a.weekday - b.weekday ||
      (a.time < b.time ? -1 : 1),
  );
}

function oneSlot(request: SlotRequest, first: number, minute: number, days: Map<string, Day>): NaiveSlot {
  const attends = new Map<string, number>();
  let [held, cost] = [0, 0];
  for (let week = 0; week < (request.repeat?.times ?? 1); week += 1) {
    const from = wallClockOf(request.zone)(first + week * WEEK_MS + minute * MINUTE_MS);
    const slot = { from, until: from + request.minutes * MINUTE_MS };
    const here = request.people.filter((person) => isAvailable(person, slot, days));
    if (!isHeld(request, here)) continue;
    held += 1;
    cost += costOf(request, here, slot, days);
    for (const { id } of here) attends.set(id, (attends.get(id) ?? 0) + 1);
  }
  return { weekday: new Date(first).getUTCDay() || 7, time: clock(minute), held, cost, attends };
}

function isHeld(request: SlotRequest, here: readonly SlotPerson[]): boolean {
  return request.areas.every(({ id, quorum }) => {
    const inArea = here.filter(({ area }) => area === id);
    const keys = request.people.filter(({ area, role }) => area === id && role === 'key');
    return (
      inArea.length >= Math.max(1, quorum) &&
      keys.every((key) => inArea.some((one) => one.id === key.id || one.standsInFor === key.id))
    );
  });
}

function isAvailable(person: SlotPerson, slot: Interval, days: Map<string, Day>): boolean {
  if (person.busy === 'unknown') return false;
  const { windows, closed } = dayOf(person, slot.from, days);
  return (
    !closed &&
    windows.some(({ from, until }) => from <= slot.from && slot.until <= until) &&
    !person.busy.some(
      (one) =>
        (one.status === 'busy' || one.status === 'oof') && one.from < slot.until && one.until > slot.from,
    )
  );
}

function costOf(
  request: SlotRequest,
  here: readonly SlotPerson[],
  slot: Interval,
  days: Map<string, Day>,
): number {
  let [focusLoss, tentative, protectedTime] = [0, 0, 0];
  for (const person of here) {
    const busy = (person.busy === 'unknown' ? [] : person.busy).filter(
      (one) => one.from < slot.until + DAY_MS && one.until > slot.from - DAY_MS,
    );
    const taking = busy.filter(
      ({ status }) => status === 'busy' || status === 'oof' || status === 'tentative',
    );
    const { windows } = dayOf(person, slot.from, days);
    focusLoss += focus(windows, taking) - focus(windows, [...taking, slot]);
    tentative += overlap(
      slot,
      busy.filter(({ status }) => status === 'tentative'),
    );
    const area = request.areas.find(({ id }) => id === person.area);
    protectedTime += overlap(slot, windowsOf(area?.protectedTimes ?? [], slot.from, person.zone));
  }
  const absent = (request.people.length - here.length) * request.minutes;
  return (focusLoss + tentative + 2 * protectedTime) / MINUTE_MS + 5 * absent;
}

function focus(windows: readonly Interval[], taking: readonly Interval[]): number {
  let sum = 0;
  for (const window of windows) {
    let from = window.from;
    const inside = taking.filter((one) => one.from < window.until && one.until > window.from);
    for (const one of [...inside].sort((a, b) => a.from - b.from)) {
      if (one.from - from >= FOCUS_MS) sum += one.from - from;
      from = Math.max(from, one.until);
    }
    if (window.until - from >= FOCUS_MS) sum += window.until - from;
  }
  return sum;
}

/** Minutes in milliseconds of the slot under the union of the others. */
function overlap(slot: Interval, others: readonly Interval[]): number {
  let [sum, from] = [0, slot.from];
  for (const one of [...others].sort((a, b) => a.from - b.from)) {
    const until = Math.min(one.until, slot.until);
    if (until > Math.max(from, one.from)) sum += until - Math.max(from, one.from);
    from = Math.max(from, until);
  }
  return sum;
}

function dayOf(person: SlotPerson, instant: number, days: Map<string, Day>): Day {
  const date = dateOf(instant, person.zone);
  const key = `${person.id} ${date}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = {
    windows: windowsOf(person.hours, instant, person.zone),
    closed: person.closedDays?.includes(date) === true,
  };
  days.set(key, day);
  return day;
}

function windowsOf(windows: readonly WeekWindow[], instant: number, zone: string): readonly Interval[] {
  const midnight = Date.parse(dateOf(instant, zone));
  const weekday = new Date(midnight).getUTCDay() || 7;
  const on = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return wallClockOf(zone)(midnight + (hour * 60 + minute) * MINUTE_MS);
  };
  return windows
    .filter((one) => one.weekday === weekday)
    .map(({ from, until }) => ({ from: on(from), until: on(until) }));
}

const dates = new Map<string, string>();

/** All zones of the sample stand whole hours from UTC, so that an hour has one date. */
function dateOf(instant: number, zone: string): string {
  const key = `${zone} ${Math.floor(instant / HOUR_MS)}`;
  const date = dates.get(key) ?? DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
  dates.set(key, date);
  return date;
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
