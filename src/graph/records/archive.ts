import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { AsideFile, SeriesArchive } from '../../app/ports/seriesArchive';
import { plainName } from '../../domain/plainName';
import type { DigestedFile, SeriesSummary } from '../../domain/rhythm/digest';
import { digestOf, newestFirst } from '../../domain/rhythm/digestOf';
import { type Graph, type Operation } from '../client/call';
import { succeed } from '../client/failures';
import { filesIn, type Item, itemAt, itemById, textIn, writeTo } from '../home/driveFiles';
import type { FindPlace, Place } from '../home/place';
import { recordsFolderOf, startInName } from '../recordFile';
import { MAX_SUMMARY_LENGTH, readSummaryFile, SUMMARY_NAME, writeSummaryFile } from '../summaryFile';
import { recordIn } from './recordIn';

/** So many records are read at a time. */
const AT_A_TIME = 4;
/** Larger files are none of ours. */
const LONGEST_EXPORTED = 16 * 1024 * 1024;

/** What is kept of a series as a whole, in the folder of its records (GY1 to GY7). */
export function createSeriesArchive(
  graph: Graph,
  kind: SeriesArchive['place'],
  findPlace: FindPlace,
): SeriesArchive {
  const openFolder = async (series: string, cancel: Cancellation): Promise<Opened> => {
    const operation: Operation = { tier: 'followUp', cancel };
    const home = await findPlace(operation);
    const folder = home.folder(recordsFolderOf(series));
    const items = await filesIn(graph, folder, operation);
    const again = (item: Item) => () => itemAt(graph, itemById(home, item.id), operation);
    return { graph, operation, home, folder, items, again };
  };

  return {
    place: kind,

    async digests(series, arrived, cancel) {
      const opened = await openFolder(series, cancel);
      const records = opened.items.filter(({ name }) => startInName(name) !== undefined);
      const summary = await summaryOf(opened, series);
      const kept = summary.files.filter((file) => records.some((item) => isSame(item, file)));
      const changed = records.filter((item) => !kept.some((file) => isSame(item, file)));
      const read = await readAll(opened, series, changed, (done) =>
        arrived(kept.length + done, records.length),
      );
      const files = newestFirst([...kept, ...read.files]);
      const stands = read.files.length === 0 && kept.length === summary.files.length;
      if (!stands && summary.mayWrite) await keepSummary(opened, { series, files }, summary.item);
      return { summary: { series, files }, aside: read.aside };
    },

    async everything(series, arrived, cancel) {
      const opened = await openFolder(series, cancel);
      const files = opened.items.filter(({ name }) => /\.(json|html)$/i.test(name));
      const texts = await inTurns(
        files,
        async (item) => {
          const read = await orGone(
            textIn(graph, item, LONGEST_EXPORTED, opened.operation, opened.again(item)),
          );
          if (read === 'gone') return [];
          if (read === undefined) throw new PortFailure({ kind: 'malformed' });
          return [{ name: plainName(item.name), text: read.text }];
        },
        (done) => arrived(done, files.length),
      );
      return texts.flat();
    },

    async remove({ id, eTag, name }, series, cancel) {
      const { operation, home, folder, items } = await openFolder(series, cancel);
      const item = items.find((one) => one.id === id);
      if (item === undefined || startInName(item.name) === undefined)
        throw new PortFailure({ kind: 'notFound' });
      const headers = { 'If-Match': eTag };
      await succeed(
        graph,
        { method: 'DELETE', path: itemById(home, id), headers, repeatable: true },
        operation,
      );
      const twin = (name ?? item.name).replace(/\.json$/, '.html');
      if (items.some((one) => one.name === twin))
        await orGone(
          succeed(graph, { method: 'DELETE', path: folder.file(twin), repeatable: true }, operation),
        );
    },
  };
}

type Opened = {
  readonly graph: Graph;
  readonly operation: Operation;
  readonly home: Place;
  readonly folder: Omit<Place, 'folder'>;
  readonly items: readonly Item[];
  /** Asks for an item once more, for another address to read it from. */
  readonly again: (item: Item) => () => Promise<Item>;
};

type Kept = Pick<SeriesSummary, 'files'> & {
  readonly item: Item | undefined;
  /** Not over one of a later Cadencia. */
  readonly mayWrite: boolean;
};

const isSame = (item: Item, file: DigestedFile): boolean =>
  item.id === file.id && item.eTag === file.eTag && item.name === file.name;

/** The summary as it stands; one that cannot be read, or speaks of another series, says nothing. */
async function summaryOf({ graph, operation, items, again }: Opened, series: string): Promise<Kept> {
  const item = items.find(({ name }) => name === SUMMARY_NAME);
  const none = { files: [], item, mayWrite: true };
  if (item === undefined) return none;
  const read = await orGone(textIn(graph, item, MAX_SUMMARY_LENGTH, operation, again(item)));
  if (read === 'gone' || read === undefined) return none;
  const content = readSummaryFile(read.text);
  if (content.kind === 'newer') return { ...none, mayWrite: false };
  if (content.kind !== 'summary' || content.summary.series !== series) return none;
  return { files: content.summary.files, item: read.item, mayWrite: true };
}

async function readAll(
  { graph, operation, again }: Opened,
  series: string,
  items: readonly Item[],
  arrived: (done: number) => void,
): Promise<{ readonly files: readonly DigestedFile[]; readonly aside: readonly AsideFile[] }> {
  const files: DigestedFile[] = [];
  const aside: AsideFile[] = [];
  const read = async (item: Item): Promise<void> => {
    const content = await orGone(recordIn(graph, item, again(item), operation));
    if (content === 'gone') return;
    if (content.kind !== 'record' || content.stored.record.series !== series) {
      const why = content.kind === 'newer' ? 'newer' : 'unreadable';
      aside.push({ name: plainName(item.name), why });
      return;
    }
    const { id, eTag, name, record } = content.stored;
    files.push({ id, eTag, name, digest: digestOf(record) });
  };
  await inTurns(items, read, arrived);
  return { files, aside: aside.sort((a, b) => (a.name < b.name ? 1 : -1)) };
}

/** Tells others and the next opening what was read here. Whatever comes of it, what was read is read. */
async function keepSummary(
  { graph, operation, home, folder }: Opened,
  summary: SeriesSummary,
  item: Item | undefined,
): Promise<void> {
  try {
    const body = writeSummaryFile(summary);
    // Nobody waits for it to go through in the end: the next opening writes it as well.
    const once = { repeatable: false };
    const call =
      item === undefined
        ? writeTo(`${folder.file(SUMMARY_NAME)}:/content`, body, {
            ...once,
            query: { '@microsoft.graph.conflictBehavior': 'fail' },
          })
        : writeTo(`${itemById(home, item.id)}/content`, body, {
            ...once,
            headers: { 'If-Match': item.eTag },
          });
    await succeed(graph, call, operation);
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}

/** Somebody removed it between the listing and the reading. */
async function orGone<T>(work: Promise<T>): Promise<T | 'gone'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return 'gone';
    throw error;
  }
}

/** A few at a time, in order; the first that fails ends it. `arrived` is told of the beginning and of each. */
async function inTurns<T, R>(
  all: readonly T[],
  run: (one: T) => Promise<R>,
  arrived: (done: number) => void,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  let done = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    for (let at = next++; at < all.length && !failed; at = next++) {
      try {
        results[at] = await run(all[at] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
      arrived(++done);
    }
  };
  arrived(0);
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return results;
}
