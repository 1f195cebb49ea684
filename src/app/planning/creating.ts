import type { Instant, Interval } from '../../domain/time/types';
import { cancellable } from '../cancel';
import type { CreatedEvent } from '../ports/calendar';
import { PortFailure } from '../ports/failure';
import { attempt } from './attempt';
import { type Ready, keepPlanned, propertyAfter, readyToWrite } from './inserting';
import { invitationOf } from './invitation';
import { writeProperty } from './itemProperty';
import { type Plan, seriesOf } from './planState';
import { attendeesOf } from './viewOf';

/**
 * Makes the event as a Teams meeting through the organiser's calendar, moves the sessions whose alternative was taken,
 * then closes the form so that sending it makes no second one. The intent is kept first: a repetition meets the same event.
 */
export async function createInTeams(plan: Plan, asked = false): Promise<void> {
  plan.change({ working: 'creating', notice: undefined, question: undefined });
  let made: Made | undefined;
  await attempt(
    plan,
    'create',
    async () => {
      const ready = await readyToWrite(plan, 'create', asked);
      if (ready !== undefined) made = await create(plan, ready);
    },
    () => void createInTeams(plan, asked),
  );
  if (made !== undefined) await finish(plan, made);
  plan.change({ working: undefined });
}

type Made = Ready & { readonly event: CreatedEvent };

/** Undefined when an earlier, unanswered creation of this form had gone through with another time. */
async function create(plan: Plan, ready: Ready): Promise<Made | undefined> {
  const { host, option, bodyHtml } = ready;
  const state = plan.state.get();
  const series = seriesOf(state);
  const repeated = state.property.transaction;
  const transaction = repeated ?? plan.ports.ids.next();
  const property = { ...propertyAfter(state, option.slot), under: 'creating' as const, transaction };
  await host.writeProperty(writeProperty(property));
  plan.change({ property });
  const { subject, start, attendees, recurrence } = invitationOf(state, option.slot, bodyHtml);
  const event = await plan.ports.calendar.create(
    {
      subject,
      bodyHtml,
      start,
      minutes: series.minutes,
      zone: series.zone,
      attendees,
      ...(recurrence !== undefined && recurrence !== 'other' && { recurrence }),
      teamsMeeting: true,
    },
    transaction,
    cancellable(),
  );
  if (repeated === undefined) return { ...ready, event };
  const there = await plan.ports.calendar.read(event.id, cancellable());
  if (there.start === start) return { ...ready, event };
  plan.change({ notice: { kind: 'earlier' } });
  return undefined;
}

/** The event is there: whatever fails from here on is told, and never makes a second one. */
async function finish(plan: Plan, { host, option, event }: Made): Promise<void> {
  const state = plan.state.get();
  const wanted = option.slot.occurrences.flatMap(({ start, repair }) =>
    start !== null && repair !== undefined && state.moves.has(start)
      ? [{ original: start, start: repair.start }]
      : [],
  );
  const moved = await moveSessions(plan, event.id, wanted);
  plan.change({
    screen: 'done',
    undo: undefined,
    done: {
      how: 'created',
      series: seriesOf(state),
      option,
      teamsLink: true,
      moves: {
        applied: moved.size,
        waiting: 0,
        failed: wanted.length - moved.size,
        attendees: attendeesOf(state),
      },
      ...(event.webLink !== undefined && { webLink: event.webLink }),
    },
  });
  const { under: _done, ...property } = plan.state.get().property;
  plan.change({ property });
  const known = { eventId: event.id, ...(event.joinUrl !== undefined && { joinUrl: event.joinUrl }) };
  await keepPlanned(plan, option, known, moved);
  const close = (): Promise<boolean> =>
    attempt(
      plan,
      'close',
      async () => {
        await host.writeProperty(writeProperty(property));
        await host.discard();
      },
      () => void close(),
    );
  await close();
}

/** Moves these sessions one by one; one that fails does not stop the others. Answers the original starts that were moved. */
export async function moveSessions(
  plan: Plan,
  eventId: string,
  wanted: readonly { readonly original: Instant; readonly start: Instant }[],
): Promise<ReadonlySet<Instant>> {
  const moved = new Set<Instant>();
  if (wanted.length === 0) return moved;
  const { minutes, zone } = seriesOf(plan.state.get());
  const { calendar } = plan.ports;
  const length = minutes * 60_000;
  const ids = await idsByOriginal(plan, eventId, wanted, length);
  for (const { original, start } of wanted) {
    const id = ids.get(original);
    if (id === undefined) continue;
    await unlessFailed(async () => {
      await calendar.moveOccurrence(id, { from: start, until: start + length }, zone, cancellable());
      moved.add(original);
    });
  }
  return moved;
}

/** Occurrences that moved already still answer to their original start, so the window holds both. */
async function idsByOriginal(
  plan: Plan,
  eventId: string,
  wanted: readonly { readonly original: Instant; readonly start: Instant }[],
  length: number,
): Promise<ReadonlyMap<Instant, string>> {
  const times = wanted.flatMap(({ original, start }) => [original, start]);
  const window: Interval = { from: Math.min(...times), until: Math.max(...times) + length };
  const ids = new Map<Instant, string>();
  await unlessFailed(async () => {
    const found = await plan.ports.calendar.occurrences(eventId, window, cancellable());
    for (const { original, id } of found) ids.set(original, id);
  });
  return ids;
}

/** The caller counts what did not move and says so; it stays among the waiting ones. */
async function unlessFailed(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}
