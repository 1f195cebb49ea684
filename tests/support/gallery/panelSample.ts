import type {
  AfterView,
  BalanceView,
  ItemView,
  MeetingScreen,
  MeetingTick,
  PersonView,
  ProblemView,
  RunningView,
  TaskView,
} from '../../../src/app/meeting/meetingView';

const MINUTE = 60_000;
/** Tuesday 1 December 2026, 17:15 in Madrid. */
export const START = Date.UTC(2026, 11, 1, 16, 15);
export const me = 'm01';

const person = (
  id: string,
  name: string,
  area: string,
  initials: string,
  change: Partial<PersonView> = {},
): PersonView => ({
  id,
  name,
  short: name.split(' ')[0] ?? name,
  initials,
  area,
  role: 'optional',
  outsider: false,
  how: 'panel',
  through: null,
  hasPanel: true,
  standInsPossible: [],
  decidedBy: null,
  ...change,
});
const here = { hasPanel: false } as const;

/** Eight of the sample company, as they take part: five with a panel, two in the room, one by phone. */
export const people: readonly PersonView[] = [
  person('m01', 'Irene Valcárcel Soto', 'marketing', 'IV', { role: 'key' }),
  person('m02', 'Bruno Aldaz Peña', 'marketing', 'BA', { ...here, how: 'room', through: 'm01' }),
  person('m04', 'Hugo Santamarta Rey', 'marketing', 'HS'),
  person('m07', 'Catalina Ospina Rueda', 'marketing', 'CO'),
  person('s01', 'Rodrigo Beltrán Ayuso', 'sales', 'RB', { ...here, role: 'key', how: 'room' }),
  person('s02', 'Amparo Lledó Gisbert', 'sales', 'AL'),
  person('s05', 'Sergio Manrique Olmo', 'sales', 'SM', { ...here, how: 'phone' }),
  person('s07', 'Andrés Cuéllar Pombo', 'sales', 'AC'),
  person('x01', 'Teresa Múgica Larrañaga', '', 'TM', { role: 'informed', how: 'unknown', hasPanel: false }),
];

const item = (id: string, kind: ItemView['kind'], title: string, minutes: number): ItemView => ({
  id,
  kind,
  title,
  minutes,
  internal: false,
  state: 'ahead',
});
const AGENDA = [
  item('i1', 'openTasks', 'Tareas abiertas', 5),
  item('i2', 'problem', 'Problema', 7),
  item('i3', 'ideas', 'Ideas', 8),
  item('i4', 'decision', 'Decisión', 7),
  item('i5', 'tasks', 'Tareas', 5),
  item('i6', 'round', 'Ronda', 3),
];

/** The agenda with that item running. */
export function agendaAt(at: number): readonly ItemView[] {
  return AGENDA.map((one, nth) => ({
    ...one,
    state: nth + 1 < at ? 'over' : nth + 1 === at ? 'now' : 'ahead',
  }));
}

export function runningAt(at: number, change: Partial<RunningView> = {}): RunningView {
  const items = agendaAt(at);
  return {
    phase: 'running',
    items,
    at,
    of: items.length,
    current: items[at - 1] ?? null,
    next: items[at] ?? null,
    late: 3 * MINUTE,
    lateChoices: [],
    overChoices: [],
    mayRun: true,
    mayStart: true,
    mayEnd: true,
    mayReopen: true,
    ...change,
  };
}

const task = (id: string, text: string, owner: string, name: string, due: string, change = {}): TaskView => ({
  id,
  problem: 'p1',
  text,
  owner,
  due,
  carried: 0,
  state: 'open',
  ownerName: name,
  overdue: false,
  mustDecide: false,
  planner: 'none',
  ...change,
});
export const tasks: readonly TaskView[] = [
  task('t1', 'Enviar la lista a Bogotá', 'm04', 'Hugo', '2026-12-04'),
  task('t2', 'Acordar qué es un lead aceptado', 'm02', 'Bruno', '2026-11-27', {
    overdue: true,
    carried: 3,
    mustDecide: true,
  }),
];

export const problem: ProblemView = {
  id: 'p1',
  title: 'Leads de feria sin llamar',
  by: 's02',
  area: 'sales',
  goal: 0,
  readings: [
    { at: START - 7 * 86_400_000, value: 38 },
    { at: START, value: 21 },
  ],
  byName: 'Amparo',
  moved: { from: 38, to: 21 },
  ideas: [
    { id: 'd1', problem: 'p1', text: 'Llamar en 24 h', by: 'm04', votes: ['m01', 's02'], mine: true },
    { id: 'd2', problem: 'p1', text: 'Lista única en CRM', by: 's07', votes: ['m02'], mine: false },
  ],
  decisions: [],
  tasks: [],
  now: true,
};

/** What became of promises since, and problems whose numbers are asked for. */
export const since = {
  done: [task('t8', 'Pasar los precios a Leire', 's07', 'Andrés', '2026-11-30', { state: 'done' as const })],
  gone: [task('t9', 'Pedir folletos nuevos', 'm04', 'Hugo', '2026-11-30')],
  moving: [
    { id: 'p1', title: 'Leads de feria sin llamar', goal: 0, before: 38, now: null, solved: false },
    { id: 'p3', title: 'Demos sin fecha', before: 12, now: 9, solved: false },
    { id: 'p4', title: 'Página de Gota 3 sin precios', before: 1, now: 0, solved: true },
  ],
};

export const after: AfterView = {
  tasks: { state: 'offered', failure: null, waiting: 3, done: 0 },
  record: { state: 'offered', failure: null, place: 'site' },
  minutes: {
    state: 'offered',
    failure: null,
    readers: 8,
    outsiders: 1,
    preview:
      '<h3>Semanal de Marketing y Ventas</h3><p>mar 1 dic, 17:15</p><ul><li>Acordado: llamar en 24 h</li></ul><script>alert(1)</script><img src=x onerror=alert(1)>',
    sent: null,
  },
  informed: {
    state: 'offered',
    failure: null,
    names: ['Teresa Múgica Larrañaga', 'Noelia Quirós Camba', 'Gonzalo Cifuentes Ibarra'],
    unknown: [],
    outsiders: 0,
    sent: null,
  },
};

/** In the eighteenth minute: of eight people one does not take part. */
export const balance: BalanceView = {
  mode: 'areas',
  as: 'counted',
  counted: { is: 7, of: 8 },
  areas: {
    marketing: { milliseconds: 512_000, share: 0.61, fair: 0.5 },
    sales: { milliseconds: 328_000, share: 0.39, fair: 0.5 },
  },
  own: {
    share: { milliseconds: 151_000, share: 0.18, fair: 0.14 },
    turns: [
      { person: me, from: START + 2 * MINUTE, until: START + 2 * MINUTE + 40_000, source: 'owner' },
      { person: me, from: START + 9 * MINUTE, until: START + 11 * MINUTE, source: 'self' },
    ],
  },
  people: null,
  attributed: 0.82,
  since: START - 14 * 86_400_000,
  news: false,
  cap: 'persons',
  mayCount: true,
  begun: true,
  alone: [],
  tooEarlyFor: 0,
  nudge: null,
  nudges: true,
};

/** The panel of whoever chairs, at the third item, as it was drawn. */
export const meeting: MeetingScreen = {
  screen: 'meeting',
  surface: 'panel',
  small: false,
  title: 'Semanal de Marketing y Ventas',
  start: START,
  end: START + 35 * MINUTE,
  zone: 'Europe/Madrid',
  cities: [{ city: 'Bogotá', zone: 'America/Bogota' }],
  language: 'es',
  me,
  people,
  areas: [
    { id: 'marketing', name: '', here: 4, of: 4, quorum: 3 },
    { id: 'sales', name: '', here: 4, of: 4, quorum: 3 },
  ],
  connection: 'live',
  saved: true,
  notice: null,
  question: null,
  running: runningAt(3),
  proposed: null,
  problems: [problem],
  chair: {
    id: me,
    name: 'Irene',
    mine: true,
    goneSince: null,
    mayTakeOver: false,
    handTo: ['m04', 'm07', 's02', 's07'],
    nextTime: 's01',
  },
  floor: {
    speaker: 's07',
    mine: false,
    asking: false,
    queue: ['m07', 'm04'],
    round: null,
    mayGive: true,
    mayMark: true,
    supposed: null,
  },
  capture: {
    text: 'Hugo: enviar lista antes del viernes',
    understood: {
      kind: 'task',
      draft: { text: 'enviar lista', owner: 'm04', due: '2026-12-04', problem: 'p1' },
      missing: [],
    },
    owners: people.slice(0, 8).map(({ id }) => id),
    insiders: people.slice(0, 8).map(({ id }) => id),
  },
  speaking: true,
  before: {
    occurrence: {
      answers: { yes: 6, of: 8 },
      notComing: [{ name: 'Bruno', standIn: 'Hugo' }],
      place: 'Sala Encina',
      invited: 8,
      outsiders: 0,
    },
    hasPanel: true,
    mayAddPanel: false,
    proposals: [],
    left: [],
    wholeTeam: false,
    isOrganiser: true,
  },
  after,
};

export const tick: MeetingTick = {
  now: START + 17 * MINUTE,
  itemLeft: 250_000,
  itemShare: 0.58,
  meetingLeft: 18 * MINUTE,
  speakerFor: 42_000,
};
