import { areasMissing } from '../../domain/balance/agreement';
import type { Ask } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import { addDays, localTime } from '../../domain/time/calendarDays';
import type { CalendarDay } from '../../domain/time/types';
import { cancellable } from '../cancel';
import type { Notice, NoticePlace } from '../ports/announcing';
import { PortFailure } from '../ports/failure';
import { foundIn } from './changingDates';
import { followUpOf } from './followUpOf';
import { type Follow, organiserOf } from './followState';
import { chatOf } from './meetingChat';
import { keepIn } from './settings';

/** A notice to the organiser that something is asked. The ask itself stands in the file, whatever becomes of the notice. */
export async function notifyAsked(follow: Follow, ask: Ask): Promise<void> {
  const series = follow.state
    .get()
    .all.map((one) => one.series)
    .find((one) => followUpOf(one).asks.some(({ id }) => id === ask.id));
  if (series === undefined) return;
  const what = follow.ports.wording.asked(series, ask.change);
  await notify(follow, series.id, organiserOf(series), 'asked', what);
}

/** A notice to the key people of areas that have not said yes to what is asked; the question itself stands in the file. */
export async function notifyMeasuring(follow: Follow, id: string): Promise<void> {
  const { series } = foundIn(follow, id);
  const mode = followUpOf(series).agreement?.asked?.mode;
  if (mode === undefined) return;
  const missing = areasMissing(series);
  const heads = series.people.filter(({ role, area }) => role === 'key' && missing.includes(area));
  const what = follow.ports.wording.measuring(mode, series.language);
  for (const head of heads) await notify(follow, id, head.id, 'asked', what);
}

/** A notice to the key people that something else is measured from now on; everybody else is told in the next meeting. */
export async function notifyMeasured(follow: Follow, id: string): Promise<void> {
  const { series } = foundIn(follow, id);
  const what = follow.ports.wording.measures(followUpOf(series).balance, series.language);
  for (const { id: to, role } of series.people)
    if (role === 'key') await notify(follow, id, to, 'measuring', what);
}

/** A notice to whoever organises from now on: their series of the calendar is theirs to make. */
export const notifyHandedOver = (follow: Follow, id: string, to: string): Promise<void> =>
  notify(follow, id, to, 'handedOver', '');

/** A notice to whoever was given a task. */
export const notifyTask = (follow: Follow, id: string, to: string, text: string): Promise<void> =>
  notify(follow, id, to, 'taskForYou', text);

/**
 * One notice a day at most for a person, over all series that are known here and whoever's device sends it: the file of
 * the series says so, before the notice goes out. One that cannot be sent is no failure of what it is about.
 */
async function notify(
  follow: Follow,
  id: string,
  to: string,
  kind: Notice['kind'],
  what: string,
): Promise<void> {
  const { series } = foundIn(follow, id);
  const { me, all } = follow.state.get();
  const where = placeOf(series);
  const known = series.people.some((one) => one.id === to && one.outsider !== true);
  if (!followUpOf(series).reach.notices || where === undefined || !known || to === me?.id) return;
  const day = localTime(follow.now(), series.zone).day;
  if (all.some((one) => wasNoticed(one.series, to, day))) return;
  try {
    await keepIn(follow, foundIn(follow, id), (kept) => withNoticed(kept, to, day));
    const told = { series: series.title, by: me?.name ?? '', what, language: series.language };
    const notice = follow.ports.wording.notice(kind, told);
    await follow.ports.announcing.notify(where, to, notice, cancellable());
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}

const wasNoticed = (series: Series, person: string, day: CalendarDay): boolean =>
  (followUpOf(series).noticed ?? []).some((one) => one.person === person && one.day === day);

/** Older days decide nothing any more, and far ones that were typed by hand must not fill the file. */
function withNoticed(series: Series, person: string, day: CalendarDay): Series {
  if (wasNoticed(series, person, day)) return series;
  const followUp = followUpOf(series);
  const recent = (followUp.noticed ?? []).filter(
    (one) => one.day >= addDays(day, -1) && one.day <= addDays(day, 1),
  );
  return { ...series, followUp: { ...followUp, noticed: [...recent, { person, day }] } };
}

/** The team's where the series has a channel, since everybody of the team may open it; else the meeting's chat. */
function placeOf(series: Series): NoticePlace | undefined {
  const { channel } = followUpOf(series);
  if (channel !== undefined) return { kind: 'team', team: channel.team };
  const chat = chatOf(series);
  return chat === undefined ? undefined : { kind: 'chat', chat };
}
