import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { type Failure, PortFailure } from '../ports/failure';
import type { MeetingAbout, Occurrence } from '../ports/meetings';
import type { MeetingPlace } from '../ports/room';
import { whatFailed } from '../whatFailed';
import type { Desk, Opened } from './deskState';
import { knowSeries } from './seriesKnowledge';
import { awaitRoom, nearRoom } from './awaitRoom';
import { learnAfterwards } from './reaching';
import { seedOnce } from './seeding';
import { followTalk } from './talking';
import { bringLess, bringMyPart } from './bringing';
import { lookUpTold } from './takingPart';
import { watchRoom } from './watching';

const DAY = 86_400_000;
/** A service that fails now is asked again without a press. */
const ASK_AGAIN = 5000;
const TEMPORARY: readonly Failure['kind'][] = ['offline', 'unavailable', 'throttled'];

/** From the place to the room: who I am, what the chat says, which occurrence it is; the files of the series come after. */
export async function openMeeting(desk: Desk, interactive = false): Promise<void> {
  const { place } = desk.ports.host;
  if (place === undefined) return desk.change({ screen: 'noMeeting' });
  desk.change({ screen: 'starting', notice: null });
  await openAt(desk, place, interactive);
}

async function openAt(desk: Desk, place: MeetingPlace, interactive: boolean): Promise<void> {
  const { identity, directory } = desk.ports;
  try {
    await identity.token('live', { interactive });
    const cancel = cancellable();
    desk.onEnd(() => cancel.cancel());
    const [me, about] = await Promise.all([directory.me(cancel), desk.ports.meetings.about(place, cancel)]);
    const occurrence = await occurrenceOf(desk, about);
    const start = occurrence?.original ?? (await startWithout(desk, place));
    if (desk.ended || desk.room !== undefined) return;
    const opened: Opened = { me, about, occurrence, start };
    desk.change({ screen: 'meeting', opened, at: desk.now() });
    const leave = watchRoom(desk, desk.ports.rooms.open({ place, start }, me.id));
    if (occurrence === null) awaitRoom(desk, opened, place, leave, (next) => void learn(desk, next, place));
    void learn(desk, opened, place);
  } catch (error) {
    notOpened(desk, place, error);
  }
}

/** What nobody has to wait for. */
async function learn(desk: Desk, opened: Opened, place: MeetingPlace): Promise<void> {
  void panelIn(desk, place).then((hasPanel) => desk.change({ hasPanel }));
  try {
    desk.change({ known: await knowSeries(desk, opened) });
  } catch (error) {
    desk.ports.report(error);
    desk.change({ known: { ...desk.state.get().known, read: true } });
  }
  seedOnce(desk);
  learnAfterwards(desk);
  followTalk(desk);
  lookUpTold(desk);
  bringLess(desk);
  bringMyPart(desk);
}

/** Without leave to read calendars there is no occurrence to know; without an answer it is not known which. */
async function occurrenceOf(desk: Desk, { joinUrl }: MeetingAbout): Promise<Occurrence | null> {
  if (joinUrl === undefined) return null;
  try {
    return await desk.ports.meetings.occurrence(joinUrl, desk.now(), cancellable());
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    const { kind } = error.failure;
    if (kind === 'consent' || kind === 'denied' || kind === 'notFound') return null;
    throw error;
  }
}

/**
 * A guest, or a meeting that nobody planned: the room that the server has for this place about now, else the one that
 * begins with the present day in UTC, which is the same for everybody.
 */
async function startWithout(desk: Desk, place: MeetingPlace): Promise<Instant> {
  const now = desk.now();
  const near = (await nearRoom(desk, place, now)) ?? null;
  return near ?? Math.floor(now / DAY) * DAY;
}

/** The panel stands in the meeting already; other surfaces ask, and may not learn it. */
async function panelIn(desk: Desk, place: MeetingPlace): Promise<boolean | null> {
  const { surface, kind } = desk.ports.host;
  if (kind === 'teams' && surface !== 'tab') return true;
  try {
    return await desk.ports.meetings.hasPanel(place, cancellable());
  } catch (error) {
    if (!(error instanceof PortFailure)) desk.ports.report(error);
    return null;
  }
}

function notOpened(desk: Desk, place: MeetingPlace, error: unknown): void {
  if (desk.room !== undefined) return;
  desk.again = () => void openMeeting(desk, true);
  const what = whatFailed(error, desk.ports.report);
  const failure = what?.kind === 'failed' ? what.failure : undefined;
  if (failure?.kind === 'denied' || failure?.kind === 'notFound')
    return desk.change({ screen: 'notMember', notice: null });
  const notice =
    what === undefined ? null : what.kind === 'failed' ? { ...what, step: 'open' as const } : what;
  desk.change({ screen: 'signIn', notice });
  if (failure === undefined || !TEMPORARY.includes(failure.kind)) return;
  // What is read on the screen stays there meanwhile; a press that came first has put something else there.
  desk.onEnd(
    desk.ports.after(ASK_AGAIN, () => {
      if (desk.state.get().notice === notice) void openAt(desk, place, false);
    }),
  );
}
