import { guidOf } from '../../company/naming';
import type { Company } from '../../company/types';
import { idOf } from '../calendar/ids';
import { isOrganiser } from '../calendar/model';
import { deniedBy } from '../http/router';
import { filterOf } from '../odata/filter';
import { expandOf, selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Route } from '../types';
import { type Chat, type ChatMember, type Chats, homeTenantOf } from './chats';

const READ = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'];
const EXPANDABLE = ['members', 'lastMessagePreview'];
const FIELDS = [
  ...['id', 'topic', 'createdDateTime', 'lastUpdatedDateTime', 'chatType', 'webUrl', 'tenantId'],
  ...['onlineMeetingInfo', 'viewpoint', 'isHiddenForAllMembers', 'members'],
];
const NEVER = '0001-01-01T00:00:00Z';

export type Chatting = {
  readonly company: Company;
  readonly base: string;
  readonly now: () => number;
  readonly chats: Chats;
};

/** Chats of meetings and who is in them (facts, section 9). */
export function chatRoutes({ company, base, chats }: Chatting): readonly Route[] {
  const json = (chat: Chat, request: GraphRequest) => {
    const wantsMembers = expandOf(request.query, EXPANDABLE).some(({ name }) => /^members$/i.test(name));
    const whole = {
      ...chatJson(company, chat),
      ...(wantsMembers && {
        [`members@odata.context`]: `${base}/$metadata#chats('${encodeURIComponent(chat.id)}')/members`,
        members: chats.membersOf(chat).map((member) => memberJson(company, chat, member)),
      }),
    };
    const select = selectOf(request.query);
    return selected(whole, select && wantsMembers ? [...select, 'members'] : select, FIELDS, 'chat');
  };
  const routes: readonly Omit<Route, 'method' | 'scopes' | 'denied'>[] = [
    {
      pattern: 'chats/{chat}',
      handle(request, { chat: id = '' }) {
        const { chat } = chats.entered(request.caller, id);
        return {
          status: 200,
          body: { '@odata.context': `${base}/$metadata#chats/$entity`, ...json(chat, request) },
        };
      },
    },
    {
      pattern: 'chats/{chat}/members',
      handle(request, { chat: id = '' }) {
        const { chat } = chats.entered(request.caller, id);
        const all = chats.membersOf(chat).map((member) => memberJson(company, chat, member));
        const page = pageOf(request, all, { base, size: 100, most: 999, by: '$skiptoken' });
        const context = `${base}/$metadata#chats('${encodeURIComponent(id)}')/members`;
        const value = page.items;
        return {
          status: 200,
          body: { '@odata.context': context, '@odata.count': value.length, ...page.next, value },
        };
      },
    },
    {
      pattern: 'users/{user}/chats',
      handle(request, { user }) {
        if (user !== request.caller.personId) throw deniedBy('teams');
        const filter = request.query.get('$filter');
        const matches = filter === undefined ? () => true : filterOf(filter).matches;
        const mine = chats
          .all()
          .filter((chat) => chats.memberOf(chat, user) !== undefined)
          .map((chat) => json(chat, request))
          .filter(matches);
        const page = pageOf(request, mine, { base, size: 20, most: 50, by: '$skiptoken' });
        return {
          status: 200,
          body: { '@odata.context': `${base}/$metadata#chats`, ...page.next, value: page.items },
        };
      },
    },
  ];
  return routes.map((route) => ({ ...route, method: 'GET', scopes: READ, denied: 'teams' }));
}

function chatJson(company: Company, { id, meeting }: Chat) {
  const organiserCopy = meeting.copies.find(isOrganiser);
  const date = (instant: number) => new Date(instant).toISOString();
  const tenant = guidOf(company.domain, 'tenant');
  return {
    id,
    topic: meeting.details.subject,
    createdDateTime: date(meeting.created),
    lastUpdatedDateTime: date(meeting.modified),
    chatType: 'meeting',
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(id)}/0?tenantId=${tenant}`,
    tenantId: tenant,
    isHiddenForAllMembers: false,
    viewpoint: { isHidden: false, lastMessageReadDateTime: NEVER },
    onlineMeetingInfo: {
      calendarEventId: organiserCopy === undefined ? null : idOf(organiserCopy.key),
      joinWebUrl: meeting.joinUrl,
      organizer: { id: meeting.organiserId, displayName: null, userIdentityType: 'aadUser' },
    },
  };
}

function memberJson(company: Company, { id }: Chat, { person }: ChatMember) {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`0##${id}##${person.id}`).toString('base64'),
    roles: [person.guest ? 'guest' : 'owner'],
    displayName: person.name,
    visibleHistoryStartDateTime: NEVER,
    userId: person.id,
    email: person.mail,
    tenantId: homeTenantOf(company, person),
  };
}
