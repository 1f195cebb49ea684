import * as v from 'valibot';
import { LONGEST_TEXT, LONGEST_TITLE } from '../domain/meeting/captured';
import type { MeetingRecord } from '../domain/meeting/record';
import { LONGEST_NAME, unturned } from '../domain/plainName';
import type { Instant } from '../domain/time/types';
import { readVersioned, writeVersioned, type VersionedContent, type VersionedFormat } from './versionedFile';

/** UTF-16 units; an hour of fifty people who write all the time takes a tenth of it. */
export const MAX_RECORD_LENGTH = 1024 * 1024;

const text = (length: number) =>
  v.pipe(v.string(), v.maxLength(length), v.regex(/^\P{Cc}*$/u), v.transform(unturned));
const name = text(LONGEST_NAME);
const id = v.pipe(text(320), v.minLength(1));
const list = <T extends v.GenericSchema>(entry: T, length: number) =>
  v.pipe(v.array(entry), v.maxLength(length));
/** Of things that have an id: each once. */
const things = <T extends v.GenericSchema<unknown, { readonly id: string }>>(entry: T, length: number) =>
  v.pipe(
    list(entry, length),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
  );
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const finite = v.pipe(v.number(), v.finite());
/** Up to the end of the year 9999: the instant names the file. */
const instant = whole(0, 253_402_300_799_999);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay));
// Whether a name is a zone is the domain's to say.
const zone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,64}$/));
const internal = v.exactOptional(v.literal(true));

const about = v.object({
  title: name,
  kind: v.picklist(['weekly', 'monthly', 'adHoc']),
  language: v.picklist(['es', 'en']),
  zone,
  series: v.nullable(id),
  areas: things(v.object({ id, name, quorum: whole(0, 500) }), 20),
});

const person = v.object({
  id,
  name,
  area: text(320),
  how: v.picklist(['panel', 'room', 'phone', 'away', 'unknown']),
});

const item = v.object({
  id,
  kind: v.picklist([
    ...(['openTasks', 'problem', 'ideas', 'decision', 'tasks'] as const),
    ...(['round', 'weeklies', 'numbers', 'rhythm', 'topic'] as const),
  ]),
  title: text(LONGEST_TEXT),
  minutes: whole(0, 60),
  spent: v.pipe(finite, v.minValue(0)),
  putOff: v.exactOptional(v.literal(true)),
  internal,
});

const problem = v.object({
  id,
  title: text(LONGEST_TITLE),
  by: id,
  area: text(320),
  goal: v.exactOptional(finite),
  readings: list(v.object({ at: instant, value: finite }), 1000),
  state: v.exactOptional(v.picklist(['solved', 'monthly'])),
  internal,
});

const said = { id, problem: id, text: text(LONGEST_TEXT), internal };
const idea = v.object({ ...said, by: id, votes: list(id, 500) });
const decision = v.object({ ...said, deciders: list(id, 500), at: instant, replacedBy: v.exactOptional(id) });
const task = v.object({
  ...said,
  owner: id,
  doneBy: v.exactOptional(id),
  due: day,
  carried: whole(0, 1000),
  state: v.picklist(['open', 'done', 'monthly', 'split']),
  partOf: v.exactOptional(id),
});

const answers = v.object({ yes: whole(0, 500), partly: whole(0, 500), no: whole(0, 500) });

const RECORD = v.object({
  // A room's own id, where there is no series, is as long as the ids of team, channel and message together.
  series: v.pipe(text(1000), v.minLength(1)),
  start: instant,
  planned: v.object({ start: instant, minutes: whole(1, 24 * 60) }),
  startedAt: instant,
  endedAt: instant,
  about,
  chair: v.nullable(id),
  people: things(person, 500),
  items: things(item, 100),
  problems: things(problem, 500),
  ideas: things(idea, 2000),
  decisions: things(decision, 500),
  tasks: things(task, 500),
  talk: v.exactOptional(
    v.object({ source: v.picklist(['measured', 'estimate']), areas: v.record(id, whole(0, 86_400_000)) }),
  ),
  pulse: v.exactOptional(v.object({ worth: answers, said: answers })),
  planner: v.record(id, id),
});

const FORMAT: VersionedFormat<'record', MeetingRecord> = {
  format: 'cadencia-record',
  word: 'record',
  version: 2,
  migrations: [withPlanned],
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

function isDay(value: string): boolean {
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
