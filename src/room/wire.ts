import * as v from 'valibot';
import type { Denial, Refused, RoomId } from '../app/ports/room';
import type { MyBalance } from '../domain/balance/types';
import type { RoomCommand } from '../domain/meeting/room';

/**
 * What goes over a room's socket beside Yjs' own messages, as JSON in Hocuspocus' stateless messages of the main part.
 * The token is the provider's `token`: it travels in the first frame, and again when the server asks for a fresh one.
 */
export type ToServer =
  | { readonly t: 'command'; readonly command: RoomCommand }
  /** `sent` is the client's own clock and comes back as it was. */
  | { readonly t: 'clock'; readonly sent: number }
  /** The host of this panel hears somebody, or nobody any more. */
  | { readonly t: 'speaking'; readonly on: boolean };

export type FromServer =
  | { readonly t: 'answer'; readonly id: string; readonly refused?: Refused }
  | { readonly t: 'clock'; readonly sent: number; readonly server: number }
  /** To each person their own, when it changed; at most every few seconds. */
  | { readonly t: 'balance'; readonly balance: MyBalance | null };

/** The reason of a refused authentication: the denial, and behind a space the claims that Entra wants, as base64url. */
export function reasonOf(why: Denial, claims?: string): string {
  return claims === undefined ? why : `${why} ${claims}`;
}

/** Two documents of one room: what all participants see, and what people of the company see. */
export type RoomPart = 'main' | 'internal';

const CHAT = /^19:[\w.@=+-]{1,200}$/;

/** The name of a document: place, original start and part; what cannot be a room has none. */
export function nameOf({ place, start }: RoomId, part: RoomPart): string {
  const at =
    place.kind === 'chat' ? ['chat', place.chat] : ['channel', place.team, place.channel, place.message];
  return [part, String(start), ...at.map(encodeURIComponent)].join('/');
}

const graphId = v.pipe(v.string(), v.regex(/^[\w.@=+:-]{1,200}$/));
const chat = v.pipe(v.string(), v.regex(CHAT));
const start = v.pipe(v.string(), v.regex(/^\d{12,13}$/), v.transform(Number));
const part = v.picklist(['main', 'internal']);
const NAME = v.union([
  v.tuple([part, start, v.literal('chat'), chat]),
  v.tuple([part, start, v.literal('channel'), graphId, chat, v.pipe(v.string(), v.regex(/^\d{1,20}$/))]),
]);

/** Undefined for every other text; a room has one name, so that nobody meets beside it under another spelling. */
export function roomOf(name: string): { readonly id: RoomId; readonly part: RoomPart } | undefined {
  if (name.length > 1000) return undefined;
  let parts: readonly string[];
  try {
    parts = name.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const read = v.safeParse(NAME, parts);
  if (!read.success) return undefined;
  const [of, at, kind] = read.output;
  const place =
    kind === 'chat'
      ? ({ kind, chat: read.output[3] } as const)
      : ({ kind, team: read.output[3], channel: read.output[4], message: read.output[5] } as const);
  const id = { place, start: at };
  return nameOf(id, of) === name ? { id, part: of } : undefined;
}
