import * as v from 'valibot';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { SeriesHome, StoredSeries } from '../../app/ports/seriesHome';
import { plainName } from '../../domain/plainName';
import type { Series } from '../../domain/rhythm/series';
import { same } from '../../domain/rhythm/threeWay';
import { pause } from '../client/abort';
import { type Answer, type Call, type Graph, type Operation, path } from '../client/call';
import { failureOf, orFail } from '../client/failures';
import { ask, askAll, parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import { isSeriesId, MAX_FILE_LENGTH, readSeriesFile, writeSeriesFile } from '../seriesFile';
import type { FindPlace, Place } from './place';

const DOWNLOAD = '@microsoft.graph.downloadUrl';
const SELECT = { $select: `id,name,eTag,size,file,${DOWNLOAD}` };
const WRITTEN = v.object({ id: v.string(), eTag: v.string() });
const ITEM = v.object({
  id: v.string(),
  name: v.string(),
  eTag: v.string(),
  size: v.optional(v.number(), 0),
  /** Present for files, absent for folders. */
  file: v.optional(v.unknown()),
  [DOWNLOAD]: v.optional(v.string()),
});
type Item = v.InferOutput<typeof ITEM>;

/** More files than anybody has series; the rest of such a folder is not ours. */
const MOST_FILES = 1000;
/** SharePoint answers 409 to writes in quick succession although nobody changed anything. */
const WRITES = 4;

/** The files of series in one folder, flat, one for each series (GH1 to GH7). */
export function createSeriesHome(
  graph: Graph,
  timing: Timing,
  kind: SeriesHome['place'],
  findPlace: FindPlace,
): SeriesHome {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'followUp', cancel });

  const itemNamed = async (id: string, operation: Operation): Promise<Item> => {
    if (!isSeriesId(id)) throw new PortFailure({ kind: 'notFound' });
    const place = await findPlace(operation);
    return ask(graph, ITEM, { method: 'GET', path: place.file(nameOf(id)), query: SELECT }, operation);
  };

  const readById = async (id: string, operation: Operation): Promise<StoredSeries> => {
    const stored = await contentOf(graph, await itemNamed(id, operation), id, operation, () =>
      itemNamed(id, operation),
    );
    if (stored === undefined) throw new PortFailure({ kind: 'malformed' });
    return stored;
  };

  /** After a write that met a conflict: it may have been our own earlier try. */
  const ours = async (series: Series, operation: Operation): Promise<StoredSeries | undefined> => {
    try {
      const stored = await readById(series.id, operation);
      return same(stored.series, series) ? stored : undefined;
    } catch (error) {
      // What stands there cannot be read, so it is not ours: the conflict is the answer.
      if (error instanceof PortFailure && error.failure.kind === 'malformed') return undefined;
      throw error;
    }
  };

  return {
    place: kind,

    async list(cancel) {
      const operation = operationOf(cancel);
      const place = await findPlace(operation);
      const items = await filesIn(graph, place, operation);
      const read = await Promise.all(items.map((item) => readListed(graph, place, item, operation)));
      return {
        series: read.flatMap((one) => (one.kind === 'series' ? [one.stored] : [])),
        unreadable: read.flatMap((one) => (one.kind === 'unreadable' ? [plainName(one.name)] : [])),
      };
    },

    read: (id, cancel) => readById(id, operationOf(cancel)),

    async create(series, cancel) {
      const operation = operationOf(cancel);
      const body = writeSeriesFile(series);
      const place = await findPlace(operation);
      const call = write(`${place.file(nameOf(series.id))}:/content`, body, {
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
      });
      let answer = await graph.send(call, operation);
      if (answer.status === 404 && place.makeFolder !== undefined) {
        await makeFolder(graph, place.makeFolder, operation);
        answer = await graph.send(call, operation);
      }
      if (answer.status === 409 && answer.uncertain) {
        const stored = await ours(series, operation);
        if (stored !== undefined) return stored;
      }
      return written(series, orFail(answer, call, operation));
    },

    async update(series, version, cancel) {
      const operation = operationOf(cancel);
      const body = writeSeriesFile(series);
      const place = await findPlace(operation);
      const [item = '', eTag = ''] = version.split(SEPARATOR);
      const call = write(`${place.items}${path`/${item}`}/content`, body, { headers: { 'If-Match': eTag } });
      for (let failures = 0; ; failures++) {
        const answer = await graph.send(call, operation);
        if (failureKindOf(answer, call) !== 'conflict')
          return written(series, orFail(answer, call, operation));
        const stored = await ours(series, operation);
        if (stored !== undefined) return stored;
        const now = await itemNamed(series.id, operation);
        const unchanged = now.id === item && now.eTag === eTag;
        if (!unchanged || failures + 1 >= WRITES) throw new PortFailure({ kind: 'conflict' });
        await pause(
          backOffMs(failures, 500, () => timing.random()),
          operation.cancel,
          timing,
        );
      }
    },
  };
}

const SEPARATOR = '\n';
const versionOf = (item: { readonly id: string; readonly eTag: string }) =>
  `${item.id}${SEPARATOR}${item.eTag}`;
const nameOf = (id: string): string => `series-${id}.json`;
const isOurs = (item: Item): boolean => item.file !== undefined && /^series-.*\.json$/i.test(item.name);

function write(to: string, body: string, more: Partial<Call>): Call {
  const headers = { 'Content-Type': 'application/json', ...more.headers };
  // A second one meets the first one's version or name, and is then recognised as our own.
  return { method: 'PUT', path: to, body, repeatable: true, ...more, headers };
}

function written(series: Series, answer: Answer): StoredSeries {
  return { series, version: versionOf(parseAs(WRITTEN, answer.text)) };
}

function failureKindOf(answer: Answer, call: Call): string | undefined {
  return answer.status < 300 ? undefined : failureOf(answer, call, 'followUp').kind;
}

async function makeFolder(graph: Graph, call: Call, operation: Operation): Promise<void> {
  const answer = await graph.send(call, operation);
  // Somebody else made it in the meantime.
  if (answer.status !== 409) orFail(answer, call, operation);
}

/** Our files; none while the folder does not exist yet. */
async function filesIn(graph: Graph, place: Place, operation: Operation): Promise<readonly Item[]> {
  const call: Call = { method: 'GET', path: place.children, query: { ...SELECT, $top: 200 } };
  try {
    return (await askAll(graph, ITEM, call, operation, MOST_FILES)).filter(isOurs);
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return [];
    throw error;
  }
}

type Listed =
  | { readonly kind: 'series'; readonly stored: StoredSeries }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'gone' };

async function readListed(graph: Graph, place: Place, item: Item, operation: Operation): Promise<Listed> {
  const id = /^series-(.*)\.json$/.exec(item.name)?.[1] ?? '';
  if (!isSeriesId(id)) return { kind: 'unreadable', name: item.name };
  const again = (): Promise<Item> =>
    ask(graph, ITEM, { method: 'GET', path: place.items + path`/${item.id}`, query: SELECT }, operation);
  try {
    const stored = await contentOf(graph, item, id, operation, again);
    return stored === undefined ? { kind: 'unreadable', name: item.name } : { kind: 'series', stored };
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return { kind: 'gone' };
    throw error;
  }
}

/**
 * The series in a file, by the address that authorises itself, since a page cannot follow the redirect of /content;
 * such an address lives for minutes, so a refused one is asked for again once. Undefined when it holds no series of
 * this id that this version can read.
 */
async function contentOf(
  graph: Graph,
  item: Item,
  id: string,
  operation: Operation,
  again: () => Promise<Item>,
): Promise<StoredSeries | undefined> {
  if (item.size > MAX_FILE_LENGTH) return undefined;
  let present = item;
  let answer = await downloadOf(graph, present, operation);
  if (answer?.status !== 200) {
    present = await again();
    answer = await downloadOf(graph, present, operation);
  }
  if (answer === undefined) throw new PortFailure({ kind: 'malformed' });
  // Another service with other words: all that counts is whether the text came.
  if (answer.status !== 200)
    throw new PortFailure({ kind: answer.status === 404 ? 'notFound' : 'unavailable' });
  const file = readSeriesFile(answer.text);
  if (file.kind !== 'series' || file.series.id !== id) return undefined;
  return { series: file.series, version: versionOf(present) };
}

async function downloadOf(graph: Graph, item: Item, operation: Operation): Promise<Answer | undefined> {
  const url = item[DOWNLOAD];
  return url === undefined ? undefined : graph.download(url, operation);
}
