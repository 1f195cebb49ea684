import { PortFailure } from '../../../src/app/ports/failure';
import { readRecordFile } from '../../../src/graph/recordFile';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { anAbout, aPlaceMember, fakeMeetings } from '../../support/fakes/fakeMeetings';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { aMeeting, type AMeeting, capture, CHANNEL, MINUTE, type Panel, START } from './aMeeting';
import { aRecord } from './records';
import { settle } from './testTime';

async function ended() {
  const meeting = aMeeting();
  const panel = await meeting.started();
  const other = await meeting.open({ me: 's01' });
  capture(panel, 'Rodrigo: enviar la lista @2026-12-04');
  capture(panel, 'idea: llamar antes');
  panel.desk.vote(meeting.rooms.notes().ideas[0]?.id ?? '', true);
  await meeting.time.pass(34 * MINUTE);
  panel.desk.command({ kind: 'end' });
  await settle();
  return { meeting, panel, other };
}

async function keep({ desk }: Panel): Promise<void> {
  desk.after.keepRecord();
  await settle();
}

const kept = ({ records }: AMeeting) => {
  const files = [...records.folder.files].filter(([path]) => path.endsWith('.json'));
  return files.map(([, { content }]) => {
    const read = readRecordFile(content);
    if (read.kind !== 'record') throw new Error(read.kind);
    return read.record;
  });
};

test('MD57 the record is made once, the room is told, and nobody is named beside ideas', async () => {
  const { meeting, panel } = await ended();
  expect(panel.screen().after.record).toEqual({ state: 'offered', failure: null, place: null });
  await keep(panel);
  expect(panel.screen().after.record).toEqual({ state: 'done', failure: null, place: 'site' });
  expect(kept(meeting)).toMatchObject([
    {
      series: meeting.series.id,
      start: START,
      startedAt: START,
      endedAt: START + 34 * MINUTE,
      chair: 'm01',
      tasks: [{ text: 'enviar la lista' }],
      ideas: [{ text: 'llamar antes', by: '-', votes: ['-'] }],
      planner: {},
    },
  ]);
  expect(meeting.rooms.state().record).toMatchObject({ by: 'm01' });
  expect([...meeting.records.folder.files.keys()].filter((path) => path.endsWith('.html'))).toHaveLength(1);
});

test('MD57 two who keep it at once keep one, brought up to date', async () => {
  const { meeting, panel } = await ended();
  const rodrigo = await meeting.open({ me: 's01' });
  panel.desk.after.keepRecord();
  rodrigo.desk.after.keepRecord();
  await settle();
  expect(kept(meeting)).toHaveLength(1);
  expect(rodrigo.screen().after.record.state).toBe('done');
  rodrigo.desk.command({ kind: 'reopen' });
  capture(rodrigo, 'Hugo S: y otra @2026-12-04');
  rodrigo.desk.capture.set({ owner: 'm02' });
  rodrigo.desk.capture.save();
  rodrigo.desk.command({ kind: 'end' });
  await settle();
  await keep(rodrigo);
  expect(kept(meeting)).toMatchObject([{ tasks: [{}, { text: 'y otra' }] }]);
});

test('MD57 a record of another meeting is never written over', async () => {
  const { meeting, panel } = await ended();
  await aRecord(meeting, 0, 's01', { startedAt: START + 1, endedAt: START + 2 });
  await keep(panel);
  expect(panel.screen().after.record).toMatchObject({
    state: 'failed',
    failure: { kind: 'refused', code: 'otherRecord' },
  });
  expect(kept(meeting)).toMatchObject([{ chair: 's01' }]);
  expect(meeting.rooms.state().record).toBeNull();
});

test('MD57 a home that does not let us in passes it to the next', async () => {
  const meeting = aMeeting();
  const own = fakeRecords(undefined, 'appFolder');
  const closed = { ...meeting.records, create: () => Promise.reject(new PortFailure({ kind: 'denied' })) };
  const panel = await meeting.started({ ports: { records: [closed, own] } });
  await keep(panel);
  expect(panel.screen().after.record).toEqual({ state: 'done', failure: null, place: 'appFolder' });
  const shut = await meeting.open({ ports: { records: [closed] } });
  await keep(shut);
  expect(shut.screen().after.record).toMatchObject({ state: 'missing', failure: { kind: 'denied' } });
});

test('MD57 a meeting that never began has no record', async () => {
  const meeting = aMeeting();
  const panel = await meeting.open();
  await keep(panel);
  expect(panel.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/not-now' });
  expect(panel.screen().after.record.state).toBe('offered');
});

test('MD57 a meeting of no series is kept under its place', async () => {
  const meeting = aMeeting();
  const panel = await meeting.open({ ports: { host: fakeMeetingHost({ place: CHANNEL }) } });
  panel.desk.useTemplate();
  await settle();
  panel.desk.command({ kind: 'start' });
  await keep(panel);
  expect(kept(meeting)).toMatchObject([{ series: 't/19:c@thread.tacv2/1', about: { kind: 'adHoc' } }]);
});

test('MD58 a record that is kept follows what goes to Planner later', async () => {
  const { meeting, panel } = await ended();
  await keep(panel);
  panel.desk.after.pushTasks();
  await settle();
  const id = meeting.rooms.notes().tasks[0]?.id ?? '';
  expect(kept(meeting)).toMatchObject([{ planner: { [id]: 'task-1' } }]);
});

test('MD59 minutes are shown before they are sent, and nothing is sent unasked', async () => {
  const { panel } = await ended();
  const { minutes } = panel.screen().after;
  expect(minutes).toEqual({
    state: 'offered',
    failure: null,
    readers: 5,
    outsiders: 1,
    sent: null,
    preview: 'fuera\nenviar la lista',
  });
  expect(panel.meetings.said).toEqual([]);
  panel.desk.after.sendMinutes();
  await settle();
  expect(panel.meetings.said.map(({ html }) => html)).toEqual([minutes.preview]);
  expect(panel.screen().after.minutes.state).toBe('done');
});

test('MD59 what is internal stays out where somebody from outside reads', async () => {
  const { panel } = await ended();
  panel.desk.before.propose('Precios', true);
  panel.desk.workOn(panel.screen().problems.at(-1)?.id ?? '');
  capture(panel, 'Rodrigo: secreto @2026-12-04');
  expect(panel.screen().after.minutes.preview).not.toContain('secreto');
});

/** A meeting that nobody from outside has anything to do with. */
async function among() {
  const meeting = aMeeting();
  const members = ['m01', 's01'].map((id) => aPlaceMember(id));
  const meetings = fakeMeetings(anAbout({ members }));
  const panel = await meeting.open({ ports: { meetings, homes: [], machineZone: 'UTC' } });
  panel.desk.useTemplate();
  await settle();
  panel.desk.command({ kind: 'start' });
  panel.desk.before.propose('Precios', true);
  panel.desk.workOn(panel.screen().problems[0]?.id ?? '');
  panel.desk.capture.type('Persona s01: secreto @2026-12-04');
  panel.desk.capture.save();
  panel.desk.command({ kind: 'end' });
  await settle();
  return { panel, meetings, members };
}

test('MD59 where nobody from outside reads, what is internal is in', async () => {
  const { panel, meetings } = await among();
  expect(panel.screen().after.minutes).toMatchObject({ outsiders: 0, preview: 'dentro\nsecreto' });
  panel.desk.after.sendMinutes();
  await settle();
  expect(meetings.said[0]?.html).toBe('dentro\nsecreto');
});

test('MD59 somebody from outside who came into the chat meanwhile reads nothing internal', async () => {
  const { panel, meetings, members } = await among();
  meetings.shown = anAbout({ members: [...members, aPlaceMember('x07', { outsider: true })] });
  panel.desk.after.sendMinutes();
  await settle();
  expect(meetings.said[0]?.html).toBe('fuera');
});

test('MD59 minutes that cannot be sent are said at their step', async () => {
  const { panel } = await ended();
  panel.meetings.failNext({ kind: 'denied' }, 'say');
  panel.desk.after.sendMinutes();
  await settle();
  expect(panel.screen().after.minutes).toMatchObject({ state: 'missing', failure: { kind: 'denied' } });
});

test('MD60 a meeting that ended without its record offers it to whoever opens it', async () => {
  const { meeting, panel, other } = await ended();
  panel.desk.end();
  other.desk.end();
  await meeting.time.pass(12 * 60 * MINUTE);
  const rodrigo = await meeting.open({ me: 's01' });
  expect(rodrigo.running().phase).toBe('ended');
  expect(rodrigo.screen().after.record.state).toBe('offered');
  await keep(rodrigo);
  expect((await meeting.open({ me: 'm02' })).screen().after.record.state).toBe('done');
});

test('MD70 without a server the whole meeting works for its user', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started({ connection: { kind: 'alone' } });
  expect(panel.screen().connection).toBe('alone');
  capture(panel, 'Rodrigo: enviar la lista @2026-12-04');
  panel.desk.command({ kind: 'end' });
  panel.desk.after.pushTasks();
  await settle();
  await keep(panel);
  expect([meeting.plans.tasks.length, kept(meeting).length]).toEqual([1, 1]);
});

test('MD71 without a network capturing goes on, and nothing is sent outside', async () => {
  const { meeting, panel } = await ended();
  panel.device.connect({ kind: 'offline' });
  capture(panel, 'idea: y otra');
  panel.desk.after.pushTasks();
  panel.desk.after.keepRecord();
  panel.desk.after.sendMinutes();
  panel.desk.after.mailMinutes();
  await settle();
  const { tasks, record, minutes, informed } = panel.screen().after;
  const steps = [tasks, record, minutes, informed];
  expect(steps.map((one) => one?.failure?.kind)).toEqual(steps.map(() => 'offline'));
  const { said, mailed } = panel.meetings;
  expect([meeting.plans.tasks, kept(meeting), said, mailed]).toEqual([[], [], [], []]);
  expect(panel.screen().problems[0]?.ideas).toHaveLength(2);
  panel.device.connect({ kind: 'live' });
  await keep(panel);
  expect(kept(meeting)[0]?.ideas).toHaveLength(2);
});

test('MD71 a command that was given up is told and can be repeated', async () => {
  const { panel } = await ended();
  panel.device.connect({ kind: 'offline' });
  panel.desk.command({ kind: 'reopen' });
  panel.device.giveUp();
  await settle();
  expect(panel.screen().notice).toMatchObject({ kind: 'failed', step: 'command' });
  panel.device.connect({ kind: 'live' });
  panel.desk.retry();
  await settle();
  expect(panel.running().phase).toBe('running');
});

test('MD72 nothing throws, whatever is pressed before there is a meeting', async () => {
  const meeting = aMeeting();
  const { desk } = await meeting.open({ ports: { host: fakeMeetingHost({ place: undefined }) } });
  const { before, capture: line, after } = desk;
  const presses = [
    () => desk.command({ kind: 'start' }),
    () => desk.useTemplate(),
    () => desk.useProposed(),
    () => desk.addIdea('p', 'x'),
    () => desk.workOn('p'),
    () => desk.setNumber('p', 1),
    () => desk.remove('task', 't'),
    () => before.propose('x', false),
    () => before.take('p'),
    () => before.addPanel(),
    () => line.save(),
    () => after.pushTasks(),
    () => after.keepRecord(),
    () => after.sendMinutes(),
    () => after.mailMinutes(),
    () => desk.answer(true),
    () => desk.share(),
    () => desk.retry(),
  ];
  for (const press of presses) expect(press).not.toThrow();
  await settle();
  expect(desk.view.get()).toEqual({ screen: 'noMeeting' });
});
