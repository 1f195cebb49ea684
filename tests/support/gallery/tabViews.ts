import type {
  BeforeView,
  MeetingScreen,
  MeetingTick,
  ProblemView,
  RunningView,
  TaskView,
} from '../../../src/app/meeting/meetingView';
import { agendaAt, balance, meeting, problem, runningAt, since, START, tasks, tick } from './panelSample';
import type { Shown } from './panelViews';

const MINUTE = 60_000;

const proposal = (change: Partial<BeforeView['proposals'][number]>): BeforeView['proposals'][number] => ({
  ...problem,
  from: 'proposed',
  moved: null,
  ideas: [],
  now: false,
  mine: false,
  inAgenda: false,
  ...change,
});
export const fairLeads = proposal({ byName: 'Laura', internal: true, readings: [{ at: START, value: 38 }] });
export const noPrices = proposal({
  id: 'p2',
  title: 'Página de Gota 3 sin precios',
  byName: 'Leire',
  by: 'm05',
  area: 'marketing',
  readings: [],
});

const [sent, decide] = tasks as readonly [TaskView, TaskView];
export const left: readonly TaskView[] = [
  {
    ...sent,
    id: 't0',
    text: 'Llamar a los 21 restantes',
    ownerName: 'Sergio',
    due: '2026-11-27',
    overdue: true,
    carried: 1,
  },
  { ...sent, carried: 1 },
  decide,
];

const empty = { ...meeting.capture, text: '', understood: null };
const before: RunningView = {
  ...runningAt(0, { late: 0, next: agendaAt(0)[0] ?? null }),
  phase: 'before',
  at: null,
};
const soon: Partial<MeetingTick> = {
  now: START - 3 * 3_600_000,
  itemLeft: null,
  itemShare: 0,
  speakerFor: null,
};

/** The organiser's tab some hours before, as it was drawn. */
export const tabMeeting: MeetingScreen = {
  ...meeting,
  surface: 'tab',
  capture: empty,
  running: before,
  chair: { ...meeting.chair, id: 's01', name: 'Rodrigo', mine: false },
  before: {
    ...meeting.before,
    occurrence: {
      answers: { yes: 6, of: 8 },
      notComing: [{ name: 'Bruno', standIn: 'Hugo' }],
      place: 'Sala Encina (Madrid)',
      invited: 8,
      outsiders: 1,
    },
    hasPanel: false,
    mayAddPanel: true,
    proposals: [fairLeads, noPrices],
    left,
    organiserName: 'Irene',
  },
};
const tab = (change: Partial<MeetingScreen>, around: Partial<BeforeView> = {}, ticks = soon): Shown => ({
  view: { ...tabMeeting, ...change, before: { ...tabMeeting.before, ...around } },
  tick: { ...tick, ...ticks },
});
const asGuest = { ...before, mayRun: false, mayStart: false, mayEnd: false, mayReopen: false };
const ended: RunningView = { ...runningAt(7), phase: 'ended', at: null, next: null, late: 0 };

/** Every state of the tab worth a picture. */
export const tabViews: Readonly<Record<string, Shown>> = {
  starting: { view: { screen: 'starting' }, tick },
  outside: { view: { screen: 'outside', why: 'notMember' }, tick },
  before: tab({}),
  promised: tab(
    {},
    {
      ...since,
      proposals: [fairLeads],
      left: left.slice(0, 2),
      hasPanel: true,
      review: { state: 'offered', failure: null, mails: 8 },
    },
  ),
  monthly: tab(
    { kind: 'monthly' },
    { ...since, hasPanel: true, toDecide: 'decide-1', left: [decide], done: [], gone: [] },
  ),
  askedReview: tab(
    { question: { kind: 'review', mails: 8 } },
    { hasPanel: true, review: { state: 'failed', failure: { kind: 'offline' }, mails: 8 } },
  ),
  byHand: tab({}, { mayAddPanel: false }),
  guest: tab(
    { me: 's07', running: asGuest },
    {
      isOrganiser: false,
      hasPanel: true,
      proposals: [
        { ...fairLeads, mine: true },
        { ...noPrices, inAgenda: true },
      ],
    },
  ),
  outsider: tab(
    {
      me: 's07',
      running: asGuest,
      people: meeting.people.map((one) => (one.id === 's07' ? { ...one, outsider: true } : one)),
    },
    { isOrganiser: false, hasPanel: true, proposals: [], left: [] },
  ),
  wholeTeam: tab({}, { mayAddPanel: false, wholeTeam: true, occurrence: null }),
  noAgenda: tab({ running: null }, { hasPanel: true }),
  measured: tab({ balance: { ...balance, news: true } }, { hasPanel: true }),
  running: tab({ running: runningAt(3) }, { hasPanel: true }, {}),
  closing: tab(
    { running: { ...ended, phase: 'closing' } },
    { hasPanel: true },
    { now: START + 58 * MINUTE, itemLeft: null, itemShare: 0, meetingLeft: 2 * MINUTE },
  ),
  ended: tab({ running: ended }, { hasPanel: true, proposals: [], left: [] }),
  failed: tab({
    notice: { kind: 'failed', step: 'addPanel', failure: { kind: 'consent', tier: 'live' } },
    connection: 'offline',
  }),
};

const full: ProblemView = {
  ...problem,
  ideas: [
    ...problem.ideas,
    {
      id: 'd3',
      problem: 'p1',
      text: 'Que marketing llame a los de la feria de Zaragoza',
      by: 's01',
      votes: [],
      mine: false,
    },
    { id: 'd4', problem: 'p1', text: 'Avisar por Teams', by: 's01', votes: [], mine: false },
    { id: 'd5', problem: 'p1', text: 'Un responsable por feria', by: 's01', votes: [], mine: false },
    { id: 'd6', problem: 'p1', text: 'Repartir por zona', by: 's01', votes: [], mine: false },
  ],
  decisions: [
    { id: 'c1', problem: 'p1', text: 'Se llama en 24 h, también en ferias', deciders: ['m01'], at: START },
  ],
  tasks: [...tasks],
};
const stage = (change: Partial<MeetingScreen>, ticks: Partial<MeetingTick> = {}): Shown => ({
  view: { ...meeting, surface: 'stage', capture: empty, problems: [full], ...change },
  tick: { ...tick, ...ticks },
});

/** Every state of the stage worth a picture. */
export const stageViews: Readonly<Record<string, Shown>> = {
  'stage-starting': { view: { screen: 'starting' }, tick },
  'stage-before': stage({ running: before }, { now: START - 3 * MINUTE, itemLeft: null, speakerFor: null }),
  'stage-noAgenda': stage({ running: null, problems: [] }, { now: START - 3 * MINUTE, itemLeft: null }),
  'stage-running': stage({}),
  'stage-measured': stage({ balance }),
  'stage-supposed': stage({
    balance: { ...balance, areas: null, tooEarlyFor: 4 * MINUTE },
    floor: { ...meeting.floor, speaker: null, queue: [], supposed: 's02' },
  }),
  'stage-empty': stage({ problems: [], floor: { ...meeting.floor, speaker: null, queue: [] } }),
  'stage-over': stage({}, { itemLeft: -80_000, itemShare: 1 }),
  'stage-round': stage({
    running: runningAt(6, { next: null }),
    floor: { ...meeting.floor, queue: [], round: { left: ['m07', 's02'], each: MINUTE } },
  }),
  'stage-closing': stage(
    { running: { ...ended, phase: 'closing' } },
    { itemLeft: null, itemShare: 0, meetingLeft: -3 * MINUTE },
  ),
  'stage-ended': stage({ running: ended }),
};
