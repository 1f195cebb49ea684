import { type DigestedFile } from '../../domain/rhythm/digest';
import { digestOf, withFile } from '../../domain/rhythm/digestOf';
import type { MeetingRecord } from '../../domain/meeting/record';
import { Refusal } from '../../domain/refusal';
import { same } from '../../domain/rhythm/threeWay';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import type { Cancellation } from '../ports/cancellation';
import { type Failure, PortFailure } from '../ports/failure';
import type { RecordFile, Records, StoredRecord } from '../ports/records';
import { readRecord } from '../readRecord';
import { whatFailed } from '../whatFailed';
import type { Archived, Follow } from './followState';
import type { Progress } from './followView';

/** Others may write between our reading and our writing; more often than this it is not people. */
const TRIES = 6;

type Reading = { done: number; of: number | null };
/** The readings under way, by series: the newest one of a series counts. */
const UNDER_WAY = new WeakMap<Follow, Map<string, Reading>>();

/**
 * Reads what is kept of a series into `archives` (FD1). It never throws: `progress.records` tells how far all readings are,
 * or what stopped them, and then `retry` reads again; what was known before stays.
 */
export async function readArchive(follow: Follow, series: string): Promise<void> {
  const readings = UNDER_WAY.get(follow) ?? new Map<string, Reading>();
  UNDER_WAY.set(follow, readings);
  const mine: Reading = { done: 0, of: null };
  readings.set(series, mine);
  const told = () =>
    follow.change({ progress: { ...follow.state.get().progress, records: sumOf(readings) } });
  told();
  const cancel = cancellable();
  follow.onEnd(() => cancel.cancel());
  try {
    const archived = await archiveOf(follow, series, cancel, (done, of) => {
      Object.assign(mine, { done, of });
      if (readings.get(series) === mine) told();
    });
    if (readings.get(series) !== mine) return;
    readings.delete(series);
    follow.change({ archives: { ...follow.state.get().archives, [series]: archived } });
    told();
  } catch (error) {
    if (readings.get(series) !== mine) return;
    readings.delete(series);
    const what = whatFailed(error, follow.ports.report);
    if (what === undefined) return;
    follow.again = () => void readArchive(follow, series);
    const failure: Failure = what.kind === 'failed' ? what.failure : { kind: 'malformed' };
    const { progress } = follow.state.get();
    follow.change({ progress: { ...progress, records: { state: 'failed', failure } } });
  }
}

/**
 * Changes the record of one session and the archive in the state with it (FD2). Where somebody else wrote meanwhile the
 * change is made again on what they wrote, so `change` says what is meant and nothing of theirs is lost. The twin is
 * written anew; where nobody has words for it, it stays, or becomes `otherTwin`; with that one a twin that cannot be
 * written is a failure. Refuses a session without a record; fails
 * as Records does.
 */
export async function changeRecord(
  follow: Follow,
  session: Instant,
  series: string,
  change: (record: MeetingRecord) => MeetingRecord,
  otherTwin?: string,
): Promise<void> {
  const { store, file, at } = await recordFileOf(follow, session, series);
  for (let tries = 1; ; tries++) {
    const there = await readRecord(store, file, cancellable());
    const changed = change(there.record);
    // Whose twin must not stay as it is has it written again.
    if (same(changed, there.record) && otherTwin === undefined) return remember(follow, series, at, there);
    try {
      const twin = follow.ports.wording.minutes?.(changed) ?? otherTwin;
      const stored = await store.update(changed, there.id, there.eTag, cancellable(), twin);
      if (stored.twinKept === false && otherTwin !== undefined)
        throw new PortFailure({ kind: 'unavailable' });
      return remember(follow, series, at, stored);
    } catch (error) {
      const met = error instanceof PortFailure && error.failure.kind === 'conflict';
      if (!met || tries === TRIES) throw error;
    }
  }
}

/** Where the records of a series stand: the first place that lets us in and has any, as the meeting keeps them. */
async function archiveOf(
  { ports }: Follow,
  series: string,
  cancel: Cancellation,
  arrived: (done: number, of: number) => void,
): Promise<Archived> {
  let closed: unknown;
  let empty: Archived | undefined;
  for (const [at, archive] of ports.archives.entries()) {
    try {
      const archived = { ...(await archive.digests(series, arrived, cancel)), at };
      if (archived.summary.files.length + archived.aside.length > 0) return archived;
      empty ??= archived;
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed = error;
    }
  }
  if (empty !== undefined) return empty;
  throw closed ?? new PortFailure({ kind: 'notFound' });
}

/** The record of one session as it stands now. Refuses a session without one. */
export async function sessionRecord(follow: Follow, session: Instant, series: string): Promise<StoredRecord> {
  const { store, file } = await recordFileOf(follow, session, series);
  return readRecord(store, file, cancellable());
}

type Place = { readonly store: Records; readonly file: RecordFile; readonly at: number };

async function recordFileOf(follow: Follow, session: Instant, series: string): Promise<Place> {
  const known = follow.state.get().archives[series];
  const digested = known?.summary.files.find(({ digest }) => digest.start === session);
  const stores = follow.ports.records;
  const store = stores[known?.at ?? 0];
  if (digested !== undefined && store !== undefined)
    return { store, file: { ...digested, start: session }, at: known?.at ?? 0 };
  for (const [at, one] of stores.entries()) {
    try {
      const file = (await one.list(series, cancellable())).find(
        ({ start }) => minute(start) === minute(session),
      );
      if (file !== undefined) return { store: one, file, at };
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
    }
  }
  throw new Refusal('follow/unknown-session');
}

/** A name tells the minute of a start. */
const minute = (instant: Instant): number => Math.floor(instant / 60_000);

/** What was read or written is the newest there is: the state follows without asking again. */
function remember(follow: Follow, series: string, at: number, stored: StoredRecord): void {
  const { archives } = follow.state.get();
  const known = archives[series] ?? { summary: { series, files: [] }, aside: [], at };
  const { id, eTag, record } = stored;
  const before = known.summary.files.find((one) => one.id === id);
  const file: DigestedFile = { id, eTag, name: stored.name ?? before?.name ?? '', digest: digestOf(record) };
  follow.change({
    archives: { ...archives, [series]: { ...known, summary: withFile(known.summary, file) } },
  });
}

function sumOf(readings: ReadonlyMap<string, Reading>): Progress {
  const all = [...readings.values()];
  if (all.length === 0) return { state: 'ready' };
  const of = all.map((one) => one.of).filter((one) => one !== null);
  return {
    state: 'reading',
    done: all.reduce((sum, one) => sum + one.done, 0),
    of: of.length < all.length ? null : of.reduce((sum, one) => sum + one, 0),
  };
}
