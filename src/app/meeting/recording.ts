import type { Talk } from '../../domain/balance/types';
import { mergeRecords } from '../../domain/meeting/mergeRecords';
import type { MeetingRecord } from '../../domain/meeting/record';
import { Refusal } from '../../domain/refusal';
import { plainName } from '../../domain/plainName';
import { same } from '../../domain/rhythm/threeWay';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import type { Ids } from '../ports/clock';
import { PortFailure } from '../ports/failure';
import type { Records, StoredRecord } from '../ports/records';
import { readRecord } from '../readRecord';
import { minutesOf, plannedBefore } from './afterView';
import { attempt } from './attempt';
import type { Desk } from './deskState';
import { pause } from './pause';
import { recordOf } from './recordOf';
import { checkOnline, DONE, step } from './steps';

/** Another panel may keep the same record between our reading and our writing; more often than this it is not people. */
const TRIES = 8;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** What a panel kept last, as it saw the meeting then: what it has changed since is what differs from that. */
const KEPT = new WeakMap<Desk, { readonly id: string; readonly record: MeetingRecord }>();

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

/** The talk of the areas may come a moment after the end: whoever has kept the record by then brings it up to date. */
export function keepTalk(desk: Desk, before: Talk | null): void {
  const { room, opened } = desk.state.get();
  const talk = room?.balance?.talk ?? null;
  if (talk === null || same(talk, before) || room?.state?.record?.by !== opened?.me.id) return;
  if (KEPT.has(desk)) void keepAgain(desk);
}

async function keep(desk: Desk): Promise<void> {
  const record = recordNow(desk);
  const stored = await inFirstHome(desk, (store) => put(desk, store, record));
  KEPT.set(desk, { id: stored.id, record });
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
      : recordOf(
          state,
          room.notes,
          place,
          opened.start,
          desk.now(),
          plannedBefore(desk.state.get()),
          room.balance?.talk ?? null,
        );
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

/**
 * Makes the record, or brings the one of this meeting up to date with what this panel knows, and loses nothing of what
 * others wrote into it meanwhile. One of another meeting is never written over.
 */
async function put(desk: Desk, store: Records, record: MeetingRecord): Promise<StoredRecord> {
  // For people of the company: it stands where the series does.
  const twin = (of: MeetingRecord) => minutesOf(desk.ports.wording, of, false);
  const before = KEPT.get(desk);
  for (let tries = 1; ; tries++) {
    try {
      const there = tries === 1 && before === undefined ? null : await thereAlready(store, record);
      if (there === null) return await store.create(record, cancellable(), twin(record));
      const base = before?.id === there.id ? before.record : null;
      const merged = mergeRecords(base, record, there.record).record;
      if (same(merged, there.record)) return there;
      return await store.update(merged, there.id, there.eTag, cancellable(), twin(merged));
    } catch (error) {
      const met = error instanceof PortFailure && error.failure.kind === 'conflict';
      if (!met || tries >= TRIES) throw error;
      // The first conflict says that there is a record; a later one that others are writing now.
      if (tries > 1) await pause(desk, backOffMs(tries - 2, desk.ports.ids));
    }
  }
}

/** Half of it by chance, so that panels which met do not meet again. */
function backOffMs(failures: number, ids: Ids): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  return full / 2 + (full / 2) * (Number.parseInt(ids.next().slice(0, 4), 16) / 0x10000);
}

/** The record of this meeting, if it is kept in that store; one of another meeting is refused. */
export async function thereAlready(
  store: Records,
  { series, start, startedAt }: MeetingRecord,
): Promise<StoredRecord | null> {
  // A name tells the minute of a start.
  const minute = (instant: number): number => Math.floor(instant / 60_000);
  const file = (await store.list(series, cancellable())).find((one) => minute(one.start) === minute(start));
  if (file === undefined) return null;
  const stored = await readRecord(store, file, cancellable());
  if (stored.record.series !== series || stored.record.start !== start)
    throw new PortFailure({
      kind: 'malformed',
      ...(file.name !== undefined && { file: plainName(file.name) }),
    });
  if (stored.record.startedAt !== startedAt) throw new PortFailure({ kind: 'refused', code: 'otherRecord' });
  return stored;
}
