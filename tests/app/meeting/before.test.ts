import { PortFailure } from '../../../src/app/ports/failure';
import { agendaFromHtml, agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { leftOver } from '../../../src/domain/meeting/carryOver';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { anAbout, fakeMeetings } from '../../support/fakes/fakeMeetings';
import { fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { aMeeting, CHAT, START } from './aMeeting';
import { aRecord, ASK, LEFT, task } from './records';
import { settle } from './testTime';

/** As the task of LEFT stands in Planner. */
const inPlanner = (meeting: ReturnType<typeof aMeeting>, change: object = {}, id = 'task-9') =>
  meeting.planned.put(id, 'tarea t1', change);

test('MD8 what records left comes with the agenda, internal or not, once more carried over', async () => {
  const meeting = aMeeting();
  inPlanner(meeting);
  await aRecord(meeting, 1, 'm01', LEFT);
  await aRecord(meeting, 2, 's01', { tasks: [task('old', 0)] });
  const { screen } = await meeting.open();
  expect(
    screen().before.left.map(({ id, carried, overdue, mustDecide }) => [id, carried, overdue, mustDecide]),
  ).toEqual([
    ['old', 1, true, false],
    ['t1', 1, true, false],
    ['t2', 3, true, true],
    ['t4', 3, true, true],
  ]);
  expect(screen().problems.map(({ title, internal }) => [title, internal])).toEqual([
    ['Leads', undefined],
    ['Precios', true],
  ]);
});

test('MD8 a task of somebody who is not in this meeting has the name that earlier meetings knew', async () => {
  const meeting = aMeeting();
  const there = [{ id: 'x07', name: 'Elena Doval', area: '', how: 'unknown' as const }];
  const tasks = [
    task('t1', 0, { owner: 's01', doneBy: 'x07' }),
    task('t2', 0, { owner: 's01', doneBy: 'x08' }),
  ];
  await aRecord(meeting, 1, 'm01', { ...LEFT, people: there, tasks, planner: {} });
  const { left } = (await meeting.open()).screen().before;
  expect(left.map(({ ownerName }) => ownerName.split(' ')[0])).toEqual(['Elena', 'Rodrigo']);
});

test('MD13 what was done, changed or deleted in Planner meanwhile comes so, for everybody', async () => {
  const meeting = aMeeting();
  inPlanner(meeting, { title: 'tarea corregida', owners: ['m02'], due: '2026-12-11' });
  meeting.planned.put('task-5', 'tarea t5', { percent: 100 });
  const tasks = [task('t1', 0), task('t5', 1), task('t6', 1)];
  await aRecord(meeting, 1, 'm01', { ...LEFT, tasks, planner: { t1: 'task-9', t5: 'task-5', t6: 'task-6' } });
  await meeting.open();
  const { screen, desk } = await meeting.open({ me: 's01' });
  const { left, done, gone } = screen().before;
  expect(left).toMatchObject([
    { id: 't1', text: 'tarea corregida', owner: 'm02', due: '2026-12-11', carried: 1 },
  ]);
  expect(done?.map(({ id, carried }) => [id, carried])).toEqual([['t5', 1]]);
  expect(gone?.map(({ id, text }) => [id, text])).toEqual([['t6', 'tarea t6']]);
  // None of them is made again.
  expect(screen().after.tasks).toMatchObject({ waiting: 0, done: 1 });
  desk.setTaskState('t1', 'done');
  expect(screen().before.done).toHaveLength(2);
});

test('MD13 a Planner that does not answer, or answers never, costs nothing but that, and it is told', async () => {
  for (const how of [{ kind: 'unavailable' } as const, 'silence' as const]) {
    const meeting = aMeeting();
    meeting.planned.fail(how);
    await aRecord(meeting, 1, 'm01', LEFT);
    const { screen } = await meeting.open();
    await meeting.time.pass(5000);
    expect(screen().running?.items).toHaveLength(6);
    expect(screen().before.left.map(({ id }) => id)).toEqual(['t1', 't2', 't4']);
    expect(screen().notice).toEqual({ kind: 'failed', step: 'plan', failure: { kind: 'unavailable' } });
  }
});

test('MD13 Planner is asked only where something that is left stands in it', async () => {
  const meeting = aMeeting();
  await aRecord(meeting, 1, 'm01', { ...LEFT, planner: {} });
  await meeting.open();
  expect(meeting.planned.asked()).toBe(0);
});

const WEEKLY = '6a1d8c40-11f2-4b7e-9c55-7d2f90ab31e8';

/** A monthly meeting in the place of the weekly one, and that weekly one elsewhere. */
async function aMonthly(minutes = 35) {
  const meeting = aMeeting(undefined, undefined, { kind: 'monthly', minutes });
  const followUp = { ...FOLLOW_UP, monthly: meeting.series.id };
  const weekly = { ...meeting.series, id: WEEKLY, kind: 'weekly', chain: [], followUp } as const;
  meeting.folder.put(`series-${WEEKLY}.json`, writeSeriesFile(weekly));
  const taken = { ...LEFT, tasks: [task('t1', 0, { state: 'monthly' }), task('t2', 0)], planner: {} };
  await aRecord({ series: weekly, records: meeting.records }, 1, 'm01', taken);
  return meeting;
}

test('MD14 a monthly meeting opens with what its weekly one took to it, and says who decides', async () => {
  const meeting = await aMonthly();
  const { running, screen } = await meeting.open();
  expect(
    running()
      .items.map(({ title, minutes }) => [title, minutes])
      .slice(0, 2),
  ).toEqual([
    ['Decidir: tarea t1 +0 (Irene Valcárcel, Rodrigo Beltrán)', 5],
    ['Tareas abiertas', 5],
  ]);
  expect(running().items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(35);
  expect(screen().before.left).toMatchObject([{ id: 't1', state: 'open', carried: 0 }]);
  expect(screen().problems).toMatchObject([{ id: 'p1', title: 'Leads', from: 'before' }]);
  expect(screen()).toMatchObject({ kind: 'monthly' });
});

test('MD14 what a monthly record holds already is not brought again', async () => {
  const meeting = await aMonthly();
  await aRecord(meeting, 0.5, 'm01', { ...LEFT, tasks: [task('t1', 0, { state: 'done' })], planner: {} });
  const { running } = await meeting.open();
  expect(running().items[0]?.title).toBe('Tareas abiertas');
});

test('MD14 the organiser puts it away before the start, whoever chairs', async () => {
  const meeting = await aMonthly();
  await aRecord(meeting, 5, 'm01', { planner: {} });
  const irene = await meeting.open();
  expect(irene.screen().chair.mine).toBe(false);
  const item = irene.screen().before.toDecide ?? '';
  irene.desk.command({ kind: 'putOff', item });
  await settle();
  expect(irene.running().items[0]?.state).toBe('putOff');
  expect(irene.screen().before.toDecide).toBeNull();
  const rodrigo = await meeting.open({ me: 's02' });
  expect(rodrigo.screen().before.toDecide).toBeNull();
});

test('MD8 records that cannot be read are told, and the agenda comes all the same', async () => {
  const meeting = aMeeting();
  meeting.records.failNext({ kind: 'unavailable' });
  const { screen, running } = await meeting.open();
  expect(running().items).toHaveLength(6);
  expect(screen().notice).toEqual({ kind: 'failed', step: 'record', failure: { kind: 'unavailable' } });
});

test('MD43 the minutes of the session before are there to be read', async () => {
  const meeting = aMeeting();
  expect((await meeting.open()).screen().before.last).toBeUndefined();
  await aRecord(meeting, 2, 'm01', LEFT);
  await aRecord(meeting, 1, 'm01', LEFT);
  const { last } = (await meeting.open()).screen().before;
  expect(last?.start).toBe(START - 7 * 86_400_000);
  expect(last?.minutes).not.toBe('');
});

test('MD44 what the host cannot do is not offered', async () => {
  const meeting = aMeeting();
  const shown = async (told: Parameters<typeof fakeMeetingHost>[0]) =>
    (await meeting.open({ ports: { host: fakeMeetingHost({ place: CHAT, ...told }) } })).screen().can;
  expect(await shown({ surface: 'tab' })).toEqual({ share: false, openInWindow: true });
  expect(await shown({})).toEqual({ share: true, openInWindow: true });
});

test('MD9 a series that was planned without a link is found by its dates', async () => {
  const meeting = aMeeting(START, {});
  const { screen } = await meeting.open();
  expect(screen().areas.map(({ id }) => id)).toEqual(['marketing', 'sales']);
});

test("MD9 an organiser's own folder is read by the organiser alone, and a home that fails costs nothing else", async () => {
  const meeting = aMeeting();
  await meeting.open();
  const own = fakeSeriesHome(meeting.folder, 'appFolder');
  let asked = 0;
  const home = { ...own, list: (cancel: typeof ASK) => ((asked += 1), own.list(cancel)) };
  await meeting.open({ me: 's01', ports: { homes: [home] } });
  expect(asked).toBe(0);
  await meeting.open({ ports: { homes: [home] } });
  expect(asked).toBe(1);
  meeting.home.failNext({ kind: 'unavailable' });
  const { screen } = await meeting.open();
  expect(screen().cities).toEqual([]);
  expect(meeting.faults).toEqual([]);
});

test('MD10 the first meeting is its organiser’s to chair', async () => {
  const meeting = aMeeting();
  expect((await meeting.open()).screen().chair.id).toBe('m01');
});

test('MD10 then the areas take turns, and who said no is passed over', async () => {
  const meeting = aMeeting();
  await aRecord(meeting, 1, 'm01');
  const { screen } = await meeting.open({
    occurrence: {
      attendees: [
        { mail: 's01@valdeolmo.example', name: '', type: 'required', answer: 'declined' },
        { mail: 'sala@valdeolmo.example', name: 'Sala', type: 'room', answer: 'declined' },
      ],
    },
  });
  expect(screen().chair).toMatchObject({ id: 's02', nextTime: 'm02' });
});

test.each([
  [{ kind: 'organiser' }, 'm01'],
  [{ kind: 'person', person: 's01' }, 's01'],
  // Does not come.
  [{ kind: 'person', person: 's02' }, 's01'],
  [{ kind: 'turns' }, 's01'],
] as const)('MD10 who chairs first is as the series says: %j', async (chairing, chair) => {
  const meeting = aMeeting(undefined, undefined, { followUp: { ...FOLLOW_UP, chairing } });
  await aRecord(meeting, 1, 'm01');
  expect((await meeting.open()).screen().chair.id).toBe(chair);
});

test('MD40 who comes, who does not and their stand-in, and how many are from outside', async () => {
  const meeting = aMeeting();
  const attendee = (mail: string, answer: 'accepted' | 'declined' | 'none') =>
    ({ mail: `${mail}`, name: mail, type: 'required', answer }) as const;
  const { screen } = await meeting.open({
    me: 's01',
    occurrence: {
      attendees: [
        attendee('m02@valdeolmo.example', 'accepted'),
        attendee('s01@valdeolmo.example', 'none'),
        attendee('x@out.example', 'accepted'),
        attendee('m01@valdeolmo.example', 'declined'),
      ],
      organiserMail: 's02@valdeolmo.example',
    },
  });
  expect(screen().before).toMatchObject({
    occurrence: {
      answers: { yes: 3, of: 5 },
      notComing: [{ name: 'Irene Valcárcel', standIn: 'Hugo Santos' }],
      place: 'Sala Encina',
      invited: 4,
      outsiders: 1,
    },
    isOrganiser: false,
    wholeTeam: false,
  });
});

test('MD41 anybody brings a problem, and the organiser takes it into the agenda', async () => {
  const meeting = aMeeting();
  const irene = await meeting.open();
  const rodrigo = await meeting.open({ me: 's01' });
  rodrigo.desk.before.propose('Leads de feria sin llamar', true);
  expect(rodrigo.screen().notice).toMatchObject({ kind: 'saved', what: 'problem' });
  expect(irene.screen().before.proposals).toMatchObject([
    { title: 'Leads de feria sin llamar', byName: 'Rodrigo', mine: false, inAgenda: false },
  ]);
  const id = irene.screen().before.proposals[0]?.id ?? '';
  rodrigo.desk.before.take(id);
  await settle();
  expect(rodrigo.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/not-allowed' });
  irene.desk.before.take(id);
  await settle();
  const { items } = irene.running();
  expect(items.find(({ title }) => title === 'Leads de feria sin llamar')).toMatchObject({
    kind: 'problem',
    minutes: 5,
    internal: true,
  });
  expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(35);
  expect(rodrigo.screen().before.proposals).toMatchObject([{ mine: true, inAgenda: true }]);
  expect(rodrigo.screen().before.organiserName).toBe('Irene');
});

test('MD41 problems are brought before there is an agenda, and stay when it comes', async () => {
  const meeting = aMeeting();
  const rodrigo = await meeting.open({ me: 's01', occurrence: { bodyHtml: '' } });
  rodrigo.desk.before.propose('Leads', false);
  rodrigo.desk.before.take(rodrigo.screen().before.proposals[0]?.id ?? '');
  expect(rodrigo.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/no-agenda' });
  const irene = await meeting.open();
  expect(irene.screen().before.proposals).toHaveLength(1);
  irene.desk.addItem({ kind: 'topic', title: 'Otro tema', minutes: 2 });
  await settle();
  expect(irene.running().items).toHaveLength(7);
});

const inTab = { host: fakeMeetingHost({ place: CHAT, surface: 'tab' }) };

test('MD42 the panel is added by one press', async () => {
  const meeting = aMeeting();
  const { desk, screen, meetings } = await meeting.open({ ports: inTab });
  expect(screen().before).toMatchObject({ hasPanel: false, mayAddPanel: true });
  desk.before.addPanel();
  await settle();
  expect(meetings.tabs).toEqual(['Cadencia']);
  expect(screen().before).toMatchObject({ hasPanel: true, mayAddPanel: false });
  expect(screen().notice).toEqual({ kind: 'panelAdded' });
});

test('MD42 where adding is refused the steps by hand are left; without a network the press is', async () => {
  const meeting = aMeeting();
  const { desk, screen, meetings } = await meeting.open({ ports: inTab });
  meetings.failNext({ kind: 'offline' }, 'addPanel');
  desk.before.addPanel();
  await settle();
  expect(screen().before).toMatchObject({ hasPanel: false, mayAddPanel: true });
  meetings.failNext({ kind: 'denied' }, 'addPanel');
  desk.retry();
  await settle();
  expect(screen().before).toMatchObject({ hasPanel: false, mayAddPanel: false });
  expect(screen().notice).toEqual({ kind: 'failed', step: 'addPanel', failure: { kind: 'denied' } });
});

test('MD42 whether there is a panel may stay unknown, and an outsider adds none', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(anAbout());
  meetings.failNext({ kind: 'denied' }, 'hasPanel');
  const { screen } = await meeting.open({ ports: { ...inTab, meetings } });
  expect(screen().before).toMatchObject({ hasPanel: null, mayAddPanel: false });
  const vera = await meeting.open({ me: 'x01', ports: inTab });
  expect(vera.screen().before).toMatchObject({ hasPanel: false, mayAddPanel: false });
});

/** Last week's session left one problem with a number; today is its number's turn. */
async function withNumber() {
  const meeting = aMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  return { meeting, panel: await meeting.open() };
}

test('MD45 whether a problem moved: its number before and now, corrected, its target, solved and open again', async () => {
  const { panel } = await withNumber();
  const { desk, screen } = panel;
  const shown = () => screen().before.moving?.find(({ id }) => id === 'p1');
  expect(screen().before.moving?.map(({ title }) => title)).toEqual(['Leads', 'Precios']);
  expect(shown()).toEqual({ id: 'p1', title: 'Leads', before: 38, now: null, solved: false });
  desk.setNumber('p1', 12);
  desk.setNumber('p1', 21);
  desk.setGoal('p1', 0);
  desk.setGoal('p1', NaN);
  expect(shown()).toMatchObject({ before: 38, now: 21, goal: 0 });
  expect(screen().problems.find(({ id }) => id === 'p1')?.moved).toEqual({ from: 38, to: 21 });
  desk.setSolved('p1', true);
  expect(shown()?.solved).toBe(true);
  desk.setSolved('p1', false);
  expect(shown()?.solved).toBe(false);
});

test('MD45 a solved problem is not brought to the next meeting, one that was opened again is', async () => {
  for (const solved of [true, false]) {
    const meeting = aMeeting();
    const number = { id: 'p9', title: 'Cifra', by: 's01', area: 'sales', readings: [{ at: 1, value: 3 }] };
    await aRecord(meeting, 1, 'm01', { problems: [number], tasks: [] });
    const { desk } = await meeting.started();
    desk.setSolved('p9', true);
    if (!solved) desk.setSolved('p9', false);
    desk.command({ kind: 'end' });
    await settle();
    desk.after.keepRecord();
    await settle();
    const [file] = await meeting.records.list(meeting.series.id, ASK);
    const { record } = await meeting.records.read(file ?? missing(), ASK);
    expect(record.problems).toEqual([{ ...number, ...(solved && { state: 'solved' }) }]);
    expect(leftOver([record], null).problems).toHaveLength(solved ? 0 : 1);
  }
});

const missing = (): never => {
  throw new Error('no record');
};

test('MD46 the organiser puts what is left into the invitation, told the mails; the answer no sends nothing', async () => {
  const { meeting, panel } = await withNumber();
  const { desk, screen } = panel;
  expect(screen().before.review).toMatchObject({ state: 'offered', mails: 4 });
  desk.before.putReview();
  expect(screen().question).toEqual({ kind: 'review', mails: 4 });
  desk.answer(false);
  await settle();
  expect(meeting.bodies).toEqual([]);
  desk.before.putReview();
  desk.answer(true);
  await settle();
  expect(screen().before.review?.state).toBe('done');
  const [[event, html] = ['', '']] = meeting.bodies;
  expect(event).not.toBe('');
  expect(agendaFromHtml(html)?.items).toHaveLength(6);
  expect(html).toContain('Pendiente (es)');
  expect(html).toContain('Rodrigo Beltrán · tarea t4 · 2026-11-27');
  // Internal.
  expect(html).not.toContain('tarea t2');
});

test('MD46 whoever leads an item does so in the invitation afterwards too', async () => {
  const meeting = aMeeting();
  await aRecord(meeting, 1, 'm01', LEFT);
  const template = agendaTemplate('weekly', 'es');
  const items = template.items.map((item, nth) => (nth === 1 ? { ...item, owner: 'Irene' } : item));
  const bodyHtml = agendaToHtml({ ...template, items });
  const { desk } = await meeting.open({ occurrence: { bodyHtml } });
  desk.before.putReview();
  desk.answer(true);
  await settle();
  const owners = agendaFromHtml(meeting.bodies[0]?.[1] ?? '')?.items.map(({ owner }) => owner);
  expect(owners?.filter((one) => one !== undefined)).toEqual(['Irene']);
});

test('MD46 nobody else does, nor once the meeting has begun, nor without anything left', async () => {
  const { meeting, panel } = await withNumber();
  const rodrigo = await meeting.open({ me: 's01' });
  expect(rodrigo.screen().before.review).toBeNull();
  rodrigo.desk.before.putReview();
  expect(rodrigo.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/not-now' });
  await meeting.time.pass(START - meeting.time.now());
  panel.desk.command({ kind: 'start' });
  expect(panel.screen().before.review).toBeNull();
  expect((await aMeeting().open()).screen().before.review).toBeNull();
});

test('MD46 an invitation that cannot be written is told at its step', async () => {
  const { meeting } = await withNumber();
  const calendar = { mergeBody: () => Promise.reject(new PortFailure({ kind: 'offline' })) };
  const { desk, screen } = await meeting.open({ ports: { calendar } });
  desk.before.putReview();
  desk.answer(true);
  await settle();
  expect(screen().before.review).toMatchObject({ state: 'failed', failure: { kind: 'offline' } });
});
