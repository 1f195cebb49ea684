import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Identity } from '../../app/ports/identity';
import type { MeetingPlace } from '../../app/ports/room';
import { plainName } from '../../domain/plainName';
import { path, type Call, type Graph } from '../client/call';
import { serviceErrorOf } from '../client/failures';
import { createGraph } from '../client/graph';
import { askAll, parseAs } from '../client/json';
import { isThrottled, type Patience } from '../client/retry';
import type { Timing } from '../client/timing';
import type { Fetch } from '../client/transport';
import { onBehalfOf, type ServerIdentity } from './onBehalfOf';

/** Everybody of a meeting's chat, by the directory's id. */
export type Roster = {
  readonly organiser: string | null;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly outsider: boolean }>;
};

/** Why somebody is not let in; the claims as Entra wants them. */
export type NotLetIn = {
  readonly why: 'notMember' | 'consent' | 'signIn' | 'unknown';
  readonly claims?: string;
};

/** What Graph says, asked in the name of the person whose token for our server is handed in. */
export type Membership = {
  chat(chat: string, token: string): Promise<Roster | NotLetIn>;
  /** Null for somebody who sees the channel; Graph says nothing about others there. */
  channel(of: Channel, token: string): Promise<NotLetIn | null>;
};

export type Channel = Extract<MeetingPlace, { kind: 'channel' }>;

export type MembershipOptions = {
  readonly identity: ServerIdentity;
  readonly tenant: string;
  readonly timing: Timing;
  readonly fetch: Fetch;
};

/** Somebody waits at the door: one more try, then it is "unknown" and the client comes again. */
const PATIENCE: Patience = { waitsMs: 3000, throttledTries: 2, brokenTries: 2, baseMs: 500 };
const NEVER = { cancelled: false, onCancel: () => () => undefined } as const;
const LIVE = { tier: 'live', cancel: NEVER } as const;

const ChatMember = v.object({
  userId: v.nullish(v.string()),
  displayName: v.nullish(v.string()),
  tenantId: v.nullish(v.string()),
  roles: v.nullish(v.array(v.string())),
});
const Chat = v.object({
  chatType: v.optional(v.string()),
  onlineMeetingInfo: v.nullish(v.object({ organizer: v.nullish(v.object({ id: v.nullish(v.string()) })) })),
  members: v.array(ChatMember),
});
/** An expanded list may end here, without saying so. */
const EXPANDED = 25;
const MOST_MEMBERS = 1000;

/** Asks Graph on behalf of the person. Nothing is kept here. */
export function createMembership(options: MembershipOptions): Membership {
  const { identity, tenant, timing, fetch } = options;

  /** What is read from the answer, or why there is none. */
  async function ask<T>(
    call: Call,
    scope: string,
    token: string,
    read: (text: string, graph: Graph) => Promise<T>,
  ): Promise<T | NotLetIn> {
    const exchanged = await onBehalfOf(identity, token, [scope], fetch);
    if (exchanged.kind !== 'token')
      return { why: exchanged.kind, ...('claims' in exchanged && { claims: exchanged.claims }) };
    const carried = carrying(exchanged.token);
    const graph: Graph = createGraph({
      base: identity.graph,
      identity: carried,
      timing,
      fetch,
      patience: PATIENCE,
    });
    try {
      const answer = await graph.send(call, LIVE);
      if (answer.status === 200) return await read(answer.text, graph);
      if (answer.status === 403 && serviceErrorOf(answer.text).lacksScope) return { why: 'consent' };
      // A stranger gets 403, a chat that is none 404, and one whose id is no id 400.
      const denied = [400, 403, 404, 410].includes(answer.status) && !isThrottled(answer.status);
      return { why: denied ? 'notMember' : 'unknown' };
    } catch {
      return carried.claims() === undefined
        ? { why: 'unknown' }
        : { why: 'consent', claims: carried.claims() as string };
    }
  }

  return {
    chat: (chat, token) =>
      ask<Roster>(
        { method: 'GET', path: path`/chats/${chat}`, query: { $expand: 'members' } },
        'Chat.ReadBasic',
        token,
        async (text, graph) => {
          const { members, onlineMeetingInfo } = parseAs(Chat, text);
          const list = { method: 'GET', path: path`/chats/${chat}/members` } as const;
          const all =
            members.length < EXPANDED ? members : await askAll(graph, ChatMember, list, LIVE, MOST_MEMBERS);
          return {
            organiser: onlineMeetingInfo?.organizer?.id?.toLowerCase() ?? null,
            people: new Map(all.flatMap((one) => memberOf(one, tenant))),
          };
        },
      ),
    channel: ({ team, channel }, token) =>
      ask<null>(
        { method: 'GET', path: path`/teams/${team}/channels/${channel}`, query: { $select: 'id' } },
        'Channel.ReadBasic.All',
        token,
        () => Promise.resolve(null),
      ),
  };
}

type Named = [string, { name: string; outsider: boolean }];

/** Nothing for apps and telephones. */
function memberOf(member: v.InferOutput<typeof ChatMember>, tenant: string): Named[] {
  const { userId, displayName, tenantId, roles } = member;
  if (typeof userId !== 'string') return [];
  const guest = (roles ?? []).some((role) => role.toLowerCase() === 'guest');
  const foreign = typeof tenantId === 'string' && tenantId.toLowerCase() !== tenant.toLowerCase();
  return [[userId.toLowerCase(), { name: plainName(displayName ?? ''), outsider: guest || foreign }]];
}

/** One token of somebody's, for one question; a challenge to it is remembered. */
function carrying(token: string): Identity & { claims(): string | undefined } {
  let wanted: string | undefined;
  return {
    token(_tier, asked = {}) {
      if (asked.renew !== true) return Promise.resolve(token);
      wanted = asked.claims;
      return Promise.reject(new PortFailure({ kind: 'signIn' }));
    },
    account: () => undefined,
    claims: () => wanted,
  };
}
