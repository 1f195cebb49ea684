import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { MeetingAbout, PlaceMember } from '../../app/ports/meetings';
import type { MeetingPlace } from '../../app/ports/room';
import { plainName } from '../../domain/plainName';
import { type Graph, type Operation, path } from '../client/call';
import { ask, askAll } from '../client/json';

const MEMBER = v.object({
  userId: v.nullish(v.string()),
  displayName: v.nullish(v.string()),
  email: v.nullish(v.string()),
  tenantId: v.nullish(v.string()),
  roles: v.nullish(v.array(v.string())),
});
const CHAT = v.object({
  topic: v.nullish(v.string()),
  tenantId: v.nullish(v.string()),
  onlineMeetingInfo: v.nullish(
    v.object({
      joinWebUrl: v.nullish(v.string()),
      organizer: v.nullish(v.object({ id: v.nullish(v.string()) })),
    }),
  ),
  members: v.nullish(v.array(MEMBER)),
});
const CHANNEL = v.object({ displayName: v.nullish(v.string()) });

/** An expanded list of members stops here without saying so (facts of 2026-11); then they are listed by themselves. */
const EXPANDED = 25;
/** More people than a meeting's chat takes. */
const MOST_MEMBERS = 1000;

/** What a chat or channel says of its meeting (GM1, GM2). `tenant` is the signed-in person's own. */
export async function aboutPlace(
  graph: Graph,
  place: MeetingPlace,
  tenant: string | undefined,
  operation: Operation,
): Promise<MeetingAbout> {
  if (place.kind === 'channel') return aboutChannel(graph, place, operation);
  const where = path`/chats/${place.chat}`;
  const chat = await ask(
    graph,
    CHAT,
    { method: 'GET', path: where, query: { $expand: 'members' } },
    operation,
  );
  const some = chat.members ?? [];
  const all =
    some.length > 0 && some.length < EXPANDED
      ? some
      : await askAll(graph, MEMBER, { method: 'GET', path: `${where}/members` }, operation, MOST_MEMBERS);
  const home = tenant ?? chat.tenantId ?? undefined;
  const { joinWebUrl, organizer } = chat.onlineMeetingInfo ?? {};
  return {
    topic: plainName(chat.topic ?? ''),
    organiser: organizer?.id ?? undefined,
    joinUrl: joinWebUrl ?? undefined,
    members: all.flatMap((member) => memberOf(member, home)),
    wholeTeam: false,
  };
}

/** Who is in a channel needs an administrator's consent; that it can be seen is the membership. */
async function aboutChannel(
  graph: Graph,
  { team, channel }: Extract<MeetingPlace, { kind: 'channel' }>,
  operation: Operation,
): Promise<MeetingAbout> {
  const { displayName } = await ask(
    graph,
    CHANNEL,
    {
      method: 'GET',
      path: path`/teams/${team}/channels/${channel}`,
      query: { $select: 'id,displayName' },
    },
    operation,
  );
  return {
    topic: plainName(displayName ?? ''),
    organiser: undefined,
    joinUrl: undefined,
    members: [],
    wholeTeam: true,
  };
}

/** Apps and telephones are no people. Whose company nobody tells is taken to be an outsider. */
function memberOf(
  { userId, displayName, email, tenantId, roles }: v.InferOutput<typeof MEMBER>,
  home: string | undefined,
): readonly PlaceMember[] {
  if (!userId) return [];
  const guest = (roles ?? []).some((role) => role.toLowerCase() === 'guest');
  const elsewhere = tenantId?.toLowerCase() !== home?.toLowerCase();
  const mail = email?.toLowerCase() ?? '';
  return [{ id: userId, name: plainName(displayName ?? '') || mail, mail, outsider: guest || elsewhere }];
}

/** Says something as the person; never repeated once it may have arrived, since everybody would read it twice (GM8). */
export async function sayAt(
  graph: Graph,
  place: MeetingPlace,
  html: string,
  operation: Operation,
): Promise<void> {
  const where =
    place.kind === 'chat'
      ? path`/chats/${place.chat}/messages`
      : path`/teams/${place.team}/channels/${place.channel}/messages/${place.message}/replies`;
  const body = { body: { contentType: 'html', content: html } };
  await ask(graph, v.object({}), { method: 'POST', path: where, body, repeatable: false }, operation).catch(
    (error: unknown) => {
      // It was taken, whatever the answer says of it.
      if (error instanceof PortFailure && error.failure.kind === 'malformed') return;
      throw error;
    },
  );
}
