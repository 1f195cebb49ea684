import { cancellable } from '../../src/app/cancel';
import type { Records } from '../../src/app/ports/records';
import { aRecord } from '../support/aRecord';
import { failureOf, NEVER } from './outcome';

export type OpenedRecords = {
  readonly records: Records;
  /** The same files as somebody else sees them. */
  readonly other: Records;
  /** Puts a file beside the records of a series, as some other program would. Undefined where that cannot be done. */
  readonly plant?: (series: string, name: string, content: string) => Promise<void>;
  readonly contentOf?: (series: string, name: string) => Promise<string | undefined>;
  close(): Promise<void>;
};

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const { series, start } = aRecord();
const LATER = aRecord({ start: start + WEEK });
const NAME = '2026-11-26T0900Z.json';

/** What keeps records does (KC1 to KC9); each test gets an empty home. */
export function recordsContract(name: string, open: () => Promise<OpenedRecords>): void {
  describe(`records contract: ${name}`, () => {
    let opened: OpenedRecords;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('KC1 a series without records lists none', async () => {
      expect(await opened.records.list(series, NEVER)).toEqual([]);
    });

    test('KC2 what is created is listed and read the same, by everybody', async () => {
      const { records, other } = opened;
      const created = await records.create(aRecord(), NEVER);
      expect(created).toMatchObject({ record: aRecord(), start });
      const [file] = await other.list(series, NEVER);
      expect(file).toMatchObject({ id: created.id, eTag: created.eTag, start, name: NAME });
      expect(await other.read(file!, NEVER)).toEqual({ ...created, name: NAME });
    });

    test('KC3 newest first, each series by itself, whatever its id is made of', async () => {
      const { records } = opened;
      const room = 'chat/19:meeting_Ym8@thread.v2';
      await records.create(aRecord(), NEVER);
      await records.create(LATER, NEVER);
      await records.create(aRecord({ series: room }), NEVER);
      const starts = (await records.list(series, NEVER)).map((file) => file.start);
      expect(starts).toEqual([LATER.start, start]);
      const [only, ...more] = await records.list(room, NEVER);
      expect((await records.read(only!, NEVER)).record.series).toBe(room);
      expect(more).toEqual([]);
      expect(await records.list(room.toUpperCase(), NEVER)).toEqual([]);
    });

    test('KC4 an occurrence has one record: a second one is a conflict, and the first stays', async () => {
      const { records, other } = opened;
      const created = await records.create(aRecord(), NEVER);
      expect(await failureOf(other.create(aRecord({ chair: 's01' }), NEVER))).toEqual({ kind: 'conflict' });
      expect((await records.read(created, NEVER)).record).toEqual(aRecord());
    });

    test('KC5 an update with the present version is kept, one with an old version is a conflict', async () => {
      const { records, other } = opened;
      const created = await records.create(aRecord(), NEVER);
      const updated = await other.update(aRecord({ chair: 's01' }), created.id, created.eTag, NEVER);
      expect(updated.id).toBe(created.id);
      expect(updated.eTag).not.toBe(created.eTag);
      expect(await failureOf(records.update(aRecord(), created.id, created.eTag, NEVER))).toEqual({
        kind: 'conflict',
      });
      expect((await records.read(created, NEVER)).record.chair).toBe('s01');
    });

    test('KC6 an update goes into the record of that occurrence and nothing else', async () => {
      const { records } = opened;
      await records.create(aRecord(), NEVER);
      const later = await records.create(LATER, NEVER);
      expect(await failureOf(records.update(aRecord(), later.id, later.eTag, NEVER))).toEqual({
        kind: 'malformed',
      });
      expect(await failureOf(records.update(aRecord(), 'no-such-file', later.eTag, NEVER))).toEqual({
        kind: 'notFound',
      });
      expect((await records.read(later, NEVER)).record).toEqual(LATER);
    });

    test('KC7 what is no record is told when it is read, and never overwritten', async () => {
      const { records, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      const newer = JSON.stringify({ format: 'cadencia-record', version: 99, record: { all: 'new' } });
      await records.create(LATER, NEVER);
      await plant(series, NAME, newer);
      await plant(series, 'léeme.txt', 'no es un acta');
      await plant(series, '2026-13-45T9900Z.json', '{}');
      const listed = await records.list(series, NEVER);
      expect(listed.map((file) => file.start)).toEqual([LATER.start, start]);
      const broken = listed[1]!;
      expect(broken.name).toBe(NAME);
      expect(await failureOf(records.read(broken, NEVER))).toEqual({ kind: 'malformed' });
      expect(await failureOf(records.create(aRecord(), NEVER))).toEqual({ kind: 'conflict' });
      expect(await failureOf(records.update(aRecord(), broken.id, broken.eTag, NEVER))).toEqual({
        kind: 'malformed',
      });
      expect(await contentOf(series, NAME)).toBe(newer);
    });

    test('KC8 a twin for people stands beside the record and changes with it', async () => {
      const { records, contentOf } = opened;
      const created = await records.create(aRecord(), NEVER, '<p>Uno &amp; dos</p>');
      await records.update(aRecord({ chair: null }), created.id, created.eTag, NEVER, '<p>Tres — 日本</p>');
      expect(await records.list(series, NEVER)).toHaveLength(1);
      if (contentOf === undefined) return;
      const twin = await contentOf(series, NAME.replace('.json', '.html'));
      expect(twin).toContain('<p>Tres — 日本</p>');
      expect(twin).not.toContain('Uno');
    });

    test('KC9 what could not be read back is refused, and what is cancelled ends', async () => {
      const { records } = opened;
      const tooLong = aRecord({ series: 'x'.repeat(2000) });
      expect(await failureOf(records.create(tooLong, NEVER))).toEqual({
        kind: 'refused',
        code: 'unwritable',
      });
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(records.create(aRecord(), cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(records.list(series, cancel))).toEqual({ kind: 'cancelled' });
      expect(await records.list(series, NEVER)).toEqual([]);
    });
  });
}
