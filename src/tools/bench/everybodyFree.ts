import { DAY_MS, dayNumber } from '../../domain/time/civilDays';
import { offsetAt, zoneTable } from '../../domain/time/zoneTable';
import type { Interval } from '../../domain/time/types';
import { calendarReader, ignoredOf, type Union } from '../../domain/slots/calendar';
import { checkRequest } from '../../domain/slots/check';
import { addWindowsOfDay, instantsOfDay, weekOf, type Stretches } from '../../domain/slots/shifts';
import type { SlotPerson, SlotRequest } from '../../domain/slots/types';

/**
 * When everybody is available at once, whatever the length of the meeting: the one question of ours that other packages
 * answer, too, asked of the search's own calendars and hours. Windows of different dates stay apart (SPEC BE1).
 */
export function everybodyFree(request: SlotRequest): readonly Interval[] {
  checkRequest(request);
  const { from, until } = request.window;
  let free: Stretches = [from, until];
  const seen = new Set<string>();
  for (const person of request.people) {
    if (person.busy === 'unknown') return [];
    const key = hoursKey(person);
    if (seen.has(key)) continue;
    seen.add(key);
    free = common(free, windowsOf(person, from, until));
  }
  const read = calendarReader(ignoredOf(request.ignore));
  for (const { busy } of request.people) {
    // Nothing comes back once nothing is left.
    if (free.length === 0) return [];
    if (busy !== 'unknown') free = without(free, read(busy).blocked);
  }
  const intervals: Interval[] = [];
  for (let i = 0; i < free.length; i += 2) {
    intervals.push({ from: free[i] as number, until: free[i + 1] as number });
  }
  return intervals;
}

function hoursKey({ zone, hours, closedDays }: SlotPerson): string {
  let key: string = zone;
  for (const { weekday, from, until } of hours) key += `|${weekday}${from}${until}`;
  for (const day of closedDays ?? []) key += ` ${day}`;
  return key;
}

function windowsOf({ zone, hours, closedDays }: SlotPerson, from: number, until: number): Stretches {
  const table = zoneTable(zone, from, until);
  const closed = new Set((closedDays ?? []).map(dayNumber));
  const week = weekOf(hours);
  const first = Math.floor((from + offsetAt(table, from)) / DAY_MS) - 1;
  const last = Math.floor((until + offsetAt(table, until)) / DAY_MS) + 1;
  const windows: Stretches = [];
  for (let day = first; day <= last; day++) {
    if (closed.has(day)) continue;
    const before = windows.length;
    addWindowsOfDay(week, table, day, windows);
    const when = instantsOfDay(table, day);
    // The clock goes back over midnight: in between it is the day before, on which other hours are kept.
    if (when.length > 2) windows.push(...common(windows.splice(before), when));
  }
  return windows;
}

/** What lies in both; touching stretches stay apart. */
function common(some: Stretches, others: Stretches): Stretches {
  const both: Stretches = [];
  let o = 0;
  for (let s = 0; s < some.length; s += 2) {
    const from = some[s] as number;
    const until = some[s + 1] as number;
    while (o < others.length && (others[o + 1] as number) <= from) o += 2;
    for (let n = o; n < others.length && (others[n] as number) < until; n += 2) {
      both.push(Math.max(from, others[n] as number), Math.min(until, others[n + 1] as number));
    }
  }
  return both;
}

function without(free: Stretches, { from, until, count }: Union): Stretches {
  const rest: Stretches = [];
  let next = 0;
  for (let f = 0; f < free.length; f += 2) {
    let begin = free[f] as number;
    const end = free[f + 1] as number;
    while (next < count && (until[next] as number) <= begin) next++;
    for (let n = next; n < count && (from[n] as number) < end; n++) {
      if ((from[n] as number) > begin) rest.push(begin, from[n] as number);
      begin = until[n] as number;
    }
    if (begin < end) rest.push(begin, end);
  }
  return rest;
}
