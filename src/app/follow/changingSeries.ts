import { agendaFromHtml } from '../../domain/agenda/html';
import { resizeAgenda } from '../../domain/agenda/edit';
import { Refusal } from '../../domain/refusal';
import type { NextSeries, RhythmChange } from '../../domain/rhythm/followUp';
import type { CalendarSeries, Series } from '../../domain/rhythm/series';
import { addDays, instantOf, localTime, weekdayOf } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant, ZoneName } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { attendeesWith } from '../planning/invitation';
import type { Attendee, NewEvent } from '../ports/calendar';
import { PortFailure } from '../ports/failure';
import { asTheyWere, datesOf, eventIdOf, foundIn, knowEvent, mailOf, meIn } from './changingDates';
import { followUpOf } from './followUpOf';
import { chosenIn, type Follow } from './followState';
import { keepIn } from './settings';

type Why = Extract<RhythmChange, { kind: 'goOn' }>['why'];
/** `ends` is the day before which the old series of the calendar ends. */
type Next = { readonly plan: NextSeries; readonly ends: CalendarDay };

/**
 * The series goes on as a new series of my calendar: it is made first and kept in the file, which then also says that the
 * old one is to be ended; a press after a failure meets what stands, by the key of the creation and by the file.
 */
export async function goOn(follow: Follow, id: string, plan: NextSeries, why: Why): Promise<void> {
  const { series } = foundIn(follow, id);
  const first = firstOf(plan, series);
  if (first <= follow.now()) throw new Refusal('time/bad-date', { day: plan.from });
  const old = series.chain.at(-1);
  if (old?.organiser === meIn(follow) && old.starts[0] === first) return;
  // Without its id the old one could not be ended, and both would stand in people's calendars.
  const before = old === undefined ? undefined : await invitedIn(follow, eventIdOf(old));
  const ends = why === 'otherTime' && old ? firstReplaced(series, old, plan, follow.now()) : plan.from;
  await beginNext(follow, id, { plan, ends }, before, []);
}

/** The chosen series was handed over to me: my calendar gets it from its next session on. */
export async function takeOver(follow: Follow): Promise<void> {
  const { series } = chosenIn(follow.state.get());
  const me = meIn(follow);
  const last = series.chain.at(-1);
  if (last?.organiser === me) return;
  if (followUpOf(series).handedOver.at(-1)?.to !== me) throw new Refusal('follow/not-the-organiser');
  const plan = last && asItGoesOn(series, last, follow.now());
  if (last === undefined || plan === undefined) throw new Refusal('follow/unknown-session');
  const carried = last.alternatives.filter(({ original }) => original >= firstOf(plan, series));
  await beginNext(follow, series.id, { plan, ends: plan.from }, undefined, carried);
}

/** The step that makes a hand-over whole: my old series of the calendar ends where the new one begins. */
export const endOld = (follow: Follow): Promise<void> =>
  endOldIn(follow, chosenIn(follow.state.get()).series.id);

/** Ends every calendar series of mine that has a successor, and keeps what single dates before its end were. */
export async function endOldIn(follow: Follow, id: string): Promise<void> {
  const me = meIn(follow);
  for (const one of foundIn(follow, id).series.chain)
    if (one.toEnd !== undefined && one.organiser === me) await knowEvent(follow, id, one);
  const { series } = foundIn(follow, id);
  for (const link of series.chain) {
    const { toEnd, organiser } = link;
    if (toEnd === undefined || organiser !== me) continue;
    await follow.ports.seriesCalendar.endBefore(eventIdOf(link), toEnd, cancellable());
    await asTheyWere(follow, series, link, instantOf(toEnd, '00:00', series.zone));
    await keepIn(follow, foundIn(follow, id), (kept) => ended(kept, link, me));
  }
}

async function beginNext(
  follow: Follow,
  id: string,
  { plan, ends }: Next,
  before: Invited | undefined,
  carried: CalendarSeries['alternatives'],
): Promise<void> {
  const { series } = foundIn(follow, id);
  const me = meIn(follow);
  const mail = follow.state.get().me?.mail ?? mailOf(series, me);
  const event: NewEvent = {
    subject: series.title,
    bodyHtml: agendaHtmlOf(follow, series, before?.bodyHtml),
    start: firstOf(plan, series),
    minutes: series.minutes,
    zone: series.zone,
    attendees: attendeesWith(series, before?.attendees ?? [], mail),
    recurrence: {
      every: plan.every,
      times: plan.times,
      weekday: plan.weekday,
      ...(plan.nth !== undefined && { nth: plan.nth }),
    },
    teamsMeeting: true,
  };
  const made = await follow.ports.calendar.create(event, keyOf(series, plan), cancellable());
  // As the calendar has them: where the clock skips a time it is the service that decides.
  const span = (series.kind === 'monthly' ? 31 : 7) * 24 * 60 * 60_000 * plan.every * plan.times;
  const dates = await datesOf(follow, made.id, [event.start, event.start + span]);
  const next: CalendarSeries = {
    eventId: made.id,
    ...(made.joinUrl !== undefined && { joinUrl: made.joinUrl }),
    organiser: me,
    minutes: series.minutes,
    starts: [...dates.keys()].sort((a, b) => a - b),
    alternatives: carried,
  };
  // Before the file says that it stands: a press after a failure then comes by here again.
  await asTheyWere(follow, series, next, Infinity);
  const endsAt = instantOf(ends, '00:00', series.zone);
  await keepIn(follow, foundIn(follow, id), (kept) => ({
    ...kept,
    every: plan.every,
    times: plan.times,
    chain: [
      ...kept.chain.map((one, at) =>
        at === kept.chain.length - 1 && goesBeyond(one, { from: ends }, series.zone)
          ? {
              ...one,
              // Between its end and the new beginning there is nothing.
              starts: one.starts.filter((start) => start < endsAt || start >= event.start),
              toEnd: ends,
            }
          : one,
      ),
      next,
    ],
  }));
}

/**
 * Another time takes the place of all sessions to come: also of one that stands a few days before its own first day. The
 * first of a series that has not begun stays: without a date the old one would be nothing.
 */
function firstReplaced(
  { zone }: Series,
  old: CalendarSeries,
  { from }: NextSeries,
  now: Instant,
): CalendarDay {
  const standsAt = (original: Instant) =>
    old.alternatives.find((one) => one.state === 'applied' && one.original === original)?.start ?? original;
  const next = old.starts.find((start, at) => at > 0 && start > now && standsAt(start) > now);
  const day = next === undefined ? from : localTime(next, zone).day;
  return day < from ? day : from;
}

/** Whether a calendar series has dates on or after the day on which the next one begins: then it is to be ended. */
export const goesBeyond = (
  { starts }: CalendarSeries,
  { from }: Pick<NextSeries, 'from'>,
  zone: ZoneName,
): boolean => starts.some((start) => start >= instantOf(from, '00:00', zone));

type Invited = { readonly bodyHtml: string; readonly attendees: readonly Attendee[] };

/** Whom the old series invites, and its agenda; an event that is gone tells nothing, and stops nothing. */
async function invitedIn(follow: Follow, eventId: string): Promise<Invited | undefined> {
  try {
    return await follow.ports.calendar.read(eventId, cancellable());
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return undefined;
    throw error;
  }
}

/** The agenda that the team made its own, else the usual one; either has the meeting's length. */
function agendaHtmlOf(follow: Follow, series: Series, bodyHtml: string | undefined): string {
  const { wording } = follow.ports;
  const own = bodyHtml === undefined ? undefined : agendaFromHtml(bodyHtml);
  const agenda = own ?? wording.template(series.kind, series.language);
  return wording.agendaHtml(
    agenda.items.length <= series.minutes ? resizeAgenda(agenda, series.minutes) : agenda,
  );
}

/** Refuses a first day that is not of the pattern's weekday: the service would move it. */
function firstOf({ from, time, weekday }: NextSeries, { zone }: Series): Instant {
  if (weekdayOf(from) !== weekday) throw new Refusal('time/bad-date', { day: from });
  return instantOf(from, time, zone);
}

/** The same change has the same key: a second creation of it is the first. */
const keyOf = ({ id, minutes }: Series, { from, time, every, times }: NextSeries): string =>
  `cadencia-${id}-${from}-${time.replace(':', '')}-${every}-${times}-${minutes}`;

/** What is left of a calendar series, as a pattern; undefined when nothing is. */
export function asItGoesOn(series: Series, { starts }: CalendarSeries, now: Instant): NextSeries | undefined {
  const days = starts.filter((start) => start > now).map((start) => localTime(start, series.zone));
  const [first] = days;
  if (first === undefined) return undefined;
  const { day, time, weekday } = first;
  const nth = series.kind === 'monthly' ? nthOf(days.map((one) => one.day)) : undefined;
  return {
    every: series.every,
    times: days.length,
    weekday,
    time,
    ...(nth !== undefined && { nth }),
    from: day,
  };
}

/** Which weekday of their months these days are: the numbered name before "last". */
function nthOf(days: readonly string[]): NonNullable<NextSeries['nth']> {
  const numbers = new Set(days.map((day) => Math.ceil(Number(day.slice(8)) / 7)));
  const [one] = numbers;
  const numbered = ([1, 2, 3, 4] as const).find((number) => number === one);
  const last = days.every((day) => addDays(day, 7).slice(0, 7) !== day.slice(0, 7));
  return numbers.size === 1 && numbered !== undefined ? numbered : last ? 'last' : (numbered ?? 'last');
}

function ended(series: Series, link: CalendarSeries, me: string): Series {
  const followUp = followUpOf(series);
  const chain = series.chain.map((one) => {
    if (one.organiser !== link.organiser || one.starts[0] !== link.starts[0]) return one;
    const { toEnd: _, ...rest } = one;
    return rest;
  });
  const handedOver = followUp.handedOver.map((one) =>
    one.from === me && one.ended !== true ? { ...one, ended: true as const } : one,
  );
  const told = followUp.handedOver.some((one) => one.from === me && one.ended !== true);
  return { ...series, chain, ...(told && { followUp: { ...followUp, handedOver } }) };
}
