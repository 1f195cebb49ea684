import { protectedAt } from '../../domain/rhythm/proposing';
import type { Member, Series } from '../../domain/rhythm/series';
import type { Session } from '../../domain/rhythm/sessions';
import type { Missing, SlotRequest } from '../../domain/slots/types';
import { addDays, addMonths, instantOf, localTime } from '../../domain/time/calendarDays';
import { MINUTE_MS } from '../../domain/time/civilDays';
import type { CalendarDay, Instant } from '../../domain/time/types';
import { closedOn } from '../planning/options';
import type { Cancellation } from '../ports/cancellation';
import type { FollowPorts } from './followPorts';
import type { BreakView, NextView } from './followView';
import { askAbout, type Days, knowDays, type Known } from './knowing';
import type { NextState } from './nextState';

/** So many sessions are looked at: six weeks are what one question to a mailbox covers. */
export const LOOKED_AHEAD = 6;

/**
 * Whether the next session goes ahead, and which of those behind it do not, each with the best other time of its week
 * (monthly: its month). Nobody's calendar known means that nothing is said.
 */
export async function forecastOf(
  ports: FollowPorts,
  series: Series,
  sessions: readonly Session[],
  now: Instant,
  cancel: Cancellation,
): Promise<Omit<NextState, 'of'>> {
  const [first] = sessions;
  const last = sessions.at(-1);
  const invited = series.people.filter(({ role }) => role !== 'informed');
  if (first === undefined || last === undefined || invited.length === 0)
    return { forecast: null, breaks: [], looked: 0 };
  const today = localTime(now, series.zone).day;
  const { from } = periodOf(series, first.start);
  const days = { from: from < today ? today : from, until: periodOf(series, last.start).until };
  const known = await knowDays(ports, series, days, cancel);
  if (known.calendars.size === 0) return { session: first.original, forecast: null, breaks: [], looked: 0 };
  const looked: Looked = { ports, series, invited, known, now, cancel };
  const missing = await Promise.all(sessions.map((session) => missingFrom(looked, session)));
  const breaks = await Promise.all(
    sessions.map((session, at) => {
      const gone = missing[at] ?? [];
      return goesAhead(series, gone) ? null : breakOf(looked, session, gone);
    }),
  );
  return {
    session: first.original,
    forecast: { held: goesAhead(series, missing[0] ?? []), areas: areasOf(looked, missing[0] ?? []) },
    breaks: breaks.filter((one) => one !== null),
    looked: sessions.length,
  };
}

type Looked = {
  readonly ports: FollowPorts;
  readonly series: Series;
  readonly invited: readonly Member[];
  readonly known: Known;
  readonly now: Instant;
  readonly cancel: Cancellation;
};

/** The search is asked about this very slot: what it says of a session is what it would say when planning. */
async function missingFrom(looked: Looked, { start, minutes }: Session): Promise<readonly Missing[]> {
  const window = { from: start, until: start + minutes * MINUTE_MS };
  const answer = await single(looked, { window, minutes, stepMinutes: 1, top: 1 }, start);
  return answer.slots[0]?.occurrences[0]?.missing ?? answer.nobody?.closest?.missing ?? [];
}

async function breakOf(looked: Looked, session: Session, missing: readonly Missing[]): Promise<BreakView> {
  const { series, invited, known } = looked;
  const { original, start } = session;
  const date = localTime(start, series.zone).day;
  const absent = invited.filter(({ id }) => missing.some(({ person }) => person === id));
  const closed = absent.flatMap((member) => {
    const why = closedOn(series, member, { start, date }, known.holidays);
    return why === undefined ? [] : [{ member, name: why.name }];
  });
  const others = missing.filter(({ person }) => !closed.some(({ member }) => member.id === person));
  const byHoliday = closed.length > 0 && (goesAhead(series, others) || 2 * closed.length > missing.length);
  const short = areasThatLack(series, missing);
  const period = protectedAt(
    { ...series, areas: series.areas.filter(({ id }) => short.includes(id)) },
    start,
    session.minutes,
  );
  const countryOf = (member: Member) => series.sites.find(({ id }) => id === member.site)?.country ?? '';
  return {
    original,
    start,
    why: byHoliday ? 'holiday' : period !== null ? 'protected' : 'people',
    countries: byHoliday ? [...new Set(closed.map(({ member }) => countryOf(member)))].filter(Boolean) : [],
    label: byHoliday ? (closed[0]?.name ?? '') : (period?.label ?? ''),
    missing: absent.map(({ name }) => name),
    alternative: await alternativeTo(looked, session),
    asked: false,
  };
}

/** From tomorrow on: nobody comes to a meeting that was moved to the same afternoon. */
async function alternativeTo(looked: Looked, { start, minutes }: Session): Promise<BreakView['alternative']> {
  const { series, invited, now } = looked;
  const period = periodOf(series, start);
  const tomorrow = addDays(localTime(now, series.zone).day, 1);
  const from = period.from < tomorrow ? tomorrow : period.from;
  if (from >= period.until) return null;
  const window = {
    from: instantOf(from, '00:00', series.zone),
    until: instantOf(period.until, '00:00', series.zone),
  };
  const answer = await single(looked, { window, minutes, top: 1 }, start);
  const [best] = answer.slots;
  if (best === undefined) return null;
  const of = invited.length;
  return { start: best.start, can: of - (best.occurrences[0]?.missing.length ?? 0), of };
}

function single(
  { ports, series, known, cancel }: Looked,
  change: Partial<SlotRequest>,
  start: Instant,
): ReturnType<FollowPorts['search']['search']> {
  const { repeat: _, ...request } = askAbout(series, localTime(start, series.zone).day, known);
  return ports.search.search({ ...request, ...change }, cancel);
}

/** Its ISO week, or the month of a monthly one, in the series' zone. */
function periodOf({ kind, zone }: Series, start: Instant): Days {
  const { day, weekday } = localTime(start, zone);
  if (kind === 'weekly') return { from: addDays(day, 1 - weekday), until: addDays(day, 8 - weekday) };
  const first: CalendarDay = `${day.slice(0, 7)}-01`;
  return { from: first, until: addMonths(first, 1) };
}

const areasOf = (
  { series, invited }: Looked,
  missing: readonly Missing[],
): NonNullable<NextView['forecast']>['areas'] =>
  series.areas.map(({ id }) => {
    const people = invited.filter(({ area }) => area === id);
    const can = people.filter((one) => !missing.some(({ person }) => person === one.id)).length;
    return { area: id, can, of: people.length };
  });

const goesAhead = (series: Series, missing: readonly Missing[]): boolean =>
  areasThatLack(series, missing).length === 0;

/** Without these people: areas below their minimum, or without a key person and whoever may stand in. */
function areasThatLack({ areas, people }: Series, missing: readonly Missing[]): readonly string[] {
  const gone = new Set(missing.map(({ person }) => person));
  return areas.flatMap(({ id, quorum }) => {
    const invited = people.filter(({ area, role }) => area === id && role !== 'informed');
    const there = invited.filter((one) => !gone.has(one.id));
    const decided = invited.every(
      (one) =>
        one.role !== 'key' || !gone.has(one.id) || there.some(({ standsInFor }) => standsInFor === one.id),
    );
    return there.length >= Math.max(1, quorum) && decided ? [] : [id];
  });
}
