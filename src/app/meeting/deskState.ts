import { signal } from '@preact/signals-core';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { Attendee, PersonId } from '../../domain/meeting/types';
import { plainName } from '../../domain/plainName';
import type { Series } from '../../domain/rhythm/series';
import type { TaskDraft } from '../../domain/meeting/tasks';
import type { Instant } from '../../domain/time/types';
import type { TalkReadingView } from '../balance/talkReadingView';
import type { Afterwards } from './afterwards';
import { skipFirst } from '../planning/planState';
import type { Readable } from '../ports/composeHost';
import type { Failure } from '../ports/failure';
import type { Account } from '../ports/identity';
import type { MeetingAbout, Occurrence } from '../ports/meetings';
import type { Room, RoomNotes, RoomView } from '../ports/room';
import type { LastSession, MeetingNotice, MeetingQuestion, MeetingTick, StepView } from './meetingView';
import type { MeetingPorts } from './meetingPorts';

/** Everything a meeting's surface remembers; what is shown of it stands in meetingView, made by viewOf. */
export type DeskState = {
  readonly screen: 'starting' | 'signIn' | 'noMeeting' | 'notMember' | 'meeting';
  readonly notice: MeetingNotice | null;
  readonly question: MeetingQuestion | null;
  /** Known once a meeting is shown. */
  readonly opened: Opened | null;
  readonly room: RoomView | null;
  /** The server's time for which the view stands: it changes at thresholds, never with the seconds. */
  readonly at: Instant;
  readonly known: Known;
  readonly hasPanel: boolean | null;
  /** Adding it by a press was refused: the three steps by hand are left. */
  readonly panelRefused: boolean;
  readonly speaking: boolean | null;
  /** The late start that was put away, by when it began. */
  readonly lateAway: Instant | null;
  /** Chosen on this device; null follows the meeting. */
  readonly workOn: string | null;
  readonly capture: Capture;
  /** Somebody has said that everybody in the team may see it. */
  readonly told: boolean;
  readonly steps: Readonly<
    Record<'tasks' | 'record' | 'minutes' | 'informed' | 'review' | 'message' | 'prepare', StepView>
  >;
  readonly recordPlace: 'site' | 'appFolder' | null;
  /** What is told of the next session; null until this one is over and somebody has looked. */
  readonly afterwards: Afterwards | null;
  /** The two questions were answered here. */
  readonly answered: boolean;
  /** From the estimate to what the transcript tells; null until there is one to be read. */
  readonly talk: TalkReadingView | null;
  readonly balance: BalanceState;
};

/** What this device remembers of the balance while it is open. */
export type BalanceState = {
  /** Whether it has told that before; null until it answers. */
  readonly told: { readonly what: string; readonly before: boolean | null } | null;
  /** The area whose line was put away: it stays so until another one is to be heard. */
  readonly away: string | null;
  readonly nudges: boolean;
};

/** Where the surface stands, and who opened it. */
export type Opened = {
  readonly me: Pick<Account, 'id' | 'name' | 'mail'>;
  readonly about: MeetingAbout;
  readonly occurrence: Occurrence | null;
  /** It names the room. */
  readonly start: Instant;
};

/** What the files of the series tell, read beside the opening; nothing of it is needed to meet. */
export type Known = {
  /** Everything that can be read was read. */
  readonly read: boolean;
  readonly series: Series | null;
  /** Who could be in the meeting, before an agenda says it. */
  readonly people: readonly (Attendee & { readonly name: string })[];
  /** Records of earlier occurrences, newest first; null while nobody could read them. */
  readonly records: readonly MeetingRecord[] | null;
  /** Of a monthly series: records of each weekly one that takes to it what it does not decide, newest first. */
  readonly weeklies: readonly (readonly MeetingRecord[])[];
  /** So many sessions before this one were held. */
  readonly held: number;
  /** What the session before this one came to. */
  readonly last: LastSession | null;
};

/** The line as typed, and what was filled in or corrected beside it. */
export type Capture = {
  readonly text: string;
  readonly kind: 'task' | 'idea' | 'decision' | null;
  readonly set: Partial<TaskDraft>;
};

export const EMPTY_LINE: Capture = { text: '', kind: null, set: {} };
export const OFFERED: StepView = { state: 'offered', failure: null };

/** What every step of a meeting's surface gets: the ports, the state, and how to change it. */
export type Desk = {
  readonly ports: MeetingPorts;
  readonly state: Readable<DeskState>;
  change(change: Partial<DeskState>): void;
  readonly tick: { get(): MeetingTick; subscribe(run: () => void): () => void; set(tick: MeetingTick): void };
  /** This machine's clock, brought to the server's. */
  now(): Instant;
  offset: number;
  room: Room | undefined;
  /** What `retry` repeats. */
  again: (() => void) | undefined;
  /** What goes on with a yes. */
  asked: ((yes: boolean) => void) | undefined;
  /** A command of mine is being shown: what it changes is not announced to me. */
  pressing: boolean;
  /** What the room was last told of the host's signal; undefined while it measures nothing. */
  passedOn: boolean | undefined;
  /** For this session my part has been brought into the room, or said there. */
  spoken: string | undefined;
  /** For these notes what comes next was looked up. */
  looking: RoomNotes | undefined;
  /** Where an agenda of mine was sent: it is sent once, and again to a server that was not there before. */
  seeded: 'nowhere' | 'alone' | 'live';
  /** What was decided about a task that may be in the plan twice: Planner's id, or that it is made anew. */
  readonly sameTask: Map<string, string | null>;
  /** Planner's ids of what was sent from here: a server that comes later has not heard of them. */
  readonly sent: Map<string, string>;
  /** Runs once `end` is called. */
  onEnd(run: () => void): void;
  end(): void;
  readonly ended: boolean;
};

export const firstState: DeskState = {
  screen: 'starting',
  notice: null,
  question: null,
  opened: null,
  room: null,
  at: 0,
  known: { read: false, series: null, people: [], records: null, weeklies: [], held: 0, last: null },
  hasPanel: null,
  panelRefused: false,
  speaking: null,
  lateAway: null,
  workOn: null,
  capture: EMPTY_LINE,
  told: false,
  steps: {
    tasks: OFFERED,
    record: OFFERED,
    minutes: OFFERED,
    informed: OFFERED,
    review: OFFERED,
    message: OFFERED,
    prepare: OFFERED,
  },
  recordPlace: null,
  afterwards: null,
  answered: false,
  talk: null,
  balance: { told: null, away: null, nudges: true },
};

export function createDesk(ports: MeetingPorts): Desk {
  const state = signal(firstState);
  const tick = signal<MeetingTick>({
    now: ports.clock.now(),
    itemLeft: null,
    itemShare: 0,
    meetingLeft: 0,
    speakerFor: null,
  });
  const endings: (() => void)[] = [];
  let ended = false;
  const desk: Desk = {
    ports,
    state: {
      get: () => state.value,
      subscribe: (run) => skipFirst(state.subscribe.bind(state), run),
    },
    change(change) {
      if (!ended) state.value = { ...state.value, ...change };
    },
    tick: {
      get: () => tick.value,
      subscribe: (run) => skipFirst(tick.subscribe.bind(tick), run),
      set: (next) => void (tick.value = next),
    },
    now: () => ports.clock.now() + desk.offset,
    offset: 0,
    room: undefined,
    again: undefined,
    asked: undefined,
    pressing: false,
    passedOn: undefined,
    spoken: undefined,
    looking: undefined,
    seeded: 'nowhere',
    sameTask: new Map(),
    sent: new Map(),
    onEnd: (run) => void endings.push(run),
    end() {
      ended = true;
      for (const run of endings.splice(0)) run();
    },
    get ended() {
      return ended;
    },
  };
  return desk;
}

/** The meeting's own part of the room, once there is one. */
export const meetingIn = (state: DeskState) => state.room?.state?.meeting ?? null;

/** Who takes part: of the meeting, else who could. */
export const peopleIn = (state: DeskState): readonly Attendee[] =>
  withoutTwins(meetingIn(state)?.people ?? state.known.people, (id) => nameIn(state, id));

/**
 * Somebody from outside is invited under an address and comes in under an id of the directory: one of that name who
 * came is the one who was invited, in the same area.
 */
function withoutTwins(people: readonly Attendee[], nameOf: (id: PersonId) => string): readonly Attendee[] {
  const invited = people.filter(({ id, outsider }) => outsider === true && id.includes('@'));
  if (invited.length === 0) return people;
  const came = people.filter(({ id, outsider }) => outsider === true && !id.includes('@'));
  const twinOf = (id: PersonId) => invited.find((one) => nameOf(one.id) === nameOf(id));
  const gone = new Set(came.flatMap(({ id }) => twinOf(id)?.id ?? []));
  return people
    .filter(({ id }) => !gone.has(id))
    .map((one) => {
      const twin = came.includes(one) && one.area === '' ? twinOf(one.id) : undefined;
      return twin === undefined ? one : { ...one, area: twin.area, role: twin.role };
    });
}

/** Everybody's name, as far as anybody knows it. */
export function nameIn(state: DeskState, id: PersonId): string {
  const { people, records, weeklies } = state.known;
  const names = state.room?.state?.names;
  const said = names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? '') : '';
  const listed = said !== '' ? said : (people.find((one) => one.id === id)?.name ?? '');
  if (listed !== '') return listed;
  // Who is not in this meeting may have a task all the same: earlier meetings know the name.
  const then = [records ?? [], ...weeklies].flatMap((all) => all.flatMap((record) => record.people));
  return plainName(then.find((one) => one.id === id && one.name !== '')?.name ?? '');
}

export const meIn = (state: DeskState): PersonId => state.opened?.me.id ?? '';

/** A failure of a step, as the step shows it. */
export function failedStep(failure: Failure): StepView {
  const missing = failure.kind === 'consent' || failure.kind === 'denied' || failure.kind === 'notFound';
  return { state: missing ? 'missing' : 'failed', failure };
}
