import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, type Json } from '../graph/http/body';
import { readBody } from '../graph/http/messages';
import { isForeign } from '../graph/http/origin';
import { callDoor } from './callHttp';
import { personWith } from './people';
import { createSampleMeeting, type SampleMeetingOptions } from './sampleMeeting';
import type { Tenant } from './tenant';
import { todaysMeetings } from './todaysMeetings';

/**
 * What people do around a meeting, for the host's pages and for tests; no part of Graph:
 * `POST /demo/meeting` {start?: ISO | 'now', language?, adHoc?, guest?, history?} makes one to try and answers {joinUrl,
 * chat, eventId, start, series, monthly}; with `history` it has run for twelve weeks. `POST /demo/meeting/join` and `/leave` {chat, person} let somebody enter its chat, or take
 * them out; `GET /demo/meetings?person=key` lists today's, `GET /demo/notices?person=key` what stands in somebody's activity. Calls and transcripts: see callHttp. Pages of other origins get 403.
 */
export function meetingDoor(
  tenant: Tenant,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const calling = callDoor(tenant);
  return async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    if (isForeign(request)) return answer(403, { error: 'another origin' });
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/demo\/(call|transcripts?|switches)(\/|$)/.test(pathname)) {
      const { method = 'GET' } = request;
      const body = method === 'GET' ? {} : objectOf(await readBody(request));
      const { status, body: told, file } = calling({ method, pathname, query: searchParams, body });
      if (file === undefined) return answer(status, told);
      response.writeHead(status, {
        'content-type': file.type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'no-store',
      });
      response.end(told);
      return;
    }
    switch (`${request.method} ${pathname}`) {
      case 'GET /demo/meetings': {
        const person = personWith(tenant.company, searchParams.get('person') ?? tenant.company.organiser);
        return person === undefined
          ? answer(404, { error: 'nobody of that name' })
          : answer(200, await todaysMeetings(tenant, person));
      }
      case 'GET /demo/notices': {
        const person = personWith(tenant.company, searchParams.get('person') ?? '');
        return person === undefined
          ? answer(404, { error: 'nobody of that name' })
          : answer(200, tenant.emulator.notices.of(person.id));
      }
      case 'POST /demo/meeting': {
        const options = optionsIn(objectOf(await readBody(request)), tenant.now());
        return options === undefined
          ? answer(400, { error: 'start, language, adHoc, guest, history' })
          : answer(201, await createSampleMeeting(tenant, options));
      }
      case 'POST /demo/meeting/join':
      case 'POST /demo/meeting/leave': {
        const { chat: id, person: who } = objectOf(await readBody(request)) ?? {};
        const { chats } = tenant.emulator;
        const chat = typeof id === 'string' ? chats.find(id) : undefined;
        const person = typeof who === 'string' ? personWith(tenant.company, who) : undefined;
        if (chat === undefined || person === undefined) return answer(404, { error: 'chat, person' });
        if (pathname.endsWith('join')) chats.join(chat, person.id);
        else chats.remove(chat, person.id);
        return answer(200, { members: chats.membersOf(chat).map((member) => member.person.key) });
      }
      default:
        return answer(405, { error: 'not here' });
    }
  };
}

const KNOWN = ['start', 'language', 'adHoc', 'guest', 'history', 'occurrence'];

/** Undefined for what makes no meeting. A moment is cut to its minute, as calendars have it. */
function optionsIn(body: Json | undefined, now: number): SampleMeetingOptions | undefined {
  if (body === undefined || Object.keys(body).some((name) => !KNOWN.includes(name))) return undefined;
  const { start = 'now', language = 'es', occurrence = 'weekly' } = body;
  const { adHoc = false, guest = false, history = false } = body;
  const at = start === 'now' ? now : typeof start === 'string' ? Date.parse(start) : NaN;
  if (Number.isNaN(at) || (language !== 'es' && language !== 'en') || occurrence !== 'weekly')
    return undefined;
  if (typeof adHoc !== 'boolean' || typeof guest !== 'boolean' || typeof history !== 'boolean')
    return undefined;
  // What nobody prepared has no past.
  if (adHoc && history) return undefined;
  return { start: Math.floor(at / 60_000) * 60_000, language, adHoc, guest, history };
}

function objectOf(text: string): Json | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
