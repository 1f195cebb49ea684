// FT and FP over the product's own Graph, on the demo tenant's Graph over HTTP, which is told to fail.
import { readArchive } from '../../../src/app/follow/archives';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { createFollow } from '../../../src/app/follow/followState';
import { createPersonalDesk } from '../../../src/app/follow/personal';
import { taskCommands, tasksView } from '../../../src/app/follow/tasks';
import { loadPlan } from '../../../src/app/follow/tasksPlan';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { Task } from '../../../src/domain/meeting/captured';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowWording } from '../../../src/locale/follow/followWording';
import { NEVER } from '../../contracts/outcome';
import { ALL_SCOPES, type Bed, type Json, openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { live, TEAMS_SCOPES } from '../../demo/graph/teamsBed';
import { aRecord } from '../../support/aRecord';
import { aLink, aMember, aSeries } from '../../support/aSeries';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeSlotSearch } from '../../support/fakes/fakeSlotSearch';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { aTask } from './aBoard';
import { eventually } from '../../support/eventually';

const SCOPES = [...ALL_SCOPES, ...TEAMS_SCOPES];
const START = Date.UTC(2026, 10, 17, 16, 15);
const KEPT = { kind: 'done', what: 'task' };
const wording = createFollowWording(createLocale('es-ES'), { agendaTemplate, agendaToHtml });

let bed: Bed;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

function portsOf(as: string): FollowPorts {
  const identity = bed.identity(as, SCOPES);
  const services = createMicrosoft365({
    graph: bed.base,
    identity,
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    homeSite: bed.company.team?.siteId ?? '',
  });
  let ids = 0;
  return {
    ...services,
    host: fakeTabHost(),
    identity,
    search: fakeSlotSearch(),
    holidays: fakeHolidays({}),
    clock: { now: () => bed.clock.now },
    ids: { next: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}` },
    wording,
    balanceCap: 'persons',
    machineZone: 'Europe/Madrid',
    after(_, run) {
      const timer = setTimeout(run, 1);
      return () => clearTimeout(timer);
    },
    report(fault) {
      throw fault;
    },
  };
}

const SERIES = aSeries().id;

/** One session a week ago that left these tasks. */
async function held(tasks: readonly Task[]) {
  const ports = portsOf('m01');
  const person = (short: string, area: string) => {
    const { id, name, mail } = bed.person(short);
    return { ...aMember(id, area, { role: 'key' }), name, mail };
  };
  const people = [person('m01', 'marketing'), person('m02', 'marketing'), person('s01', 'sales')];
  const organiser = bed.person('m01').id;
  const starts = [START, START + 7 * 24 * 60 * 60_000];
  await ports.homes[0]?.create(aSeries({ people, chain: [aLink({ organiser, starts })] }), NEVER);
  await ports.records[0]?.create(
    aRecord({ series: SERIES, start: START, startedAt: START, tasks, planner: {} }),
    NEVER,
  );
}

const mine = (count: number): readonly Task[] =>
  Array.from({ length: count }, (_, n) =>
    aTask(`t${n}`, { text: `Tarea ${n}`, owner: bed.person(n % 2 === 0 ? 'm01' : 's01').id }),
  );

async function opened(as = 'm01') {
  const ports = portsOf(as);
  const follow = createFollow(ports);
  const [home] = ports.homes;
  if (home === undefined) throw new Error('no home');
  const stored = await home.read(SERIES, NEVER);
  follow.change({ screen: 'series', all: [{ ...stored, home: 0 }], chosen: SERIES, me: bed.person(as) });
  await readArchive(follow, SERIES);
  await loadPlan(follow);
  const view = () => tasksView(follow.state.get(), ports);
  const all = () => view().groups.flatMap(({ tasks }) => tasks);
  const idle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await eventually(() => follow.state.get().working === null);
  };
  const press = async (run: (commands: ReturnType<typeof taskCommands>) => void) => {
    run(taskCommands(follow));
    await idle();
    const { notice } = follow.state.get();
    follow.change({ notice: null });
    return notice;
  };
  const planner = (id: string) => all().find((task) => task.id === id)?.planner ?? '';
  return { ports, follow, view, all, press, planner };
}

/** What somebody does in Planner itself. */
async function inPlanner(as: string, method: 'PATCH' | 'DELETE', id: string, body?: Json) {
  const { body: task } = await live(bed, as, 'GET', `/planner/tasks/${id}`);
  const headers = { 'if-match': String(task['@odata.etag']) };
  const { status } = await live(bed, as, method, `/planner/tasks/${id}`, body, headers);
  expect(status).toBe(204);
}

const titlesIn = async (ports: FollowPorts): Promise<readonly string[]> => {
  const plan = (await ports.board.plan(NEVER)) ?? '';
  return (await ports.board.list(plan, () => undefined, NEVER)).map(({ title }) => title).sort();
};
const NAMES = (count: number) =>
  mine(count)
    .map(({ text }) => text)
    .sort();

test('FT10 40 tasks, asked to wait in the middle, and the next press goes on without doubling', async () => {
  await held(mine(40));
  const { press, ports, view, all, follow } = await opened();
  const wait = { kind: 'status', status: 429, retryAfter: '300', method: 'POST', times: 1 } as const;
  const forget = follow.state.subscribe(() => {
    const { working } = follow.state.get();
    if (working?.what !== 'push' || working.done !== 17) return;
    forget();
    bed.emulator.faults.add({ ...wait, path: '/planner/tasks$' });
  });
  const first = await press((commands) => commands.send());
  expect(first).toEqual({ kind: 'pushed', done: 17, left: 23, waitUntil: bed.clock.now + 300_000 });
  const second = await press((commands) => commands.send());
  expect(second).toEqual({ kind: 'pushed', done: 23, left: 0, waitUntil: null });
  expect(await titlesIn(ports)).toEqual(NAMES(40));
  expect(view().counts.waiting).toBe(0);
  expect(new Set(all().map((task) => task.in))).toEqual(new Set(['plan']));
});

test('FT11 an answer is lost after the task was made: it is adopted, and there is one', async () => {
  await held(mine(3));
  const { press, ports } = await opened();
  bed.emulator.faults.add({ kind: 'lost', when: 'after', method: 'POST', path: '/planner/tasks$', times: 1 });
  expect(await press((commands) => commands.send())).toMatchObject({ kind: 'pushed', done: 3, left: 0 });
  expect(await titlesIn(ports)).toEqual(NAMES(3));
});

test('FT10 a full plan says so by its code, and the rest waits', async () => {
  await held(mine(3));
  const { press, view } = await opened();
  bed.emulator.faults.add({
    kind: 'status',
    status: 403,
    code: 'MaximumActiveTasksInProject',
    method: 'POST',
    path: '/planner/tasks$',
  });
  expect(await press((commands) => commands.send())).toEqual({
    kind: 'planFull',
    code: 'MaximumActiveTasksInProject',
  });
  expect(view().counts.waiting).toBe(3);
});

test('FT4 changed, completed and deleted in Planner meanwhile: theirs stays, and it is told', async () => {
  await held(mine(3));
  const { press, planner, all } = await opened();
  await press((commands) => commands.send());
  await inPlanner('s01', 'PATCH', planner('t0'), { title: 'Suya', percentComplete: 100 });
  const kept = await press((commands) =>
    commands.change('t0', { text: 'Mía', state: 'inProgress', due: '2026-12-18' }),
  );
  expect(kept).toEqual({ kind: 'planKept', task: 't0', fields: ['text', 'state'] });
  const { body } = await live(bed, 'm01', 'GET', `/planner/tasks/${planner('t1')}`);
  expect(body['percentComplete']).toBe(0);
  await inPlanner('s01', 'DELETE', planner('t1'));
  expect(await press((commands) => commands.change('t1', { state: 'done' }))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'notFound' },
  });
  expect(all().find(({ id }) => id === 't1')?.in).toBe('gone');
  expect(await press((commands) => commands.again('t1'))).toMatchObject({ kind: 'pushed', done: 1, left: 0 });
  expect(all().find(({ id }) => id === 't1')?.in).toBe('plan');
});

test('FT3 a storm of versions ends, told, with the screen as it was', async () => {
  await held(mine(1));
  const { press, planner, all } = await opened();
  await press((commands) => commands.send());
  bed.emulator.faults.add({
    kind: 'status',
    status: 409,
    method: 'PATCH',
    path: `/planner/tasks/${planner('t0')}$`,
  });
  expect(await press((commands) => commands.change('t0', { state: 'done' }))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'conflict' },
    again: true,
  });
  expect(all()[0]?.state).toBe('notStarted');
  bed.emulator.faults.clear();
  expect(await press((commands) => commands.change('t0', { state: 'done' }))).toEqual(KEPT);
});

test('FT3 an owner who has left the company is refused by Planner, and the old one stays', async () => {
  await held(mine(1));
  const { press, follow, all } = await opened();
  await press((commands) => commands.send());
  const left = aMember('11111111-2222-4333-8444-555555555555', 'sales', { name: 'Se fue' });
  const found = follow.state.get().all.map((one) => ({
    ...one,
    series: { ...one.series, people: [...one.series.people, left] },
  }));
  follow.change({ all: found });
  expect(await press((commands) => commands.change('t0', { owner: left.id }))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'refused' },
  });
  expect(all()[0]?.owner).toBe(bed.person('m01').id);
});

test('FT7 split and cut down reach record and plan', async () => {
  await held([aTask('t0', { text: 'Grande', carried: 3, owner: bed.person('m01').id })]);
  const { press, ports, all } = await opened();
  await press((commands) => commands.send());
  const part = { owner: bed.person('s01').id, due: '2026-12-05' };
  expect(
    await press((commands) =>
      commands.split('t0', [
        { ...part, text: 'Una' },
        { ...part, text: 'Otra' },
      ]),
    ),
  ).toEqual({ kind: 'done', what: 'decide' });
  expect(all().map(({ text, in: where }) => [text, where])).toEqual([
    ['Otra', 'waiting'],
    ['Una', 'waiting'],
  ]);
  await press((commands) => commands.send());
  expect(await titlesIn(ports)).toEqual(['Grande', 'Otra', 'Una']);
  const plan = (await ports.board.plan(NEVER)) ?? '';
  const { body } = await live(bed, 's01', 'GET', `/planner/plans/${plan}/details`);
  expect(body['categoryDescriptions']).toMatchObject({ category25: 'Marketing', category24: 'Ventas' });
});

test('FT1 2,400 tasks of a plan: one call per page, none per task, and the first page is shown at once', async () => {
  await bed.close();
  // Without a log, which would hold every task twice.
  bed = await openBed();
  await held(mine(1));
  const { ports, press } = await opened();
  await press((commands) => commands.send());
  const plan = (await ports.board.plan(NEVER)) ?? '';
  const by = bed.person('m01').id;
  for (let n = 1; n < 2_400; n++)
    await bed.emulator.act(by, 'POST', '/planner/tasks', { planId: plan, title: `Otra ${n}` });
  const { follow } = await opened();
  let shown = 0;
  follow.change({ planned: null });
  const forget = follow.state.subscribe(() => {
    const { planned } = follow.state.get();
    if (shown === 0 && planned !== null) shown = planned.size;
  });
  await loadPlan(follow);
  forget();
  expect(shown).toBe(100);
  expect(follow.state.get().planned?.size).toBe(2_400);
});

test('FP2 my tasks over the tenant’s Graph, and one is done in place', async () => {
  await held(mine(4));
  const { press } = await opened();
  await press((commands) => commands.send());
  const desk = createPersonalDesk(portsOf('s01'));
  const mineOf = async (enough: (count: number) => boolean) => {
    const there = () => {
      const view = desk.view.get();
      const ready = view.screen === 'mine' && view.progress.state === 'ready' && view.working === null;
      return ready && enough(view.tasks.length) ? view : null;
    };
    await eventually(() => there() !== null);
    const view = there();
    if (view === null) throw new Error(`the screen stays ${JSON.stringify(desk.view.get())}`);
    return view;
  };
  const view = await mineOf((count) => count === 2);
  expect(view.tasks.map(({ text, in: where }) => [text, where])).toEqual([
    ['Tarea 1', 'plan'],
    ['Tarea 3', 'plan'],
  ]);
  desk.tasks.change('t1', { state: 'done' });
  const after = await mineOf((count) => count === 1);
  expect(after.notice).toEqual(KEPT);
  desk.end();
});

schemaCheck();
