import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { forOutsiders } from '../../../src/domain/meeting/captured';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingWording } from '../../../src/locale/meeting/meetingWording';
import { readToServer } from '../../../src/room/commandSchema';
import { createLiveRooms } from '../../../src/room/liveRooms';
import { createMemoryKeep } from '../../support/fakes/memoryKeep';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { createMemoryRooms } from '../../support/fakes/memoryRooms';
import { readRecordFile } from '../../../src/graph/recordFile';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { aSeries } from '../../support/aSeries';
import { aMeeting, capture, MINUTE, PEOPLE, START, type Told } from './aMeeting';
import { aRecord, LEFT, task } from './records';
import { settle } from './testTime';

const wording = createMeetingWording(createLocale('es-ES'), { agendaTemplate, forOutsiders });

const MONTHLY = '0b54d9f2-7f5b-4a5e-8a35-1c2d3e4f5a6b';

/** The same meeting over the product's own rooms, keeper and words. */
function realMeeting(change: Parameters<typeof aMeeting>[2] = {}) {
  const meeting = aMeeting(undefined, undefined, change);
  let id = 0;
  const rooms = createMemoryRooms({
    clock: { now: () => meeting.time.now() },
    ids: { next: () => `command-${++id}` },
    organiser: 'm01',
    member: (person) => ({
      id: person,
      name: PEOPLE.find((one) => one.id === person)?.name ?? 'Vera Out',
      outsider: person === 'x01',
    }),
  });
  const open = ({ ports, ...told }: Told = {}) =>
    meeting.open({ ...told, ports: { rooms, wording, ...ports } });
  return { ...meeting, rooms, open };
}

test('MD3 MD8 the agenda and what is left come through the real keeper, the internal part only to the company', async () => {
  const meeting = realMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  const irene = await meeting.open();
  const vera = await meeting.open({ me: 'x01' });
  expect(irene.running().items).toEqual(vera.running().items);
  expect(
    irene
      .screen()
      .before.left.map(({ id }) => id)
      .sort(),
  ).toEqual(['t1', 't2', 't4']);
  expect(
    vera
      .screen()
      .before.left.map(({ id }) => id)
      .sort(),
  ).toEqual(['t1', 't4']);
  expect(irene.screen().notice).toBeNull();
  vera.desk.before.propose('Secreto', true);
  expect(vera.screen().notice).toMatchObject({ kind: 'refused' });
});

test('MD39 a task carried over three times is cut down, split, or taken to the monthly meeting', async () => {
  const followUp = { ...FOLLOW_UP, monthly: MONTHLY };
  const meeting = realMeeting({ followUp });
  const monthly = aSeries({ id: MONTHLY, kind: 'monthly' });
  meeting.folder.put(`series-${MONTHLY}.json`, writeSeriesFile(monthly));
  await aRecord(meeting, 1, 'm01', {
    ...LEFT,
    tasks: ['a', 'b', 'c'].map((id) => ({ ...task(id, 3), text: `tarea ${id}` })),
  });
  const { desk, screen } = await meeting.open({ me: 's01' });
  (await meeting.open()).desk.end();
  const shown = () =>
    Object.fromEntries(
      screen()
        .problems.flatMap(({ tasks }) => tasks)
        .map(({ text, state, carried, partOf }) => [text, [state, carried, partOf]]),
    );
  expect(Object.values(shown())).toEqual(Array.from({ length: 3 }, () => ['open', 3, undefined]));
  desk.decide.cutDown('a', 'lo mínimo', '2026-12-04');
  desk.decide.toMonthly('b');
  const half = { owner: 's01', due: '2026-12-11' };
  desk.decide.split('c', [{ ...half, text: 'solo una' }]);
  expect(screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/too-few-parts' });
  desk.decide.split('c', [
    { ...half, text: 'una parte' },
    { ...half, text: 'otra parte' },
  ]);
  await settle();
  expect(shown()).toEqual({
    'lo mínimo': ['open', 0, undefined],
    'tarea b': ['monthly', 0, undefined],
    'tarea c': ['split', 3, undefined],
    'una parte': ['open', 0, 'c'],
    'otra parte': ['open', 0, 'c'],
  });
  expect(screen().before.left.map(({ text }) => text)).toEqual(['lo mínimo', 'una parte', 'otra parte']);
  desk.decide.toMonthly('nobody');
  expect(screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/unknown-item' });
});

test.each([
  ['none is named', {}],
  ['the file of the one that is named is gone', { followUp: { ...FOLLOW_UP, monthly: MONTHLY } }],
])('MD39 where no monthly series would take it because %s, it stays, and it is told', async (_, change) => {
  const meeting = realMeeting(change);
  await aRecord(meeting, 1, 'm01', { ...LEFT, tasks: [task('a', 3)] });
  const { desk, screen } = await meeting.open();
  desk.decide.toMonthly('a');
  expect(screen().notice).toMatchObject({ kind: 'refused', code: 'follow/no-monthly' });
  expect(screen().before.left).toMatchObject([{ id: 'a', state: 'open', mustDecide: true }]);
});

test('MD20 MD30 MD50 MD57 a whole meeting of four over the real room and the real words', async () => {
  const meeting = realMeeting();
  const irene = await meeting.open();
  const rodrigo = await meeting.open({ me: 's01' });
  const hugo = await meeting.open({ me: 'm02' });
  const vera = await meeting.open({ me: 'x01' });
  await meeting.time.pass(START - meeting.time.now());
  irene.desk.command({ kind: 'start' });
  rodrigo.desk.before.propose('Leads de feria sin llamar', false);
  await settle();
  irene.desk.before.take(irene.screen().problems[0]?.id ?? '');
  await settle();
  // Two presses at once advance one.
  const leaves = irene.running().current?.id ?? '';
  irene.desk.command({ kind: 'next', leaves });
  irene.desk.command({ kind: 'next', leaves });
  await settle();
  expect([irene, rodrigo, hugo, vera].map((panel) => panel.running().at)).toEqual([2, 2, 2, 2]);
  expect(vera.screen().notice).toEqual({ kind: 'item', title: 'El problema de la semana' });
  expect(irene.screen().notice).toBeNull();

  rodrigo.desk.capture.type('Hugo Santos: enviar la lista antes del viernes');
  expect(rodrigo.screen().capture.understood).toMatchObject({
    kind: 'task',
    draft: { text: 'enviar la lista', owner: 'm02', due: '2026-12-04' },
    missing: [],
  });
  rodrigo.desk.capture.save();
  capture(hugo, 'idea: llamar en 24 h');
  await settle();
  vera.desk.vote(vera.screen().problems[0]?.ideas[0]?.id ?? '', true);
  hugo.desk.vote(hugo.screen().problems[0]?.ideas[0]?.id ?? '', true);
  await settle();
  expect(irene.screen().problems[0]).toMatchObject({
    ideas: [{ text: 'llamar en 24 h', votes: ['x01', 'm02'], mine: false }],
    tasks: [{ ownerName: 'Hugo S.' }],
    now: true,
  });

  // One loses the network, goes on, and is in step again.
  meeting.rooms.cut('s01');
  capture(rodrigo, 'idea: sin red');
  expect(rodrigo.screen()).toMatchObject({ connection: 'offline', saved: false });
  meeting.rooms.mend('s01');
  await settle();
  expect(rodrigo.screen()).toMatchObject({ connection: 'live' });
  expect(vera.screen().problems[0]?.ideas).toHaveLength(2);

  // The chair's panel goes, and somebody takes over.
  meeting.rooms.cut('m01');
  await meeting.time.pass(MINUTE);
  expect(hugo.screen().chair.mayTakeOver).toBe(true);
  hugo.desk.command({ kind: 'takeOver' });
  await settle();
  meeting.rooms.mend('m01');
  await settle();
  expect(irene.screen().chair).toMatchObject({ id: 'm02', mine: false });

  hugo.desk.command({ kind: 'end' });
  await settle();
  const panels = [irene, rodrigo, hugo, vera];
  expect(new Set(panels.map(({ running }) => running().phase))).toEqual(new Set(['ended']));
  irene.tasks.loseNextAnswer();
  irene.desk.after.pushTasks();
  await meeting.time.pass(5000);
  expect(meeting.plans.tasks.map(({ title, owner }) => [title, owner])).toEqual([['enviar la lista', 'm02']]);
  rodrigo.desk.after.keepRecord();
  await settle();
  expect(panels.map((panel) => panel.screen().after.record.state)).toEqual(['done', 'done', 'done', 'done']);
  const [path, file] = [...meeting.records.folder.files].find(([name]) => name.endsWith('.json')) ?? [];
  expect(path).toContain(meeting.series.id);
  expect(readRecordFile(file?.content ?? '')).toMatchObject({ kind: 'record', record: { chair: 'm02' } });
  expect(panels.map((panel) => panel.screen().after.tasks.done)).toEqual([1, 1, 1, 1]);
  hugo.desk.after.sendMinutes();
  await settle();
  expect(hugo.meetings.said).toHaveLength(1);
  expect(hugo.meetings.said[0]?.html).toContain('enviar la lista');
  expect(meeting.faults).toEqual([]);
});

test('MD3 every command of a meeting has the shape that the server reads', async () => {
  const meeting = realMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  const sent: unknown[] = [];
  const { rooms } = meeting;
  const listening = {
    open: (...values: Parameters<typeof rooms.open>) => {
      const room = rooms.open(...values);
      return {
        ...room,
        command: (body: Parameters<typeof room.command>[0]) => {
          const read = readToServer(JSON.stringify({ t: 'command', command: { ...body, id: 'c1' } }));
          sent.push([body.kind, read.kind]);
          return room.command(body);
        },
      };
    },
  };
  const { desk } = await meeting.open({ ports: { rooms: listening } });
  await meeting.time.pass(START - meeting.time.now());
  desk.command({ kind: 'start' });
  desk.addItem({ kind: 'topic', title: 'Otro', minutes: 2 });
  desk.present('s01', 'room', 'm01');
  desk.after.pushTasks();
  await settle();
  expect(sent.length).toBeGreaterThan(8);
  expect(new Set(sent.map((one) => JSON.stringify(one)).filter((one) => !one.includes('"message"')))).toEqual(
    new Set(),
  );
});

test('MD70 without a server the real rooms work for their user, and what is captured is seen', async () => {
  const meeting = realMeeting();
  let id = 0;
  const rooms = createLiveRooms({
    address: null,
    token: () => Promise.reject(new Error('nobody asks')),
    keep: createMemoryKeep(),
    clock: { now: () => meeting.time.now() },
    ids: { next: () => `command-${++id}` },
    random: () => 0.5,
    after: meeting.time.after,
  });
  const panel = await meeting.open({ me: 's01', ports: { rooms } });
  expect(panel.screen()).toMatchObject({ connection: 'alone' });
  expect(panel.running().items).toHaveLength(6);
  await meeting.time.pass(START - meeting.time.now());
  panel.desk.command({ kind: 'start' });
  capture(panel, 'Hugo Santos: enviar la lista mañana');
  await settle();
  panel.desk.command({ kind: 'end' });
  panel.desk.after.pushTasks();
  await settle();
  panel.desk.after.keepRecord();
  await settle();
  expect(meeting.plans.tasks.map(({ title, due }) => [title, due])).toEqual([
    ['enviar la lista', '2026-12-02'],
  ]);
  expect(panel.screen().after.record.state).toBe('done');
});

test('MD51 what was sent while alone is not sent again to a server that comes later', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started();
  capture(panel, 'Rodrigo: enviar la lista @2026-12-04');
  panel.desk.after.pushTasks();
  await settle();
  // The room of the server has the task, and knows nothing of Planner.
  const task = meeting.rooms.notes().tasks[0];
  expect(task).toBeDefined();
  meeting.rooms.forgetPush();
  panel.desk.after.pushTasks();
  await settle();
  expect(meeting.plans.tasks).toHaveLength(1);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
});
