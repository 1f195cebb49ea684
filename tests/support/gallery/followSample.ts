import type {
  DecisionView,
  FollowScreen,
  MeasuringView,
  NextView,
  RhythmView,
  TasksView,
} from '../../../src/app/follow/followView';
import type { BoardGroup, BoardProblem, BoardTask } from '../../../src/domain/tasks/board';
import type { Health, MonthOfHealth } from '../../../src/domain/rhythm/health';
import { sampleSeries } from './sampleSeries';

/** What the channel's tab shows of the sample company on 1 December 2026, before its session. */
const DAY = 86_400_000;
export const TODAY = '2026-12-01';
/** Tuesday, 17:15 in Madrid. */
export const NEXT = Date.UTC(2026, 11, 1, 16, 15);

export const fairLeads: BoardProblem = {
  id: 'p1',
  title: 'Leads de feria sin llamar',
  area: 'sales',
  before: 38,
  now: 21,
  goal: 0,
  state: 'open',
  internal: false,
  sessions: 3,
};
export const noPrices: BoardProblem = {
  id: 'p3',
  title: 'Precio de Gota 3 en Colombia',
  area: 'sales',
  before: null,
  now: null,
  goal: null,
  state: 'open',
  internal: false,
  sessions: 2,
};

export const aBoardTask = (change: Partial<BoardTask>): BoardTask => ({
  id: 't1',
  session: NEXT - 7 * DAY,
  problem: 'p1',
  text: 'Enviar la lista a Bogotá',
  owner: 'm04',
  area: 'marketing',
  due: '2026-12-04',
  late: false,
  carried: 0,
  mustDecide: false,
  state: 'inProgress',
  internal: false,
  in: 'plan',
  planner: 'plan-1',
  ...change,
});

export const sendList = aBoardTask({});
export const callThem = aBoardTask({
  id: 't2',
  text: 'Llamar a los 21 restantes',
  owner: 's05',
  area: 'sales',
  due: '2026-11-30',
  late: true,
  carried: 1,
  state: 'notStarted',
});
export const whatIsALead = aBoardTask({
  id: 't3',
  text: 'Acordar qué es un lead aceptado',
  owner: 'm02',
  due: '2026-11-27',
  late: true,
  carried: 3,
  mustDecide: true,
  state: 'notStarted',
});
export const priceTable = aBoardTask({
  id: 't4',
  problem: 'p3',
  text: 'Tabla de precios por volumen',
  owner: 's07',
  area: 'sales',
  due: '2026-12-10',
  state: 'notStarted',
});
export const pricePage = aBoardTask({
  id: 't5',
  problem: 'p3',
  text: 'Página de producto con precios',
  owner: 'm07',
  due: '2026-12-15',
  state: 'notStarted',
  in: 'waiting',
  planner: null,
});
export const agency = aBoardTask({
  id: 't8',
  problem: 'p3',
  text: 'Revisión con la agencia',
  owner: 'm01',
  doneBy: 'g01',
  due: '2026-12-11',
});

export const groups: readonly BoardGroup[] = [
  { problem: fairLeads, tasks: [whatIsALead, callThem, sendList] },
  { problem: noPrices, tasks: [priceTable, agency, pricePage] },
];

const series = sampleSeries();
const people = series.people.map(({ id, name, area }) => ({ id, name, area }));

export const tasks: TasksView = {
  filter: {},
  groups,
  counts: { open: 14, late: 3, waiting: 2, shown: 6 },
  people,
  areas: series.areas.map(({ id, name }) => ({ id, name })),
  names: { ...Object.fromEntries(people.map(({ id, name }) => [id, name])), g01: 'Elena Doval' },
  maySend: true,
  withoutPlan: false,
  review: { at: 0, of: 14, task: whatIsALead, problem: fairLeads },
};

export const next: NextView = {
  original: NEXT,
  start: NEXT,
  minutes: 35,
  cities: [{ city: 'Bogotá', zone: 'America/Bogota' }],
  forecast: {
    held: true,
    areas: [
      { area: 'marketing', can: 4, of: 4 },
      { area: 'sales', can: 3, of: 4 },
    ],
  },
  chair: { id: 'm01', name: 'Irene Valcárcel Soto' },
  link: null,
  mayPrepare: true,
  breaks: [
    {
      original: NEXT + 7 * DAY,
      start: NEXT + 7 * DAY,
      why: 'holiday',
      countries: ['ES', 'CO'],
      label: '',
      missing: [],
      alternative: { start: NEXT + 8 * DAY, can: 7, of: 8 },
      asked: false,
    },
  ],
  looked: 8,
};

export const measuring: MeasuringView = {
  mode: 'off',
  agreed: 'off',
  cap: 'persons',
  since: null,
  asked: null,
  mayAsk: ['areas', 'persons'],
  as: 'counted',
  nudge: true,
  names: [],
  alone: [],
  kept: 0,
};

export const health: Health = {
  held: 9,
  skipped: 1,
  paused: 2,
  quorum: { is: 8, of: 9 },
  startedOnTime: { is: 8, of: 9 },
  endedOnTime: { is: 7, of: 9 },
  promises: { marketing: { is: 10, of: 14 }, sales: { is: 9, of: 14 } },
  balance: { areas: { marketing: 0.56, sales: 0.44 }, measured: 6, estimated: 0 },
  pulse: { worth: { is: 11, of: 14 }, said: { is: 12, of: 14 } },
};
const quarter: readonly MonthOfHealth[] = ['2026-09', '2026-10', '2026-11'].map((month) => ({
  month,
  health: { ...health, held: 3, skipped: month === '2026-10' ? 1 : 0, paused: 0 },
}));

export const rhythm: RhythmView = {
  months: 6,
  whole: health,
  byMonth: quarter,
  sessions: [-21, -14, -7, 0, 7].map((days) => ({
    original: NEXT + days * DAY,
    start: NEXT + days * DAY,
    state: days === -14 ? 'skipped' : days < 0 ? 'held' : 'coming',
    label: '',
    marked: days === -14,
  })),
  proposals: [],
  ends: { last: Date.UTC(2027, 4, 18, 15, 15), left: 22, soon: false },
  pulse: health.pulse,
  handOver: null,
};

const decision = (change: Partial<DecisionView>): DecisionView => ({
  id: 'd1',
  series: series.id,
  seriesTitle: series.title,
  session: Date.UTC(2026, 10, 10, 16, 15),
  text: 'Todo lead de feria recibe una llamada en 24 horas laborables',
  problem: 'Leads de feria sin llamar',
  deciders: ['m01', 's01'],
  internal: false,
  replacedBy: null,
  mayReplace: [],
  ...change,
});
export const decisions: readonly DecisionView[] = [
  decision({
    id: 'd3',
    text: 'Lead aceptado = finca de más de 5 hectáreas, con permiso para llamar',
    session: Date.UTC(2026, 10, 24, 16, 15),
    problem: 'Qué es un lead aceptado',
  }),
  decision({
    id: 'd2',
    text: 'Lead aceptado = finca de más de 5 hectáreas',
    session: Date.UTC(2026, 10, 17, 16, 15),
    problem: 'Qué es un lead aceptado',
    replacedBy: {
      id: 'd3',
      text: 'Lead aceptado = finca de más de 5 hectáreas, con permiso para llamar',
      session: Date.UTC(2026, 10, 24, 16, 15),
    },
  }),
  decision({
    id: 'd4',
    series: 'monthly',
    seriesTitle: 'Mensual de dirección',
    text: 'México usa el formulario corto hasta enero',
    session: Date.UTC(2026, 10, 16, 16),
    problem: 'Formularios de México',
    internal: true,
    mayReplace: [{ id: 'd3', text: 'Lead aceptado = finca de más de 5 hectáreas, con permiso para llamar' }],
  }),
  decision({
    mayReplace: [{ id: 'd3', text: 'Lead aceptado = finca de más de 5 hectáreas, con permiso para llamar' }],
  }),
];

export const channel: FollowScreen = {
  screen: 'series',
  part: 'tasks',
  all: [
    { id: series.id, title: series.title, kind: 'weekly' },
    { id: 'monthly', title: 'Mensual de dirección', kind: 'monthly' },
  ],
  series,
  place: 'site',
  me: 'm01',
  organiser: { id: 'm01', name: 'Irene Valcárcel Soto', me: true },
  zone: series.zone,
  today: TODAY,
  notice: null,
  question: null,
  working: null,
  progress: { records: { state: 'ready' }, plan: { state: 'ready' } },
  unreadable: [],
  aside: [],
  next,
  tasks,
  decisions: { search: '', found: decisions, of: decisions.length },
  rhythm,
  asks: [],
  measuring,
};
