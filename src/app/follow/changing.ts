import { insertAgenda, agendaFromHtml } from '../../domain/agenda/html';
import { resizeAgenda } from '../../domain/agenda/edit';
import { Refusal } from '../../domain/refusal';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import type { Alternative, CalendarSeries, Series } from '../../domain/rhythm/series';
import { linksByStart } from '../../domain/rhythm/sessions';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { attendeesWith } from '../planning/invitation';
import { setRole } from '../planning/rosterEdits';
import { PortFailure } from '../ports/failure';
import {
  asTheyWere,
  cancelDate,
  eventIdOf,
  foundIn,
  knowEvent,
  mailOf,
  meIn,
  moveDate,
  singlesOf,
} from './changingDates';
import { endOldIn, goesBeyond, goOn } from './changingSeries';
import { followUpOf } from './followUpOf';
import { type Follow, organiserOf } from './followState';
import { notifyHandedOver } from './noticing';
import { keepIn } from './settings';

type Change<K extends RhythmChange['kind']> = Extract<RhythmChange, { kind: K }>;

/**
 * Does a change to the rhythm of a series, in its organiser's calendar and then in its file. The same press again
 * completes what a failure left half done, and mails nobody twice; the states between are in SPEC FC.
 */
export async function doChangeIn(follow: Follow, id: string, change: RhythmChange): Promise<void> {
  const { series } = foundIn(follow, id);
  if (change.kind === 'handOver') return handOver(follow, id, change);
  const single = change.kind === 'move' || change.kind === 'skip';
  const link = single ? linkOf(series, change.original) : lastOf(series);
  if (link.organiser !== meIn(follow)) throw new Refusal('follow/not-the-organiser');
  await knowEvent(follow, id, link);
  switch (change.kind) {
    case 'move':
      return move(follow, id, change);
    case 'skip':
      return skip(follow, id, change.original);
    case 'shorten':
      return shorten(follow, id, change.minutes);
    case 'fewer':
      return fewer(follow, id, change.people);
    case 'goOn':
      await goOn(follow, id, change.plan, change.why);
      return endOldIn(follow, id);
  }
}

/**
 * What a change costs: how many people get mails, how many each, and how many sessions it touches. Who was invited by hand
 * alone is not known here.
 */
export function changeCost(
  series: Series,
  change: RhythmChange,
  now: Instant,
): { readonly mails: number; readonly each: number; readonly sessions: number } {
  const last = series.chain.at(-1);
  const mails = attendeesWith(series, [], mailOf(series, organiserOf(series))).length;
  const ahead = last?.starts.filter((start) => start > now).length ?? 0;
  const singles = last === undefined ? { moved: [], skipped: [] } : singlesOf(series, last, now, Infinity);
  switch (change.kind) {
    case 'move':
    case 'skip':
      return { mails, each: 1, sessions: 1 };
    case 'shorten':
      // The length, the agenda in the invitation, and each date that is otherwise.
      return { mails, each: 2 + singles.moved.length + singles.skipped.length, sessions: ahead };
    case 'fewer':
      return { mails, each: 1, sessions: ahead };
    case 'goOn':
      // The invitation, and the end of the old one where it goes beyond.
      return {
        mails,
        each: last !== undefined && goesBeyond(last, change.plan, series.zone) ? 2 : 1,
        sessions: change.plan.times,
      };
    case 'handOver':
      return { mails: 0, each: 0, sessions: ahead };
  }
}

async function move(follow: Follow, id: string, { original, start, minutes }: Change<'move'>): Promise<void> {
  const { series } = foundIn(follow, id);
  if (start <= follow.now()) throw new Refusal('follow/too-late', { original });
  const link = linkOf(series, original);
  await moveDate(follow, series, link, {
    original,
    start,
    minutes: minutes ?? link.minutes ?? series.minutes,
  });
  const moved: Alternative = {
    original,
    start,
    ...(minutes !== undefined && { minutes }),
    state: 'applied',
  };
  await keepIn(follow, foundIn(follow, id), (kept) =>
    withLink(kept, original, (one) => ({
      ...one,
      alternatives: [...one.alternatives.filter((other) => other.original !== original), moved],
    })),
  );
}

async function skip(follow: Follow, id: string, original: Instant): Promise<void> {
  const { series } = foundIn(follow, id);
  await cancelDate(follow, series, linkOf(series, original), original);
  await keepIn(follow, foundIn(follow, id), (kept) => {
    const followUp = followUpOf(kept);
    const others = followUp.marks.filter((mark) => mark.original !== original);
    return { ...kept, followUp: { ...followUp, marks: [...others, { original, as: 'skipped' }] } };
  });
}

async function shorten(follow: Follow, id: string, minutes: number): Promise<void> {
  const { series } = foundIn(follow, id);
  const link = lastOf(series);
  const eventId = eventIdOf(link);
  await follow.ports.seriesCalendar.resize(eventId, minutes, cancellable());
  const shorter = { ...link, minutes };
  await asTheyWere(follow, { ...series, minutes }, shorter, Infinity);
  await fitAgenda(follow, eventId, minutes);
  const first = link.starts[0];
  await keepIn(follow, foundIn(follow, id), (kept) =>
    withLink({ ...kept, minutes }, first, (one) => ({ ...one, minutes })),
  );
}

/** The agenda in the invitation has the length of the meeting; one with more points than minutes stays for people to cut. */
async function fitAgenda(follow: Follow, eventId: string, minutes: number): Promise<void> {
  const { calendar, wording } = follow.ports;
  await calendar.mergeBody(
    eventId,
    (html) => {
      const agenda = agendaFromHtml(html);
      if (agenda === undefined || agenda.items.length > minutes) return html;
      return insertAgenda(html, wording.agendaHtml(resizeAgenda(agenda, minutes)));
    },
    cancellable(),
  );
}

async function fewer(follow: Follow, id: string, people: readonly string[]): Promise<void> {
  const { calendar, seriesCalendar } = follow.ports;
  const informed = (series: Series): Series =>
    people.reduce((next, person) => setRole(next, person, 'informed'), series);
  const { series } = foundIn(follow, id);
  if (people.includes(organiserOf(series))) throw new Refusal('follow/hand-over-first');
  const eventId = eventIdOf(lastOf(series));
  const { attendees } = await calendar.read(eventId, cancellable());
  const invited = attendeesWith(informed(series), attendees, mailOf(series, organiserOf(series)));
  await seriesCalendar.invite(eventId, invited, cancellable());
  await keepIn(follow, foundIn(follow, id), informed);
}

/**
 * Says in the file who organises from now on: their calendar is theirs to change, so they make the series themselves
 * (takeOver). The organiser says it; where they have left already, a key person does.
 */
async function handOver(follow: Follow, id: string, { to }: Change<'handOver'>): Promise<void> {
  const { series } = foundIn(follow, id);
  const me = meIn(follow);
  const from = organiserOf(series);
  const may = me === from || series.people.some((one) => one.id === me && one.role === 'key');
  if (!may) throw new Refusal('follow/not-the-organiser');
  const heir = series.people.find((one) => one.id === to && one.outsider !== true);
  if (heir === undefined || to === from) throw new Refusal('follow/nobody-to-hand-over');
  if (followUpOf(series).handedOver.at(-1)?.to === to && followUpOf(series).handedOver.at(-1)?.from === from)
    return;
  const at = follow.now();
  await keepIn(follow, foundIn(follow, id), (kept) => {
    const followUp = followUpOf(kept);
    return { ...kept, followUp: { ...followUp, handedOver: [...followUp.handedOver, { from, to, at }] } };
  });
  await notifyHandedOver(follow, id, to);
}

function lastOf({ chain }: Series): CalendarSeries {
  const last = chain.at(-1);
  if (last === undefined) throw new PortFailure({ kind: 'notFound' });
  return last;
}

/** The calendar series in which a session lives. */
function linkOf(series: Series, original: Instant): CalendarSeries {
  const link = linksByStart(series).get(original);
  if (link === undefined) throw new Refusal('follow/unknown-session', { original });
  return link;
}

/** The series with that calendar series changed in which a session of this original start lives; else its present one. */
function withLink(
  series: Series,
  start: Instant | undefined,
  change: (link: CalendarSeries) => CalendarSeries,
): Series {
  const wanted = start === undefined ? undefined : linksByStart(series).get(start);
  const at = wanted === undefined ? series.chain.length - 1 : series.chain.indexOf(wanted);
  return { ...series, chain: series.chain.map((one, index) => (index === at ? change(one) : one)) };
}
