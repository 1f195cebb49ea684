import { signal } from '@preact/signals-core';
import type { Agenda } from '../../domain/agenda/types';
import type { Series } from '../../domain/rhythm/series';
import type { WeekPicture } from '../../domain/slots/picture';
import type { SlotAnswer } from '../../domain/slots/types';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { MailboxSchedule } from '../ports/calendar';
import type { Cancellation } from '../ports/cancellation';
import type { AppointmentForm, Readable } from '../ports/composeHost';
import type { Found, Me } from '../ports/directory';
import type { Failure } from '../ports/failure';
import type { Country, Holiday } from '../ports/holidays';
import type { StoredSeries } from '../ports/seriesHome';
import type {
  AreasView,
  Around,
  CalendarsState,
  DoneView,
  OverwriteQuestion,
  PlanOption,
  PlanView,
} from './planView';
import type { PlanningPorts } from './planningPorts';
import type { ItemProperty } from './itemProperty';

/** Everything planning remembers; what is shown of it stands in planView, made by viewOf. */
export type PlanState = {
  readonly screen: PlanView['screen'];
  readonly notice?: Around['notice'] | undefined;
  readonly working?: Around['working'] | undefined;
  readonly signInFailure?: Failure | undefined;
  readonly me?: Me;
  readonly place: AreasView['place'];
  /** Of `ports.homes`: the first one that lets us in. */
  readonly home: number;
  /** As they stand in their home: the base of a merge. */
  readonly known: readonly StoredSeries[];
  readonly series?: Series;
  /** On the screens of areas and series: what is being edited, and not kept yet. */
  readonly draft?: Series | undefined;
  readonly first: boolean;
  readonly from: CalendarDay;
  readonly draftFrom: CalendarDay;
  readonly offered: { readonly text: string; readonly people: readonly Found[]; readonly searching: boolean };
  readonly countries: readonly Country[];
  /** By id of the site. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  readonly calendars: Pick<CalendarsState, 'done' | 'of' | 'state'>;
  readonly schedules: ReadonlyMap<string, MailboxSchedule>;
  /** For which days `schedules` stands: 'from/until'. */
  readonly schedulesFor: string;
  readonly picture?: WeekPicture | undefined;
  readonly answer?: SlotAnswer | undefined;
  readonly options: readonly PlanOption[];
  readonly chosen: number;
  /** Original starts of the chosen option whose alternative is taken. */
  readonly moves: ReadonlySet<Instant>;
  readonly agenda: Agenda;
  readonly agendaDraft?: Agenda | undefined;
  /** Somebody changed the template here, or by hand in the invitation. */
  readonly agendaOwn: boolean;
  readonly agendaFromInvitation: boolean;
  /** The mark of the agenda that the invitation held and the pane took over: no need to ask before replacing it. */
  readonly agendaSeen?: string | undefined;
  readonly form?: AppointmentForm;
  readonly property: ItemProperty;
  readonly savedId?: string | undefined;
  readonly question?: OverwriteQuestion | undefined;
  readonly undo?: Undo | undefined;
  readonly done?: Omit<DoneView, 'screen' | 'canUndo' | 'notice' | 'working'>;
};

/** What inserting found, and what it wrote: enough to bring back the one without losing what came after the other. */
export type Undo = {
  readonly form: AppointmentForm;
  readonly filled: AppointmentForm;
  readonly property: ItemProperty;
  readonly chain: Series['chain'];
};

export type Loading = Cancellation & { cancel(): void };

/** What every step of planning gets: the ports, the state, and how to change it. */
export type Plan = {
  readonly ports: PlanningPorts;
  readonly state: Readable<PlanState>;
  change(change: Partial<PlanState>): void;
  /** What `retry` repeats. */
  again: (() => void) | undefined;
  /** The calendars' present load; a newer one takes its place. */
  loading: Loading | undefined;
  /** The present search for people; a newer one takes its place. */
  finding: Loading | undefined;
  /** Nobody watches any more, and nothing changes. */
  end(): void;
};

/** Before anything is known. */
export function firstState({ wording }: PlanningPorts): PlanState {
  return {
    screen: 'starting',
    place: 'site',
    home: 0,
    known: [],
    first: false,
    from: '',
    draftFrom: '',
    offered: { text: '', people: [], searching: false },
    countries: [],
    holidays: {},
    calendars: { done: 0, of: 0, state: 'loading' },
    schedules: new Map(),
    schedulesFor: '',
    options: [],
    chosen: 0,
    moves: new Set(),
    agenda: { language: wording.language, items: [] },
    agendaOwn: false,
    agendaFromInvitation: false,
    property: {},
  };
}

export function createPlan(ports: PlanningPorts, initial: PlanState): Plan {
  const state = signal(initial);
  let ended = false;
  return {
    ports,
    state: {
      get: () => state.value,
      subscribe: (onChange) => skipFirst(state.subscribe.bind(state), onChange),
    },
    change(change) {
      if (!ended) state.value = { ...state.value, ...change };
    },
    again: undefined,
    loading: undefined,
    finding: undefined,
    end() {
      ended = true;
    },
  };
}

/** A signal tells its present value at once; whoever watches a Readable wants changes only. */
export function skipFirst(subscribe: (run: () => void) => () => void, onChange: () => void): () => void {
  let first = true;
  return subscribe(() => {
    if (!first) onChange();
    first = false;
  });
}

/** The series that every screen but the first ones is about. */
export function seriesOf(state: PlanState): Series {
  if (state.series === undefined) throw new Error('no series before planning has started');
  return state.series;
}
