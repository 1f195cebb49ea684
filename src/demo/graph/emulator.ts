import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { guidOf } from '../company/naming';
import { runBatch } from './batch';
import { calendarRoutes } from './calendar/calendarRoutes';
import { type Calendaring, eventRoutes } from './calendar/eventRoutes';
import { addInPropertyId } from './calendar/extendedProperties';
import { namedBy } from './calendar/ids';
import { Mailboxes } from './calendar/mailboxes';
import { Faults } from './faults';
import { handleFaults } from './faultsHttp';
import { Downloads } from './files/downloads';
import { itemRoutes } from './files/itemRoutes';
import { Places } from './files/places';
import { placeRoutes } from './files/placeRoutes';
import { authorised } from './http/authorisation';
import { isOfMailbox, MailboxConcurrency } from './http/concurrency';
import { allowAnyOrigin, answerPreflight } from './http/cors';
import { errorReply, GraphError } from './http/errors';
import { logTo } from './http/log';
import { headersOf, readBody, sendReply } from './http/messages';
import { queryOf, segmentsOf } from './http/paths';
import { routerOf } from './http/router';
import { Artefacts } from './meetings/artefacts';
import { meetingRoutes } from './meetings/meetingRoutes';
import { OnlineMeetings } from './meetings/onlineMeetings';
import { Switches } from './meetings/switches';
import { transcriptRoutes } from './meetings/transcriptRoutes';
import { mailRoutes } from './mail/mailRoutes';
import { organisationRoute } from './people/organisation';
import { teamRoutes } from './people/teamRoutes';
import { userRoutes } from './people/userRoutes';
import { planRoutes } from './planner/planRoutes';
import { Planner } from './planner/planner';
import { taskRoutes } from './planner/taskRoutes';
import { activityRoutes } from './teams/activityRoutes';
import { appRoutes } from './teams/appRoutes';
import { channelAppRoutes } from './teams/channelAppRoutes';
import { Apps } from './teams/apps';
import { chatRoutes } from './teams/chatRoutes';
import { Chats } from './teams/chats';
import { messageRoutes } from './teams/messageRoutes';
import { Messages } from './teams/messages';
import { Notices } from './teams/notices';
import type { Caller, GraphEmulatorOptions, GraphRequest, Reply } from './types';

/** Microsoft Graph as the demo tenant sees it. */
export type GraphEmulator = {
  /** Answers a request whose path begins with the path of `base`, preflights too. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers a request on the files' origin: downloads by addresses that authorise themselves. */
  handleFile(request: IncomingMessage, response: ServerResponse): void;
  /** `/demo/faults`: GET lists, POST adds one or several, DELETE clears; see `Fault` for their form. */
  handleFaults(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** What somebody does in the tenant without the product: all scopes, no faults, one request below the base. */
  act(personId: string, method: string, path: string, body?: unknown): Promise<Reply>;
  readonly faults: Faults;
  /** Who is in which meeting's chat. */
  readonly chats: Chats;
  /** Which meetings have the app. */
  readonly apps: Apps;
  /** What stands in people's activity in Teams. */
  readonly notices: Notices;
  /** What calls leave behind, and what the tenant's administrator lets apps see of it. */
  readonly artefacts: Artefacts;
  readonly switches: Switches;
  /** How many rounds of mails an event's attendees got, the invitation included; 0 for an event that nobody knows. */
  mails(ownerId: string, eventId: string): number;
  /** The id of the extended property in which the add-in's custom properties stand on an event. */
  readonly customPropertyId: string;
};

type Message = {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Starts with the company as it is; what is created later lives as long as the emulator. */
export function createGraphEmulator(options: GraphEmulatorOptions): GraphEmulator {
  const { company, now, base, latencyMs = 0 } = options;
  const root = new URL(base).pathname;
  const faults = new Faults(now);
  const mailboxes = new Mailboxes(company, now);
  const places = new Places(company, now);
  const downloads = new Downloads(options.filesOrigin, now, places.drives);
  const concurrency = new MailboxConcurrency();
  const log = logTo(options.log);
  const calendaring: Calendaring = {
    company,
    mailboxes,
    now,
    base,
    tenant: guidOf(company.domain, 'tenant'),
    joinUrlDelayMs: () => faults.strike('lateMeeting', { method: 'POST', path: '' })?.ms ?? 0,
    personIdOf: (name) =>
      company.people.find(({ id, upn }) => [id, upn.toLowerCase()].includes(name.toLowerCase()))?.id,
  };
  const scheduling = {
    company,
    mailboxes,
    failing: (address: string) =>
      faults.failingMailboxes().some((one) => one.toLowerCase() === address.toLowerCase()),
    // The tenant's default: colleagues see when somebody is busy and nothing else.
    sharesDetails: () => false,
  };
  const filing = { company, base, now, places, downloads };
  const chats = new Chats(company, mailboxes);
  const apps = new Apps(now);
  const notices = new Notices(now);
  const artefacts = new Artefacts(now);
  const switches = new Switches();
  const keeping = { base, artefacts, switches, meetings: new OnlineMeetings(company, chats, switches) };
  const chatting = { company, base, now, chats };
  const planning = { company, base, now, planner: new Planner(company, now) };
  const routes = [
    ...userRoutes(company, base),
    organisationRoute(company, base),
    ...teamRoutes(company, base),
    ...eventRoutes(calendaring),
    ...calendarRoutes(calendaring, scheduling),
    ...placeRoutes(filing),
    ...itemRoutes(filing),
    ...chatRoutes(chatting),
    ...appRoutes({ ...chatting, apps, appId: options.appId }),
    ...channelAppRoutes({ ...chatting, apps, appId: options.appId }),
    ...messageRoutes({ ...chatting, messages: new Messages(now) }),
    ...activityRoutes({ ...chatting, apps, notices }),
    ...planRoutes(planning),
    ...taskRoutes(planning),
    ...mailRoutes({ company, base, now }),
    ...meetingRoutes(keeping),
    ...transcriptRoutes(keeping),
  ];
  const everyScope = [...new Set(routes.flatMap(({ scopes }) => scopes))];
  const route = routerOf(routes);

  /** One request, alone or inside a batch. */
  const run = async (message: Message, signedIn: Caller): Promise<Reply> => {
    const { method, path } = message;
    const target = { method, path, personId: signedIn.personId };
    const slow = (faults.strike('latency', target)?.ms ?? 0) + latencyMs;
    let leave = () => undefined as void;
    try {
      if (isOfMailbox(path)) leave = concurrency.enter(`${signedIn.app ?? ''} ${signedIn.personId}`);
      if (slow > 0) await sleep(slow);
      faults.stop(target);
      const caller = switches.limited(faults.limited(signedIn, target));
      return await route(requestOf(message, caller));
    } catch (error) {
      return refusal(error, message);
    } finally {
      leave();
    }
  };

  const refusal = (error: unknown, { headers }: Message): Reply => {
    const known =
      error instanceof GraphError
        ? error
        : new GraphError(
            500,
            'InternalServerError',
            error instanceof Error ? (error.stack ?? error.message) : 'unknown',
          );
    return errorReply(known, { now: now(), clientId: headers['client-request-id'] });
  };

  const answer = async (message: Message): Promise<Reply> => {
    try {
      const caller = await authorised(message.headers['authorization'], options.verify);
      if (!/^\/\$batch$/i.test(message.path)) return await run(message, caller);
      faults.stop({ method: message.method, path: message.path, personId: caller.personId });
      if (message.method !== 'POST') throw new GraphError(405, 'BadRequest', 'A batch needs POST.');
      return await runBatch(message.body, ({ url, ...inner }) => run({ ...inner, ...cut(url) }, caller));
    } catch (error) {
      return refusal(error, message);
    }
  };

  return {
    async handle(request, response) {
      if (request.method === 'OPTIONS') return answerPreflight(request, response);
      allowAnyOrigin(response);
      const { path, search } = cut((request.url ?? '/').slice(root.length));
      const method = request.method ?? 'GET';
      const headers = headersOf(request);
      const lost = faults.strike('lost', { method, path });
      if (lost !== undefined && lost.when !== 'after') {
        request.socket.destroy();
        return;
      }
      let body = '';
      try {
        body = await readBody(request);
      } catch (error) {
        return sendReply(response, refusal(error, { method, path, search, headers, body }), undefined);
      }
      const reply = await answer({ method, path, search, headers, body });
      log({
        method,
        path: path + search,
        requestBody: body,
        status: reply.status,
        responseBody: logged(reply),
      });
      if (lost === undefined) sendReply(response, reply, headers['client-request-id']);
      else request.socket.destroy();
    },
    handleFile: (request, response) => downloads.handle(request, response),
    handleFaults: (request, response) => handleFaults(faults, request, response),
    async act(personId, method, url, body) {
      const { path, search } = cut(url);
      const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      const message = { method, path, search, headers: {}, body: text };
      const caller = { personId, scopes: everyScope };
      const reply = await Promise.resolve()
        .then(() => route(requestOf(message, caller)))
        .catch((error: unknown) => refusal(error, message));
      log({ method, path: url, requestBody: text, status: reply.status, responseBody: reply.body });
      return reply;
    },
    faults,
    chats,
    apps,
    notices,
    artefacts,
    switches,
    mails(ownerId, eventId) {
      const named = namedBy(eventId);
      return named === undefined ? 0 : (mailboxes.find(ownerId, eventId)?.copy.meeting.mails ?? 0);
    },
    customPropertyId: addInPropertyId(options.appId),
  };
}

function requestOf({ method, path, search, headers, body }: Message, caller: Caller): GraphRequest {
  const segments = withoutMe(segmentsOf(path), caller);
  return { method, path, segments, query: queryOf(search), headers, body, caller };
}

function cut(url: string): { readonly path: string; readonly search: string } {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, search: '' } : { path: url.slice(0, at), search: url.slice(at) };
}

/** What was said stands in no log. */
const logged = ({ body }: Reply): unknown => (Buffer.isBuffer(body) ? undefined : body);

/** /me is the signed-in person. */
function withoutMe(segments: GraphRequest['segments'], { personId }: Caller): GraphRequest['segments'] {
  const [first, ...rest] = segments;
  return typeof first === 'string' && first.toLowerCase() === 'me' ? ['users', personId, ...rest] : segments;
}
