import { MINUTE, timerAt } from '../../domain/meeting/timer';
import type { Instant } from '../../domain/time/types';
import { type Desk, meetingIn } from './deskState';
import type { MeetingTick } from './meetingView';

/** A timer that runs a little early still shows the second it was set for. */
const EARLY = 50;

/** The tick of each second of the server's clock, until the desk ends; everybody's changes at the same moment. */
export function startTicking(desk: Desk): void {
  let forget = (): void => undefined;
  const next = (): void => {
    const into = desk.now() % 1000;
    forget = desk.ports.after(1000 - into + (into > 1000 - EARLY ? 1000 : 0), () => {
      tickNow(desk);
      next();
    });
  };
  desk.onEnd(() => forget());
  tickNow(desk);
  next();
}

/** Brings the tick to the present second; an unchanged one is the same. */
export function tickNow(desk: Desk): void {
  const before = desk.tick.get();
  const after = tickAt(desk, Math.floor((desk.now() + EARLY) / 1000) * 1000);
  const fields = Object.keys(after) as (keyof MeetingTick)[];
  if (fields.some((field) => before[field] !== after[field])) desk.tick.set(after);
}

function tickAt(desk: Desk, now: Instant): MeetingTick {
  const meeting = meetingIn(desk.state.get());
  if (meeting === null) return { now, itemLeft: null, itemShare: 0, meetingLeft: 0, speakerFor: null };
  const { item, meetingLeft } = timerAt(meeting, now);
  const whole = (meeting.items.find(({ id }) => id === item?.id)?.minutes ?? 0) * MINUTE;
  const { speaker } = meeting.floor;
  return {
    now,
    itemLeft: item?.left ?? null,
    itemShare: item === null || whole === 0 ? 0 : Math.min(1, Math.max(0, 1 - item.left / whole)),
    meetingLeft,
    speakerFor: speaker === null ? null : Math.max(0, now - speaker.since),
  };
}
