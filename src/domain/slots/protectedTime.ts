import { DAY_MS } from '../time/civilDays';
import { offsetAt, type ZoneTable } from '../time/zoneTable';
import { lowerBound, type Candidates } from './candidates';
import { addWindowsOfDay, joined, weekOf, type Stretches } from './shifts';
import type { SlotArea } from './types';

/** [candidate] → milliseconds of it inside the area's protected time as it stands on the walls of one zone; undefined when there is none. */
export function protectedMs(
  area: SlotArea,
  zone: ZoneTable,
  candidates: Candidates,
): Float64Array | undefined {
  const { starts, count, lengthMs } = candidates;
  if (count === 0) return undefined;
  const stretches = protectedStretches(area, zone, candidates);
  if (stretches.length === 0) return undefined;
  const result = new Float64Array(count);
  for (let s = 0; s < stretches.length; s += 2) {
    const from = stretches[s] as number;
    const until = stretches[s + 1] as number;
    for (let i = lowerBound(starts, from - lengthMs + 1, 0, count); i < count; i++) {
      const start = starts[i] as number;
      if (start >= until) break;
      (result[i] as number) += Math.min(until, start + lengthMs) - Math.max(from, start);
    }
  }
  return result;
}

function protectedStretches(area: SlotArea, zone: ZoneTable, candidates: Candidates): Stretches {
  const { starts, count, lengthMs } = candidates;
  const earliest = starts[0] as number;
  const latest = (starts[count - 1] as number) + lengthMs;
  const stretches: Stretches = [];
  if (area.protectedTimes.length > 0) {
    const first = Math.floor((earliest + offsetAt(zone, earliest)) / DAY_MS) - 2;
    const last = Math.floor((latest + offsetAt(zone, latest)) / DAY_MS) + 1;
    const week = weekOf(area.protectedTimes);
    for (let day = first; day <= last; day++) addWindowsOfDay(week, zone, day, stretches);
  }
  for (const { from, until } of area.protectedPeriods ?? []) {
    if (from < until) stretches.push(from, until);
  }
  return joined(stretches);
}
