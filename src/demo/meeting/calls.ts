import { personWith } from './people';
import type { Chat } from '../graph/teams/chats';
import type { Attendee, SpokenCue } from '../graph/meetings/artefacts';
import { spokenWords } from './spokenWords';
import type { Tenant } from './tenant';

/** How long after a call its transcript is there, unless somebody says otherwise. */
export const LATE_MS = 2 * 60_000;

/** A call as those who are in it make it; keys or ids of people. */
export type CallNow = {
  readonly people: readonly string[];
  readonly speaking: readonly string[];
  /** Somebody speaks whom nothing names: in a room, on a telephone. */
  readonly somebody: boolean;
  readonly transcribing: boolean;
};

type Span = { readonly from: number; until?: number };

type Call = {
  readonly from: number;
  /** Person to when they were there. */
  readonly there: Map<string, Span[]>;
  /** Person, or nobody, to when they spoke. */
  readonly spoke: Map<string, Span[]>;
  readonly transcribed: Span[];
};

const NOBODY = '';
/** Shorter ones are a slip of the finger. */
const SHORTEST_CUE = 200;

/** The calls that run now: who is in them and who speaks, which Teams knows and tells nobody until they are over. */
export class Calls {
  private readonly running = new Map<string, Call>();

  constructor(private readonly tenant: Tenant) {}

  /** The call as it stands now; the first word of it begins one. */
  tell(chat: Chat, { people, speaking, somebody, transcribing }: CallNow): void {
    const now = this.tenant.now();
    const call = this.running.get(chat.id) ?? {
      from: now,
      there: new Map(),
      spoke: new Map(),
      transcribed: [],
    };
    this.running.set(chat.id, call);
    const ids = (keys: readonly string[]) =>
      keys.map((key) => personWith(this.tenant.company, key)?.id ?? key);
    note(call.there, ids(people), now);
    note(call.spoke, [...ids(speaking), ...(somebody ? [NOBODY] : [])], now);
    mark(call.transcribed, transcribing, now);
  }

  /** The call is over: what it leaves behind. Answers how many transcripts there will be. */
  end(chat: Chat, arrives: number): number {
    const call = this.running.get(chat.id);
    if (call === undefined) return 0;
    this.running.delete(chat.id);
    const now = this.tenant.now();
    const { artefacts } = this.tenant.emulator;
    const whole = { from: call.from, until: now };
    artefacts.addReport({ thread: chat.id, ...whole, attendees: this.attendeesOf(chat, call, now) });
    const stretches = closed(call.transcribed, now);
    for (const stretch of stretches)
      artefacts.addTranscript({
        thread: chat.id,
        ...stretch,
        language: this.languageOf(chat),
        cues: this.cuesOf(chat, call, stretch),
        arrives,
      });
    return stretches.length;
  }

  private attendeesOf(chat: Chat, call: Call, now: number): readonly Attendee[] {
    return [...call.there].flatMap(([id, spans]) => {
      const person = personWith(this.tenant.company, id);
      if (person === undefined) return [];
      const role = this.tenant.emulator.chats.memberOf(chat, id)?.role ?? 'attendee';
      return [
        {
          name: person.name,
          personId: id,
          mail: person.mail,
          role: ROLES[role],
          spans: closed(spans, now),
        },
      ];
    });
  }

  private cuesOf(chat: Chat, call: Call, stretch: Required<Span>): readonly SpokenCue[] {
    const language = this.languageOf(chat);
    return [...call.spoke]
      .flatMap(([id, spans]) =>
        closed(spans, stretch.until).map((span) => ({
          name: personWith(this.tenant.company, id)?.name ?? null,
          from: Math.max(span.from, stretch.from),
          until: Math.min(span.until, stretch.until),
        })),
      )
      .filter(({ from, until }) => until - from >= SHORTEST_CUE)
      .sort((a, b) => a.from - b.from)
      .map((cue, nth) => ({ ...cue, text: spokenWords(language, cue.until - cue.from, nth) }));
  }

  private languageOf({ meeting }: Chat): string {
    return (personWith(this.tenant.company, meeting.organiserId)?.language ?? 'es-ES').toLowerCase();
  }
}

const ROLES = { organiser: 'Organizer', presenter: 'Presenter', attendee: 'Attendee' } as const;

function note(all: Map<string, Span[]>, now: readonly string[], at: number): void {
  for (const id of new Set([...all.keys(), ...now])) {
    const spans = all.get(id) ?? [];
    mark(spans, now.includes(id), at);
    all.set(id, spans);
  }
}

function mark(spans: Span[], on: boolean, at: number): void {
  const last = spans.at(-1);
  const open = last !== undefined && last.until === undefined;
  if (on && !open) spans.push({ from: at });
  if (!on && open) last.until = at;
}

const closed = (spans: readonly Span[], now: number): readonly Required<Span>[] =>
  spans.map(({ from, until = now }) => ({ from, until })).filter(({ from, until }) => from < until);
