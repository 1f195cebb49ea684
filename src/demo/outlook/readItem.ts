import { msOf, type Appointment, type Person } from './appointment';
import { toOfficeRecurrence } from './officeRecurrence';

/** An appointment that is only read, as Outlook hands it out when the pane opens (names of Office.js 1.1.110 on the web). */
export type ReadItemData = ReturnType<typeof readItemData>;

const toOffice = ({ name, mail }: Person) => ({ address: mail, name });

/** Everything but the body, which is asked for. Times are milliseconds. */
export function readItemData(form: Appointment, organiser: Person) {
  const state = form.get();
  return {
    id: state.eventId ?? '',
    itemClass: 'IPM.Appointment',
    subject: state.subject,
    normalizedSubject: state.subject,
    start: msOf(state.start, state.zone),
    end: msOf(state.end, state.zone),
    location: state.location,
    organizer: toOffice(organiser),
    to: state.required.map(toOffice),
    cc: state.optional.map(toOffice),
    seriesId: state.seriesId ?? null,
    recurrence: toOfficeRecurrence(state),
  };
}
