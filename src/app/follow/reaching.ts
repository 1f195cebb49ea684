import { chairsAhead } from '../../domain/rhythm/chairing';
import { sessionsOf } from '../../domain/rhythm/sessions';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import type { TeamChannel } from '../ports/announcing';
import { PortFailure } from '../ports/failure';
import type { AfterSession } from '../ports/followWording';
import { afterSessionOf } from './afterSession';
import { followUpOf } from './followUpOf';
import type { FollowPorts } from './followPorts';
import { chosenIn, digestsIn, type Follow } from './followState';
import { chatOf } from './meetingChat';
import { enterPrepare } from './preparing';

/** Where a series is spoken about; in a channel it is a message of its own. */
export type TalkPlace =
  ({ readonly kind: 'channel' } & TeamChannel) | { readonly kind: 'chat'; readonly chat: string };

/**
 * Says the message after a session, as the person whose surface it is; answers whether it was said: a series may have it
 * switched off. Needs no more than these ports: the meeting's end uses it too, with `afterSessionOf`. It goes out once,
 * and fails as Announcing does.
 */
export async function tellAfterSession(
  { announcing, wording }: Pick<FollowPorts, 'announcing' | 'wording'>,
  told: AfterSession,
  place: TalkPlace,
): Promise<boolean> {
  if (!followUpOf(told.series).reach.message) return false;
  await say({ announcing, wording }, told, place);
  return true;
}

/** The same by a press in the channel's tab, into its channel; without one into the meeting's chat. */
export async function tellChannel(follow: Follow): Promise<void> {
  const { ports } = follow;
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const channel = followUpOf(series).channel ?? ports.host.channel;
  const chat = chatOf(series);
  if (channel === undefined && chat === undefined) throw new PortFailure({ kind: 'notFound' });
  await ports.identity.token('live', { interactive: true });
  const told = afterSessionOf({
    series,
    digests: digestsIn(state),
    planned: state.planned,
    now: follow.now(),
  });
  follow.change({ notice: null });
  await say(
    ports,
    told,
    channel === undefined ? { kind: 'chat', chat: chat ?? '' } : { kind: 'channel', ...channel },
  );
  follow.change({ notice: { kind: 'done', what: 'message' } });
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

const say = (
  { announcing, wording }: Pick<FollowPorts, 'announcing' | 'wording'>,
  told: AfterSession,
  place: TalkPlace,
): Promise<void> => {
  const html = wording.afterSession(told);
  return place.kind === 'chat'
    ? announcing.say(place.chat, html, cancellable())
    : announcing.post({ team: place.team, channel: place.channel }, html, cancellable());
};
