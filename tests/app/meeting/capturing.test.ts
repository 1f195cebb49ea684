import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { aMeeting, capture, CHANNEL, START } from './aMeeting';
import { settle } from './testTime';

const TITLE = 'Leads de feria sin llamar';

/** The meeting runs, with one problem that it works on. */
async function withProblem(internal = false) {
  const meeting = aMeeting();
  const panel = await meeting.started();
  panel.desk.before.propose(TITLE, internal);
  const problem = panel.screen().problems[0]?.id ?? '';
  panel.desk.before.take(problem);
  await settle();
  return { meeting, panel, problem };
}

test('MD30 the line shows what it understood; a whole task is saved, and the line is empty again', async () => {
  const { meeting, panel, problem } = await withProblem();
  const { desk, screen } = panel;
  desk.capture.type('Rodrigo: enviar la lista @2026-12-04');
  expect(screen().capture.understood).toEqual({
    kind: 'task',
    draft: { text: 'enviar la lista', owner: 's01', due: '2026-12-04', problem },
    missing: [],
  });
  expect(meeting.rooms.notes().tasks).toEqual([]);
  desk.capture.save();
  expect(meeting.rooms.notes().tasks).toMatchObject([
    { text: 'enviar la lista', owner: 's01', due: '2026-12-04', problem, carried: 0, state: 'open' },
  ]);
  expect(screen().capture).toMatchObject({ text: '', understood: null });
  expect(screen().notice).toEqual({ kind: 'saved', what: 'task', text: 'enviar la lista' });
  expect(screen().problems[0]?.tasks).toMatchObject([
    { ownerName: 'Rodrigo', overdue: false, mustDecide: false, planner: 'none' },
  ]);
  desk.capture.save();
  expect(meeting.rooms.notes().tasks).toHaveLength(1);
});

test('MD31 a task that lacks something is refused and stays; what is missing can be filled in', async () => {
  const { meeting, panel } = await withProblem();
  const { desk, screen } = panel;
  capture(panel, 'Hugo: enviar la lista');
  expect(screen().capture.understood).toMatchObject({ kind: 'task', missing: ['due'] });
  capture(panel, 'Nadie: enviar la lista');
  expect(screen().capture.understood).toMatchObject({ missing: ['owner', 'due'] });
  expect(screen().notice).toEqual({
    kind: 'refused',
    code: 'meeting/task-incomplete',
    data: { missing: 'owner due' },
  });
  expect(screen().capture.text).toBe('Nadie: enviar la lista');
  desk.capture.set({ owner: 's02' });
  desk.capture.set({ due: '2026-12-09' });
  expect(screen().capture.understood).toMatchObject({ missing: [] });
  desk.capture.save();
  expect(meeting.rooms.notes().tasks).toMatchObject([{ owner: 's02', due: '2026-12-09' }]);
});

test('MD31 an emptied line forgets what was filled in beside it; a kind can be chosen', async () => {
  const { meeting, panel } = await withProblem();
  const { desk, screen } = panel;
  desk.capture.type('Rodrigo: llamar');
  desk.capture.set({ due: '2026-12-09', kind: 'idea' });
  expect(screen().capture.understood).toEqual({ kind: 'idea', text: 'Rodrigo: llamar' });
  desk.capture.type(' ');
  expect(screen().capture.understood).toBeNull();
  desk.capture.type('idea: llamar antes');
  expect(screen().capture.understood).toEqual({ kind: 'idea', text: 'llamar antes' });
  desk.capture.set({ kind: 'task' });
  expect(screen().capture.understood).toMatchObject({ kind: 'task', draft: { text: 'llamar antes' } });
  desk.capture.set({ kind: 'decision' });
  desk.capture.save();
  expect(meeting.rooms.notes().decisions).toMatchObject([{ text: 'llamar antes' }]);
});

test("MD32 whoever inside answers for an outsider's task is proposed", async () => {
  const { meeting, panel } = await withProblem();
  panel.desk.capture.type('Vera: revisar el catálogo @2026-12-04');
  expect(panel.screen().capture).toMatchObject({
    understood: { draft: { owner: 'x01', inside: 's01' }, missing: [] },
    insiders: ['m01', 'm02', 's01', 's02'],
  });
  panel.desk.capture.set({ inside: 's02' });
  panel.desk.capture.save();
  expect(meeting.rooms.notes().tasks).toMatchObject([{ owner: 's02', doneBy: 'x01' }]);
  expect(panel.screen().problems[0]?.tasks[0]?.ownerName).toBe('Vera');
});

test('MD33 without a problem one is made with the name of the item', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started();
  panel.desk.capture.type('Rodrigo: llamar @2026-12-04');
  expect(panel.screen().capture.understood).toMatchObject({ missing: [] });
  panel.desk.capture.save();
  capture(panel, 'idea: otra');
  const { problems, tasks, ideas } = meeting.rooms.notes();
  expect(problems).toMatchObject([{ title: 'Tareas abiertas', by: 'm01', area: 'marketing', readings: [] }]);
  expect([tasks[0]?.problem, ideas[0]?.problem]).toEqual([problems[0]?.id, problems[0]?.id]);
});

test('MD33 what hangs on an internal problem is internal', async () => {
  const { meeting, panel, problem } = await withProblem(true);
  capture(panel, 'Rodrigo: llamar @2026-12-04');
  capture(panel, 'idea: bajar precios');
  capture(panel, 'acordado: se bajan');
  panel.desk.addIdea(problem, 'otra');
  const { tasks, ideas, decisions } = meeting.rooms.notes();
  expect([...tasks, ...ideas, ...decisions].map(({ internal }) => internal)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(panel.running().items.find(({ title }) => title === TITLE)?.internal).toBe(true);
});

test('MD34 ideas with their votes, most first; decisions with those who decide today', async () => {
  const { meeting, panel, problem } = await withProblem();
  const { desk, screen } = panel;
  await meeting.open({ me: 's01' });
  desk.addIdea(problem, 'lista única');
  desk.addIdea(problem, 'llamar en 24 h');
  desk.vote(meeting.rooms.notes().ideas[1]?.id ?? '', true);
  meeting.rooms.by('s01', { kind: 'vote', idea: meeting.rooms.notes().ideas[1]?.id ?? '', on: true });
  await settle();
  expect(screen().problems[0]?.ideas.map(({ text, votes, mine }) => [text, votes.length, mine])).toEqual([
    ['llamar en 24 h', 2, true],
    ['lista única', 0, false],
  ]);
  capture(panel, 'acordado: se llama en 24 h');
  expect(screen().problems[0]?.decisions).toMatchObject([
    { text: 'se llama en 24 h', deciders: ['m01', 's01'], at: START },
  ]);
});

test("MD35 a channel's meeting asks once before the first thing is captured", async () => {
  const meeting = aMeeting(START);
  const panel = await meeting.open({ ports: { host: fakeMeetingHost({ place: CHANNEL }) } });
  const { desk, screen } = panel;
  desk.useTemplate();
  await settle();
  expect(screen().before.wholeTeam).toBe(true);
  capture(panel, 'idea: llamar');
  expect(screen().question).toEqual({ kind: 'wholeTeam' });
  desk.answer(false);
  expect([screen().question, screen().capture.text]).toEqual([null, 'idea: llamar']);
  expect(meeting.rooms.notes().ideas).toEqual([]);
  desk.capture.save();
  desk.answer(true);
  capture(panel, 'idea: y escribir');
  desk.before.propose('Otro', false);
  expect(meeting.rooms.notes().ideas.map(({ text }) => text)).toEqual(['llamar', 'y escribir']);
  expect(screen().question).toBeNull();
});

test('MD36 the meeting works on the chosen problem, else the one of the item, else its newest, else one from before', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started();
  const { desk, screen } = panel;
  const now = () => screen().problems.find((problem) => problem.now)?.title;
  const problem = (id: string, title: string) => ({ id, title, by: 's01', area: 'sales', readings: [] });
  meeting.rooms.write({ kind: 'add', what: 'problem', entry: { ...problem('b', 'Antes'), from: 'before' } });
  meeting.rooms.write({
    kind: 'add',
    what: 'problem',
    entry: { ...problem('p', 'Propuesto'), from: 'proposed' },
  });
  const taken = { ...problem('m', 'En la mensual'), from: 'before', state: 'monthly' } as const;
  meeting.rooms.write({ kind: 'add', what: 'problem', entry: taken });
  expect(now()).toBe('Antes');
  meeting.rooms.write({ kind: 'add', what: 'problem', entry: problem('n', 'Nuevo') });
  expect(now()).toBe('Nuevo');
  meeting.rooms.write({ kind: 'add', what: 'problem', entry: problem('i', 'Tareas abiertas') });
  meeting.rooms.write({ kind: 'add', what: 'problem', entry: problem('z', 'El último') });
  expect(now()).toBe('Tareas abiertas');
  desk.workOn('p');
  expect(now()).toBe('Propuesto');
  meeting.rooms.write({ kind: 'remove', what: 'problem', id: 'p' });
  expect(now()).toBe('Tareas abiertas');
  desk.workOn('p');
  expect(screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/unknown-item' });
});

test('MD37 numbers tell whether a problem moved; tasks are done and opened again; what was removed comes back', async () => {
  const { meeting, panel, problem } = await withProblem();
  const { desk, screen } = panel;
  desk.setNumber(problem, 38);
  expect(screen().problems[0]?.moved).toBeNull();
  desk.setNumber(problem, 21);
  desk.setNumber(problem, NaN);
  expect(screen().problems[0]?.moved).toEqual({ from: 38, to: 21 });
  capture(panel, 'Rodrigo: llamar @2026-12-04');
  const task = meeting.rooms.notes().tasks[0]?.id ?? '';
  desk.setTaskState(task, 'done');
  expect(screen().problems[0]?.tasks[0]?.state).toBe('done');
  desk.setTaskState(task, 'open');
  desk.remove('task', task);
  expect(screen().problems[0]?.tasks).toEqual([]);
  desk.restore('task', task);
  expect(screen().problems[0]?.tasks).toMatchObject([{ id: task, state: 'open' }]);
});

test('MD38 a text that is too long is refused and writes nothing, no problem either', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started();
  capture(panel, `idea: ${'a'.repeat(501)}`);
  expect(panel.screen().notice).toEqual({
    kind: 'refused',
    code: 'meeting/too-long',
    data: { longest: 500 },
  });
  capture(panel, `Rodrigo: ${'a'.repeat(40_000)} @2026-12-04`);
  panel.desk.before.propose('a'.repeat(201), false);
  expect(meeting.rooms.notes()).toEqual({ problems: [], ideas: [], decisions: [], tasks: [] });
  expect(meeting.faults).toEqual([]);
});
