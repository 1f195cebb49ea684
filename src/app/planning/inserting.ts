import { checkAgenda } from '../../domain/agenda/edit';
import { hasJoinLink } from '../../domain/agenda/joinBlock';
import type { CalendarSeries, Series } from '../../domain/rhythm/series';
import type { RankedSlot } from '../../domain/slots/types';
import type { AppointmentForm, ComposeHost } from '../ports/composeHost';
import { agendaMark } from './agendaMark';
import { attempt } from './attempt';
import { requestOf } from './calendars';
import { paidFor } from './fairness';
import { invitationOf, overwriteQuestion, recurrenceOf } from './invitation';
import { type ItemProperty, readProperty, recurrenceMark, writeProperty } from './itemProperty';
import { keepSeries } from './keeping';
import { keyPeople } from './keyPeople';
import type { OverwriteQuestion, PlanOption } from './planView';
import { type Plan, type PlanState, seriesOf } from './planState';
import { attendeesOf } from './viewOf';

/** Everything both ways of writing need; undefined when somebody has to be asked first, or nothing is chosen. */
export type Ready = {
  readonly host: ComposeHost;
  readonly option: PlanOption;
  readonly form: AppointmentForm;
  /** The form's body with our agenda in it. */
  readonly bodyHtml: string;
};

/** Reads the form as it stands now, and asks before something typed by hand would go. */
export async function readyToWrite(
  plan: Plan,
  then: OverwriteQuestion['then'],
  asked: boolean,
): Promise<Ready | undefined> {
  const { host } = plan.ports;
  const option = plan.state.get().options[plan.state.get().chosen];
  if (host === undefined || option === undefined) return undefined;
  const form = await host.read();
  plan.change({ form });
  const state = plan.state.get();
  checkAgenda(state.agenda, seriesOf(state).minutes);
  const { agendaFromHtml, agendaToHtml, insertAgenda } = await import('../../domain/agenda/html');
  const question = overwriteQuestion(state, form, option.slot, agendaFromHtml(form.bodyHtml), then);
  if (question !== undefined && !asked) {
    plan.change({ question, working: undefined });
    return undefined;
  }
  return { host, option, form, bodyHtml: insertAgenda(form.bodyHtml, agendaToHtml(state.agenda)) };
}

/** Fills the form: all of it, or nothing. What was there before can be brought back. */
export async function insert(plan: Plan, asked = false): Promise<void> {
  plan.change({ working: 'inserting', notice: undefined, question: undefined });
  let filled: PlanOption | undefined;
  await attempt(
    plan,
    'insert',
    async () => {
      const ready = await readyToWrite(plan, 'insert', asked);
      if (ready === undefined) return;
      await fill(plan, ready);
      filled = ready.option;
    },
    () => void insert(plan, asked),
  );
  if (filled !== undefined) await keepPlanned(plan, filled, {});
  plan.change({ working: undefined });
}

async function fill(plan: Plan, { host, option, form, bodyHtml }: Ready): Promise<void> {
  const state = plan.state.get();
  const before = state.property;
  const after = propertyAfter(state, option.slot);
  // First what is meant, so that a pane closed in between is noticed by the next one.
  await host.writeProperty(writeProperty({ ...before, ...after, under: 'inserting' }));
  const filled = invitationOf(state, option.slot, bodyHtml);
  try {
    await host.write(filled);
  } catch (error) {
    // The host has put back what was there; the memory follows.
    await host.writeProperty(writeProperty(before));
    throw error;
  }
  await host.writeProperty(writeProperty(after));
  const { chain } = seriesOf(state);
  plan.change({
    form: filled,
    property: after,
    undo: { form, filled, property: before, chain },
    screen: 'done',
    done: {
      how: 'inserted',
      series: seriesOf(state),
      option,
      teamsLink: hasJoinLink(bodyHtml),
      moves: { applied: 0, waiting: state.moves.size, failed: 0, attendees: attendeesOf(state) },
    },
  });
}

/** Keeps the dates that were planned, and the alternatives that were taken, with the series; answers whether it could. */
export async function keepPlanned(
  plan: Plan,
  option: PlanOption,
  known: Pick<CalendarSeries, 'eventId' | 'joinUrl'>,
  applied: ReadonlySet<number> = new Set(),
): Promise<boolean> {
  const state = plan.state.get();
  const link: CalendarSeries = {
    ...known,
    organiser: state.me?.id ?? '',
    minutes: seriesOf(state).minutes,
    starts: option.slot.occurrences.flatMap(({ start }) => (start === null ? [] : [start])),
    alternatives: option.slot.occurrences.flatMap(({ start, repair }) =>
      start !== null && repair !== undefined && state.moves.has(start)
        ? [
            {
              original: start,
              start: repair.start,
              state: applied.has(start) ? 'applied' : 'chosen',
            } as const,
          ]
        : [],
    ),
  };
  const keep = (): Promise<boolean> =>
    attempt(
      plan,
      'keep',
      async () => {
        const [paid] = await paidFor(requestOf(state), [option]);
        await keepSeries(plan, withLink(seriesOf(plan.state.get()), { ...link, ...(paid && { paid }) }));
      },
      () => void keep(),
    );
  return keep();
}

/** A form filled twice is one calendar series: what was never on the calendar is replaced. */
function withLink(series: Series, link: CalendarSeries): Series {
  const last = series.chain.at(-1);
  const replaces = last !== undefined && last.eventId === undefined && last.organiser === link.organiser;
  return { ...series, chain: [...(replaces ? series.chain.slice(0, -1) : series.chain), link] };
}

export function propertyAfter(state: PlanState, slot: RankedSlot): ItemProperty {
  const series = seriesOf(state);
  const keys = keyPeople(series);
  return readProperty(
    writeProperty({
      series: series.id,
      subject: series.title,
      recurrence: recurrenceMark(recurrenceOf(series, slot)),
      agenda: agendaMark(state.agenda),
      ...(keys !== undefined && { keys }),
      // An unanswered creation may have gone through: repeating it must stay harmless.
      ...(state.property.transaction !== undefined && { transaction: state.property.transaction }),
    }),
  );
}
