import { GraphError } from '../http/errors';
import { pageOf } from '../odata/page';
import { channelOf, teamOfMember } from '../people/teamRoutes';
import type { Caller, GraphRequest, Params, Reply, Route } from '../types';
import type { Chatting } from './chatRoutes';
import { type Message, messageInputOf, messageJson, type Messages } from './messages';

const SAY = ['ChatMessage.Send', 'Chat.ReadWrite'];
const READ = ['Chat.Read', 'Chat.ReadWrite'];
const SAY_IN_CHANNEL = ['ChannelMessage.Send'];
const READ_CHANNEL = ['ChannelMessage.Read.All'];
const SEE_CHANNEL = ['Channel.ReadBasic.All', 'Directory.Read.All'];

export type Talking = Chatting & { readonly messages: Messages };

/** What people say in a meeting's chat and in the team's channel. */
export function messageRoutes({ company, base, chats, messages }: Talking): readonly Route[] {
  const one = (request: GraphRequest, message: Message, context: string, where: object): Reply => ({
    status: 201,
    headers: { Location: `${base}${request.path}/${message.id}` },
    body: {
      '@odata.context': `${base}/$metadata#${context}/$entity`,
      ...messageJson(company, message, { ...where }),
    },
  });
  const many = (request: GraphRequest, all: readonly Message[], context: string, where: object): Reply => {
    const page = pageOf(request, all, { base, size: 20, most: 50, by: '$skiptoken' });
    const value = page.items.map((message) => messageJson(company, message, { ...where }));
    return {
      status: 200,
      body: {
        '@odata.context': `${base}/$metadata#${context}`,
        '@odata.count': value.length,
        ...page.next,
        value,
      },
    };
  };
  /** Where a channel's messages lie; refuses whoever is not in its team. */
  const channelAt = (caller: Caller, { team: teamId, channel: id }: Params) => {
    const team = teamOfMember(company, caller, teamId);
    const channel = channelOf(company, team);
    if (channel.id !== id) throw new GraphError(404, 'NotFound', 'NotFound');
    return {
      channel,
      context: `teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')`,
      where: { channelIdentity: { teamId: team.id, channelId: channel.id } },
    };
  };
  const threadIn = (channelId: string, { message: id = '' }: Params): Message => {
    const found = messages.find(channelId, id);
    if (found === undefined || found.replyTo !== undefined) throw new GraphError(404, 'NotFound', 'NotFound');
    return found;
  };
  const chatContext = (id: string) => `chats('${encodeURIComponent(id)}')/messages`;

  const routes: readonly Omit<Route, 'denied'>[] = [
    {
      method: 'POST',
      pattern: 'chats/{chat}/messages',
      scopes: SAY,
      handle(request, { chat: id = '' }) {
        const { chat } = chats.entered(request.caller, id);
        const said = messages.say(chat.id, request.caller.personId, messageInputOf(request.body));
        return one(request, said, chatContext(id), { chatId: chat.id });
      },
    },
    {
      method: 'GET',
      pattern: 'chats/{chat}/messages',
      scopes: READ,
      handle(request, { chat: id = '' }) {
        const { chat } = chats.entered(request.caller, id);
        return many(request, messages.in(chat.id), chatContext(id), { chatId: chat.id });
      },
    },
    {
      method: 'GET',
      pattern: 'teams/{team}/channels/{channel}',
      scopes: SEE_CHANNEL,
      handle(request, params) {
        const { channel } = channelAt(request.caller, params);
        const context = `${base}/$metadata#teams('${params['team']}')/channels/$entity`;
        return { status: 200, body: { '@odata.context': context, ...channel } };
      },
    },
    {
      method: 'POST',
      pattern: 'teams/{team}/channels/{channel}/messages',
      scopes: SAY_IN_CHANNEL,
      handle(request, params) {
        const { channel, context, where } = channelAt(request.caller, params);
        const said = messages.say(channel.id, request.caller.personId, messageInputOf(request.body));
        return one(request, said, `${context}/messages`, where);
      },
    },
    {
      method: 'GET',
      pattern: 'teams/{team}/channels/{channel}/messages',
      scopes: READ_CHANNEL,
      handle(request, params) {
        const { channel, context, where } = channelAt(request.caller, params);
        const threads = messages.in(channel.id).filter(({ replyTo }) => replyTo === undefined);
        return many(request, threads, `${context}/messages`, where);
      },
    },
    {
      method: 'POST',
      pattern: 'teams/{team}/channels/{channel}/messages/{message}/replies',
      scopes: SAY_IN_CHANNEL,
      handle(request, params) {
        const { channel, context, where } = channelAt(request.caller, params);
        const thread = threadIn(channel.id, params);
        const input = messageInputOf(request.body);
        const said = messages.say(channel.id, request.caller.personId, input, thread.id);
        return one(request, said, `${context}/messages('${thread.id}')/replies`, where);
      },
    },
    {
      method: 'GET',
      pattern: 'teams/{team}/channels/{channel}/messages/{message}/replies',
      scopes: READ_CHANNEL,
      handle(request, params) {
        const { channel, context, where } = channelAt(request.caller, params);
        const thread = threadIn(channel.id, params);
        const replies = messages.in(channel.id).filter(({ replyTo }) => replyTo === thread.id);
        return many(request, replies, `${context}/messages('${thread.id}')/replies`, where);
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'teams' }));
}
