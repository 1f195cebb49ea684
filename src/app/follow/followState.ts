import { signal } from '@preact/signals-core';
import type { SeriesSummary } from '../../domain/rhythm/digest';
import type { Series } from '../../domain/rhythm/series';
import type { PlanTask } from '../../domain/tasks/board';
import { Refusal } from '../../domain/refusal';
import type { Instant } from '../../domain/time/types';
import { skipFirst } from '../planning/planState';
import type { Readable } from '../ports/composeHost';
import type { Failure } from '../ports/failure';
import type { Account } from '../ports/identity';
import type { AsideFile } from '../ports/seriesArchive';
import type { StoredSeries } from '../ports/seriesHome';
import { type DecisionsState, NO_DECISIONS } from './decisionsState';
import type { FollowPorts } from './followPorts';
import type { FollowNotice, FollowPart, FollowQuestion, FollowWork, Progress } from './followView';
import { type NextState, NO_NEXT } from './nextState';
import { NO_OWN, type OwnState } from './personalOwnState';
import { NO_RHYTHM, type RhythmState } from './rhythmState';
import { NO_TALK, type TalkState } from './talkState';
import { NO_TASKS, type TasksState } from './tasksState';

/** Everything the channel's tab remembers; what is shown of it stands in followView. Each part owns its slice. */
export type FollowState = {
  readonly screen: 'starting' | 'signIn' | 'failed' | 'noSeries' | 'series';
  readonly failure: Failure | null;
  readonly me: Pick<Account, 'id' | 'name' | 'mail'> | null;
  /** When this state was looked at: it changes with what happens, never with the seconds. */
  readonly at: Instant;
  readonly all: readonly FoundSeries[];
  /** Files of series that cannot be read. */
  readonly unreadable: readonly string[];
  /** The id of the series that is shown. */
  readonly chosen: string | null;
  readonly part: FollowPart;
  /** By the series' id; absent while nobody has read them. The chosen series' come first, the others' for decisions. */
  readonly archives: Readonly<Record<string, Archived>>;
  /** The team's plan and its tasks by Planner's id; null while unread, or where there is none. */
  readonly plan: string | null;
  readonly planned: ReadonlyMap<string, PlanTask> | null;
  readonly progress: { readonly records: Progress; readonly plan: Progress };
  readonly notice: FollowNotice | null;
  readonly question: FollowQuestion | null;
  readonly working: FollowWork | null;
  readonly tasks: TasksState;
  readonly next: NextState;
  readonly rhythm: RhythmState;
  readonly decisions: DecisionsState;
  readonly talk: TalkState;
  readonly own: OwnState;
};

/** A series, its version, and in which of the homes (and of records and archives) it stands. */
export type FoundSeries = StoredSeries & { readonly home: number };

export type Archived = {
  readonly summary: SeriesSummary;
  readonly aside: readonly AsideFile[];
  /** In which of the archives (and of records) it was found; the first without it. */
  readonly at?: number;
};

/** What every part gets: the ports, the state, and how to change it. */
export type Follow = {
  readonly ports: FollowPorts;
  readonly state: Readable<FollowState>;
  change(change: Partial<FollowState>): void;
  now(): Instant;
  /** What `retry` repeats. */
  again: (() => void) | undefined;
  /** What goes on with a yes. */
  asked: ((yes: boolean) => void) | undefined;
  onEnd(run: () => void): void;
  end(): void;
  readonly ended: boolean;
};

const FIRST: FollowState = {
  screen: 'starting',
  failure: null,
  me: null,
  at: 0,
  all: [],
  unreadable: [],
  chosen: null,
  part: 'tasks',
  archives: {},
  plan: null,
  planned: null,
  progress: { records: { state: 'none' }, plan: { state: 'none' } },
  notice: null,
  question: null,
  working: null,
  tasks: NO_TASKS,
  next: NO_NEXT,
  rhythm: NO_RHYTHM,
  decisions: NO_DECISIONS,
  talk: NO_TALK,
  own: NO_OWN,
};

export function createFollow(ports: FollowPorts): Follow {
  const state = signal<FollowState>({ ...FIRST, at: ports.clock.now() });
  const endings: (() => void)[] = [];
  let ended = false;
  return {
    ports,
    state: {
      get: () => state.value,
      subscribe: (run) => skipFirst(state.subscribe.bind(state), run),
    },
    change(change) {
      if (!ended) state.value = { ...state.value, at: ports.clock.now(), ...change };
    },
    now: () => ports.clock.now(),
    again: undefined,
    asked: undefined,
    onEnd: (run) => void endings.push(run),
    end() {
      ended = true;
      for (const run of endings.splice(0)) run();
    },
    get ended() {
      return ended;
    },
  };
}

/** The series that is shown; refuses while there is none. */
export function chosenIn({ all, chosen }: FollowState): FoundSeries {
  const found = all.find(({ series }) => series.id === chosen);
  if (found === undefined) throw new Refusal('follow/no-series');
  return found;
}

/** Whose calendar the series lives in now. */
export const organiserOf = ({ chain }: Series): string => chain.at(-1)?.organiser ?? '';

/** The digests of the chosen series, newest first; none while they are unread. */
export const digestsIn = ({ archives, chosen }: FollowState) =>
  (chosen === null ? undefined : archives[chosen])?.summary.files.map(({ digest }) => digest) ?? [];

/** Whether the records of the chosen series have been read; without them nobody knows what was held. */
export const areRead = ({ archives, chosen }: FollowState): boolean =>
  chosen !== null && Object.hasOwn(archives, chosen);
