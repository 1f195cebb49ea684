import fc from 'fast-check';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { PortFailure } from '../../../src/app/ports/failure';
import type { Records } from '../../../src/app/ports/records';
import { recordNameOf, recordsFolderOf } from '../../../src/graph/recordFile';
import { type AMeeting, aMeeting, capture, MINUTE, type Panel, START } from './aMeeting';
import { ASK } from './records';
import { settle } from './testTime';

async function ended(records?: (meeting: AMeeting) => Records) {
  const meeting = aMeeting();
  const ports = records === undefined ? {} : { ports: { records: [records(meeting)] } };
  const panel = await meeting.started(ports);
  capture(panel, 'Rodrigo: enviar la lista @2026-12-04');
  await meeting.time.pass(34 * MINUTE);
  panel.desk.command({ kind: 'end' });
  await settle();
  return { meeting, panel };
}

async function keep({ desk }: Panel): Promise<void> {
  desk.after.keepRecord();
  await settle();
}

async function kept({ records, series }: AMeeting): Promise<MeetingRecord> {
  const files = await records.list(series.id, ASK);
  expect(files).toHaveLength(1);
  return (await records.read(files[0]!, ASK)).record;
}

/** Somebody else writes into the record, as the channel's tab does. */
async function change({ records, series }: AMeeting, how: (record: MeetingRecord) => MeetingRecord) {
  const [file] = await records.list(series.id, ASK);
  const { record, id, eTag } = await records.read(file!, ASK);
  await records.update(how(record), id, eTag, ASK);
}

const DECISION = { id: 'e9', problem: 'p9', text: 'Los lunes', deciders: ['s01'], at: START };
const PROBLEM = { id: 'p9', title: 'Otro', by: 's01', area: 'sales', readings: [] };
const withDecision = (record: MeetingRecord): MeetingRecord => ({
  ...record,
  problems: [...record.problems, PROBLEM],
  decisions: [...record.decisions, DECISION],
});

test('MD57 what others wrote into the record meanwhile stays, whoever keeps it again', async () => {
  const { meeting, panel } = await ended();
  await keep(panel);
  await change(meeting, withDecision);
  panel.desk.after.pushTasks();
  await settle();
  expect(await kept(meeting)).toMatchObject({
    decisions: [DECISION],
    planner: { [taskId(meeting)]: 'task-1' },
  });
  await change(meeting, (record) => ({
    ...record,
    tasks: record.tasks.map((task) => ({ ...task, state: 'done' as const })),
  }));
  panel.desk.end();
  const rodrigo = await meeting.open({ me: 's01' });
  await keep(rodrigo);
  expect(await kept(meeting)).toMatchObject({ decisions: [DECISION], tasks: [{ state: 'done' }] });
});

test('MD57 what this panel took back since it kept the record is taken back there', async () => {
  const { meeting, panel } = await ended();
  capture(panel, 'idea: llamar antes');
  await keep(panel);
  expect((await kept(meeting)).ideas).toHaveLength(1);
  await change(meeting, withDecision);
  panel.desk.remove('idea', meeting.rooms.notes().ideas[0]?.id ?? '');
  await keep(panel);
  const record = await kept(meeting);
  expect([record.ideas, record.decisions]).toEqual([[], [DECISION]]);
});

test('MD57 a storm of writes is waited out, and each of them is still there', async () => {
  let writes = 0;
  const { meeting, panel } = await ended(({ records }) => ({
    ...records,
    async update(record, id, eTag, cancel, twin) {
      if (++writes <= 5) {
        const there = await records.read({ id, eTag, start: record.start }, cancel);
        const people = [
          ...there.record.people,
          { id: `x${writes}`, name: '', area: 'sales', how: 'phone' as const },
        ];
        await records.update({ ...there.record, people }, id, there.eTag, cancel);
        throw new PortFailure({ kind: 'conflict' });
      }
      return records.update(record, id, eTag, cancel, twin);
    },
  }));
  await keep(panel);
  await change(meeting, (record) => ({ ...record, tasks: [] }));
  capture(panel, 'idea: y otra');
  await keep(panel);
  expect(panel.screen().after.record.state).toBe('working');
  await meeting.time.pass(MINUTE);
  expect(panel.screen().after.record.state).toBe('done');
  const { people, ideas } = await kept(meeting);
  expect(ideas).toHaveLength(1);
  expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2', 'x3', 'x4', 'x5']));
});

test('MD57 a storm that does not end is told, and a press tries again', async () => {
  let stormy = true;
  const { meeting, panel } = await ended(({ records }) => ({
    ...records,
    update: (...all) =>
      stormy ? Promise.reject(new PortFailure({ kind: 'conflict' })) : records.update(...all),
  }));
  await keep(panel);
  capture(panel, 'idea: y otra');
  await keep(panel);
  await meeting.time.pass(MINUTE);
  expect(panel.screen().after.record).toMatchObject({ state: 'failed', failure: { kind: 'conflict' } });
  stormy = false;
  await keep(panel);
  expect((await kept(meeting)).ideas).toHaveLength(1);
});

test('MD57 a record that was edited into something else is told, and stays as it is', async () => {
  for (const text of ['{"format":"cadencia-record","version":2,"rec', '<html><b>acta</b></html>', '{}']) {
    const { meeting, panel } = await ended();
    const name = `${recordsFolderOf(meeting.series.id)}/${recordNameOf(START)}.json`;
    meeting.records.folder.put(name, text);
    await keep(panel);
    expect(panel.screen().after.record).toMatchObject({
      state: 'failed',
      failure: { kind: 'malformed', file: `${recordNameOf(START)}.json` },
    });
    expect(meeting.records.folder.files.get(name)?.content).toBe(text);
    expect(meeting.rooms.state().record).toBeNull();
  }
});

test('MD57 two panels that keep at once, in any order, keep everything of both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }), async (turns) => {
      const { meeting, panel } = await ended();
      const other = await meeting.open({ me: 's01' });
      for (const [at, mine] of turns.entries()) {
        capture(mine ? panel : other, `idea: número ${at}`);
        panel.desk.after.keepRecord();
        other.desk.after.keepRecord();
        await settle();
        await meeting.time.pass(10_000);
      }
      expect((await kept(meeting)).ideas.map(({ text }) => text)).toEqual(
        turns.map((_, at) => `número ${at}`),
      );
    }),
    { numRuns: 10 },
  );
});

const taskId = (meeting: AMeeting) => meeting.rooms.notes().tasks[0]?.id ?? '';
