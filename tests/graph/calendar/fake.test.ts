// CC1 to CC12: tests/contracts/calendarContract.ts
import { calendarContract } from '../../contracts/calendarContract';
import { fakeCalendar } from '../../support/fakes/fakeCalendar';

calendarContract('the fake', () => {
  const now = Date.UTC(2026, 10, 23, 9);
  const monday = Date.UTC(2026, 10, 30, 8);
  const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '18:00' }));
  const calendar = fakeCalendar({
    'ana@valdeolmo.example': { busy: [] },
    'bruno@valdeolmo.example': {
      busy: [{ from: monday, until: monday + 3_600_000, status: 'busy' }],
      hours: { zone: 'Europe/Madrid', windows: weekdays },
    },
    'carla@valdeolmo.example': { busy: [{ from: 0, until: 1, status: 'oof' }] },
  });
  let keys = 0;
  return Promise.resolve({
    calendar,
    now,
    zone: 'Europe/Madrid',
    me: 'ana@valdeolmo.example',
    colleagues: ['bruno@valdeolmo.example', 'carla@valdeolmo.example'] as const,
    nobody: 'nadie@valdeolmo.example',
    newKey: () => `key-${++keys}`,
    beforeNextWrite(eventId: string, html: string) {
      calendar.beforeNextWrite(() => {
        const event = calendar.events.get(eventId);
        if (event !== undefined) event.bodyHtml = html;
      });
    },
    mails: (eventId: string) => Promise.resolve(calendar.events.get(eventId)?.mails ?? 0),
    close: () => Promise.resolve(),
  });
});
