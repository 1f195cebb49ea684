import type { Attendee, SpokenCue } from '../graph/meetings/artefacts';
import { SWITCHES, type TenantSwitches } from '../graph/meetings/switches';
import { vttOf } from '../graph/meetings/teamsVtt';
import { isObject, type Json } from '../graph/http/body';
import type { Chat } from '../graph/teams/chats';
import { type CallNow, Calls, LATE_MS } from './calls';
import { personWith } from './people';
import { spokenWords } from './spokenWords';
import type { Tenant } from './tenant';
import { wordFileOf } from './wordFile';

export type Asked = {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** Undefined for a body that is no object. */
  readonly body: Json | undefined;
};
export type Answered = {
  readonly status: number;
  readonly body: unknown;
  /** Of a file: its type and name. */
  readonly file?: { readonly type: string; readonly name: string };
};

/**
 * Calls, their transcripts, and what the tenant's administrator decides of them, for the host's pages and for tests; no
 * part of Graph. People are keys or ids, `from` and `until` milliseconds since `start`:
 * `POST /demo/call` {chat, people: [], speaking: [], somebody, transcribing} tells how a call stands now; `POST /demo/call/end`
 * {chat, arrives?: false | true} ends it: its transcript comes two minutes later, only when it is told to (false), or at
 * once (true). `POST /demo/transcript` {chat, start: ISO or milliseconds, until?, cues: [{person | name, from, until, text?}],
 * attended?: [{person | name, mail?, from?, until?}], arrives} leaves one without a call; `POST /demo/transcript/arrive`
 * {chat} lets late ones come. `GET /demo/transcripts?chat=` lists them, `GET /demo/transcript/file?chat=…&as=vtt|docx` is the last
 * one as Teams lets people download it. `GET` and `POST /demo/switches` {transcripts?, attribution?, metered?, attendees?,
 * consent?}.
 */
export function callDoor(tenant: Tenant): (asked: Asked) => Answered {
  const calls = new Calls(tenant);
  const { artefacts, switches, chats } = tenant.emulator;
  const wrong = (what: string): Answered => ({ status: 400, body: { error: what } });

  return ({ method, pathname, query, body }) => {
    if (pathname === '/demo/switches') {
      if (method === 'POST') {
        const change = switchesIn(body);
        if (change === undefined) return wrong(SWITCHES.join(', '));
        switches.set(change);
      }
      return { status: 200, body: switches.now() };
    }
    const named = method === 'GET' ? query.get('chat') : body?.['chat'];
    const chat = typeof named === 'string' ? chats.find(named) : undefined;
    if (chat === undefined) return { status: 404, body: { error: 'chat' } };
    switch (`${method} ${pathname}`) {
      case 'POST /demo/call': {
        const now = callIn(body);
        if (now === undefined) return wrong('people, speaking, somebody, transcribing');
        calls.tell(chat, now);
        return { status: 200, body: {} };
      }
      case 'POST /demo/call/end':
        return { status: 200, body: { transcripts: calls.end(chat, arrivalIn(body, tenant.now())) } };
      case 'POST /demo/transcript': {
        const left = leftIn(tenant, chat, body);
        if (left === undefined) return wrong('start, cues, attended, arrives');
        return { status: 201, body: { id: left } };
      }
      case 'POST /demo/transcript/arrive':
        return { status: 200, body: { arrived: artefacts.arrive(chat.id) } };
      case 'GET /demo/transcripts': {
        const there = new Set(artefacts.transcriptsOf(chat.id).map(({ id }) => id));
        const all = artefacts.all(chat.id);
        return {
          status: 200,
          body: all.map(({ id, from, until }) => ({ id, from, until, there: there.has(id) })),
        };
      }
      case 'GET /demo/transcript/file':
        return fileOf(tenant, chat, query.get('as'));
      default:
        return { status: 405, body: { error: 'not here' } };
    }
  };
}

function fileOf({ emulator }: Tenant, chat: Chat, as: string | null): Answered {
  const [last] = emulator.artefacts.transcriptsOf(chat.id);
  if (last === undefined) return { status: 404, body: { error: 'no transcript' } };
  const { subject } = chat.meeting.details;
  if (as === 'vtt')
    return {
      status: 200,
      body: Buffer.from(vttOf(last)),
      file: { type: 'text/vtt', name: `${subject}.vtt` },
    };
  return {
    status: 200,
    body: wordFileOf(last, subject),
    file: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${subject}.docx`,
    },
  };
}

function switchesIn(body: Json | undefined): Partial<TenantSwitches> | undefined {
  const entries = Object.entries(body ?? { '': '' });
  const known = (name: string): boolean => (SWITCHES as readonly string[]).includes(name);
  return entries.every(([name, value]) => known(name) && typeof value === 'boolean')
    ? (Object.fromEntries(entries) as Partial<TenantSwitches>)
    : undefined;
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;

function callIn(body: Json | undefined): CallNow | undefined {
  const [people, speaking] = [texts(body?.['people']), texts(body?.['speaking'] ?? [])];
  const { somebody = false, transcribing = false } = body ?? {};
  if (people === undefined || speaking === undefined) return undefined;
  if (typeof somebody !== 'boolean' || typeof transcribing !== 'boolean') return undefined;
  return { people, speaking, somebody, transcribing };
}

function arrivalIn(body: Json | undefined, now: number): number {
  const { arrives } = body ?? {};
  return arrives === true ? now : arrives === false ? Infinity : now + LATE_MS;
}

type Told = Partial<Record<'person' | 'name' | 'mail' | 'text', string>> &
  Partial<Record<'from' | 'until', number>>;

/** Leaves what a body tells; answers the transcript's id. */
function leftIn(tenant: Tenant, chat: Chat, body: Json | undefined): string | undefined {
  const { company, emulator } = tenant;
  const { start, until: end } = body ?? {};
  const from = typeof start === 'string' ? Date.parse(start) : start;
  const [cues, attended] = [toldIn(body?.['cues']), toldIn(body?.['attended'] ?? [])];
  if (typeof from !== 'number' || Number.isNaN(from) || cues === undefined || attended === undefined)
    return undefined;
  const language = (personWith(company, chat.meeting.organiserId)?.language ?? 'es-ES').toLowerCase();
  const nameOf = ({ person, name }: Told) =>
    (person === undefined ? undefined : personWith(company, person)?.name) ?? name ?? null;
  const said = cues.map((cue, nth): SpokenCue => {
    const [begins, ends] = [cue.from ?? 0, cue.until ?? cue.from ?? 0];
    return {
      name: nameOf(cue),
      from: from + begins,
      until: from + ends,
      text: cue.text ?? spokenWords(language, ends - begins, nth),
    };
  });
  const until = typeof end === 'number' ? from + end : Math.max(from + 1, ...said.map((cue) => cue.until));
  const who: readonly Told[] =
    attended.length > 0
      ? attended
      : [...new Set(cues.flatMap(({ person }) => person ?? []))].map((person) => ({ person }));
  emulator.artefacts.addReport({
    thread: chat.id,
    ...{ from, until },
    attendees: who.flatMap((one): readonly Attendee[] => {
      const person = one.person === undefined ? undefined : personWith(company, one.person);
      const name = nameOf(one);
      if (name === null) return [];
      const mail = one.mail ?? person?.mail;
      const role = person?.id === chat.meeting.organiserId ? 'Organizer' : 'Attendee';
      const spans = [
        { from: from + (one.from ?? 0), until: one.until === undefined ? until : from + one.until },
      ];
      return [
        {
          ...{ name, role, spans },
          ...(person !== undefined && { personId: person.id }),
          ...(mail !== undefined && { mail }),
        },
      ];
    }),
  });
  const arrives = arrivalIn(body, tenant.now());
  const { id } = emulator.artefacts.addTranscript({
    thread: chat.id,
    from,
    until,
    language,
    cues: said,
    arrives,
  });
  return id;
}

function toldIn(value: unknown): readonly Told[] | undefined {
  if (!Array.isArray(value) || !value.every(isObject)) return undefined;
  const fits = (one: Json): boolean =>
    Object.entries(one).every(([name, part]) =>
      ['from', 'until'].includes(name)
        ? typeof part === 'number'
        : ['person', 'name', 'mail', 'text'].includes(name) && typeof part === 'string',
    );
  return value.every(fits) ? (value as readonly Told[]) : undefined;
}
