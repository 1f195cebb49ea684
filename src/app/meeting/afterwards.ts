import { chairsAhead } from '../../domain/rhythm/chairing';
import type { Series } from '../../domain/rhythm/series';
import { type Session, sessionsOf } from '../../domain/rhythm/sessions';
import type { Instant } from '../../domain/time/types';
import { afterSessionOf } from '../follow/afterSession';
import { enterPrepare } from '../follow/preparing';
import { tellAfterSession } from '../follow/reaching';
import type { MeetingPlace } from '../ports/room';
import type { ReachPorts } from './meetingPorts';

/** What a meeting's end tells of the next one. A file of its own: nobody needs it before the end. */
export type Afterwards = {
  /** The message as it would be said. */
  readonly html: string;
  readonly next: Session | null;
  /** Whose turn it is to chair it, as far as anybody knows. */
  readonly chair: string | null;
};

export type Digests = Parameters<typeof sessionsOf>[1];

/** `records` are newest first, that of the session which is over among them. */
export function afterwardsOf(
  { wording }: Pick<ReachPorts, 'wording'>,
  series: Series,
  records: Digests,
  now: Instant,
): Afterwards {
  const sessions = sessionsOf(series, records, now);
  const next = sessions.find(({ state, start }) => state === 'coming' && start > now) ?? null;
  return {
    html: wording.afterSession(afterSessionOf({ series, digests: records, planned: null, now })),
    next,
    chair: next === null ? null : (chairsAhead(series, records, sessions).get(next.original) ?? null),
  };
}

/** Says it where the meeting is. */
export async function sayNext(
  ports: ReachPorts,
  series: Series,
  records: Digests,
  place: MeetingPlace,
  now: Instant,
): Promise<void> {
  const told = afterSessionOf({ series, digests: records, planned: null, now });
  await tellAfterSession(ports, told, place);
}

/** "Prepare the weekly" into my own calendar. */
export const enterNext = enterPrepare;
