import type { Desk } from './deskState';

/** Passes the host's signal on while the room measures, and only what changed; without measuring it goes nowhere. */
export function passSpeaking(desk: Desk): void {
  const { room, speaking } = desk.state.get();
  const measures = room?.state?.balance !== undefined && room.state.meeting?.phase !== 'ended';
  const on = measures ? (speaking ?? undefined) : undefined;
  if (on === desk.passedOn) return;
  desk.passedOn = on;
  if (on !== undefined) desk.room?.speaking?.(on);
}
