import { addMonths, localTime } from '../time/calendarDays';
import { MINUTE_MS } from '../time/civilDays';
import type { CalendarDay, Instant } from '../time/types';
import { dayReader } from './dayReader';
import type { RecordDigest } from './digest';
import { type JudgedPromise, judgedPromises } from './promises';
import { LEAST_ANSWERS, type Pulse, type PulseCount } from './pulse';
import type { Series } from './series';
import type { Session } from './sessions';

/** So many of so many; `of` 0 means that there is nothing to tell. */
export type Ratio = { readonly is: number; readonly of: number };

/**
 * How the rhythm of a series goes over a stretch of time. Everything is computed from sessions and digests alone, so that
 * anybody can compute it again.
 */
export type Health = {
  readonly held: number;
  readonly skipped: number;
  readonly paused: number;
  /** Held sessions in which every area had its minimum; of those with a record that tells who was there. */
  readonly quorum: Ratio;
  /** Begun less than 3 minutes after its time; of those with a record. */
  readonly startedOnTime: Ratio;
  /** Ended less than 3 minutes after its planned end, however late it began; of those with a record. */
  readonly endedOnTime: Ratio;
  /** Promises of the owner's area that fell due, and how many were kept. */
  readonly promises: Readonly<Record<string, Ratio>>;
  /** Talk of each area over all sessions that know it; null where none does. */
  readonly balance: {
    readonly areas: Readonly<Record<string, number>>;
    readonly measured: number;
    readonly estimated: number;
  } | null;
  /** Null below LEAST_ANSWERS in every session that asked. Answers "yes" of all that were given. */
  readonly pulse: { readonly worth: Ratio; readonly said: Ratio } | null;
};

/** The same for each calendar month of the series' zone, oldest first; months without sessions are there too. */
export type MonthOfHealth = {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly health: Health;
};

/** Less than this is on time. */
const LATE_MS = 3 * MINUTE_MS;

/**
 * The health over those of the series' sessions that `counts` names, all of them without it (RY4 to RY10). Sessions before
 * them are needed all the same: there stands what was promised.
 */
export const healthOf = (
  series: Series,
  sessions: readonly Session[],
  counts: (session: Session) => boolean = () => true,
): Health => healthFrom(series, sessions.filter(counts), judgedPromises(series, sessions));

/** The same for each of so many calendar months of the series' zone, the present one last (RY11). */
export function monthsOf(
  series: Series,
  sessions: readonly Session[],
  months: number,
  now: Instant,
): readonly MonthOfHealth[] {
  const judged = judgedPromises(series, sessions);
  const byMonth = new Map<string, Session[]>();
  const dayOf = dayReader(
    series.zone,
    sessions.map(({ original }) => original),
  );
  for (const session of sessions) {
    const month = dayOf(session.original).slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), session]);
  }
  const [year = 0, first = 1] = firstDayOf(series, months, now).split('-').map(Number);
  return Array.from({ length: months }, (_, at) => monthName(12 * year + first - 1 + at)).map((month) => ({
    month,
    health: healthFrom(series, byMonth.get(month) ?? [], judged),
  }));
}

/** 'YYYY-MM' of months since year 0. */
const monthName = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;

function healthFrom(series: Series, counted: readonly Session[], judged: readonly JudgedPromise[]): Health {
  const inState = (state: Session['state']) => counted.filter((one) => one.state === state).length;
  const records = counted.flatMap(({ record }) => (record === undefined ? [] : [record]));
  const told = records.filter(tellsWhoWasThere);
  const originals = new Set(counted.map(({ original }) => original));
  return {
    held: inState('held'),
    skipped: inState('skipped'),
    paused: inState('paused'),
    quorum: ratio(told, (record) => areasWithout(series, record).length === 0),
    startedOnTime: ratio(records, ({ startedAt, planned }) => startedAt - planned.start < LATE_MS),
    endedOnTime: ratio(records, (record) => !endedLate(record)),
    promises: keptByArea(
      series,
      judged.filter(({ session }) => originals.has(session)),
    ),
    balance: balanceOf(records),
    pulse: pulseOf(records.flatMap(({ pulse }) => (pulse === undefined ? [] : [pulse]))),
  };
}

/** The first day of the first of so many calendar months, the present one being the last. */
export function firstDayOf(series: Series, months: number, now: Instant): CalendarDay {
  return addMonths(`${localTime(now, series.zone).day.slice(0, 7)}-01`, 1 - months);
}

/** Areas of the series that lacked their minimum, of a record that tells who was there. */
export function areasWithout(series: Series, { people }: RecordDigest): readonly string[] {
  const present = people.filter(({ how }) => HERE.has(how));
  return series.areas.flatMap(({ id, quorum }) =>
    present.filter(({ area }) => area === id).length < Math.max(1, quorum) ? [id] : [],
  );
}

/** Somebody's presence is known: a record whose people are all unknown says nothing of a minimum. */
export const tellsWhoWasThere = ({ people }: RecordDigest): boolean =>
  people.some(({ how }) => how !== 'unknown');

/** However late it began: the time after the planned end is what people had not given. */
export const endedLate = ({ endedAt, planned }: RecordDigest): boolean =>
  endedAt - (planned.start + planned.minutes * MINUTE_MS) >= LATE_MS;

export const HERE: ReadonlySet<string> = new Set(['panel', 'room', 'phone']);

const ratio = <T>(all: readonly T[], is: (one: T) => boolean): Ratio => ({
  is: all.filter(is).length,
  of: all.length,
});

function keptByArea(series: Series, judged: readonly JudgedPromise[]): Health['promises'] {
  const byArea = new Map(series.areas.map(({ id }): [string, Ratio] => [id, { is: 0, of: 0 }]));
  for (const { area, kept } of judged) {
    const { is, of } = byArea.get(area) ?? { is: 0, of: 0 };
    byArea.set(area, { is: is + (kept ? 1 : 0), of: of + 1 });
  }
  return Object.fromEntries(byArea);
}

function balanceOf(records: readonly RecordDigest[]): Health['balance'] {
  const known = records.flatMap(({ talk }) => (talk === undefined ? [] : [talk]));
  if (known.length === 0) return null;
  const areas = new Map<string, number>();
  for (const talk of known)
    for (const [area, spoken] of Object.entries(talk.areas)) areas.set(area, (areas.get(area) ?? 0) + spoken);
  const measured = known.filter(({ source }) => source === 'measured').length;
  return { areas: Object.fromEntries(areas), measured, estimated: known.length - measured };
}

/** A session of too few answers is left out: with it somebody could work out who said what. */
function pulseOf(pulses: readonly Pulse[]): Health['pulse'] {
  const worth = yesOf(pulses.map((pulse) => pulse.worth));
  const said = yesOf(pulses.map((pulse) => pulse.said));
  return worth.of + said.of === 0 ? null : { worth, said };
}

function yesOf(counts: readonly PulseCount[]): Ratio {
  const all = counts.map(({ yes, partly, no }) => ({ is: yes, of: yes + partly + no }));
  const shown = all.filter(({ of }) => of >= LEAST_ANSWERS);
  const sum = (field: keyof Ratio) => shown.reduce((total, one) => total + one[field], 0);
  return { is: sum('is'), of: sum('of') };
}
