import type { StoredRecord } from '../../app/ports/records';
import type { Graph, Operation } from '../client/call';
import { type Item, textIn } from '../home/driveFiles';
import { MAX_RECORD_LENGTH, readRecordFile, recordNameOf, startInName } from '../recordFile';

/** What stands in the file of a record: the record, or why there is none. */
export type ReadRecord =
  | { readonly kind: 'record'; readonly stored: StoredRecord & { readonly name: string } }
  | { readonly kind: 'unreadable' | 'newer' };

/** Reads one; what holds another occurrence than its name says is none (GR4). */
export async function recordIn(
  graph: Graph,
  item: Item,
  again: () => Promise<Item>,
  operation: Operation,
): Promise<ReadRecord> {
  const start = startInName(item.name);
  if (start === undefined) return { kind: 'unreadable' };
  const read = await textIn(graph, item, MAX_RECORD_LENGTH, operation, again);
  const file = read === undefined ? undefined : readRecordFile(read.text);
  if (file?.kind === 'newer') return { kind: 'newer' };
  if (read === undefined || file?.kind !== 'record') return { kind: 'unreadable' };
  if (recordNameOf(file.record.start) !== recordNameOf(start)) return { kind: 'unreadable' };
  const { id, eTag, name } = read.item;
  return { kind: 'record', stored: { id, eTag, name, start: file.record.start, record: file.record } };
}
