import { Refusal } from '../refusal';
import { dayNumber, minuteOfWall } from '../time/civilDays';
import type { Interval, WeekWindow } from '../time/types';
import type { SlotRequest } from './types';

// Temporal's own range, less a year for the tables around a window.
const FARTHEST_MS = 8.6e15;

/** Refuses what SPEC SL1 lists; zones are refused where their table is read, busy intervals where they are. */
export function checkRequest(request: SlotRequest): void {
  if (request.areas.length === 0) throw new Refusal('slots/no-areas');
  if (request.people.length === 0) throw new Refusal('slots/no-people');
  checkNumbers(request);
  checkWindow(request.window);
  if (!(isWhole(request.minutes) && request.minutes >= 1 && request.minutes <= 60)) {
    throw new Refusal('slots/bad-minutes', { minutes: request.minutes });
  }
  const { stepMinutes } = request;
  if (!(isWhole(stepMinutes) && stepMinutes >= 1 && stepMinutes <= 1440)) {
    throw new Refusal('slots/bad-step', { stepMinutes });
  }
  checkRepeat(request);
  const areas = checkAreas(request);
  checkPeople(request, areas);
  request.ignore?.forEach(checkInterval);
  request.pauses?.forEach(checkInterval);
}

/** Refuses ends that are no numbers; an endless interval is one. */
export function checkInterval({ from, until }: Interval): void {
  if (!(isNumber(from) && isNumber(until))) throw new Refusal('slots/bad-number', { field: 'interval' });
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(value);
}

function checkWindow({ from, until }: Interval): void {
  if (!(Math.abs(from) <= FARTHEST_MS && Math.abs(until) <= FARTHEST_MS)) {
    throw new Refusal('slots/bad-number', { field: 'window' });
  }
  if (!(until > from)) throw new Refusal('slots/empty-window');
}

function checkNumbers(request: SlotRequest): void {
  const { top, reach, weights } = request;
  if (!((isWhole(top) || top === Infinity) && top >= 0))
    throw new Refusal('slots/bad-number', { field: 'top' });
  if (reach !== undefined && !(reach >= 0 && reach <= 1)) {
    throw new Refusal('slots/bad-number', { field: 'reach' });
  }
  for (const [field, weight] of Object.entries(weights ?? {})) {
    if (weight !== undefined && !Number.isFinite(weight)) throw new Refusal('slots/bad-number', { field });
  }
}

function checkRepeat({ repeat }: SlotRequest): void {
  if (repeat === undefined) return;
  const { every, times, kind } = repeat;
  const known = kind === 'weekly' || kind === 'monthly';
  if (!(known && isWhole(every) && every >= 1 && isWhole(times) && times >= 1)) {
    throw new Refusal('slots/bad-repeat');
  }
}

function checkAreas(request: SlotRequest): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const area of request.areas) {
    if (ids.has(area.id)) throw new Refusal('slots/duplicate-id', { area: area.id });
    ids.add(area.id);
    if (!Number.isFinite(area.quorum)) throw new Refusal('slots/bad-number', { field: 'quorum' });
    area.protectedTimes.forEach(checkWeekWindow);
    area.protectedPeriods?.forEach(checkInterval);
  }
  return ids;
}

function checkPeople(request: SlotRequest, areas: ReadonlySet<string>): void {
  const ids = new Set<string>();
  for (const person of request.people) {
    if (ids.has(person.id)) throw new Refusal('slots/duplicate-id', { person: person.id });
    ids.add(person.id);
    if (!areas.has(person.area)) {
      throw new Refusal('slots/unlisted-area', { person: person.id, area: person.area });
    }
    person.hours.forEach(checkWeekWindow);
    person.closedDays?.forEach(dayNumber);
  }
}

function checkWeekWindow(window: WeekWindow): void {
  if (!(isWhole(window.weekday) && window.weekday >= 1 && window.weekday <= 7)) {
    throw new Refusal('slots/bad-number', { field: 'weekday' });
  }
  minuteOfWall(window.from);
  minuteOfWall(window.until);
}

function isWhole(value: number): boolean {
  return Number.isInteger(value);
}
