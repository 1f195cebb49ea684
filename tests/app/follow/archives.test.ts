// FD1 to FD4: src/app/SPEC.md
import { changeRecord, readArchive } from '../../../src/app/follow/archives';
import { cancellable } from '../../../src/app/cancel';
import { PortFailure } from '../../../src/app/ports/failure';
import type { SeriesArchive } from '../../../src/app/ports/seriesArchive';
import { Refusal } from '../../../src/domain/refusal';
import { recordNameOf, recordsFolderOf } from '../../../src/graph/recordFile';
import { failureOf, NEVER } from '../../contracts/outcome';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { fakeSeriesArchive } from '../../support/fakes/fakeSeriesArchive';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly, START, WEEK } from './aFollow';

const { id: series } = aWeekly();
const startsIn = (follow: Awaited<ReturnType<ReturnType<typeof aTeam>['follow']>>) =>
  follow.now().archives[series]?.summary.files.map(({ digest }) => digest.start);

test('FD1 what is kept is read, and how far it is is told for all readings together', async () => {
  const team = aTeam();
  await team.held(1);
  await team.held(2);
  const told: ((done: number, of: number) => void)[] = [];
  const ends: (() => void)[] = [];
  const archive = fakeSeriesArchive(team.records.folder);
  const slow: SeriesArchive = {
    ...archive,
    async digests(of, arrived, cancel) {
      told.push(arrived);
      await new Promise<void>((resolve) => ends.push(resolve));
      return archive.digests(of, () => undefined, cancel);
    },
  };
  const opened = await team.follow('m01', { archives: [slow] });
  const both = [readArchive(opened.follow, series), readArchive(opened.follow, 'another')];
  expect(opened.now().progress.records).toEqual({ state: 'reading', done: 0, of: null });
  told[0]?.(1, 4);
  told[1]?.(2, 2);
  expect(opened.now().progress.records).toEqual({ state: 'reading', done: 3, of: 6 });
  ends[0]?.();
  await settle();
  expect(opened.now().progress.records).toEqual({ state: 'reading', done: 2, of: 2 });
  ends[1]?.();
  await Promise.all(both);
  expect(opened.now().progress.records).toEqual({ state: 'ready' });
  expect(startsIn(opened)).toEqual([START - WEEK, START - 2 * WEEK]);
  expect(opened.now().archives['another']?.summary.files).toEqual([]);
});

test('FD1 a reading that fails is told, leaves what was known, and is made again by a press', async () => {
  const team = aTeam();
  await team.held(1);
  const archive = fakeSeriesArchive(team.records.folder);
  const opened = await team.follow('m01', { archives: [archive] });
  await readArchive(opened.follow, series);
  archive.failNext({ kind: 'offline' });
  await readArchive(opened.follow, series);
  expect(opened.now().progress.records).toEqual({ state: 'failed', failure: { kind: 'offline' } });
  expect(startsIn(opened)).toEqual([START - WEEK]);
  await team.held(2);
  opened.follow.again?.();
  await settle();
  expect(opened.now().progress.records).toEqual({ state: 'ready' });
  expect(startsIn(opened)).toHaveLength(2);
});

test('FD1 the first place that lets us in and has any is theirs; where none lets us in that is told', async () => {
  const team = aTeam();
  await team.held(1);
  const [closed, empty] = [fakeSeriesArchive(), fakeSeriesArchive()];
  const opened = await team.follow('m01', {
    archives: [closed, empty, fakeSeriesArchive(team.records.folder)],
    records: [fakeRecords(), fakeRecords(), team.records],
  });
  closed.failNext({ kind: 'denied' });
  await readArchive(opened.follow, series);
  expect(startsIn(opened)).toEqual([START - WEEK]);
  await changeRecord(opened.follow, START - WEEK, series, (record) => ({ ...record, chair: null }));
  expect(opened.now().archives[series]?.summary.files[0]?.digest.chair).toBeNull();
  closed.failNext({ kind: 'consent', tier: 'followUp' });
  const alone = await team.follow('m01', { archives: [closed] });
  await readArchive(alone.follow, series);
  expect(alone.now().progress.records).toMatchObject({ failure: { kind: 'consent' } });
});

test('FD1 of two readings of one series the later one counts', async () => {
  const team = aTeam();
  const ends: (() => void)[] = [];
  const archive = fakeSeriesArchive(team.records.folder);
  const opened = await team.follow('m01', {
    archives: [
      {
        ...archive,
        async digests(of, arrived, cancel) {
          const read = await archive.digests(of, arrived, cancel);
          await new Promise<void>((resolve) => ends.push(resolve));
          return read;
        },
      },
    ],
  });
  void readArchive(opened.follow, series);
  await settle();
  await team.held(1);
  void readArchive(opened.follow, series);
  await settle();
  ends[1]?.();
  await settle();
  ends[0]?.();
  await settle();
  expect(startsIn(opened)).toEqual([START - WEEK]);
});

test('FD2 a change is made again on what others wrote meanwhile, and the state follows by itself', async () => {
  const team = aTeam();
  await team.held(1);
  let others = 0;
  const { records } = team;
  const opened = await team.follow('m01', {
    records: [
      {
        ...records,
        async update(record, id, eTag, cancel, twin) {
          if (others++ < 4) {
            const there = await records.read({ id, eTag, start: record.start }, cancel);
            const problem = { id: `q${others}`, title: 'Otro', by: 's01', area: 'sales', readings: [] };
            const problems = [...there.record.problems, problem];
            await records.update({ ...there.record, problems }, id, there.eTag, cancel);
          }
          return records.update(record, id, eTag, cancel, twin);
        },
      },
    ],
  });
  await readArchive(opened.follow, series);
  await changeRecord(opened.follow, START - WEEK, series, (record) => ({ ...record, tasks: [] }));
  const [file] = await records.list(series, NEVER);
  const { record, eTag } = await records.read(file!, NEVER);
  expect([record.tasks, record.problems.map(({ id }) => id)]).toEqual([[], ['p1', 'q1', 'q2', 'q3', 'q4']]);
  const known = opened.now().archives[series]?.summary.files[0];
  expect([known?.eTag, known?.digest.problems.length]).toEqual([eTag, 5]);
});

test('FD2 a storm ends as a conflict; an unknown session is refused; what changes nothing writes nothing', async () => {
  const team = aTeam();
  await team.held(1);
  const opened = await team.follow('m01', {
    records: [{ ...team.records, update: () => Promise.reject(new PortFailure({ kind: 'conflict' })) }],
  });
  const change = (session: number, how: object) =>
    changeRecord(opened.follow, session, series, (record) => ({ ...record, ...how }));
  expect(await failureOf(change(START - WEEK, { chair: null }))).toEqual({ kind: 'conflict' });
  await expect(change(START - 2 * WEEK, { chair: null })).rejects.toBeInstanceOf(Refusal);
  await change(START - WEEK, {});
  expect(startsIn(opened)).toEqual([START - WEEK]);
});

test('FD3 the twin follows the record where there are words for it, else it stays', async () => {
  const team = aTeam();
  await team.held(1);
  const twin = `${recordsFolderOf(series)}/${recordNameOf(START - WEEK)}.html`;
  team.records.folder.put(twin, 'de antes');
  const opened = await team.follow();
  const change = (follow: typeof opened.follow, chair: string | null) =>
    changeRecord(follow, START - WEEK, series, (record) => ({ ...record, chair }));
  await change(opened.follow, null);
  expect(team.records.folder.files.get(twin)?.content).toBe('de antes');
  const minutes = ({ chair }: { chair: string | null }) => `modera ${chair}`;
  const wordy = await team.follow('m01', { wording: { ...opened.ports.wording, minutes } });
  await change(wordy.follow, 's01');
  expect(team.records.folder.files.get(twin)?.content).toBe('modera s01');
});

test('FD4 a record that was edited into something else is named, left as it is, and changes nothing else', async () => {
  const team = aTeam();
  await team.held(1);
  await team.held(2);
  const name = `${recordNameOf(START - WEEK)}.json`;
  const path = `${recordsFolderOf(series)}/${name}`;
  const opened = await team.follow();
  await readArchive(opened.follow, series);
  team.records.folder.put(path, '<b>acta</b>');
  const change = () =>
    changeRecord(opened.follow, START - WEEK, series, (record) => ({ ...record, chair: null }));
  expect(await failureOf(change())).toEqual({ kind: 'malformed', file: name });
  await readArchive(opened.follow, series);
  expect(opened.now().archives[series]?.aside).toEqual([{ name, why: 'unreadable' }]);
  expect(startsIn(opened)).toEqual([START - 2 * WEEK]);
  expect(team.records.folder.files.get(path)?.content).toBe('<b>acta</b>');
  expect((await team.records.list(series, cancellable())).length).toBe(2);
});
