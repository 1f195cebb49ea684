import type { Answers } from '../../domain/meeting/pulse';
import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import { PULSE_EVERY } from '../../domain/rhythm/pulse';
import { Refusal } from '../../domain/refusal';
import type { Room } from '../ports/room';
import { attempt } from './attempt';
import { type Desk, type DeskState, meetingIn } from './deskState';
import type { PulseView } from './meetingView';
import { keepAgain } from './recording';

/** The two questions of each fourth session; whoever cannot read the series is asked once somebody else was. */
export function pulseView({ known, room, answered }: DeskState): PulseView | null {
  const shared = room?.state?.pulse;
  const asks = known.series !== null && (known.series.followUp ?? FOLLOW_UP).pulse;
  const due = asks && known.held % PULSE_EVERY === PULSE_EVERY - 1;
  if (!due && shared === undefined) return null;
  return { answered, answers: shared?.answers ?? 0, counts: shared?.counts ?? null };
}

/** Sends my answers to the room, which counts them; a record that is kept already follows. */
export function answerPulse(desk: Desk, answers: Answers): void {
  const { room } = desk;
  if (room === undefined || meetingIn(desk.state.get()) === null) throw new Refusal('meeting/not-now');
  void send(desk, room, answers);
}

async function send(desk: Desk, room: Room, answers: Answers): Promise<void> {
  const sent = await attempt(
    desk,
    'command',
    () => room.command({ kind: 'pulse', ...answers }).catch(unlessAnswered(desk)),
    () => void send(desk, room, answers),
  );
  if (!sent) return;
  desk.change({ answered: true });
  if ((desk.state.get().room?.state?.pulse?.counts ?? null) !== null) await keepAgain(desk);
}

/** After a reload nobody here knows that I had answered; the server does, and then the questions are done with. */
const unlessAnswered =
  (desk: Desk) =>
  (error: unknown): never => {
    if (error instanceof Refusal && error.code === 'meeting/answered') desk.change({ answered: true });
    throw error;
  };
