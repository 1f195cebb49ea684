// FP1 to FP7: src/app/SPEC.md
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import type { PersonalView } from '../../../src/app/follow/followView';
import { createPersonalDesk } from '../../../src/app/follow/personal';
import { cancellable } from '../../../src/app/cancel';
import { PortFailure } from '../../../src/app/ports/failure';
import { FOLLOW_UP, type FollowUp } from '../../../src/domain/rhythm/followUp';
import type { Series } from '../../../src/domain/rhythm/series';
import { aSite } from '../../support/aSeries';
import { aRecord } from '../../support/aRecord';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakePlanBoard } from '../../support/fakes/fakePlanBoard';
import { fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';
import { settle } from '../meeting/testTime';
import { aProblem, aTask, inPlanner } from './aBoard';
import { aTeam, aWeekly, MINUTE, PEOPLE, START, WEEK } from './aFollow';

const MONTHLY = '5b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f';
const aMonthly = (change: Partial<Series> = {}): Series => ({
  ...aWeekly({ id: MONTHLY, kind: 'monthly', title: 'Mensual', minutes: 50 }),
  chain: [{ organiser: 's01', starts: [START + 2 * 24 * 60 * MINUTE], alternatives: [] }],
  ...change,
});
const followed = (change: Partial<FollowUp>): FollowUp => ({ ...FOLLOW_UP, ...change });

/** Two series, with tasks of Irene and others in both. */
async function aTeamOfTwo(weekly = aWeekly(), monthly = aMonthly()) {
  const team = aTeam(undefined, [weekly, monthly]);
  await team.held(1, {
    problems: [aProblem('p1', { title: 'Leads' })],
    tasks: [
      aTask('mine', { due: '2026-12-20' }),
      aTask('given'),
      aTask('got', { owner: 's01', due: '2026-12-10' }),
      aTask('waits', { due: '2026-11-20' }),
      aTask('theirs', { owner: 's02' }),
      aTask('over', { state: 'done' }),
    ],
    planner: { mine: 'P1', given: 'P2', got: 'P3', over: 'P4' },
  });
  inPlanner(team, 'P1', aTask('mine', { due: '2026-12-20' }));
  inPlanner(team, 'P2', aTask('given'), { owners: ['s01'] });
  inPlanner(team, 'P3', aTask('got', { due: '2026-12-10' }), { owners: ['s01', 'm01'] });
  inPlanner(team, 'P4', aTask('over'), { percent: 100 });
  inPlanner(team, 'other', aTask('x', { text: 'De Planner', due: '2026-12-01' }), { by: 's02' });
  inPlanner(team, 'far', aTask('y', { text: 'De otro plan' }), { plan: 'plan-9' });
  const start = START - 3 * WEEK;
  await team.records.create(
    aRecord({
      ...{
        series: MONTHLY,
        start,
        planned: { start, minutes: 50 },
        startedAt: start,
        endedAt: start + MINUTE,
      },
      ...{
        problems: [aProblem('p1', { title: 'Precios' })],
        tasks: [aTask('big', { due: '2026-11-01' })],
        planner: {},
      },
    }),
    cancellable(),
  );
  return team;
}

async function opened(
  team: Awaited<ReturnType<typeof aTeamOfTwo>>,
  me = 'm01',
  ports: Partial<FollowPorts> = {},
  of?: (series: Series) => boolean,
) {
  const board = fakePlanBoard(team.plans, me);
  const made = team.portsOf(me, { board, ...ports });
  const desk = createPersonalDesk(made.ports, of);
  for (let turn = 0; turn < 4; turn++) await settle();
  const mine = () => {
    const view = desk.view.get();
    if (view.screen !== 'mine') throw new Error(`the screen is ${view.screen}`);
    return view;
  };
  return { ...made, desk, mine, board };
}
type Shown = Extract<PersonalView, { screen: 'mine' }>['tasks'];
const told = (tasks: Shown) =>
  tasks.map(({ id, in: where, series }) => [
    id,
    where,
    series === MONTHLY ? 'monthly' : series === null ? null : 'weekly',
  ]);

test('FP1 opens with sign-in, failures and nothing to show as the channel’s tab does', async () => {
  const team = await aTeamOfTwo();
  const identity = fakeIdentity(() => Promise.reject(new PortFailure({ kind: 'signIn' })));
  const out = await opened(team, 'm01', { identity });
  expect(out.desk.view.get()).toEqual({ screen: 'signIn', failure: { kind: 'signIn' } });
  const nobody = await opened(team, 'x99');
  expect(nobody.desk.view.get()).toEqual({ screen: 'noSeries', unreadable: [] });
  const homes = [{ ...team.home, list: () => Promise.reject(new Error('a fault')) }];
  const broken = await opened(team, 'm01', { homes });
  expect(broken.desk.view.get()).toEqual({ screen: 'failed', failure: { kind: 'malformed' } });
  expect(team.faults).toHaveLength(1);
});

test('FP1 a plan that cannot be read is told, the records tell, and a press reads again', async () => {
  const team = await aTeamOfTwo();
  const board = fakePlanBoard(team.plans);
  board.failNext({ kind: 'unavailable' }, 'mine');
  const { mine, desk } = await opened(team, 'm01', { board });
  expect(mine().progress).toEqual({ state: 'failed', failure: { kind: 'unavailable' } });
  expect(told(mine().tasks)).toEqual([
    ['big', 'waiting', 'monthly'],
    ['waits', 'waiting', 'weekly'],
    ['given', 'unread', 'weekly'],
    ['mine', 'unread', 'weekly'],
  ]);
  desk.retry();
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(mine().progress).toEqual({ state: 'ready' });
});

test('FP2, FP3 one list: assigned to me in Planner, waiting in records, of the team’s plan alone', async () => {
  const { mine } = await opened(await aTeamOfTwo());
  expect(told(mine().tasks)).toEqual([
    ['big', 'waiting', 'monthly'],
    ['waits', 'waiting', 'weekly'],
    ['planner:other', 'plan', null],
    ['got', 'plan', 'weekly'],
    ['mine', 'plan', 'weekly'],
  ]);
  expect(mine().tasks.map(({ late }) => late)).toEqual([true, true, false, false, false]);
  expect(mine().tasks[0]).toMatchObject({ seriesTitle: 'Mensual', problemTitle: 'Precios' });
});

test('FP2 without a team the records tell', async () => {
  const team = await aTeamOfTwo();
  team.plans.plan = null;
  const { mine } = await opened(team);
  expect(told(mine().tasks).map(([id, where]) => [id, where])).toEqual([
    ['big', 'record'],
    ['waits', 'record'],
    ['given', 'record'],
    ['mine', 'record'],
  ]);
});

test('FP4 my next sessions over all series, where they stand now', async () => {
  const [link] = aWeekly().chain;
  const moved = aWeekly({
    chain: [
      {
        ...link!,
        starts: Array.from({ length: 6 }, (_, at) => START + at * WEEK),
        alternatives: [{ original: START, start: START + 24 * 60 * MINUTE, state: 'applied' }],
      },
    ],
    pauses: [{ from: '2026-12-07', until: '2026-12-12', label: 'Puente' }],
    followUp: followed({
      marks: [{ original: START + 2 * WEEK, as: 'skipped' }],
      chairing: { kind: 'organiser' },
    }),
  });
  const { mine } = await opened(await aTeamOfTwo(moved));
  expect(
    mine().sessions.map(({ title, start, chairing, minutes }) => [title, start, chairing, minutes]),
  ).toEqual([
    ['Semanal de Marketing y Ventas', START + 24 * 60 * MINUTE, true, 35],
    ['Mensual', START + 2 * 24 * 60 * MINUTE, false, 50],
    ['Semanal de Marketing y Ventas', START + 3 * WEEK, true, 35],
    ['Semanal de Marketing y Ventas', START + 4 * WEEK, true, 35],
  ]);
  expect(mine().sessions.map(({ zone }) => zone)).toEqual(mine().sessions.map(() => 'Europe/Madrid'));
  const abroad = aWeekly({ sites: [aSite('madrid', { zone: 'America/Bogota' })] });
  const there = await opened(await aTeamOfTwo(abroad));
  expect(there.mine().sessions[0]?.zone).toBe('America/Bogota');
  const informed = PEOPLE.map((one) => (one.id === 'm02' ? { ...one, role: 'informed' as const } : one));
  const other = await opened(await aTeamOfTwo(aWeekly({ people: informed })), 'm02');
  expect(other.mine().sessions.map(({ title }) => title)).toEqual(['Mensual']);
});

describe('FP5 what waits for me', () => {
  const ask = {
    id: 'ask-1',
    by: 's02',
    at: START - WEEK,
    change: { kind: 'fewer' as const, people: ['m02'] },
  };
  const asked = aWeekly({ followUp: followed({ asks: [ask] }) });

  test('FP5 the organiser sees it with its names, others do not', async () => {
    const { mine } = await opened(await aTeamOfTwo(asked));
    expect(mine().asks).toEqual([
      {
        ...{ id: 'ask-1', at: ask.at, change: ask.change, mine: true, byName: 'Sergio Manrique' },
        ...{ series: asked.id, seriesTitle: asked.title, names: { m02: 'Hugo Santamarta' } },
        zone: asked.zone,
      },
    ]);
    expect((await opened(await aTeamOfTwo(asked), 's01')).mine().asks).toEqual([]);
  });

  test('FP5 a no takes it out of the file of the series', async () => {
    const team = await aTeamOfTwo(asked);
    const { mine, desk } = await opened(team);
    desk.asks.refuse('ask-1');
    await settle();
    expect(mine().asks).toEqual([]);
    expect((await team.home.read(asked.id, cancellable())).series.followUp?.asks).toEqual([]);
    desk.asks.refuse('ask-1');
    expect(mine().notice).toMatchObject({ kind: 'refused', code: 'follow/answered' });
  });

  test('FP5 before it is done it is asked, with its mails; a no leaves it', async () => {
    const team = await aTeamOfTwo(asked);
    const { mine, desk } = await opened(team, 'm01', { seriesCalendar: fakeSeriesCalendar() });
    desk.asks.accept('ask-1');
    expect(mine().question).toMatchObject({
      asked: { kind: 'change', change: ask.change },
      zone: 'Europe/Madrid',
    });
    desk.answer?.(false);
    await settle();
    expect(mine()).toMatchObject({ question: null, asks: [{ id: 'ask-1' }] });
  });
});

describe('FP6 changing', () => {
  test('FP6 in Planner, in the record, and one of Planner alone', async () => {
    const team = await aTeamOfTwo();
    const { mine, desk } = await opened(team);
    desk.tasks.change('mine', { state: 'inProgress' });
    desk.tasks.change('planner:other', { state: 'done' });
    desk.tasks.change('big', { state: 'done' });
    for (let turn = 0; turn < 4; turn++) await settle();
    expect(mine().notice).toEqual({ kind: 'done', what: 'task' });
    expect(mine().tasks.map(({ id, state }) => [id, state])).toEqual([
      ['waits', 'notStarted'],
      ['got', 'notStarted'],
      ['mine', 'inProgress'],
    ]);
    expect(team.plans.tasks.find(({ id }) => id === 'other')?.percent).toBe(100);
  });

  test('FP6 deleted meanwhile is told and gone from the list; what nobody knows is refused', async () => {
    const team = await aTeamOfTwo();
    const { mine, desk, board } = await opened(team);
    board.before(() => board.remove('P1'));
    desk.tasks.change('mine', { state: 'done' });
    await settle();
    expect(mine().notice).toMatchObject({ kind: 'failed', failure: { kind: 'notFound' }, during: 'task' });
    expect(mine().tasks.map(({ id }) => id)).not.toContain('mine');
    desk.dismiss();
    desk.tasks.change('nobody', { state: 'done' });
    expect(mine().notice).toMatchObject({ kind: 'refused', code: 'follow/unknown-task' });
    desk.end();
  });
});

test('FP7 a series opens in its channel, else at its meeting', async () => {
  const channel = { team: 'T 1', channel: '19:c@thread.tacv2' };
  const team = await aTeamOfTwo(
    aWeekly({ followUp: followed({ channel }) }),
    aMonthly({ chain: [{ ...aWeekly().chain[0]!, organiser: 's01' }] }),
  );
  const { desk, host, mine } = await opened(team);
  desk.open(aWeekly().id);
  desk.open(MONTHLY);
  await settle();
  expect(host.seen.opened).toEqual([
    'https://teams.microsoft.com/l/channel/19%3Ac%40thread.tacv2/Cadencia?groupId=T%201',
    'https://teams.microsoft.com/l/meetup-join/1',
  ]);
  desk.open('nobody');
  expect(mine().notice).toMatchObject({ kind: 'refused', code: 'follow/no-series' });
});

test('FP10 of the series that are asked for alone only theirs is read, and nothing of my shares', async () => {
  const team = await aTeamOfTwo();
  const ownTalk = new Proxy({} as FollowPorts['ownTalk'], {
    get: () => () => {
      throw new Error('my shares were read');
    },
  });
  const weekly = (series: Series) => series.id !== MONTHLY;
  const { mine } = await opened(team, 'm01', { ownTalk }, weekly);
  const ours = mine().tasks.filter(({ series }) => series !== null);
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.some(({ series }) => series === MONTHLY)).toBe(false);
  expect(mine().progress).toEqual({ state: 'ready' });
  expect(team.faults).toEqual([]);
  const none = await opened(team, 'm01', { ownTalk }, () => false);
  expect(none.desk.view.get()).toEqual({ screen: 'noSeries', unreadable: [] });
});
