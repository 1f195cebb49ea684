import * as v from 'valibot';
import type { MeetingRecord } from '../domain/meeting/record';
import type { Instant } from '../domain/time/types';
import { instant, RECORD, whole } from './recordSchema';
import { readVersioned, writeVersioned, type VersionedContent, type VersionedFormat } from './versionedFile';

/** UTF-16 units; an hour of fifty people who write all the time takes a tenth of it. */
export const MAX_RECORD_LENGTH = 1024 * 1024;

const FORMAT: VersionedFormat<'record', MeetingRecord> = {
  format: 'cadencia-record',
  word: 'record',
  version: 3,
  // The second one knew sums of talk only, and an older Cadencia must not drop what this one says.
  migrations: [withPlanned, (old) => old],
  schema: RECORD,
  longest: MAX_RECORD_LENGTH,
};

export type RecordContent = VersionedContent<'record', MeetingRecord>;

/** What a file of records holds; whatever it is, it is never an error. */
export const readRecordFile = (text: string): RecordContent => readVersioned(FORMAT, text);

/** The file of a record, readable without Cadencia. What could not be read back is refused as 'unwritable'. */
export const writeRecordFile = (record: MeetingRecord): string => writeVersioned(FORMAT, record);

/** The name of an occurrence's file, without its ending: the minute of its original start, in UTC. */
export const recordNameOf = (start: Instant): string =>
  `${new Date(start).toISOString().slice(0, 16).replaceAll(':', '')}Z`;

/** The start in the name of a file of records, ending included; undefined for every other file. */
export function startInName(fileName: string): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d)(\d\dZ)\.json$/.exec(fileName);
  if (match === null) return undefined;
  const start = Date.parse(`${match[1]}:${match[2]}`);
  // Dates that do not exist become others, or none.
  const exists = !Number.isNaN(start) && `${recordNameOf(start)}.json` === fileName;
  return exists ? start : undefined;
}

/**
 * The name of the folder of a series' records. A Cadencia id is a name of a file as it stands; a room's own id is made
 * one, with a sum of it behind, since the stores do not tell capital letters apart and ids do.
 */
export function recordsFolderOf(series: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(series)) return `records-${series}`;
  const readable = series.replace(/[^A-Za-z0-9-]+/g, '_').slice(0, 80);
  return `records-${readable}-${sumOf(series)}`;
}

/** FNV-1a over UTF-16 units, 64 bits: tells names apart, protects nothing. */
function sumOf(value: string): string {
  let sum = 0xcbf29ce484222325n;
  for (let at = 0; at < value.length; at++)
    sum = BigInt.asUintN(64, (sum ^ BigInt(value.charCodeAt(at))) * 0x100000001b3n);
  return sum.toString(16).padStart(16, '0');
}

/** The first version did not say when the session was to be: as long as its items, at its original start. */
function withPlanned(old: unknown): unknown {
  const first = v.safeParse(
    v.looseObject({ start: instant, items: v.array(v.looseObject({ minutes: whole(0, 60) })) }),
    old,
  );
  if (!first.success) return old;
  const { start, items } = first.output;
  const minutes = Math.max(
    1,
    items.reduce((sum, one) => sum + one.minutes, 0),
  );
  return { ...first.output, planned: { start, minutes } };
}
