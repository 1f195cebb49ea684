import { createTalkReading } from '../../../src/app/balance/talkReading';
import type { TalkKeeping, TalkPorts } from '../../../src/app/balance/talkPorts';
import type { TalkSession } from '../../../src/app/balance/talkSession';
import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { OwnSession } from '../../../src/app/ports/ownTalk';
import type { Attended, TranscriptText, Transcripts } from '../../../src/app/ports/transcripts';
import { speechFromVtt } from '../../../src/domain/balance/vtt';
import type { NameMeans, Talk } from '../../../src/domain/balance/types';
import { settle, testTime } from '../meeting/testTime';

export const MINUTE = 60_000;
/** Tuesday, 1 December, 17:15 in Madrid. */
export const START = Date.UTC(2026, 11, 1, 16, 15);
export const END = START + 35 * MINUTE;
export const JOIN = 'https://teams.microsoft.com/l/meetup-join/1';

/** «15:00» of the meeting's clock as a transcript writes it. */
const stamp = (milliseconds: number) =>
  `00:${String(Math.floor(milliseconds / MINUTE)).padStart(2, '0')}:${String(Math.floor((milliseconds % MINUTE) / 1000)).padStart(2, '0')}.000`;

/** Turns as [name, from, until] in minutes since the transcript began. */
export const vttOf = (turns: readonly (readonly [string, number, number])[]): string =>
  [
    'WEBVTT',
    ...turns.map(
      ([name, from, until]) =>
        `${stamp(from * MINUTE)} --> ${stamp(until * MINUTE)}\n<v ${name}>Algo que se dijo</v>`,
    ),
  ].join('\n\n');

/** Irene for twelve minutes, Rodrigo for eight. */
export const TURNS = [
  ['Irene Valcárcel', 1, 13],
  ['Rodrigo Beltrán', 13, 21],
] as const;

/** Of four, with an estimate that gave Marketing three quarters. */
export const aTalkSession = (change: Partial<TalkSession> = {}): TalkSession => ({
  series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
  title: 'Semanal de Marketing y Ventas',
  start: START,
  time: { from: START, until: END },
  joinUrl: JOIN,
  people: [
    { id: 'm01', name: 'Irene Valcárcel', area: 'marketing', how: 'panel' },
    { id: 'm02', name: 'Hugo Santamarta', area: 'marketing', how: 'panel' },
    { id: 's01', name: 'Rodrigo Beltrán', area: 'sales', how: 'panel' },
    { id: 's02', name: 'Sergio Manrique', area: 'sales', how: 'panel' },
  ],
  names: {},
  declined: [],
  kept: ESTIMATE,
  me: 'm01',
  ...change,
});

export const ESTIMATE: Talk = {
  source: 'estimate',
  areas: { marketing: 15 * MINUTE, sales: 5 * MINUTE },
  picture: {
    start: START,
    step: MINUTE,
    areas: { marketing: Array<number>(35).fill(0), sales: Array<number>(35).fill(0) },
    items: [
      { item: 'i1', from: START },
      { item: 'i2', from: START + 10 * MINUTE },
    ],
  },
};

type Kept = TranscriptText & { readonly id: string; readonly until: number };

/** A reading over a service whose answers a test changes while it goes on. */
export function aTalk(session: Partial<TalkSession> = {}, now = END + MINUTE) {
  const time = testTime(now);
  const faults: unknown[] = [];
  const talks: Talk[] = [];
  const learned: Readonly<Record<string, NameMeans>>[] = [];
  const own: OwnSession[] = [];
  const asked: string[] = [];
  const tokens: boolean[] = [];
  const service = {
    there: [] as Kept[],
    attended: [] as Attended[],
    /** Who has said so since the session was opened. */
    declined: [] as string[],
    /** By what is asked; a failure, or a promise to wait for. */
    failing: {} as Partial<
      Record<'token' | 'list' | 'read' | 'declined' | 'keep' | 'learn' | 'own', Failure>
    >,
    hold: undefined as Promise<void> | undefined,
  };
  const ask = async (what: keyof typeof service.failing, cancel?: Cancellation): Promise<void> => {
    asked.push(what);
    await service.hold;
    if (cancel?.cancelled === true) throw new PortFailure({ kind: 'cancelled' });
    const failure = service.failing[what];
    if (failure !== undefined) throw new PortFailure(failure);
  };
  const transcripts: Transcripts = {
    async list(joinUrl, { from, until }, cancel) {
      await ask('list', cancel);
      if (joinUrl !== JOIN) throw new PortFailure({ kind: 'notFound' });
      return service.there
        .filter((one) => one.from < until && one.until > from)
        .map(({ id, from: began, until: ended }) => ({ id, meeting: 'm', from: began, until: ended }));
    },
    async read({ id }, cancel) {
      await ask('read', cancel);
      const found = service.there.find((one) => one.id === id);
      if (found === undefined) throw new PortFailure({ kind: 'notFound' });
      return found;
    },
    attendance: async () => service.attended,
  };
  const ports: TalkPorts = {
    identity: {
      async token(_, { interactive = false } = {}) {
        tokens.push(interactive);
        await ask('token');
        return 'token';
      },
    },
    transcripts,
    reader: {
      text: async ({ text }) => speechFromVtt(text),
      file: async ({ bytes }) => speechFromVtt(new TextDecoder().decode(bytes)),
    },
    clock: { now: () => time.now() },
    after: time.after,
    async rememberOwn(mine) {
      await ask('own');
      own.push(mine);
    },
    consentLink: () => 'https://login.example/adminconsent',
    report: (fault) => void faults.push(fault),
  };
  const keeping: TalkKeeping = {
    async declined() {
      const failure = service.failing.declined;
      if (failure !== undefined) throw new PortFailure(failure);
      return service.declined;
    },
    async keep(talk) {
      await ask('keep');
      talks.push(talk);
    },
    async learn(names) {
      await ask('learn');
      learned.push(names);
    },
  };
  const reading = createTalkReading(ports, aTalkSession(session), keeping);
  const states: string[] = [];
  reading.view.subscribe(() => {
    const { kind } = reading.view.get().state;
    if (states.at(-1) !== kind) states.push(kind);
  });
  return {
    ...{ time, faults, talks, learned, own, asked, tokens, service, reading, states },
    view: () => reading.view.get(),
    state: () => reading.view.get().state,
    /** The transcript of the meeting is there from now on. */
    arrives(text = vttOf(TURNS), from = START, until = END) {
      service.there.push({ id: `t${service.there.length}`, kind: 'vtt', text, from, until });
    },
    async read() {
      reading.read();
      await settle();
    },
    async drop(text: string, size = text.length) {
      let opened = false;
      reading.drop({
        name: 'Reunión.vtt',
        size,
        arrayBuffer: async () => {
          opened = true;
          return new TextEncoder().encode(text).buffer as ArrayBuffer;
        },
      });
      await settle();
      return { opened: () => opened };
    },
  };
}
