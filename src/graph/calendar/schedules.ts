import * as v from 'valibot';
import type { Calendar, MailboxHours, MailboxSchedule } from '../../app/ports/calendar';
import { PortFailure } from '../../app/ports/failure';
import type { BusyInterval } from '../../domain/slots/types';
import type { Interval, ZoneName } from '../../domain/time/types';
import { cancellable } from '../../app/cancel';
import type { Graph, Operation } from '../client/call';
import { ask } from '../client/json';
import { DATE_TIME, instantOfDateTime, PREFER_UTC, utcDateTime } from './dateTimes';
import { mailboxHoursOf, WORKING_HOURS } from './mailboxHours';
import { dayChunks, halvesOf, mailboxGroups } from './scheduleChunks';

/** Each mailbox is read by itself, so that one odd entry does not lose the others. */
const ANSWER = v.object({ value: v.array(v.unknown()) });
const ERROR = v.object({ responseCode: v.nullish(v.string()) });
const SCHEDULE = v.object({
  scheduleId: v.string(),
  error: v.nullish(ERROR),
  scheduleItems: v.nullish(
    v.array(v.object({ status: v.nullish(v.string()), start: DATE_TIME, end: DATE_TIME })),
  ),
  workingHours: v.optional(v.unknown()),
});
const ID = v.object({ scheduleId: v.string() });

/** What one request says of one mailbox. */
type Piece =
  | { readonly kind: 'known'; readonly busy: readonly BusyInterval[]; readonly hours?: MailboxHours }
  | { readonly kind: 'notFound' | 'failed' };

type Pieces = ReadonlyMap<string, Piece>;

/** Calendar.schedules over getSchedule: one request for each twenty mailboxes and 42 days (GE1 to GE4). */
export function schedulesOver(graph: Graph): Calendar['schedules'] {
  return async (mails, window, zone, arrived, cancel) => {
    const inner = cancellable();
    const release = cancel.onCancel(() => inner.cancel());
    const operation: Operation = { tier: 'plan', cancel: inner };
    const byMail = new Map<string, Piece>();
    const known = (mail: string) => scheduleOf(mail, byMail.get(mail.toLowerCase()));
    try {
      if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
      const chunks = dayChunks(window, zone);
      await Promise.all(
        mailboxGroups(mails).map(async (group) => {
          const pieces = await Promise.all(
            chunks.map((chunk) => askWhole({ graph, operation, zone }, group, chunk)),
          );
          for (const mail of group) {
            byMail.set(mail, joined(pieces.map((piece) => piece.get(mail) ?? { kind: 'failed' })));
          }
          if (inner.cancelled) return;
          const part = new Set(group);
          arrived(mails.filter((mail) => part.has(mail.toLowerCase())).map(known));
        }),
      );
      return mails.map(known);
    } finally {
      release();
      // When one request failed for all, the others are of no use any more.
      inner.cancel();
    }
  };
}

type Asking = { readonly graph: Graph; readonly operation: Operation; readonly zone: ZoneName };

/** One chunk; mailboxes that failed in it for a reason of their own are asked once more in two halves of it (GE3). */
async function askWhole(asking: Asking, mails: readonly string[], chunk: Interval): Promise<Pieces> {
  const pieces = new Map(await askApart(asking, mails, chunk));
  const failed = mails.filter((mail) => pieces.get(mail)?.kind === 'failed');
  if (failed.length === 0) return pieces;
  const [first, second] = await Promise.all(halvesOf(chunk).map((half) => askApart(asking, failed, half)));
  for (const mail of failed) {
    pieces.set(mail, joined([first, second].map((half) => half?.get(mail) ?? { kind: 'failed' })));
  }
  return pieces;
}

/** A request that is refused as wrong is cut in two until the mailbox is found that the service does not take. */
async function askApart(asking: Asking, mails: readonly string[], chunk: Interval): Promise<Pieces> {
  try {
    return await askOnce(asking, mails, chunk);
  } catch (error) {
    const aboutMailboxes =
      error instanceof PortFailure && (error.failure.kind === 'refused' || error.failure.kind === 'notFound');
    if (!aboutMailboxes) throw error;
    if (mails.length === 1) return new Map([[mails[0] as string, { kind: 'failed' }]]);
    const middle = Math.ceil(mails.length / 2);
    const parts = await Promise.all([
      askApart(asking, mails.slice(0, middle), chunk),
      askApart(asking, mails.slice(middle), chunk),
    ]);
    return new Map(parts.flatMap((part) => [...part]));
  }
}

async function askOnce(
  { graph, operation, zone }: Asking,
  mails: readonly string[],
  chunk: Interval,
): Promise<Pieces> {
  const { value } = await ask(
    graph,
    ANSWER,
    {
      method: 'POST',
      path: '/me/calendar/getSchedule',
      headers: PREFER_UTC,
      body: {
        schedules: mails,
        startTime: utcDateTime(chunk.from),
        endTime: utcDateTime(chunk.until),
        // The picture of digits is not used; the longest interval makes it the shortest.
        availabilityViewInterval: 1440,
      },
      repeatable: true,
    },
    operation,
  );
  const pieces = new Map<string, Piece>();
  for (const entry of value) {
    const id = v.safeParse(ID, entry);
    if (id.success) pieces.set(id.output.scheduleId.toLowerCase(), pieceOf(entry, zone, chunk));
  }
  return pieces;
}

function pieceOf(entry: unknown, zone: ZoneName, chunk: Interval): Piece {
  const read = v.safeParse(SCHEDULE, entry);
  if (!read.success) return { kind: 'failed' };
  const { error, scheduleItems, workingHours } = read.output;
  if (error)
    return { kind: /NotFound|InvalidSmtpAddress/i.test(error.responseCode ?? '') ? 'notFound' : 'failed' };
  // An empty calendar is an empty list; no list at all says nothing, and nothing is never free.
  if (!scheduleItems) return { kind: 'failed' };
  const hours = v.safeParse(WORKING_HOURS, workingHours);
  const told = hours.success ? mailboxHoursOf(hours.output, zone, chunk.from) : undefined;
  try {
    const busy = scheduleItems.map(({ status, start, end }): BusyInterval => ({
      from: instantOfDateTime(start),
      until: instantOfDateTime(end),
      status: statusOf(status),
    }));
    return { kind: 'known', busy, ...(told && { hours: told }) };
  } catch (error) {
    if (error instanceof PortFailure) return { kind: 'failed' };
    throw error;
  }
}

const STATUSES: Readonly<Record<string, BusyInterval['status']>> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'oof',
  workingelsewhere: 'workingElsewhere',
};

/** What nobody understands is not free. */
function statusOf(status: string | null | undefined): BusyInterval['status'] {
  return STATUSES[status?.toLowerCase() ?? ''] ?? 'busy';
}

/** All stretches of one mailbox; unknown when any of them is. An item on a border is in both and counts once (GE2). */
function joined(pieces: readonly Piece[]): Piece {
  if (pieces.some(({ kind }) => kind === 'notFound')) return { kind: 'notFound' };
  const busy = new Map<string, BusyInterval>();
  let hours: MailboxHours | undefined;
  for (const piece of pieces) {
    if (piece.kind !== 'known') return { kind: 'failed' };
    hours ??= piece.hours;
    for (const item of piece.busy) busy.set(`${item.from} ${item.until} ${item.status}`, item);
  }
  const sorted = [...busy.values()].sort((a, b) => a.from - b.from || a.until - b.until);
  return { kind: 'known', busy: sorted, ...(hours && { hours }) };
}

function scheduleOf(mail: string, piece: Piece | undefined): MailboxSchedule {
  if (piece?.kind === 'known') {
    const { busy, hours } = piece;
    return { kind: 'known', mail, busy, ...(hours && { hours }) };
  }
  return { kind: 'unknown', mail, why: piece?.kind === 'notFound' ? 'notFound' : 'failed' };
}
