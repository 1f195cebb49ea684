import { phaseAt, settled } from '../../domain/meeting/timer';
import type { Meeting } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { Room, RoomView } from '../ports/room';
import { type Desk, meIn, meetingIn, nameIn } from './deskState';
import type { MeetingNotice } from './meetingView';
import { nextMoment } from './moments';
import { learnAfterwards } from './reaching';
import { keepTalk } from './recording';
import { seedOnce } from './seeding';
import { followTalk } from './talking';
import { passSpeaking } from './speaking';
import { bringLess, bringMyPart } from './bringing';
import { endAway, lookUpTold } from './takingPart';
import { tickNow } from './ticking';

/** A timer that waits longer is set anew: they do not count as far as calendars go. */
const LONGEST_WAIT = 3_600_000;

/** Follows the room from now on: what it says, and what time alone changes in it. Answers how to leave it. */
export function watchRoom(desk: Desk, room: Room): () => void {
  desk.room = room;
  desk.passedOn = undefined;
  let forget = (): void => undefined;
  const wait = (): void => {
    forget();
    const now = desk.now();
    const next = nextMoment(desk.state.get().room?.state ?? null, now);
    if (next === null || desk.ended) return;
    forget = desk.ports.after(Math.min(next - now, LONGEST_WAIT), () => {
      if (desk.now() >= next) follow(desk, desk.state.get().room);
      wait();
    });
  };
  const heard = (): void => {
    const view = room.view.get();
    const moved = view.clockOffset !== desk.offset;
    desk.offset = view.clockOffset;
    // A better knowledge of the server's clock draws nothing anew but the timer, unless a moment is over by it.
    if (!same(view, desk.state.get().room, moved) || (moved && isOver(desk))) follow(desk, view);
    else if (!moved) return;
    tickNow(desk);
    wait();
  };
  const stop = room.view.subscribe(heard);
  const leave = (): void => {
    stop();
    forget();
    room.close();
  };
  desk.onEnd(leave);
  heard();
  return leave;
}

/** Whether something that is shown has changed with the time alone since it was drawn. */
function isOver(desk: Desk): boolean {
  const { room, at } = desk.state.get();
  const next = nextMoment(room?.state ?? null, at);
  return next !== null && next <= desk.now();
}

/** Rooms make all parts of their view anew; where the clock moved it is worth a look whether anything else did. */
function same(view: RoomView, shown: RoomView | null, closely: boolean): boolean {
  if (shown === null || view.saved !== shown.saved) return false;
  const parts = ['connection', 'state', 'notes', 'balance'] as const;
  return parts.every(
    (part) =>
      view[part] === shown[part] || (closely && JSON.stringify(view[part]) === JSON.stringify(shown[part])),
  );
}

function follow(desk: Desk, view: RoomView | null): void {
  const before = desk.state.get();
  const was = meetingIn(before);
  desk.change({ room: view, at: desk.now() });
  const after = desk.state.get();
  const is = meetingIn(after);
  if (was !== null && is !== null && !desk.pressing) announce(desk, [was, before.at], [is, after.at]);
  seedOnce(desk);
  learnAfterwards(desk);
  followTalk(desk);
  passSpeaking(desk);
  lookUpTold(desk);
  bringLess(desk);
  bringMyPart(desk);
  endAway(desk);
  if (before.room !== null) keepTalk(desk, before.room.balance?.talk ?? null);
}

type At = readonly [meeting: Meeting, now: Instant];

/** One thing at a time, and never in the place of something that asks for a decision. */
function announce(desk: Desk, before: At, after: At): void {
  const { notice } = desk.state.get();
  if (notice?.kind === 'failed' || notice?.kind === 'refused') return;
  const news = newsOf(desk, before, after);
  if (news !== null) desk.change({ notice: news });
}

function newsOf(desk: Desk, [was, then]: At, [is, now]: At): MeetingNotice | null {
  const [phase, phaseBefore] = [phaseAt(is, now), phaseAt(was, then)];
  if (phase === 'closing' && phaseBefore === 'running') return { kind: 'closing' };
  const item = settled(is, now).current?.item;
  if (item !== undefined && item !== settled(was, then).current?.item) {
    const title = is.items.find(({ id }) => id === item)?.title ?? '';
    return { kind: 'item', title };
  }
  if (is.chair !== null && is.chair !== was.chair) {
    const state = desk.state.get();
    // Somebody handed it to me: that is news for me too.
    return { kind: 'chairChanged', name: nameIn(state, is.chair) || meIn(state) };
  }
  return null;
}
