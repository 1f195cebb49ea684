import * as v from 'valibot';
import { roomOf } from '../../room/wire';
import { bearerIn, type TokenCheck } from './accessToken';
import { bucketOfEach } from './bucket';
import type { Entrance, RoomId } from './entrance';
import { keyOf } from './house';
import { startsAround } from './nearTime';
import type { Store } from './store';

/** A status of HTTP for a refusal, or the original start of the nearest room; null when the place has none about now. */
export type NearRoom = (
  authorization: string | undefined,
  body: unknown,
) => Promise<401 | 400 | 403 | 429 | 503 | { readonly start: number | null }>;

const text = v.pipe(v.string(), v.maxLength(300));
const BODY = v.strictObject({
  place: v.variant('kind', [
    v.strictObject({ kind: v.literal('chat'), chat: text }),
    v.strictObject({ kind: v.literal('channel'), team: text, channel: text, message: text }),
  ]),
});

/** A panel that waits for its meeting asks six times a minute; nobody has a dozen of them. */
const BURST = 30;
const PER_SECOND = 1;

const DAY = 86_400_000;

/**
 * Tells members of a chat or channel which of its rooms is nearest: a guest, or somebody who came by a link, has no event
 * in their calendar that would say it. Membership is asked for as at a room's door.
 */
export function createNearRoom(from: {
  readonly tokens: TokenCheck;
  readonly entrance: Entrance;
  readonly store: Store;
  readonly now: () => number;
}): NearRoom {
  const { tokens, entrance, store, now } = from;
  const mayAsk = bucketOfEach(BURST, PER_SECOND, now);
  return async (authorization, body) => {
    const token = bearerIn(authorization);
    if (token === undefined) return 401;
    const read = v.safeParse(BODY, body);
    if (!read.success) return 400;
    const id: RoomId = { place: read.output.place, start: Math.floor(now() / DAY) * DAY };
    // What could be no room's name is no place.
    if (roomOf(keyOf(id)) === undefined) return 400;
    const who = await tokens.check(token, now());
    if (who === 'unknown') return 503;
    if (who === 'invalid') return 401;
    if (!mayAsk(who.id)) return 429;
    const entry = await entrance.check(keyOf(id), id, who, token, now());
    if (entry.kind === 'denied') return entry.why === 'unknown' ? 503 : 403;
    const starts = await startsAround(store, id.place, now());
    // A day's first moment is the name that a room has while nobody knows better.
    const known = starts.filter((start) => start % DAY !== 0);
    return { start: nearest(known.length > 0 ? known : starts, now()) };
  };
}

const nearest = (starts: readonly number[], now: number): number | null =>
  starts.reduce<number | null>(
    (best, start) => (best === null || Math.abs(start - now) < Math.abs(best - now) ? start : best),
    null,
  );
