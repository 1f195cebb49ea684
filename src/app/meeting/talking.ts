import type { MeetingRecord } from '../../domain/meeting/record';
import type { Talk } from '../../domain/balance/types';
import type { OpenTalk } from '../balance/talkPorts';
import type { OpenTalkReading } from '../balance/talkReading';
import type { TalkReading } from '../balance/talkReadingView';
import { declinedIn, type TalkSession, talkSessionOf, withNames } from '../balance/talkSession';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { PortFailure } from '../ports/failure';
import type { Records, StoredRecord } from '../ports/records';
import type { SeriesHome, StoredSeries } from '../ports/seriesHome';
import { updateSeries } from '../updateSeries';
import { whatFailed } from '../whatFailed';
import { minutesOf } from './afterView';
import { type Desk, type DeskState, meetingIn, meIn } from './deskState';
import { recordNow, thereAlready } from './recording';

/** Somebody else may keep the same record between our reading and our writing; more often than this it is not people. */
const TRIES = 6;

/** The reading that a desk has open, by the meeting it is of, and the version of the record that it knows. */
type Open = {
  readonly of: string;
  eTag: string;
  reading: OpenTalkReading | undefined;
  readonly leave: () => void;
};
const OPEN = new WeakMap<Desk, Open>();

/**
 * Once a meeting that measured is over and its record kept, its transcript is offered (TL20). Nothing is asked before
 * somebody presses; a meeting that is opened again puts it away.
 */
export function followTalk(desk: Desk): void {
  const of = recordToMeasure(desk.state.get());
  const open = OPEN.get(desk);
  if (open !== undefined && of === open.of) return lookAgain(desk, open);
  open?.leave();
  OPEN.delete(desk);
  if (desk.state.get().talk !== null) desk.change({ talk: null });
  if (of !== undefined && desk.ports.talk !== undefined) void openTalk(desk, of, desk.ports.talk);
}

/** Somebody has written into the record since: the estimate, which comes late, or what they have measured. */
function lookAgain(desk: Desk, open: Open): void {
  const eTag = desk.state.get().room?.state?.record?.eTag ?? open.eTag;
  if (eTag === open.eTag || open.reading === undefined) return;
  open.eTag = eTag;
  keptRecord(desk).then(
    ({ record }) => open.reading?.keptIs(record.talk ?? null),
    (error: unknown) => void whatFailed(error, desk.ports.report),
  );
}

/** What a press does with it; nothing while there is none. */
export function talkCommands(desk: Desk): TalkReading {
  const reading = (): OpenTalkReading | undefined => OPEN.get(desk)?.reading;
  return {
    read: () => reading()?.read(),
    drop: (file) => reading()?.drop(file),
    name: (name, means) => reading()?.name(name, means),
    goOn: () => reading()?.goOn(),
    cancel: () => reading()?.cancel(),
  };
}

/** By when it began and ended: what is opened again and goes on is another one. */
function recordToMeasure(state: DeskState): string | undefined {
  const meeting = meetingIn(state);
  const room = state.room?.state ?? null;
  const measured = room?.balance !== undefined && room.record !== null && state.known.series !== null;
  if (meeting?.phase !== 'ended' || !measured) return undefined;
  return `${meeting.startedAt} ${meeting.ended?.at}`;
}

async function openTalk(desk: Desk, of: string, talk: () => Promise<OpenTalk>): Promise<void> {
  const mine: Open = {
    of,
    eTag: '',
    reading: undefined,
    leave() {
      mine.reading?.end();
      mine.reading = undefined;
    },
  };
  OPEN.set(desk, mine);
  try {
    const [open, stored] = await Promise.all([talk(), keptRecord(desk)]);
    const { series } = desk.state.get().known;
    if (desk.ended || OPEN.get(desk) !== mine || series === null) return;
    const joinUrl = desk.state.get().opened?.about.joinUrl;
    const session = talkSessionOf(series, stored.record, meIn(desk.state.get()), joinUrl);
    if (session === null) return;
    const reading = open(asInTheRoom(desk.state.get(), session), {
      keep: (measured) => keepMeasured(desk, measured),
      declined: async () => declinedIn((await storedSeries(desk, series.id)).series, stored.record),
      learn: (names) => learnNames(desk, series.id, names),
    });
    mine.reading = reading;
    mine.eTag = stored.eTag;
    const told = (): void => desk.change({ talk: reading.view.get() });
    const stop = reading.view.subscribe(told);
    desk.onEnd(() => {
      stop();
      mine.leave();
    });
    told();
  } catch (error) {
    // A script or a record that does not arrive: what happens next in the room looks again.
    whatFailed(error, desk.ports.report);
    if (OPEN.get(desk) === mine) OPEN.delete(desk);
  }
}

/** That I do not take part may have reached the room and not the file of the series; my own estimate is the room's alone. */
function asInTheRoom({ room }: DeskState, session: TalkSession): TalkSession {
  const { as, own } = room?.balance ?? {};
  const share = own?.share ?? null;
  if (as === 'declined') return { ...session, declined: [...new Set([...session.declined, session.me])] };
  return share === null ? session : { ...session, own: share };
}

/** What is measured takes the place of the estimate, in the record as others have left it; the room hears of it. */
async function keepMeasured(desk: Desk, talk: Talk): Promise<void> {
  const stored = await inRecord(desk, (record) => ({ ...record, talk }));
  const open = OPEN.get(desk);
  if (open !== undefined) open.eTag = stored.eTag;
  await desk.room?.command({ kind: 'recorded', record: stored.id, eTag: stored.eTag });
}

async function inRecord(desk: Desk, change: (record: MeetingRecord) => MeetingRecord): Promise<StoredRecord> {
  for (let tries = 1; ; tries++) {
    const there = await keptRecord(desk);
    const changed = change(there.record);
    const twin = minutesOf(desk.ports.wording, changed, false);
    try {
      return await there.store.update(changed, there.id, there.eTag, cancellable(), twin);
    } catch (error) {
      const met = error instanceof PortFailure && error.failure.kind === 'conflict';
      if (!met || tries === TRIES) throw error;
    }
  }
}

/** The record of this meeting where it is kept. */
async function keptRecord(desk: Desk): Promise<StoredRecord & { readonly store: Records }> {
  const record = recordNow(desk);
  let closed: unknown = new PortFailure({ kind: 'notFound' });
  for (const store of desk.ports.records) {
    try {
      const there = await thereAlready(store, record);
      if (there !== null) return { ...there, store };
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed = error;
    }
  }
  throw closed;
}

async function learnNames(desk: Desk, series: string, names: Parameters<typeof withNames>[1]): Promise<void> {
  const { home, ...stored } = await storedSeries(desk, series);
  await updateSeries(home, stored, withNames(stored.series, names));
}

/** The file of the series as it stands now, in the home that lets us in. */
async function storedSeries(
  desk: Desk,
  series: string,
): Promise<StoredSeries & { readonly home: SeriesHome }> {
  let closed: unknown = new PortFailure({ kind: 'notFound' });
  for (const home of desk.ports.homes) {
    try {
      return { ...(await home.read(series, cancellable())), home };
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed = error;
    }
  }
  throw closed;
}
