import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { LEASE, type RoomCommandBody, type RoomState, type Sent } from './room';
import type { Meeting, PersonId } from './types';

export type SendCommand = Extract<RoomCommandBody, { kind: 'send' | 'sent' | 'notSent' }>;
type AllSent = NonNullable<RoomState['sent']>;

/**
 * What goes out to people once: whoever sends says so before, and afterwards what came of it. A sending of which nobody
 * has told the end can be taken up again after a while, knowingly.
 */
export function sentOn(
  all: AllSent,
  { kind, what }: SendCommand,
  { by, now, ended }: { readonly by: PersonId; readonly now: Instant; readonly ended: Meeting['ended'] },
): AllSent {
  const was = all[what];
  if (kind === 'send') {
    if (was !== undefined && isOut(was, ended)) throw new Refusal('meeting/already-sent');
    if (was?.state === 'going' && was.by !== by && now < was.at + LEASE)
      throw new Refusal('meeting/being-sent');
    return { ...all, [what]: { state: 'going', by, at: now } };
  }
  // What somebody else has taken up since is theirs to tell.
  if (was?.state !== 'going' || was.by !== by) return all;
  if (kind === 'sent') return { ...all, [what]: { ...was, state: 'sent' } };
  const { [what]: _, ...others } = all;
  return others;
}

/** Whether it went out and the meeting has not gone on since. */
export const isOut = ({ state, at }: Sent, ended: Meeting['ended']): boolean =>
  state === 'sent' && ended !== null && at >= ended.at;
