import type { ComposeHost } from '../../app/ports/composeHost';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { SeriesHome, StoredSeries } from '../../app/ports/seriesHome';
import { plainName } from '../../domain/plainName';
import { readSeriesFile, writeSeriesFile } from '../seriesFile';

/** One setting holds all, so that a write is all or nothing. */
const KEY = 'cadencia.series';
/** Outlook keeps 32 KB of settings for an add-in (facts of 2026-11); some of it is left to others. */
const MAX_LENGTH = 30_000;

type Entry = { readonly n: number; readonly content: string };
type Files = Readonly<Record<string, Entry>>;

/**
 * The last home, when no file may be written anywhere: the settings that the organiser's mailbox keeps for the add-in.
 * Nobody else sees it, and two windows of one person see each other's changes only after they are opened anew.
 */
export function createMailboxHome(host: Pick<ComposeHost, 'readSetting' | 'writeSetting'>): SeriesHome {
  const files = () => filesIn(host.readSetting(KEY));
  const write = async (name: string, series: string, before: Files): Promise<string> => {
    const n = Math.max(0, ...Object.values(before).map((entry) => entry.n)) + 1;
    const text = JSON.stringify({ ...before, [name]: { n, content: series } });
    if (text.length > MAX_LENGTH) throw new PortFailure({ kind: 'refused', code: 'mailboxFull' });
    await host.writeSetting(KEY, text);
    return String(n);
  };
  return {
    place: 'mailbox',
    async list(cancel) {
      unlessCancelled(cancel);
      const found = Object.entries(files()).map(([name, entry]) => ({ name, file: storedIn(name, entry) }));
      return {
        series: found.flatMap(({ file }) => file ?? []),
        unreadable: found.flatMap(({ name, file }) => (file === undefined ? [plainName(name)] : [])),
      };
    },
    async read(id, cancel) {
      unlessCancelled(cancel);
      const entry = Object.hasOwn(files(), nameOf(id)) ? files()[nameOf(id)] : undefined;
      if (entry === undefined) throw new PortFailure({ kind: 'notFound' });
      const stored = storedIn(nameOf(id), entry);
      if (stored === undefined) throw new PortFailure({ kind: 'malformed' });
      return stored;
    },
    async create(series, cancel) {
      unlessCancelled(cancel);
      const content = writeSeriesFile(series);
      const before = files();
      if (Object.hasOwn(before, nameOf(series.id))) throw new PortFailure({ kind: 'conflict' });
      return { series, version: await write(nameOf(series.id), content, before) };
    },
    async update(series, version, cancel) {
      unlessCancelled(cancel);
      const content = writeSeriesFile(series);
      const before = files();
      const entry = before[nameOf(series.id)];
      if (entry === undefined) throw new PortFailure({ kind: 'notFound' });
      if (String(entry.n) !== version) throw new PortFailure({ kind: 'conflict' });
      return { series, version: await write(nameOf(series.id), content, before) };
    },
  };
}

const nameOf = (id: string) => `series-${id}.json`;

/** What is not our shape is no files of ours: settings are shared with whatever else ran under this id. */
function filesIn(text: string | undefined): Files {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => isEntry(entry))) as Files;
  } catch {
    return {};
  }
}

function isEntry(value: unknown): value is Entry {
  const { n, content } = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return typeof n === 'number' && typeof content === 'string';
}

function storedIn(name: string, { n, content }: Entry): StoredSeries | undefined {
  const read = readSeriesFile(content);
  return read.kind === 'series' && nameOf(read.series.id) === name
    ? { series: read.series, version: String(n) }
    : undefined;
}

function unlessCancelled(cancel: Cancellation): void {
  if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
}
