import { chairsAhead } from '../../domain/rhythm/chairing';
import { sessionsOf } from '../../domain/rhythm/sessions';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import type { TeamChannel } from '../ports/announcing';
import type { AfterSession } from '../ports/followWording';
import { followUpOf } from './followUpOf';
import type { FollowPorts } from './followPorts';
import { chosenIn, digestsIn, type Follow } from './followState';
import { enterPrepare } from './preparing';

/** Where a series is spoken about; in a channel it is a message of its own. */
export type TalkPlace =
  ({ readonly kind: 'channel' } & TeamChannel) | { readonly kind: 'chat'; readonly chat: string };

/**
 * Says the message after a session, as the person whose surface it is; answers whether it was said: a series may have it
 * switched off. It fails as Announcing does.
 */
export async function tellAfterSession(
  { announcing, wording }: Pick<FollowPorts, 'announcing' | 'wording'>,
  told: AfterSession,
  place: TalkPlace,
): Promise<boolean> {
  if (!followUpOf(told.series).reach.message) return false;
  const html = wording.afterSession(told);
  if (place.kind === 'chat') await announcing.say(place.chat, html, cancellable());
  else await announcing.post({ team: place.team, channel: place.channel }, html, cancellable());
  return true;
}

/** Enters the preparation of the next session into my calendar; it is for whoever chairs. */
export async function prepare(follow: Follow): Promise<void> {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const me = state.me?.id ?? '';
  const sessions = sessionsOf(series, digestsIn(state), follow.now());
  const next = sessions.find((one) => one.state === 'coming' && one.start > follow.now());
  if (next === undefined) throw new Refusal('follow/unknown-session');
  if (chairsAhead(series, digestsIn(state), sessions).get(next.original) !== me)
    throw new Refusal('meeting/not-allowed');
  follow.change({ notice: null });
  await enterPrepare(follow.ports, series, next, me, follow.now());
  follow.change({ notice: { kind: 'done', what: 'prepare' } });
}
