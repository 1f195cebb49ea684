import type {
  BalanceView,
  Choice,
  MeetingScreen,
  MeetingTick,
  MeetingView,
  RunningView,
} from '../../../src/app/meeting/meetingView';
import type { Denial } from '../../../src/app/ports/room';
import {
  after,
  agendaAt,
  balance,
  meeting,
  problem,
  runningAt,
  since,
  START,
  tasks,
  tick,
} from './panelSample';

const MINUTE = 60_000;
export type Shown = { readonly view: MeetingView; readonly tick: MeetingTick };

const screen = (change: Partial<MeetingScreen>, ticks: Partial<MeetingTick> = {}): Shown => ({
  view: { ...meeting, balance, ...change },
  tick: { ...tick, ...ticks },
});
const measured = (change: Partial<BalanceView>, around: Partial<MeetingScreen> = {}): Shown =>
  screen({ capture: empty, ...around, balance: { ...balance, ...change } });
const plain = (view: MeetingView): Shown => ({ view, tick });

const choice = (kind: Choice['kind'], change: Partial<Choice> = {}): Choice => ({
  kind,
  title: null,
  by: null,
  until: null,
  command: { kind: 'end' },
  ...change,
});
const over: readonly Choice[] = [
  choice('takeFrom', { title: 'Decisión', by: 2 }),
  choice('takeFrom', { title: 'Ronda', by: 2 }),
  choice('cutDown', { by: 2 }),
  choice('putOff', { title: 'Ideas' }),
  choice('putOff', { title: 'Decisión' }),
];
const late: readonly Choice[] = [
  choice('shorten', { title: 'Problema', by: 3 }),
  choice('shorten', { title: 'Ideas', by: 3 }),
  choice('cutDown', { by: 3 }),
  choice('endLater', { by: 3, until: START + 38 * MINUTE, command: null }),
];

/** Somebody who neither chairs nor organises. */
const andres: Partial<MeetingScreen> = {
  me: 's07',
  chair: { ...meeting.chair, mine: false, handTo: [] },
  floor: { ...meeting.floor, mine: true },
  before: { ...meeting.before, isOrganiser: false },
};
const asGuest = (running: RunningView): RunningView => ({
  ...running,
  mayRun: false,
  mayStart: false,
  mayEnd: false,
  mayReopen: false,
});
const empty = { ...meeting.capture, text: '', understood: null };
const before: RunningView = {
  ...runningAt(0, { late: 0, next: agendaAt(0)[0] ?? null }),
  phase: 'before',
  at: null,
};
const closing: RunningView = { ...runningAt(7), phase: 'closing', at: null, next: null, late: 0 };
const ended: RunningView = { ...closing, phase: 'ended' };
const draft = { text: 'enviar lista', problem: 'p1' } as const;
const soon = {
  now: START - 3 * MINUTE,
  itemLeft: null,
  itemShare: 0,
  meetingLeft: 35 * MINUTE,
  speakerFor: null,
};
const atEnd = { now: START + 63 * MINUTE, itemLeft: null, itemShare: 0, meetingLeft: -3 * MINUTE };
const denials: readonly Denial[] = [
  'notMember',
  'notItsTime',
  'signIn',
  'consent',
  'unknown',
  'newerRoom',
  'tooMuch',
];

/** Every state of the panel worth a picture. */
export const panelViews: Readonly<Record<string, Shown>> = {
  starting: plain({ screen: 'starting' }),
  signIn: plain({ screen: 'signIn', notice: null }),
  noMeeting: plain({ screen: 'noMeeting' }),
  ...Object.fromEntries(denials.map((why) => [`outside-${why}`, plain({ screen: 'outside', why })])),
  running: screen({}),
  noAgenda: screen({ running: null, capture: empty, problems: [] }, soon),
  unplanned: screen({ running: null, capture: empty, problems: [], unplanned: true }, soon),
  connecting: screen({ running: null, capture: empty, problems: [], connection: 'connecting' }, soon),
  proposed: screen(
    { running: null, capture: empty, problems: [], proposed: { by: 'Rodrigo', minutes: 35, mayUse: true } },
    soon,
  ),
  proposedNotMine: screen(
    {
      ...andres,
      running: null,
      capture: empty,
      problems: [],
      proposed: { by: 'Rodrigo', minutes: 35, mayUse: false },
    },
    soon,
  ),
  before: screen({ running: before, capture: empty }, soon),
  beforeGuest: screen(
    {
      ...andres,
      running: asGuest(before),
      capture: empty,
      before: { ...meeting.before, wholeTeam: true },
    },
    { ...soon, now: START - 3 * 3_600_000 },
  ),
  late: screen(
    { running: runningAt(1, { lateChoices: late }), capture: empty },
    { itemLeft: 290_000, itemShare: 0.04, meetingLeft: 35 * MINUTE },
  ),
  over: screen({ running: runningAt(3, { overChoices: over }) }, { itemLeft: -80_000, itemShare: 1 }),
  overGuest: screen(
    { ...andres, running: asGuest(runningAt(3, { overChoices: over })), capture: empty },
    { itemLeft: -80_000, itemShare: 1 },
  ),
  guest: screen({ ...andres, running: asGuest(runningAt(3)), capture: empty }),
  missing: screen({
    capture: {
      ...meeting.capture,
      text: 'enviar lista',
      understood: { kind: 'task', draft, missing: ['owner', 'due'] },
    },
  }),
  outsiderTask: screen({
    capture: {
      ...meeting.capture,
      text: 'Marta: enviar lista el viernes',
      understood: { kind: 'task', draft: { ...draft, owner: 's02', due: '2026-12-04' }, missing: ['inside'] },
    },
  }),
  full: screen({
    running: runningAt(5),
    problems: [
      {
        ...problem,
        tasks,
        decisions: [
          {
            id: 'c1',
            problem: 'p1',
            text: 'Ventas llama en 24 h a cada contacto de la feria',
            deciders: ['m01', 's01'],
            at: START,
          },
        ],
        ideas: [
          ...problem.ideas,
          { id: 'd3', problem: 'p1', text: 'Un turno de llamadas', by: 's05', votes: [], mine: false },
        ],
      },
      { ...problem, id: 'p2', title: 'Página de Gota 3 sin precios', now: false },
    ],
    capture: empty,
  }),
  openTasks: screen({
    running: runningAt(1),
    before: { ...meeting.before, left: tasks },
    capture: empty,
  }),
  review: screen({
    running: runningAt(1),
    before: { ...meeting.before, left: tasks.slice(0, 1), ...since },
    problems: [{ ...problem, ideas: [] }],
    capture: empty,
  }),
  round: screen({
    running: runningAt(6),
    floor: { ...meeting.floor, queue: [], round: { left: ['m07', 's02', 'm04'], each: MINUTE } },
    capture: empty,
  }),
  closing: screen({ running: closing, capture: empty }, atEnd),
  ended: screen({ running: ended }, atEnd),
  endedMissing: screen(
    {
      running: ended,
      after: {
        ...after,
        tasks: { state: 'missing', failure: { kind: 'consent', tier: 'followUp' }, waiting: 3, done: 0 },
        record: { ...after.record, state: 'done' },
        minutes: { ...after.minutes, state: 'failed', failure: { kind: 'offline' } },
        informed: after.informed && {
          ...after.informed,
          state: 'failed',
          sent: { by: 'Irene Valcárcel Soto', at: atEnd.now, sure: false },
        },
      },
    },
    atEnd,
  ),
  endedPulse: screen(
    {
      running: ended,
      after: { ...after, pulse: { answered: false, answers: 2, counts: null } },
    },
    atEnd,
  ),
  endedNext: screen(
    {
      running: ended,
      kind: 'weekly',
      after: {
        ...after,
        message: {
          ...{ state: 'offered', failure: null, sent: null },
          preview: '<p>Próxima: mar 8 dic, 17:15 · Modera Rodrigo</p><ul><li>Hugo: la lista</li></ul>',
        },
        prepare: { state: 'offered', failure: null },
      },
    },
    atEnd,
  ),
  endedAnswered: screen(
    {
      running: ended,
      after: {
        ...after,
        pulse: {
          answered: true,
          answers: 5,
          counts: { worth: { yes: 3, partly: 1, no: 1 }, said: { yes: 5, partly: 0, no: 0 } },
        },
      },
    },
    atEnd,
  ),
  offline: screen({ connection: 'offline', saved: false }),
  alone: screen({ connection: 'alone', saved: false }),
  chairGone: screen({
    ...andres,
    running: asGuest(runningAt(3)),
    chair: { ...meeting.chair, mine: false, handTo: [], goneSince: START, mayTakeOver: true },
    capture: empty,
  }),
  outsider: screen({
    ...andres,
    people: meeting.people.map((one) => (one.id === 's07' ? { ...one, outsider: true } : one)),
    running: asGuest(runningAt(3)),
    capture: empty,
  }),
  unmeasured: screen({ balance: null }),
  measuredEarly: measured({
    areas: null,
    own: { share: null, turns: [] },
    tooEarlyFor: 5.2 * MINUTE,
    counted: { is: 8, of: 8 },
  }),
  measuredNoSignal: measured({ attributed: null }),
  measuredNews: measured({
    news: true,
    areas: null,
    own: { share: null, turns: [] },
    tooEarlyFor: 10 * MINUTE,
  }),
  measuredNewsBefore: screen({ running: before, capture: empty, balance: { ...balance, news: true } }, soon),
  measuredNudge: measured({ nudge: 'sales' }),
  measuredMine: measured(
    {
      own: {
        share: balance.own?.share ?? null,
        turns: [{ person: 's07', from: START + 16 * MINUTE, until: tick.now, source: 'chair', open: true }],
      },
    },
    { ...andres, floor: { ...meeting.floor, mine: true, mayGive: false, mayMark: false } },
  ),
  measuredSupposed: measured({}, { floor: { ...meeting.floor, speaker: null, queue: [], supposed: 's02' } }),
  measuredFree: measured(
    {},
    {
      ...andres,
      running: asGuest(runningAt(3)),
      floor: { ...meeting.floor, speaker: null, queue: [], mayGive: false },
    },
  ),
  measuredPersons: measured({
    mode: 'persons',
    as: 'shown',
    alone: ['sales'],
    people: {
      m01: { milliseconds: 151_000, share: 0.18, fair: 0.14 },
      s07: { milliseconds: 260_000, share: 0.31, fair: 0.14 },
    },
  }),
  measuredSmall: measured({ nudge: 'sales', news: true }, { small: true }),
  small: screen({ small: true, capture: empty }),
  sameTask: screen({
    running: ended,
    question: { kind: 'sameTask', text: 'Enviar la lista a Bogotá', found: 2 },
  }),
  wholeTeam: screen({ question: { kind: 'wholeTeam' } }),
  failed: screen({
    notice: { kind: 'failed', step: 'command', failure: { kind: 'offline' } },
  }),
  refused: screen({ notice: { kind: 'refused', code: 'meeting/floor-is-taken', data: {} } }),
};
