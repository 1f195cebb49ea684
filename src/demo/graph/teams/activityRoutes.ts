import { isObject, type Json, objectOf, Reader } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { teamOfMember } from '../people/teamRoutes';
import type { GraphRequest, Reply, Route } from '../types';
import type { Apps } from './apps';
import type { Chatting } from './chatRoutes';
import { type ActivityNotice, ACTIVITY_TYPES, type Notices } from './notices';

const SEND = ['TeamsActivity.Send'];
const FIELDS = [
  ...['topic', 'activityType', 'chainId', 'previewText', 'teamsAppId'],
  ...['templateParameters', 'recipient', 'iconId'],
];
const RECIPIENT = /^#?microsoft\.graph\.aadUserNotificationRecipient$/;
const LONGEST_PREVIEW = 150;

export type Notifying = Chatting & { readonly apps: Apps; readonly notices: Notices };

/** Notices in people's activity, about a chat or a team in which both sender and recipient are (EM32). */
export function activityRoutes(tenant: Notifying): readonly Route[] {
  const { company, base, chats, apps, notices } = tenant;
  const send = (
    request: GraphRequest,
    place: string,
    address: string,
    isThere: (id: string) => boolean,
  ): Reply => {
    const { topic, ...notice } = noticeOf(objectOf(request.body));
    if (decodeURIComponent(topic) !== decodeURIComponent(base + address))
      throw badRequest('Topic value must be the address of the resource that the notification is about.');
    if (!isThere(notice.to)) throw new GraphError(404, 'NotFound', 'The recipient was not found there.');
    notices.add({ ...notice, from: request.caller.personId, place });
    return { status: 204 };
  };
  const installed = (place: string): void => {
    if (apps.installedIn(place) === undefined)
      throw new GraphError(403, 'Forbidden', 'The application is not installed there.');
  };
  const routes: readonly Pick<Route, 'pattern' | 'handle'>[] = [
    {
      pattern: 'chats/{chat}/sendactivitynotification',
      handle(request, { chat: id = '' }) {
        const { chat } = chats.entered(request.caller, id);
        installed(chat.id);
        const address = `/chats/${chat.id}`;
        return send(request, chat.id, address, (to) => chats.memberOf(chat, to) !== undefined);
      },
    },
    {
      pattern: 'teams/{team}/sendactivitynotification',
      handle(request, { team: id = '' }) {
        const team = teamOfMember(company, request.caller, id);
        installed(team.id);
        return send(request, team.id, `/teams/${id}`, (to) => team.members.includes(to));
      },
    },
  ];
  return routes.map((route) => ({ ...route, method: 'POST', scopes: SEND, denied: 'teams' }));
}

function noticeOf(
  body: Json,
): Omit<ActivityNotice, 'id' | 'at' | 'from' | 'place'> & { readonly topic: string } {
  const reader = new Reader(body, 'sendActivityNotification', FIELDS);
  const kind = reader.text('activityType') ?? '';
  const wanted = ACTIVITY_TYPES[kind];
  if (wanted === undefined)
    throw badRequest(`Activity type '${kind}' is not declared in the manifest of the application.`);
  const topic = new Reader(reader.object('topic') ?? {}, 'teamworkActivityTopic', TOPIC);
  if (topic.member('source', ['entityUrl', 'text'] as const) !== 'entityUrl')
    throw badRequest('Topic of this application needs source entityUrl.');
  const preview = new Reader(reader.object('previewText') ?? {}, 'itemBody', ['content', 'contentType']);
  const content = preview.text('content') ?? '';
  if (content.length > LONGEST_PREVIEW) throw badRequest('Preview text is longer than 150 characters.');
  const recipient = reader.object('recipient') ?? {};
  const to = recipient['userId'];
  if (!RECIPIENT.test(String(recipient['@odata.type'])) || typeof to !== 'string')
    throw badRequest('Recipient must be a user of the directory.');
  const parameters = parametersOf(reader.list('templateParameters') ?? []);
  const missing = wanted.find((name) => !Object.hasOwn(parameters, name));
  if (missing !== undefined) throw badRequest(`Template parameter '${missing}' is missing.`);
  return { kind, to, preview: content, parameters, topic: topic.text('value') ?? '' };
}

const TOPIC = ['source', 'value', 'webUrl'];

function parametersOf(list: readonly unknown[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.map((one) => {
      const reader = new Reader(isObject(one) ? one : {}, 'keyValuePair', ['name', 'value']);
      const [name, value] = [reader.text('name'), reader.text('value')];
      if (name === undefined || value === undefined) throw badRequest('Invalid template parameter.');
      if (name === 'actor') throw badRequest("Template parameter 'actor' is reserved.");
      return [name, value];
    }),
  );
}
