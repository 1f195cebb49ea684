import type { Series } from '../../domain/rhythm/series';
import type { RankedSlot } from '../../domain/slots/types';
import type { Attendee, Recurrence } from '../ports/calendar';
import type { AppointmentForm } from '../ports/composeHost';
import { recurrenceMark } from './itemProperty';
import type { OverwriteQuestion } from './planView';
import { agendaMark } from './agendaMark';
import { type PlanState, seriesOf } from './planState';

/** What inserting writes into the form; people typed by hand who are in no roster stay. */
export function invitationOf(state: PlanState, slot: RankedSlot, bodyHtml: string): AppointmentForm {
  const series = seriesOf(state);
  return {
    subject: series.title,
    bodyHtml,
    start: slot.start,
    end: slot.start + series.minutes * 60_000,
    attendees: attendeesWith(series, state.form?.attendees ?? [], state.me?.mail),
    recurrence: recurrenceOf(series, slot),
  };
}

/** Key people are required, optional ones optional, informed ones not invited; the organiser is nobody's attendee. */
export function attendeesWith(
  series: Series,
  present: readonly Attendee[],
  organiser: string | undefined,
): readonly Attendee[] {
  const roster = new Set(series.people.map(({ mail }) => mail));
  const ours = series.people.flatMap(({ mail, name, role }): Attendee[] =>
    role === 'informed' || mail === organiser
      ? []
      : [{ mail, name, type: role === 'key' ? 'required' : 'optional' }],
  );
  return [...ours, ...present.filter(({ mail }) => !roster.has(mail.toLowerCase()))];
}

export function recurrenceOf(series: Series, { pattern }: RankedSlot): Recurrence | undefined {
  if (pattern === undefined) return undefined;
  return {
    every: series.every,
    times: series.times,
    weekday: pattern.weekday,
    ...(pattern.nth !== undefined && { nth: pattern.nth }),
  };
}

/** What a person typed by hand and writing would replace, or an event it would double; undefined when there is nothing to ask. */
export function overwriteQuestion(
  state: PlanState,
  form: AppointmentForm,
  slot: RankedSlot,
  agendaInBody: PlanState['agenda'] | undefined,
  then: OverwriteQuestion['then'],
): OverwriteQuestion | undefined {
  const { property } = state;
  const series = seriesOf(state);
  const fields: OverwriteQuestion['fields'][number][] = [];
  const subject = form.subject.trim();
  if (subject !== '' && subject !== series.title && subject !== property.subject) fields.push('subject');
  const mark = recurrenceMark(form.recurrence);
  const ours = mark === property.recurrence || mark === recurrenceMark(recurrenceOf(series, slot));
  if (form.recurrence !== undefined && !ours) fields.push('recurrence');
  const inBody = agendaInBody && agendaMark(agendaInBody);
  const known = [property.agenda, state.agendaSeen, agendaMark(state.agenda)];
  if (inBody !== undefined && !known.includes(inBody)) fields.push('agenda');
  const again = then === 'create' && state.savedId !== undefined;
  if (fields.length === 0 && !again) return undefined;
  return { then, fields, ...(again && { again }), ...(subject !== '' && { subject }) };
}
