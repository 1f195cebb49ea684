import type { Attendee } from '../../app/ports/calendar';
import type { AppointmentForm } from '../../app/ports/composeHost';
import type { ZoneName } from '../../domain/time/types';
import type { Ask } from './calls';
import { type OfficeSeries, readSeries } from './recurrence';

/** What the fields are read and written with. */
export type Fields = {
  readonly office: typeof Office;
  readonly item: Office.AppointmentCompose;
  readonly ask: Ask;
  /** The mailbox's zone. */
  readonly zone: ZoneName;
  /** Its name as Outlook writes it. */
  readonly zoneName: string;
  readonly ianaOf: (name: string) => ZoneName | undefined;
};

/** The form with the repetition as Outlook itself tells it, so that another one than ours can be put back. */
export type RawForm = { readonly form: AppointmentForm; readonly series: OfficeSeries | undefined };

export async function readForm(fields: Fields): Promise<RawForm> {
  const { item, ask } = fields;
  const [subject, bodyHtml, attendees, times] = await Promise.all([
    ask<string>((done) => item.subject.getAsync(done)),
    ask<string>((done) => item.body.getAsync(fields.office.CoercionType.Html, done)),
    readAttendees(fields),
    readTimes(fields),
  ]);
  const { series, ...when } = times;
  return { form: { subject, bodyHtml, attendees, ...when }, series };
}

type Times = Pick<AppointmentForm, 'start' | 'end' | 'recurrence'> & {
  readonly series: OfficeSeries | undefined;
};

/** Of a series the times are those of its repetition: on Windows `start` and `end` do not tell them (facts of 2026-11). */
export async function readTimes(fields: Fields): Promise<Times> {
  const { item, ask } = fields;
  const [start, end, series] = await Promise.all([
    ask<Date>((done) => item.start.getAsync(done)),
    ask<Date>((done) => item.end.getAsync(done)),
    ask<OfficeSeries | null>((done) => item.recurrence.getAsync(done as never)),
  ]);
  const single = { start: start.getTime(), end: end.getTime() };
  if (!series) return { ...single, recurrence: undefined, series: undefined };
  if (isOccurrence(item)) return { ...single, recurrence: 'other', series };
  const name = series.recurrenceTimeZone?.name;
  const zone = (name === undefined ? undefined : fields.ianaOf(String(name))) ?? fields.zone;
  return { ...readSeries(series, zone), series };
}

/** One date of a series is open, not the series. */
export const isOccurrence = ({ seriesId }: Office.AppointmentCompose): boolean =>
  typeof seriesId === 'string' && seriesId !== '';

export async function readAttendees({ item, ask }: Fields): Promise<readonly Attendee[]> {
  const people = (from: Office.Recipients, type: Attendee['type']) =>
    ask<Office.EmailAddressDetails[]>((done) => from.getAsync(done)).then((list) =>
      list.map(({ emailAddress, displayName }) => ({
        mail: emailAddress,
        name: displayName || emailAddress,
        type,
      })),
    );
  const [required, optional] = await Promise.all([
    people(item.requiredAttendees, 'required'),
    people(item.optionalAttendees, 'optional'),
  ]);
  return [...required, ...optional];
}
