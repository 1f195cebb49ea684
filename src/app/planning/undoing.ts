import type { Series } from '../../domain/rhythm/series';
import type { Attendee } from '../ports/calendar';
import type { AppointmentForm } from '../ports/composeHost';
import { attempt } from './attempt';
import { writeProperty } from './itemProperty';
import { keepSeries } from './keeping';
import { type Plan, seriesOf } from './planState';

/** Brings the form back to what it was before inserting; what a person wrote since then stays. */
export async function undo(plan: Plan): Promise<void> {
  const { host } = plan.ports;
  const { undo: before } = plan.state.get();
  if (host === undefined || before === undefined) return;
  plan.change({ working: 'undoing', notice: undefined });
  const done = await attempt(
    plan,
    'undo',
    async () => {
      const now = await host.read();
      const form = await undone(before.form, before.filled, now);
      await host.write(form);
      await host.writeProperty(writeProperty(before.property));
      plan.change({ form, property: before.property, undo: undefined, screen: 'slots' });
      plan.change({ notice: { kind: 'undone' } });
    },
    () => void undo(plan),
  );
  if (done) await forgetPlanned(plan, before.chain);
  plan.change({ working: undefined });
}

/** The dates were never on the calendar: the series forgets them. */
async function forgetPlanned(plan: Plan, chain: Series['chain']): Promise<void> {
  const again = (): void => void forgetPlanned(plan, chain);
  await attempt(
    plan,
    'keep',
    async () => void (await keepSeries(plan, { ...seriesOf(plan.state.get()), chain })),
    again,
  );
}

/** What was there before, with what a person changed since the filling. */
export async function undone(
  before: AppointmentForm,
  filled: AppointmentForm,
  now: AppointmentForm,
): Promise<AppointmentForm> {
  const added = without(now.attendees, filled.attendees);
  return {
    ...before,
    subject: now.subject.trim() === filled.subject.trim() ? before.subject : now.subject,
    attendees: [...before.attendees, ...without(added, before.attendees)],
    bodyHtml: await undoneBody(before.bodyHtml, filled.bodyHtml, now.bodyHtml),
  };
}

/** Hosts write addresses in their own case. */
function without(people: readonly Attendee[], others: readonly Attendee[]): readonly Attendee[] {
  const known = new Set(others.map(({ mail }) => mail.toLowerCase()));
  return people.filter(({ mail }) => !known.has(mail.toLowerCase()));
}

/** Our block goes, or becomes the one that stood there; a host that writes bodies in its own way is no difference. */
async function undoneBody(before: string, filled: string, now: string): Promise<string> {
  const { agendaFromHtml, agendaToHtml, insertAgenda } = await import('../../domain/agenda/html');
  if (now === filled) return before;
  const agenda = agendaFromHtml(before);
  return insertAgenda(now, agenda === undefined ? '' : agendaToHtml(agenda));
}
