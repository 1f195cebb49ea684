// LC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { seriesCalendarContract } from '../contracts/seriesCalendarContract';
import { type Bed, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { valuesOf } from '../demo/graph/teamsBed';

let key = 0;

const of = (bed: Bed, short: string) =>
  createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(short),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
  });

seriesCalendarContract('the emulator', async () => {
  const bed = await openBed({ log: LOG });
  const { calendar, seriesCalendar } = of(bed, 'm01');
  return {
    series: seriesCalendar,
    calendar,
    now: bed.clock.now,
    zone: 'Europe/Madrid',
    colleagues: [bed.person('m02').mail, bed.person('s01').mail] as const,
    newKey: () => `key-${key++}`,
    mails: (eventId) => Promise.resolve(bed.emulator.mails(bed.person('m01').id, eventId)),
    async colleague(eventId) {
      const uid = String((await bed.call('m01', 'GET', `/me/events/${eventId}`)).body['iCalUId']);
      const { body } = await bed.call('s01', 'GET', `/me/events?$filter=iCalUId eq '${uid}'&$top=10`);
      return { series: of(bed, 's01').seriesCalendar, id: String(valuesOf(body)[0]?.['id']) };
    },
    async entries(subject) {
      const { body } = await bed.call('m01', 'GET', `/me/events?$filter=subject eq '${subject}'&$top=10`);
      for (const one of valuesOf(body))
        expect(one).toMatchObject({ showAs: 'free', isReminderOn: false, attendees: [] });
      return valuesOf(body).length;
    },
    close: () => bed.close(),
  };
});

schemaCheck();
