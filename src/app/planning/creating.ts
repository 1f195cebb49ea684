import type { Instant, Interval } from '../../domain/time/types';
import { cancellable } from '../cancel';
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
  await attempt(
    plan,
    'create',
    async () => {
      const ready = await readyToWrite(plan, 'create', asked);
      if (ready !== undefined) await create(plan, ready);
    },
    () => void createInTeams(plan, asked),
  );
  plan.change({ working: undefined });
}

async function create(plan: Plan, { host, option, bodyHtml }: Ready): Promise<void> {
  const state = plan.state.get();
  const series = seriesOf(state);
  const transaction = state.property.transaction ?? plan.ports.ids.next();
  const property = { ...propertyAfter(state, option.slot), under: 'creating' as const, transaction };
  await host.writeProperty(writeProperty(property));
  plan.change({ property });
  const form = invitationOf(state, option.slot, bodyHtml);
  const recurrence = form.recurrence === 'other' ? undefined : form.recurrence;
  const event = await plan.ports.calendar.create(
    {
      subject: form.subject,
      bodyHtml,
      start: form.start,
      minutes: series.minutes,
      zone: series.zone,
      attendees: form.attendees,
      ...(recurrence !== undefined && { recurrence }),
      teamsMeeting: true,
    },
    transaction,
    cancellable(),
  );
  const wanted = option.slot.occurrences.flatMap(({ start, repair }) =>
    start !== null && repair !== undefined && state.moves.has(start)
      ? [{ original: start, start: repair.start }]
      : [],
  );
  const applied = await moveSessions(plan, event.id, wanted);
  plan.change({
    screen: 'done',
    undo: undefined,
    done: {
      how: 'created',
      series,
      option,
      teamsLink: true,
      moves: {
        applied: applied.size,
        waiting: 0,
        failed: wanted.length - applied.size,
        attendees: attendeesOf(state),
      },
      ...(event.webLink !== undefined && { webLink: event.webLink }),
    },
  });
  const known = { eventId: event.id, ...(event.joinUrl !== undefined && { joinUrl: event.joinUrl }) };
  await keepPlanned(plan, option, known, applied);
  await host.discard();
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
  const starts = wanted.map(({ original }) => original);
  const window: Interval = { from: Math.min(...starts), until: Math.max(...starts) + length };
  const occurrences = await calendar.occurrences(eventId, window, cancellable());
  for (const { original, start } of wanted) {
    const there = occurrences.find((one) => one.original === original);
    if (there === undefined) continue;
    try {
      await calendar.moveOccurrence(there.id, { from: start, until: start + length }, zone, cancellable());
      moved.add(original);
    } catch (error) {
      // The caller counts what did not move and says so; it stays among the waiting ones.
      if (!(error instanceof PortFailure)) throw error;
    }
  }
  return moved;
}
