import { cancellable } from '../../src/app/cancel';
import type { SeriesHome } from '../../src/app/ports/seriesHome';
import { mergeSeries } from '../../src/domain/rhythm/mergeSeries';
import { aSeries } from '../support/aSeries';
import { failureOf, NEVER } from './outcome';

export type OpenedHome = {
  readonly home: SeriesHome;
  /** The same files as somebody else sees them, or as another window of mine does. */
  readonly other: SeriesHome;
  /** Puts a file there as some other program would. Undefined where that cannot be done. */
  readonly plant?: (name: string, content: string) => Promise<void>;
  /** What is in the file now. */
  readonly contentOf?: (name: string) => Promise<string | undefined>;
  close(): Promise<void>;
};

const OTHER_ID = '0b54d9f2-7f5b-4a5e-8a35-1c2d3e4f5a6b';
const ids = (list: readonly { readonly series: { readonly id: string } }[]) =>
  list.map(({ series }) => series.id).sort();

/** What every home of series does (HC1 to HC9); each test gets an empty home. */
export function seriesHomeContract(name: string, open: () => Promise<OpenedHome>): void {
  describe(`series home contract: ${name}`, () => {
    let opened: OpenedHome;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('HC1 an empty home lists nothing and knows no series', async () => {
      const { home } = opened;
      expect(await home.list(NEVER)).toEqual({ series: [], unreadable: [] });
      expect(await failureOf(home.read(aSeries().id, NEVER))).toEqual({ kind: 'notFound' });
      expect(await failureOf(home.read('../settings', NEVER))).toEqual({ kind: 'notFound' });
    });

    test('HC2 what is created is read and listed the same, by me and by the other head', async () => {
      const { home, other } = opened;
      const one = aSeries({ title: 'Marketing & «Ventas» — 日本語 🌱' });
      const created = await home.create(one, NEVER);
      expect(created.series).toEqual(one);
      await home.create(aSeries({ id: OTHER_ID, kind: 'monthly' }), NEVER);
      expect((await other.read(one.id, NEVER)).series).toEqual(one);
      const listed = await other.list(NEVER);
      expect(ids(listed.series)).toEqual([OTHER_ID, one.id].sort());
      expect(listed.unreadable).toEqual([]);
    });

    test('HC3 creating a second file of one id is a conflict, and the first stays', async () => {
      const { home, other } = opened;
      await home.create(aSeries(), NEVER);
      expect(await failureOf(other.create(aSeries({ title: 'Otra' }), NEVER))).toEqual({ kind: 'conflict' });
      expect((await home.read(aSeries().id, NEVER)).series).toEqual(aSeries());
    });

    test('HC4 an update with the present version is kept and changes the version', async () => {
      const { home, other } = opened;
      const created = await home.create(aSeries(), NEVER);
      const updated = await home.update(aSeries({ minutes: 40 }), created.version, NEVER);
      expect(updated.version).not.toBe(created.version);
      const again = await home.update(aSeries({ minutes: 45 }), updated.version, NEVER);
      expect((await other.read(aSeries().id, NEVER)).series.minutes).toBe(45);
      const fromListing = (await other.list(NEVER)).series[0]?.version ?? '';
      await other.update(aSeries({ minutes: 50 }), fromListing, NEVER);
      expect(await failureOf(home.update(aSeries({ minutes: 20 }), again.version, NEVER))).toEqual({
        kind: 'conflict',
      });
    });

    test('HC5 an update with an old version is a conflict and changes nothing', async () => {
      const { home, other } = opened;
      const created = await home.create(aSeries(), NEVER);
      await other.update(aSeries({ title: 'Otra' }), (await other.read(aSeries().id, NEVER)).version, NEVER);
      expect(await failureOf(home.update(aSeries({ minutes: 40 }), created.version, NEVER))).toEqual({
        kind: 'conflict',
      });
      expect((await home.read(aSeries().id, NEVER)).series).toEqual(aSeries({ title: 'Otra' }));
    });

    test('HC6 of two updates at the same time exactly one is kept', async () => {
      const { home, other } = opened;
      const { version } = await home.create(aSeries(), NEVER);
      const outcomes = await Promise.allSettled([
        home.update(aSeries({ minutes: 40 }), version, NEVER),
        other.update(aSeries({ minutes: 45 }), version, NEVER),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const kept = outcomes[0]?.status === 'fulfilled' ? 40 : 45;
      expect((await home.read(aSeries().id, NEVER)).series.minutes).toBe(kept);
    });

    test('HC7 two heads editing at once: who comes second reads, merges and loses nothing', async () => {
      const { home, other } = opened;
      const base = await home.create(aSeries(), NEVER);
      await other.update(aSeries({ title: 'Otra' }), base.version, NEVER);
      const mine = aSeries({ minutes: 40 });
      expect(await failureOf(home.update(mine, base.version, NEVER))).toEqual({ kind: 'conflict' });
      const now = await home.read(mine.id, NEVER);
      const merged = mergeSeries(base.series, mine, now.series);
      expect(merged.conflicts).toEqual([]);
      await home.update(merged.series, now.version, NEVER);
      expect((await other.read(mine.id, NEVER)).series).toEqual(aSeries({ title: 'Otra', minutes: 40 }));
    });

    test('HC8 files that cannot be read are named, are never overwritten, and hold up nobody', async () => {
      const { home, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      const newer = JSON.stringify({ format: 'cadencia-series', version: 99, series: { all: 'new' } });
      const file = (id: string) => `series-${id}.json`;
      const third = '9c1d7c3e-1111-4222-8333-444455556666';
      await home.create(aSeries(), NEVER);
      await plant(file(OTHER_ID), '<html>Inicia sesión</html>');
      await plant(file(third), newer);
      await plant('series-copia de Ana.json', '{}');
      await plant('léeme.txt', 'no es una serie');
      const listed = await home.list(NEVER);
      expect(ids(listed.series)).toEqual([aSeries().id]);
      expect([...listed.unreadable].sort()).toEqual(
        [file(OTHER_ID), file(third), 'series-copia de Ana.json'].sort(),
      );
      expect(await failureOf(home.read(third, NEVER))).toEqual({ kind: 'malformed' });
      expect(await failureOf(home.create(aSeries({ id: third }), NEVER))).toEqual({ kind: 'conflict' });
      expect(await contentOf(file(third))).toBe(newer);
      expect(await contentOf(file(OTHER_ID))).toBe('<html>Inicia sesión</html>');
    });

    test('HC8 a file that became unreadable since it was read is not overwritten', async () => {
      const { home, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      const { version } = await home.create(aSeries(), NEVER);
      const name = `series-${aSeries().id}.json`;
      await plant(name, 'roto');
      expect(await failureOf(home.update(aSeries({ minutes: 40 }), version, NEVER))).toEqual({
        kind: 'conflict',
      });
      expect(await contentOf(name)).toBe('roto');
    });

    test('HC9 what could not be read back is refused, and what is cancelled ends', async () => {
      const { home } = opened;
      const tooLong = aSeries({ title: 'x'.repeat(300) });
      expect(await failureOf(home.create(tooLong, NEVER))).toEqual({ kind: 'refused', code: 'unwritable' });
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(home.create(aSeries(), cancel))).toEqual({ kind: 'cancelled' });
      expect(await home.list(NEVER)).toEqual({ series: [], unreadable: [] });
    });
  });
}
