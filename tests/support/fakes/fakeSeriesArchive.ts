import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { AsideFile, SeriesArchive } from '../../../src/app/ports/seriesArchive';
import type { DigestedFile } from '../../../src/domain/rhythm/digest';
import { digestOf, newestFirst } from '../../../src/domain/rhythm/digestOf';
import { readRecordFile, recordNameOf, recordsFolderOf, startInName } from '../../../src/graph/recordFile';
import { readSummaryFile, SUMMARY_NAME, writeSummaryFile } from '../../../src/graph/summaryFile';
import { type FakeFolder, fakeFolder } from './fakeSeriesHome';

export type FakeSeriesArchive = SeriesArchive & {
  readonly folder: FakeFolder;
  /** The next call fails like this, before it does anything. */
  failNext(failure: Failure): void;
};

/** What is kept of series in memory, over the folder in which a fake of their records keeps them. */
export function fakeSeriesArchive(
  folder: FakeFolder = fakeFolder(),
  place: SeriesArchive['place'] = 'site',
): FakeSeriesArchive {
  let next: Failure | undefined;
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    const failure = next;
    next = undefined;
    if (failure !== undefined) throw new PortFailure(failure);
  };
  const filesOf = (series: string) =>
    [...folder.files].flatMap(([path, { content, version }]) => {
      const below = `${recordsFolderOf(series)}/`;
      return path.startsWith(below)
        ? [{ path, name: path.slice(below.length), content, eTag: `${version}` }]
        : [];
    });

  return {
    place,
    folder,
    failNext(failure) {
      next = failure;
    },
    async digests(series, arrived, cancel) {
      await begin(cancel);
      const all = filesOf(series).filter(({ name }) => startInName(name) !== undefined);
      const aside: AsideFile[] = [];
      const files: DigestedFile[] = [];
      for (const { path, name, content, eTag } of all) {
        const read = readRecordFile(content);
        const right =
          read.kind === 'record' &&
          read.record.series === series &&
          `${recordNameOf(read.record.start)}.json` === name;
        if (right) files.push({ id: path, eTag, name, digest: digestOf(read.record) });
        else aside.push({ name, why: read.kind === 'newer' ? 'newer' : 'unreadable' });
      }
      arrived(all.length, all.length);
      const summary = { series, files: newestFirst(files) };
      const there = folder.files.get(`${recordsFolderOf(series)}/${SUMMARY_NAME}`)?.content;
      const text = writeSummaryFile(summary);
      if (there !== text && readSummaryFile(there ?? '').kind !== 'newer' && files.length > 0)
        folder.put(`${recordsFolderOf(series)}/${SUMMARY_NAME}`, text);
      return { summary, aside: aside.sort((a, b) => (a.name < b.name ? 1 : -1)) };
    },
    async everything(series, arrived, cancel) {
      await begin(cancel);
      const files = filesOf(series).filter(({ name }) => /\.(json|html)$/.test(name));
      arrived(files.length, files.length);
      return files.map(({ name, content }) => ({ name, text: content }));
    },
    async remove({ id, eTag }, series, cancel) {
      await begin(cancel);
      const file = filesOf(series).find(({ path }) => path === id);
      if (file === undefined || startInName(file.name) === undefined)
        throw new PortFailure({ kind: 'notFound' });
      if (file.eTag !== eTag) throw new PortFailure({ kind: 'conflict' });
      folder.files.delete(id);
      folder.files.delete(id.replace(/\.json$/, '.html'));
    },
  };
}
