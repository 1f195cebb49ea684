import type {
  AgendaView,
  AreasView,
  DoneView,
  PlanOption,
  PlanView,
  SeriesView,
  Session,
  SessionsView,
  SlotsView,
} from '../../../src/app/planning/planView';
import type { WeekPicture } from '../../../src/domain/slots/picture';
import { sampleSeries } from './sampleSeries';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 11, 1, 16, 15);
const series = sampleSeries();

/** Twenty-five Tuesdays from 1 December: one on a holiday, one for which a key person is away, two paused. */
export const sessions: readonly Session[] = Array.from({ length: 25 }, (_, nth): Session => {
  const start = FIRST + nth * 7 * DAY_MS - (nth >= 17 ? 3_600_000 : 0);
  const base = { date: new Date(start).toISOString().slice(0, 10), start, missing: [], moveChosen: false };
  const repair = { start: start + DAY_MS, elsewhere: [{ city: 'Bogotá', time: '11:15' }] };
  if (nth === 1)
    return {
      ...base,
      state: 'broken',
      label: 'festivo',
      missing: [{ name: 'Irene', why: 'holiday' }],
      repair,
    };
  if (nth === 2) return { ...base, state: 'broken', missing: [{ name: 'Rodrigo', why: 'busy' }] };
  if (nth === 3 || nth === 4) return { ...base, state: 'paused', label: 'Navidad' };
  if (nth === 7)
    return { ...base, state: 'moved', missing: [{ name: 'Irene', why: 'busy' }], repair, moveChosen: true };
  return { ...base, state: 'held' };
});

function anOption(weekday: number, time: string, held: number, change: Partial<PlanOption> = {}): PlanOption {
  const start = FIRST + (weekday - 2) * DAY_MS + held;
  return {
    slot: {
      start,
      held,
      cost: 100,
      parts: { focusLoss: 10, tentative: 0, protectedTime: 0, absent: 0 },
      pattern: { weekday, time },
      occurrences: [],
      reasons: [],
    },
    of: 25,
    ends: start + 35 * 60_000,
    elsewhere: [],
    never: [],
    noData: [],
    reasons: [],
    holidays: 0,
    ...change,
  };
}

const bogota = (first: string, then: string) => [
  {
    city: 'Bogotá',
    times: [
      { from: '2026-12-01', time: first },
      { from: '2027-03-28', time: then },
    ],
  },
];

export const options: readonly PlanOption[] = [
  anOption(2, '17:15', 18, {
    elsewhere: bogota('11:15', '10:15'),
    reasons: [
      { kind: 'everyone' },
      { kind: 'broken', why: 'closed', times: 2, people: [] },
      { kind: 'change', relax: { kind: 'quorum', area: 'sales', to: 2 }, wins: 3, costs: 40 },
      { kind: 'paidLastTime', area: 'sales', now: 'less' },
    ],
  }),
  anOption(1, '15:00', 17, {
    elsewhere: bogota('09:00', '08:00'),
    reasons: [{ kind: 'leastFocusLoss' }],
    holidays: 3,
  }),
  anOption(2, '09:00', 19, {
    never: series.people.filter(({ site }) => site === 'bogota'),
    noData: [],
    reasons: [{ kind: 'never', people: ['m07', 's07'] }],
    contrast: true,
  }),
  anOption(4, '16:30', 16, { elsewhere: bogota('10:30', '09:30') }),
  anOption(3, '17:00', 15, { elsewhere: bogota('11:00', '10:00') }),
];

const aPicture = (hours: readonly string[]): WeekPicture => ({
  weekdays: [1, 2, 3, 4, 5],
  hours,
  cells: hours.flatMap((time, row) =>
    [1, 2, 3, 4, 5].map((weekday) => {
      const marketing = Math.max(0, 24 - ((weekday * 7 + row * 5) % 20));
      const sales = Math.max(0, 22 - ((weekday * 11 + row * 3) % 22));
      return {
        weekday,
        time,
        of: 25,
        held: Math.min(marketing, sales),
        areas: [
          { area: 'marketing', ready: marketing, available: 3 },
          { area: 'sales', ready: sales, available: 3 },
        ],
      };
    }),
  ),
});

export const picture = aPicture(['15:00', '16:00', '17:00']);

export const slotsView: SlotsView = {
  screen: 'slots',
  series,
  warnings: [],
  calendars: { done: 8, of: 8, state: 'ready', unread: [], countries: ['ES', 'CO'], without: [] },
  picture,
  options,
  chosen: 0,
  sessions,
  agenda: { items: 6, minutes: 35, of: 35 },
  mails: { moves: 0, attendees: 7 },
  teamsLink: false,
  canUndo: false,
  waiting: [],
  waitingMails: { moves: 0, attendees: 0 },
};

const nobodyView: SlotsView = {
  ...slotsView,
  options: [],
  sessions: [],
  nobody: {
    blockers: [
      { area: 'sales', alone: 40, people: [{ person: 's01', why: 'busy', candidates: 38 }] },
      { area: 'marketing', alone: 10, people: [{ person: 'm07', why: 'hours', candidates: 10 }] },
    ],
    relax: [
      { relax: { kind: 'quorum', area: 'sales', to: 2 }, wins: 7 },
      { relax: { kind: 'keyPerson', person: 's01' }, wins: 1 },
    ],
    candidates: 60,
  },
};

export const areasView: AreasView = {
  screen: 'areas',
  series,
  first: false,
  warnings: [{ kind: 'tooMany', people: 9 }],
  offered: {
    text: '',
    people: [
      {
        id: 'm03',
        name: 'Noelia Quirós Camba',
        mail: 'noelia.quiros@valdeolmo.example',
        job: 'Contenidos y marca',
      },
      { id: 's06', name: 'Paula Zúñiga Herrero', mail: 'paula.zuniga@valdeolmo.example' },
    ],
    searching: false,
  },
  countries: [
    { code: 'ES', regions: [{ code: 'MD', name: 'Comunidad de Madrid' }] },
    { code: 'CO', regions: [] },
  ],
  holidays: { madrid: [{ date: '2026-12-08', name: 'Inmaculada Concepción' }] },
  place: 'site',
};

const firstView: AreasView = {
  ...areasView,
  first: true,
  series: sampleSeries({ people: [] }),
  warnings: [
    { kind: 'missingSide', area: 'marketing' },
    { kind: 'missingSide', area: 'sales' },
  ],
};

export const sessionsView: SessionsView = {
  screen: 'sessions',
  series,
  option: options[0] as PlanOption,
  sessions,
  mails: { moves: 1, attendees: 8 },
};

export const agendaView: AgendaView = {
  screen: 'agenda',
  minutes: 35,
  owners: series.people.map(({ name }) => name),
  fromInvitation: false,
  agenda: {
    language: 'es',
    items: [
      { kind: 'openTasks', title: 'Tareas abiertas', minutes: 5, owner: 'Irene Valcárcel Soto' },
      { kind: 'problem', title: 'Leads de feria sin llamar', minutes: 7, internal: true },
      { kind: 'ideas', title: 'Ideas', minutes: 8 },
      { kind: 'decision', title: 'Decisión', minutes: 7 },
      { kind: 'tasks', title: 'Tareas', minutes: 5 },
      { kind: 'round', title: 'Ronda', minutes: 3 },
    ],
  },
};

export const seriesView: SeriesView = {
  screen: 'series',
  series,
  from: '2026-11-30',
  earliest: '2026-11-23',
  known: [{ id: 'otra', title: 'Mensual de Marketing y Ventas' }],
};

export const doneView: DoneView = {
  screen: 'done',
  how: 'inserted',
  series,
  option: options[0] as PlanOption,
  teamsLink: false,
  moves: { applied: 0, waiting: 1, failed: 0, attendees: 8 },
  canUndo: true,
};

/** Every state of the pane worth a picture. */
export const views: Readonly<Record<string, PlanView>> = {
  starting: { screen: 'starting' },
  noForm: { screen: 'noForm' },
  signIn: { screen: 'signIn', failure: { kind: 'signIn' } },
  first: firstView,
  areas: areasView,
  loading: {
    ...slotsView,
    options: [],
    sessions: [],
    calendars: { ...slotsView.calendars, done: 3, state: 'loading' },
  },
  slots: slotsView,
  moved: { ...slotsView, mails: { moves: 1, attendees: 7 } },
  /** Everybody on one clock: the picture has a whole day's hours. */
  oneSite: {
    ...slotsView,
    picture: aPicture(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']),
    options: options.map((option) => ({ ...option, elsewhere: [] })),
  },
  waiting: {
    ...slotsView,
    teamsLink: true,
    canUndo: true,
    waiting: [{ original: FIRST + 7 * DAY_MS, start: FIRST + 8 * DAY_MS, state: 'chosen' }],
    waitingMails: { moves: 1, attendees: 7 },
  },
  cancelled: {
    ...slotsView,
    calendars: { ...slotsView.calendars, done: 7, state: 'cancelled', unread: series.people.slice(7, 8) },
  },
  interrupted: { ...slotsView, notice: { kind: 'interrupted', what: 'creating' } },
  busyInserting: { ...slotsView, working: 'inserting' },
  unread: {
    ...slotsView,
    warnings: [{ kind: 'noKeyPerson', area: 'sales' }],
    calendars: { ...slotsView.calendars, done: 7, unread: series.people.filter(({ id }) => id === 's07') },
  },
  nobody: nobodyView,
  failed: {
    ...slotsView,
    notice: { kind: 'failed', failure: { kind: 'throttled', retryAfterMs: 600_000 }, during: 'create' },
  },
  question: { ...slotsView, question: { then: 'insert', fields: ['subject', 'agenda'], subject: 'Reunión' } },
  sessions: sessionsView,
  agenda: agendaView,
  series: seriesView,
  done: doneView,
  created: {
    ...doneView,
    how: 'created',
    teamsLink: true,
    canUndo: false,
    webLink: 'https://outlook.example/1',
    moves: { applied: 2, waiting: 0, failed: 1, attendees: 7 },
  },
};
