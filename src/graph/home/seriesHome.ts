import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { SeriesHome, StoredSeries } from '../../app/ports/seriesHome';
import { plainName } from '../../domain/plainName';
import type { Series } from '../../domain/rhythm/series';
import { same } from '../../domain/rhythm/threeWay';
import { pause } from '../client/abort';
import type { Answer, Graph, Operation } from '../client/call';
import { orFail } from '../client/failures';
import { parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import { isSeriesId, MAX_FILE_LENGTH, readSeriesFile, writeSeriesFile } from '../seriesFile';
import {
  filesIn,
  isConflict,
  type Item,
  itemAt,
  itemById,
  sendInto,
  textIn,
  WRITES,
  WRITTEN,
  writeTo,
} from './driveFiles';
import type { FindPlace, Place } from './place';

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
    return itemAt(graph, place.file(nameOf(id)), operation);
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
      const items = (await filesIn(graph, place, operation)).filter(isOurs);
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
      const call = writeTo(`${place.file(nameOf(series.id))}:/content`, body, {
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
      });
      const answer = await sendInto(graph, [place.makeFolder], call, operation);
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
      const call = writeTo(`${itemById(place, item)}/content`, body, { headers: { 'If-Match': eTag } });
      for (let failures = 0; ; failures++) {
        const answer = await graph.send(call, operation);
        if (!isConflict(answer, call)) return written(series, orFail(answer, call, operation));
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
const isOurs = (item: Item): boolean => /^series-.*\.json$/i.test(item.name);

function written(series: Series, answer: Answer): StoredSeries {
  return { series, version: versionOf(parseAs(WRITTEN, answer.text)) };
}

type Listed =
  | { readonly kind: 'series'; readonly stored: StoredSeries }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'gone' };

async function readListed(graph: Graph, place: Place, item: Item, operation: Operation): Promise<Listed> {
  const id = /^series-(.*)\.json$/.exec(item.name)?.[1] ?? '';
  if (!isSeriesId(id)) return { kind: 'unreadable', name: item.name };
  const again = (): Promise<Item> => itemAt(graph, itemById(place, item.id), operation);
  try {
    const stored = await contentOf(graph, item, id, operation, again);
    return stored === undefined ? { kind: 'unreadable', name: item.name } : { kind: 'series', stored };
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return { kind: 'gone' };
    throw error;
  }
}

/** The series in a file; undefined when it holds no series of this id that this version can read. */
async function contentOf(
  graph: Graph,
  item: Item,
  id: string,
  operation: Operation,
  again: () => Promise<Item>,
): Promise<StoredSeries | undefined> {
  const read = await textIn(graph, item, MAX_FILE_LENGTH, operation, again);
  if (read === undefined) return undefined;
  const file = readSeriesFile(read.text);
  if (file.kind !== 'series' || file.series.id !== id) return undefined;
  return { series: file.series, version: versionOf(read.item) };
}
