import type { Attendee, NewEvent, Recurrence } from '../../app/ports/calendar';
import { localTime } from '../../domain/time/calendarDays';
import { zonedStretch } from './dateTimes';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const INDEX = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const;

/** A new event as the service takes it. Only fields of the pattern's type go out: the service checks all it gets. */
export function eventBodyOf(event: NewEvent, transactionId: string): Readonly<Record<string, unknown>> {
  const { subject, bodyHtml, start, minutes, zone, recurrence, teamsMeeting } = event;
  const stretch = zonedStretch({ from: start, until: start + minutes * 60_000 }, zone);
  return {
    subject,
    body: { contentType: 'html', content: bodyHtml },
    ...stretch,
    attendees: event.attendees.map(attendeeBodyOf),
    ...(recurrence && {
      recurrence: {
        pattern: patternOf(recurrence),
        range: {
          type: 'numbered',
          startDate: localTime(start, zone).day,
          numberOfOccurrences: recurrence.times,
          recurrenceTimeZone: stretch.start.timeZone,
        },
      },
    }),
    ...(teamsMeeting && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
    transactionId,
  };
}

function attendeeBodyOf({ mail, name, type }: Attendee) {
  return { type, emailAddress: { address: mail, name } };
}

function patternOf({ every, weekday, nth }: Recurrence) {
  const daysOfWeek = [DAYS[weekday - 1]];
  if (nth !== undefined) return { type: 'relativeMonthly', interval: every, daysOfWeek, index: INDEX[nth] };
  // Sent although it has a default: with an interval above one it decides which weeks count.
  return { type: 'weekly', interval: every, daysOfWeek, firstDayOfWeek: 'monday' };
}
