import { cancellable } from '../../src/app/cancel';
import type { Records } from '../../src/app/ports/records';
import type { SeriesArchive } from '../../src/app/ports/seriesArchive';
import { digestOf } from '../../src/domain/rhythm/digestOf';
import { aRecord } from '../support/aRecord';
import { failureOf, NEVER } from './outcome';

export type OpenedArchive = {
  readonly records: Records;
  readonly archive: SeriesArchive;
  /** The same files as somebody else sees them. */
  readonly other: SeriesArchive;
  /** Puts a file beside the records of a series, as some other program would. Undefined where that cannot be done. */
  readonly plant?: (series: string, name: string, content: string) => Promise<void>;
  readonly contentOf?: (series: string, name: string) => Promise<string | undefined>;
  close(): Promise<void>;
};

const WEEK = 7 * 24 * 60 * 60 * 1000;
const { series, start } = aRecord();
const LATER = aRecord({ start: start + WEEK, chair: 's01' });
const NAME = '2026-11-26T0900Z.json';
const SUMMARY = 'summary.json';
const NOBODY = () => undefined;

/** What keeps what there is of a series as a whole does (AC1 to AC8); each test gets an empty home. */
export function seriesArchiveContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`archive of a series contract: ${name}`, () => {
    let opened: OpenedArchive;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const digestsOf = async (archive: SeriesArchive) => {
      const { summary, aside } = await archive.digests(series, NOBODY, NEVER);
      expect(summary.series).toBe(series);
      return { digests: summary.files.map(({ digest }) => digest), aside };
    };

    test('AC1 a series of which nothing is kept has no digests and no files', async () => {
      expect(await digestsOf(opened.archive)).toEqual({ digests: [], aside: [] });
      expect(await opened.archive.everything(series, NOBODY, NEVER)).toEqual([]);
    });

    test('AC2 the digests of all records, newest first, the same for everybody and each time', async () => {
      const { records, archive, other } = opened;
      const created = await records.create(aRecord(), NEVER, '<p>Uno</p>');
      await records.create(LATER, NEVER);
      await records.create(aRecord({ series: 'another' }), NEVER);
      const digests = [digestOf(LATER), digestOf(aRecord())];
      for (const one of [archive, other, archive])
        expect(await digestsOf(one)).toEqual({ digests, aside: [] });
      const { summary } = await archive.digests(series, NOBODY, NEVER);
      expect(summary.files[1]).toMatchObject({ id: created.id, eTag: created.eTag, name: NAME });
      expect((await records.list(series, NEVER)).map((file) => file.start)).toEqual([LATER.start, start]);
    });

    test('AC3 what changed since is told, by whoever asks', async () => {
      const { records, archive, other } = opened;
      const created = await records.create(aRecord(), NEVER);
      await digestsOf(archive);
      const changed = aRecord({ chair: null, tasks: [] });
      const updated = await records.update(changed, created.id, created.eTag, NEVER);
      await records.create(LATER, NEVER);
      expect((await digestsOf(other)).digests).toEqual([digestOf(LATER), digestOf(changed)]);
      await archive.remove(updated, series, NEVER);
      expect((await digestsOf(other)).digests).toEqual([digestOf(LATER)]);
    });

    test('AC4 what has arrived is told, up to all there is', async () => {
      const { records, archive } = opened;
      await records.create(aRecord(), NEVER);
      await records.create(LATER, NEVER);
      for (const _ of ['first', 'second']) {
        const arrived: (readonly [number, number])[] = [];
        await archive.digests(series, (done, of) => void arrived.push([done, of]), NEVER);
        expect(arrived.at(-1)).toEqual([2, 2]);
        expect(arrived.every(([done, of]) => done <= of)).toBe(true);
      }
    });

    test('AC5 files that hold no record are told by name, left as they are, and hold up nobody', async () => {
      const { records, archive, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      const newer = JSON.stringify({ format: 'cadencia-record', version: 99, record: { all: 'new' } });
      await records.create(LATER, NEVER);
      await plant(series, NAME, newer);
      await plant(series, '2026-11-19T0900Z.json', '<html>acta</html>');
      await plant(series, 'léeme.txt', 'no es un acta');
      for (const _ of ['first', 'second'])
        expect(await digestsOf(archive)).toEqual({
          digests: [digestOf(LATER)],
          aside: [
            { name: NAME, why: 'newer' },
            { name: '2026-11-19T0900Z.json', why: 'unreadable' },
          ],
        });
      expect(await contentOf(series, NAME)).toBe(newer);
    });

    test('AC6 a summary that is broken is made again; one of a later Cadencia is left', async () => {
      const { records, archive, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      await records.create(aRecord(), NEVER);
      const newer = '{"format":"cadencia-summary","version":99,"summary":{}}';
      for (const broken of ['{"format":"cadencia-sum', '<b>resumen</b>', newer]) {
        await plant(series, SUMMARY, broken);
        for (const _ of ['first', 'second'])
          expect(await digestsOf(archive)).toEqual({ digests: [digestOf(aRecord())], aside: [] });
        const now = await contentOf(series, SUMMARY);
        if (broken === newer) expect(now).toBe(newer);
        else expect(now).toContain('"cadencia-summary"');
      }
    });

    test('AC7 everything is every file as it stands; a record is removed with its twin, by its version', async () => {
      const { records, archive, other } = opened;
      const created = await records.create(aRecord(), NEVER, '<p>Uno</p>');
      await records.create(LATER, NEVER);
      const files = await archive.everything(series, NOBODY, NEVER);
      expect(files.map((file) => file.name).sort()).toEqual([
        NAME.replace('.json', '.html'),
        NAME,
        '2026-12-03T0900Z.json',
      ]);
      expect(files.find((file) => file.name === NAME)?.text).toContain('"cadencia-record"');
      const old = { ...created, eTag: '"{00000000-0000-0000-0000-000000000000},9"' };
      expect(await failureOf(archive.remove(old, series, NEVER))).toEqual({ kind: 'conflict' });
      await other.remove(created, series, NEVER);
      expect((await archive.everything(series, NOBODY, NEVER)).map((file) => file.name)).toEqual([
        '2026-12-03T0900Z.json',
      ]);
      expect(await failureOf(archive.remove(created, series, NEVER))).toEqual({ kind: 'notFound' });
    });

    test('AC8 what is cancelled ends', async () => {
      const cancel = cancellable();
      cancel.cancel();
      const { archive } = opened;
      expect(await failureOf(archive.digests(series, NOBODY, cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(archive.everything(series, NOBODY, cancel))).toEqual({ kind: 'cancelled' });
    });
  });
}
