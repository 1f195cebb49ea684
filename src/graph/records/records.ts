import { PortFailure } from '../../app/ports/failure';
import type { Cancellation } from '../../app/ports/cancellation';
import type { RecordFile, Records, StoredRecord } from '../../app/ports/records';
import type { MeetingRecord } from '../../domain/meeting/record';
import { pause } from '../client/abort';
import type { Answer, Graph, Operation } from '../client/call';
import { orFail, succeed } from '../client/failures';
import { parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import {
  filesIn,
  isConflict,
  type Item,
  itemAt,
  itemById,
  sendInto,
  WRITES,
  WRITTEN,
  writeTo,
} from '../home/driveFiles';
import type { FindPlace } from '../home/place';
import { recordNameOf, recordsFolderOf, startInName, writeRecordFile } from '../recordFile';
import { recordIn } from './recordIn';
import { twinPage } from './twinPage';

/** Records of occurrences, flat in one folder of their series (GR1 to GR8). */
export function createRecords(
  graph: Graph,
  timing: Timing,
  kind: Records['place'],
  findPlace: FindPlace,
): Records {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'followUp', cancel });
  const placesOf = async (series: string, operation: Operation) => {
    const home = await findPlace(operation);
    return { home, folder: home.folder(recordsFolderOf(series)) };
  };

  /** What stands in an item; fails with malformed when that is no record of the occurrence whose name it has. */
  const recordOf = async (item: Item, again: () => Promise<Item>, operation: Operation) => {
    const read = await recordIn(graph, item, again, operation);
    if (read.kind !== 'record') throw new PortFailure({ kind: 'malformed' });
    return read.stored;
  };

  const readById = async (id: string, operation: Operation): Promise<StoredRecord> => {
    const where = itemById(await findPlace(operation), id);
    const again = () => itemAt(graph, where, operation);
    return recordOf(await again(), again, operation);
  };

  const readByName = async (record: MeetingRecord, operation: Operation): Promise<StoredRecord> => {
    const { folder } = await placesOf(record.series, operation);
    const again = () => itemAt(graph, folder.file(`${recordNameOf(record.start)}.json`), operation);
    return recordOf(await again(), again, operation);
  };

  /** After a write that met a conflict: it may have been our own earlier try. */
  const oursIf = async (
    body: string,
    read: () => Promise<StoredRecord>,
  ): Promise<StoredRecord | undefined> => {
    try {
      const stored = await read();
      return writeRecordFile(stored.record) === body ? stored : undefined;
    } catch (error) {
      // What stands there cannot be read, so it is not ours: the conflict is the answer.
      if (error instanceof PortFailure && error.failure.kind === 'malformed') return undefined;
      throw error;
    }
  };

  /** Made from the record and made again with each write, so the last one counts and none is worth a failure. */
  const withTwin = async (stored: StoredRecord, twin: string | undefined, operation: Operation) => {
    if (twin === undefined) return stored;
    const { record } = stored;
    try {
      const { folder } = await placesOf(record.series, operation);
      const call = writeTo(
        `${folder.file(`${recordNameOf(record.start)}.html`)}:/content`,
        twinPage(record.about, twin),
        {
          query: { '@microsoft.graph.conflictBehavior': 'replace' },
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        },
      );
      await succeed(graph, call, operation);
      return stored;
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      return { ...stored, twinKept: false } as const;
    }
  };

  return {
    place: kind,

    async list(series, cancel) {
      const operation = operationOf(cancel);
      const { folder } = await placesOf(series, operation);
      return (await filesIn(graph, folder, operation)).flatMap(fileOf).sort((a, b) => b.start - a.start);
    },

    read: (file, cancel) => readById(file.id, operationOf(cancel)),

    async create(record, cancel, twin) {
      const operation = operationOf(cancel);
      const body = writeRecordFile(record);
      const { home, folder } = await placesOf(record.series, operation);
      const call = writeTo(`${folder.file(`${recordNameOf(record.start)}.json`)}:/content`, body, {
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
      });
      const answer = await sendInto(graph, [home.makeFolder, folder.makeFolder], call, operation);
      const before =
        answer.status === 409 && answer.uncertain
          ? await oursIf(body, () => readByName(record, operation))
          : undefined;
      const stored = before ?? written(record, orFail(answer, call, operation));
      return withTwin(stored, twin, operation);
    },

    async update(record, id, eTag, cancel, twin) {
      const operation = operationOf(cancel);
      const body = writeRecordFile(record);
      const place = await findPlace(operation);
      const again = () => itemAt(graph, itemById(place, id), operation);
      const item = await again();
      if (item.eTag !== eTag) throw new PortFailure({ kind: 'conflict' });
      const now = await recordOf(item, again, operation);
      if (now.record.series !== record.series || now.record.start !== record.start)
        throw new PortFailure({ kind: 'malformed' });
      const call = writeTo(`${itemById(place, id)}/content`, body, { headers: { 'If-Match': eTag } });
      for (let failures = 0; ; failures++) {
        const answer = await graph.send(call, operation);
        const conflict = isConflict(answer, call);
        const stored = conflict
          ? await oursIf(body, () => readById(id, operation))
          : written(record, orFail(answer, call, operation));
        if (stored !== undefined) return withTwin(stored, twin, operation);
        const unchanged = (await again()).eTag === eTag;
        if (!unchanged || failures + 1 >= WRITES) throw new PortFailure({ kind: 'conflict' });
        await pause(
          backOffMs(failures, 500, () => timing.random()),
          cancel,
          timing,
        );
      }
    },
  };
}

function fileOf({ id, eTag, name }: Item): readonly RecordFile[] {
  const start = startInName(name);
  return start === undefined ? [] : [{ id, eTag, start, name }];
}

function written(record: MeetingRecord, answer: Answer): StoredRecord {
  const { id, eTag } = parseAs(WRITTEN, answer.text);
  return { id, eTag, start: record.start, name: `${recordNameOf(record.start)}.json`, record };
}
