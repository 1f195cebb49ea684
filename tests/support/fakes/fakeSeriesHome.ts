import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { SeriesHome, StoredSeries } from '../../../src/app/ports/seriesHome';
import { readSeriesFile, writeSeriesFile } from '../../../src/graph/seriesFile';

/** Files in memory; several homes may stand over one of these, as several people over one folder. */
export type FakeFolder = {
  readonly files: Map<string, { content: string; version: number }>;
  put(name: string, content: string): void;
};

export function fakeFolder(): FakeFolder {
  const files: FakeFolder['files'] = new Map();
  let version = 0;
  return {
    files,
    put(name, content) {
      files.set(name, { content, version: ++version });
    },
  };
}

export type FakeSeriesHome = SeriesHome & {
  /** The next call fails like this. */
  failNext(failure: Failure): void;
};

export function fakeSeriesHome(
  folder: FakeFolder = fakeFolder(),
  place: SeriesHome['place'] = 'site',
): FakeSeriesHome {
  let next: Failure | undefined;
  const fail = (kind: 'conflict' | 'notFound' | 'malformed' | 'cancelled') => {
    throw new PortFailure({ kind });
  };
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) fail('cancelled');
    const failure = next;
    next = undefined;
    if (failure !== undefined) throw new PortFailure(failure);
  };
  const nameOf = (id: string) => `series-${id}.json`;
  const stored = (name: string): StoredSeries | 'missing' | 'unreadable' => {
    const file = folder.files.get(name);
    if (file === undefined) return 'missing';
    const read = readSeriesFile(file.content);
    if (read.kind !== 'series' || nameOf(read.series.id) !== name) return 'unreadable';
    return { series: read.series, version: `${file.version}` };
  };
  const readNow = (id: string): StoredSeries => {
    const found = stored(nameOf(id));
    if (found === 'missing') return fail('notFound') as never;
    if (found === 'unreadable') return fail('malformed') as never;
    return found;
  };

  return {
    place,
    failNext(failure) {
      next = failure;
    },
    async list(cancel) {
      await begin(cancel);
      const names = [...folder.files.keys()].filter((name) => /^series-.*\.json$/.test(name));
      const found = names.map((name) => ({ name, file: stored(name) }));
      return {
        series: found.flatMap(({ file }) => (typeof file === 'object' ? [file] : [])),
        unreadable: found.flatMap(({ name, file }) => (file === 'unreadable' ? [name] : [])),
      };
    },
    async read(id, cancel) {
      await begin(cancel);
      return readNow(id);
    },
    async create(series, cancel) {
      await begin(cancel);
      const content = writeSeriesFile(series);
      if (folder.files.has(nameOf(series.id))) fail('conflict');
      folder.put(nameOf(series.id), content);
      return readNow(series.id);
    },
    async update(series, version, cancel) {
      await begin(cancel);
      const content = writeSeriesFile(series);
      const file = folder.files.get(nameOf(series.id));
      if (file === undefined) fail('notFound');
      if (`${file?.version}` !== version) fail('conflict');
      folder.put(nameOf(series.id), content);
      return readNow(series.id);
    },
  };
}
