import { LEASE, type SentWhat } from '../../domain/meeting/room';
import { isOut } from '../../domain/meeting/sending';
import { type DeskState, meetingIn, meIn, nameIn } from './deskState';
import type { SentView, StepView } from './meetingView';

/** A step that sends something out, as the room knows it: done by anybody is done. */
export function sendingView(
  state: DeskState,
  what: SentWhat,
  mine: StepView,
): StepView & { readonly sent: SentView | null } {
  const mark = state.room?.state?.sent?.[what];
  const told = mark === undefined ? null : { by: nameIn(state, mark.by), at: mark.at };
  if (mine.state === 'working' || mark === undefined || told === null) return { ...mine, sent: null };
  if (mark.state === 'going') {
    const own = mark.by === meIn(state);
    // The room has not heard of it yet.
    if (own && mine.state === 'done') return { ...mine, sent: { ...told, sure: true } };
    const elsewhere = !own && state.at < mark.at + LEASE;
    const sent = { ...told, sure: false };
    return elsewhere
      ? { state: 'working', failure: null, sent }
      : { state: 'failed', failure: mine.failure, sent };
  }
  if (isOut(mark, meetingIn(state)?.ended ?? null))
    return { state: 'done', failure: null, sent: { ...told, sure: true } };
  // The meeting has gone on since.
  return mine.state === 'done' ? { state: 'offered', failure: null, sent: null } : { ...mine, sent: null };
}
