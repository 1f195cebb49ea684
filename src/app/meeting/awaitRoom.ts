import type { Instant } from '../../domain/time/types';
import { PortFailure } from '../ports/failure';
import type { MeetingPlace } from '../ports/room';
import { type Desk, meetingIn, type Opened } from './deskState';
import { watchRoom } from './watching';

const LOOK_AGAIN = 10_000;

/** The room that the server has for the place about now; without a server there is none but this device's own. */
export async function nearRoom(
  desk: Desk,
  place: MeetingPlace,
  now: Instant,
): Promise<Instant | null | undefined> {
  try {
    return await desk.ports.rooms.near?.(place, now);
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    return null;
  }
}

/**
 * Who has no event of their own and came before the others sits in the room of the day: as long as nothing is in it, the
 * server is asked for the meeting's own, and one goes there once it is. `moved` hears of the new place.
 */
export function awaitRoom(
  desk: Desk,
  opened: Opened,
  place: MeetingPlace,
  leave: () => void,
  moved: (opened: Opened) => void,
): void {
  if (desk.ports.rooms.near === undefined) return;
  let forget = (): void => undefined;
  const look = async (): Promise<void> => {
    if (desk.ended || !isEmpty(desk)) return;
    const start = (await nearRoom(desk, place, desk.now()).catch(() => null)) ?? null;
    if (desk.ended || !isEmpty(desk)) return;
    if (start === null || start === opened.start) return wait();
    leave();
    const next: Opened = { ...opened, start };
    desk.change({ opened: next, room: null });
    watchRoom(desk, desk.ports.rooms.open({ place, start }, opened.me.id));
    moved(next);
  };
  const wait = (): void => void (forget = desk.ports.after(LOOK_AGAIN, () => void look()));
  desk.onEnd(() => forget());
  wait();
}

/** Nobody has brought an agenda or written anything: nothing is left behind. */
function isEmpty(desk: Desk): boolean {
  const state = desk.state.get();
  const notes = state.room?.notes;
  const written = notes === undefined ? 0 : Object.values(notes).reduce((sum, all) => sum + all.length, 0);
  return meetingIn(state) === null && written === 0;
}
