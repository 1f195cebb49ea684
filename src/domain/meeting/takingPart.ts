import { turnsOf } from '../balance/attribution';
import { withoutPerson } from '../balance/forget';
import type { TakesPart } from '../balance/types';
import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { mayTakePart, withEvents, withPresence, type BalanceLog } from './measuring';
import { REVERSIBLE } from './phases';
import type { RoomCommandBody, RoomState } from './room';
import type { Meeting, PersonId } from './types';

/**
 * The log after somebody said how they take part. Declining takes out of it what was theirs; what comes back later counts
 * from then on. Refuses whom no area counts, and names where only areas are measured.
 */
export function withTakingPart(
  state: RoomState,
  log: BalanceLog,
  as: TakesPart,
  by: PersonId,
  now: Instant,
): BalanceLog {
  const meeting = measuredMeeting(state, by, now);
  if (as === 'shown' && state.balance?.mode !== 'persons') throw new Refusal('talk/not-measured');
  const { [by]: _, ...others } = log.as;
  const said: BalanceLog = { ...log, as: as === 'counted' ? others : { ...others, [by]: as } };
  if (as !== 'declined') return withPresence(said, meeting, now);
  return {
    ...said,
    events: withoutPerson(said.events, by),
    here: said.here.filter(({ person }) => person !== by),
  };
}

/** The log after somebody said of their own turn when it ended, or that it was not theirs. */
export function withCorrection(
  state: RoomState,
  log: BalanceLog,
  { from, until }: Extract<RoomCommandBody, { kind: 'correctTurn' }>,
  by: PersonId,
  now: Instant,
): BalanceLog {
  measuredMeeting(state, by, now);
  const at = Math.max(now, log.events.at(-1)?.at ?? now);
  const mine = turnsOf([...log.events, { at, kind: 'end' }], by).some((turn) => turn.from === from);
  if (!mine || (until !== null && until < from)) throw new Refusal('talk/unknown-turn');
  return withEvents(log, [{ at, kind: 'correct', person: by, from, until }]);
}

/** Both can be said until a day after the end, as it can be taken back. */
function measuredMeeting({ balance, meeting }: RoomState, by: PersonId, now: Instant): Meeting {
  if (balance === undefined || meeting === null) throw new Refusal('talk/not-measured');
  if (!mayTakePart(meeting, by)) throw new Refusal('meeting/not-allowed');
  if (meeting.ended !== null && now - meeting.ended.at >= REVERSIBLE) throw new Refusal('meeting/too-late');
  return meeting;
}
