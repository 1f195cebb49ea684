import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { RecordFile, Records, StoredRecord } from '../../../src/app/ports/records';
import {
  readRecordFile,
  recordNameOf,
  recordsFolderOf,
  startInName,
  writeRecordFile,
} from '../../../src/graph/recordFile';
import { type FakeFolder, fakeFolder } from './fakeSeriesHome';

export type FakeRecords = Records & {
  /** By path: folder of the series, a slash, name. Several of these may stand over one, as several people do. */
  readonly folder: FakeFolder;
  /** The next call fails like this, before it does anything. */
  failNext(failure: Failure): void;
};

/** Records in memory; what is written is what the product writes. */
export function fakeRecords(
  folder: FakeFolder = fakeFolder(),
  place: Records['place'] = 'site',
): FakeRecords {
  let next: Failure | undefined;
  const fail = (kind: 'conflict' | 'notFound' | 'malformed' | 'cancelled'): never => {
    throw new PortFailure({ kind });
  };
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) fail('cancelled');
    const failure = next;
    next = undefined;
    if (failure !== undefined) throw new PortFailure(failure);
  };
  // The path is the id: a file that is written anew stays itself.
  const fileOf = (id: string): RecordFile | undefined => {
    const [file, name = ''] = [folder.files.get(id), id.split('/')[1]];
    const start = startInName(name);
    return file === undefined || start === undefined
      ? undefined
      : { id, eTag: `${file.version}`, start, name };
  };
  const stored = (id: string): StoredRecord => {
    const file = fileOf(id) ?? fail('notFound');
    const read = readRecordFile(folder.files.get(id)?.content ?? '');
    if (read.kind !== 'record' || recordNameOf(read.record.start) !== recordNameOf(file.start))
      return fail('malformed');
    return { ...file, start: read.record.start, record: read.record };
  };
  const put = (path: string, content: string, twin: string | undefined): StoredRecord => {
    folder.put(`${path}.json`, content);
    if (twin !== undefined) folder.put(`${path}.html`, twin);
    return stored(`${path}.json`);
  };

  return {
    place,
    folder,
    failNext(failure) {
      next = failure;
    },
    async list(series, cancel) {
      await begin(cancel);
      return [...folder.files.keys()]
        .filter((path) => path.startsWith(`${recordsFolderOf(series)}/`))
        .flatMap((path) => fileOf(path) ?? [])
        .sort((a, b) => b.start - a.start);
    },
    async read(file, cancel) {
      await begin(cancel);
      return stored(file.id);
    },
    async create(record, cancel, twin) {
      await begin(cancel);
      const content = writeRecordFile(record);
      const path = pathOf(record);
      if (folder.files.has(`${path}.json`)) fail('conflict');
      return put(path, content, twin);
    },
    async update(record, id, eTag, cancel, twin) {
      await begin(cancel);
      const content = writeRecordFile(record);
      const file = fileOf(id) ?? fail('notFound');
      if (file.eTag !== eTag) fail('conflict');
      const now = stored(id).record;
      if (now.start !== record.start || now.series !== record.series) fail('malformed');
      return put(pathOf(record), content, twin);
    },
  };
}

const pathOf = ({ series, start }: { readonly series: string; readonly start: number }) =>
  `${recordsFolderOf(series)}/${recordNameOf(start)}`;
