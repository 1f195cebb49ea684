import type { MeetingRecord } from '../../domain/meeting/record';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { PortFailure } from '../ports/failure';
import type { Records, StoredRecord } from '../ports/records';
import { minutesOf } from './afterView';
import { attempt } from './attempt';
import type { Desk } from './deskState';
import { recordOf } from './recordOf';
import { checkOnline, DONE, step } from './steps';

/** Another panel may keep the same record between our reading and our writing. */
const TRIES = 3;

/** Keeps the record in the most shared home that lets us in, and tells the room where it stands. */
export function keepRecord(desk: Desk): Promise<void> {
  return step(desk, 'record', async () => {
    checkOnline(desk);
    await desk.ports.identity.token('followUp', { interactive: true });
    await keep(desk);
    return DONE;
  });
}

/** A record that is kept already follows what happened since, such as tasks that went to Planner. */
export async function keepAgain(desk: Desk): Promise<void> {
  if ((desk.state.get().room?.state?.record ?? null) === null) return;
  await attempt(
    desk,
    'record',
    () => keep(desk),
    () => void keepRecord(desk),
  );
}

async function keep(desk: Desk): Promise<void> {
  const record = recordNow(desk);
  // For people of the company: it stands where the series does.
  const twin = minutesOf(desk.ports.wording, record, false);
  const stored = await inFirstHome(desk, (store) => put(store, record, twin));
  await desk.room?.command({ kind: 'recorded', record: stored.id, eTag: stored.eTag });
}

/** The record of the meeting as it stands now; refuses one that never began. */
export function recordNow(desk: Desk): MeetingRecord {
  const { room, opened } = desk.state.get();
  const state = room?.state ?? null;
  const { place } = desk.ports.host;
  const record =
    room === null || state === null || opened === null || place === undefined
      ? null
      : recordOf(state, room.notes, place, opened.start, desk.now());
  if (record === null) throw new Refusal('meeting/not-now');
  return record;
}

async function inFirstHome(
  desk: Desk,
  run: (store: Records) => Promise<StoredRecord>,
): Promise<StoredRecord> {
  let closed: unknown = new PortFailure({ kind: 'notFound' });
  for (const store of desk.ports.records) {
    try {
      const stored = await run(store);
      desk.change({ recordPlace: store.place });
      return stored;
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed = error;
    }
  }
  throw closed;
}

/** Makes the record, or brings the one of this meeting up to date. One of another meeting is never written over. */
async function put(store: Records, record: MeetingRecord, twin: string): Promise<StoredRecord> {
  for (let tries = 1; ; tries++) {
    try {
      const there = tries === 1 ? null : await thereAlready(store, record);
      if (there === null) return await store.create(record, cancellable(), twin);
      if (same(there.record, record) || there.record.endedAt > record.endedAt) return there;
      return await store.update(record, there.id, there.eTag, cancellable(), twin);
    } catch (error) {
      const met = error instanceof PortFailure && error.failure.kind === 'conflict';
      if (!met || tries >= TRIES) throw error;
    }
  }
}

async function thereAlready(
  store: Records,
  { series, start, startedAt }: MeetingRecord,
): Promise<StoredRecord | null> {
  // A name tells the minute of a start.
  const minute = (instant: number): number => Math.floor(instant / 60_000);
  const file = (await store.list(series, cancellable())).find((one) => minute(one.start) === minute(start));
  if (file === undefined) return null;
  const stored = await store.read(file, cancellable());
  if (stored.record.startedAt !== startedAt) throw new PortFailure({ kind: 'refused', code: 'otherRecord' });
  return stored;
}

const same = (a: MeetingRecord, b: MeetingRecord): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Keys in one order: a file that was read may have another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
