import { dayNumber } from '../time/civilDays';
import { zoneTable, type ZoneTable } from '../time/zoneTable';
import type { WeekWindow, ZoneName } from '../time/types';
import { addAttendance } from './attendance';
import { fillBits, hasBit, noBits, type Bits } from './bits';
import { calendarReader, ignoredOf } from './calendar';
import { candidateFrom, candidatesOf, type Candidates } from './candidates';
import { checkRequest } from './check';
import { protectedMs } from './protectedTime';
import { shiftsOf, type Shifts } from './shifts';
import { noSums, readCounts, readSums } from './sums';
import type { CostParts, SlotArea, SlotPerson, SlotRequest } from './types';

/** Everything about every candidate of a request. */
export type Evaluation = {
  readonly request: SlotRequest;
  readonly candidates: Candidates;
  readonly weights: CostParts;
  readonly areas: readonly AreaState[];
  readonly people: readonly PersonState[];
  /** [candidate] → held and outside the pauses. */
  readonly held: Uint8Array;
  /** [candidate] → overlaps a pause; undefined without pauses. */
  readonly paused: Bits | undefined;
  /** [candidate] → milliseconds, unweighted. */
  readonly focusMs: Float64Array;
  readonly tentativeMs: Float64Array;
  readonly protectedMs: Float64Array;
  /** [candidate] → people. */
  readonly absent: Int32Array;
};

export type AreaState = {
  readonly area: SlotArea;
  /** At least 1. */
  readonly quorum: number;
  /** [candidate] → how many of its people are available. */
  readonly counts: Int32Array;
  /** Per key person: who must be available, or one of those. */
  readonly keys: readonly { readonly person: PersonState; readonly instead: readonly PersonState[] }[];
  readonly people: readonly PersonState[];
  readonly groups: readonly Group[];
};

/** The people of one area in one zone: protected time takes the same from each of them. */
export type Group = {
  readonly counts: Int32Array;
  readonly protectedMs: Float64Array | undefined;
};

export type PersonState = {
  readonly person: SlotPerson;
  readonly available: Bits;
  readonly shifts: Shifts;
  readonly closed: ReadonlySet<number> | undefined;
};

/** Refuses what SPEC SL1 lists. */
export function evaluate(request: SlotRequest): Evaluation {
  checkRequest(request);
  const tables = new Map<ZoneName, ZoneTable>();
  const tableOf = (zone: ZoneName): ZoneTable => {
    let table = tables.get(zone);
    if (table === undefined) {
      tables.set(zone, (table = zoneTable(zone, request.window.from, request.window.until)));
    }
    return table;
  };
  const candidates = candidatesOf(request, tableOf(request.zone));
  const { count } = candidates;
  const shiftsFor = shiftsByHours(candidates, tableOf);
  const read = calendarReader(ignoredOf(request.ignore));
  const focus = noSums(candidates);
  const extraFocus = new Float64Array(count);
  const tentativeMs = new Float64Array(count);
  const differences = new Map<string, Map<ZoneName, Int32Array>>();
  const people = request.people.map((person): PersonState => {
    const available = noBits(count);
    const shifts = shiftsFor(person.zone, person.hours);
    const closed = person.closedDays?.length ? new Set(person.closedDays.map(dayNumber)) : undefined;
    if (person.busy !== 'unknown') {
      const zones = entryOf(differences, person.area, () => new Map<ZoneName, Int32Array>());
      const group = entryOf(zones, person.zone, () => new Int32Array(count + 1));
      const calendar = read(person.busy);
      const ledger = { available, group, focus, extraFocus, tentative: tentativeMs };
      if (count > 0) addAttendance(shifts, closed, calendar, candidates, ledger);
    }
    return { person, available, shifts, closed };
  });
  const focusMs = readSums(focus, candidates);
  const protectedSum = new Float64Array(count);
  const absent = new Int32Array(count).fill(people.length);
  const areas = request.areas.map((area): AreaState => {
    const zones = differences.get(area.id) ?? new Map<ZoneName, Int32Array>();
    const groups = [...zones].map(([zone, group]): Group => {
      return {
        counts: readCounts(group, count),
        protectedMs: protectedMs(area, tableOf(zone), candidates),
      };
    });
    const counts = new Int32Array(count);
    for (const group of groups) {
      for (let i = 0; i < count; i++) (counts[i] as number) += group.counts[i] as number;
      const each = group.protectedMs;
      if (each === undefined) continue;
      for (let i = 0; i < count; i++) {
        (protectedSum[i] as number) += (each[i] as number) * (group.counts[i] as number);
      }
    }
    for (let i = 0; i < count; i++) (absent[i] as number) -= counts[i] as number;
    const members = people.filter(({ person }) => person.area === area.id);
    const keys = members
      .filter(({ person }) => person.role === 'key')
      .map((person) => ({
        person,
        instead: members.filter((other) => other.person.standsInFor === person.person.id),
      }));
    return { area, quorum: Math.max(1, area.quorum), counts, keys, people: members, groups };
  });
  for (let i = 0; i < count; i++) (focusMs[i] as number) += extraFocus[i] as number;
  const paused = pausedOf(request, candidates);
  return {
    request,
    candidates,
    weights: { focusLoss: 1, tentative: 1, protectedTime: 2, absent: 5, ...defined(request.weights) },
    areas,
    people,
    held: heldOf(areas, paused, count),
    paused,
    focusMs,
    tentativeMs,
    protectedMs: protectedSum,
    absent,
  };
}

function heldOf(areas: readonly AreaState[], paused: Bits | undefined, count: number): Uint8Array {
  const held = new Uint8Array(count).fill(1);
  for (const { counts, quorum } of areas) {
    for (let i = 0; i < count; i++) if ((counts[i] as number) < quorum) held[i] = 0;
  }
  const keys = areas.flatMap((area) => area.keys);
  if (keys.length > 0) {
    const together = noBits(count).fill(0xffffffff);
    for (const { person, instead } of keys) {
      for (let word = 0; word < together.length; word++) {
        let anyone = person.available[word] as number;
        for (const { available } of instead) anyone |= available[word] as number;
        (together[word] as number) &= anyone;
      }
    }
    for (let i = 0; i < count; i++) if (!hasBit(together, i)) held[i] = 0;
  }
  if (paused) for (let i = 0; i < count; i++) if (hasBit(paused, i)) held[i] = 0;
  return held;
}

function pausedOf({ pauses }: SlotRequest, candidates: Candidates): Bits | undefined {
  if (!pauses?.length) return undefined;
  const paused = noBits(candidates.count);
  for (const { from, until } of pauses) {
    if (from >= until) continue;
    const first = candidateFrom(candidates, from - candidates.lengthMs + 1);
    fillBits(paused, first, candidateFrom(candidates, until));
  }
  return paused;
}

/** Shifts once for each zone and hours, however many people have them. */
function shiftsByHours(
  candidates: Candidates,
  tableOf: (zone: ZoneName) => ZoneTable,
): (zone: ZoneName, hours: readonly WeekWindow[]) => Shifts {
  const byKey = new Map<string, Shifts>();
  return (zone, hours) => {
    let key = zone;
    for (const { weekday, from, until } of hours) key += `|${weekday} ${from} ${until}`;
    return entryOf(byKey, key, () => shiftsOf(hours, tableOf(zone), candidates));
  };
}

export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function defined(weights: Partial<CostParts> | undefined): Partial<CostParts> {
  return Object.fromEntries(Object.entries(weights ?? {}).filter(([, weight]) => weight !== undefined));
}
