// CC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { calendarContract } from '../contracts/calendarContract';
import { openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';

let key = 0;

calendarContract('the emulator', async () => {
  const bed = await openBed({ log: LOG });
  let rival: (() => Promise<unknown>) | undefined;
  const { calendar } = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity('m01'),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: async (url, init) => {
      if (init.method === 'PATCH' && rival !== undefined) {
        const write = rival;
        rival = undefined;
        await write();
      }
      return fetch(url, init);
    },
  });
  return {
    calendar,
    now: bed.clock.now,
    zone: 'Europe/Madrid',
    me: bed.person('m01').mail,
    colleagues: [bed.person('m02').mail, bed.person('s01').mail] as const,
    nobody: 'nadie@valdeolmo.example',
    newKey: () => `key-${key++}`,
    beforeNextWrite(eventId, html) {
      rival = () =>
        bed.call('m01', 'PATCH', `/me/events/${eventId}`, { body: { contentType: 'html', content: html } });
    },
    mails: (eventId) => Promise.resolve(bed.emulator.mails(bed.person('m01').id, eventId)),
    close: () => bed.close(),
  };
});

schemaCheck();
