// GE6 to GE10: src/graph/SPEC.md
import { cancellable } from '../../../src/app/cancel';
import type { NewEvent } from '../../../src/app/ports/calendar';
import { instantOf } from '../../../src/domain/time/calendarDays';
import { createCalendar } from '../../../src/graph/calendar/calendar';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const KEY = '5f0c2a7e-0d0f-4a6d-9d3a-111122223333';
const EVENT: NewEvent = {
  subject: 'Semanal de Marketing y Ventas',
  bodyHtml: '<p>Orden del día</p>',
  start: instantOf('2026-12-01', '17:15', 'Europe/Madrid'),
  minutes: 35,
  zone: 'Europe/Madrid',
  attendees: [
    { mail: 'bruno@valdeolmo.example', name: 'Bruno', type: 'required' },
    { mail: 'carla@valdeolmo.example', name: 'Carla', type: 'optional' },
  ],
  recurrence: { every: 2, times: 12, weekday: 2 },
  teamsMeeting: true,
};
const CREATED = {
  id: 'AAMk=/+1',
  iCalUId: '040000',
  webLink: 'https://outlook.office365.com/owa/?itemid=1',
  onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' },
};

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  return { calendar: createCalendar(graph, timing), fetch, timing };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;
const utc = (instant: number) => ({
  dateTime: new Date(instant).toISOString().slice(0, 23) + '0000',
  timeZone: 'UTC',
});

describe('GE6 creating', () => {
  test('GE6 what is sent: the wall clock under its Windows name, the pattern, the key', async () => {
    const { calendar, timing, fetch } = open(() => json(CREATED, 201));
    const made = await timing.settle(calendar.create(EVENT, KEY, NEVER));
    expect(made).toEqual({
      id: CREATED.id,
      iCalUId: CREATED.iCalUId,
      webLink: CREATED.webLink,
      joinUrl: CREATED.onlineMeeting.joinUrl,
    });
    expect(fetch.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /me/events']);
    expect(bodyOf(fetch.seen[0])).toEqual({
      subject: EVENT.subject,
      body: { contentType: 'html', content: EVENT.bodyHtml },
      start: { dateTime: '2026-12-01T17:15:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-12-01T17:50:00', timeZone: 'Romance Standard Time' },
      attendees: [
        { type: 'required', emailAddress: { address: 'bruno@valdeolmo.example', name: 'Bruno' } },
        { type: 'optional', emailAddress: { address: 'carla@valdeolmo.example', name: 'Carla' } },
      ],
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'numbered',
          startDate: '2026-12-01',
          numberOfOccurrences: 12,
          recurrenceTimeZone: 'Romance Standard Time',
        },
      },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: KEY,
    });
  });

  test('GE6 monthly patterns carry their own fields only; a single meeting without Teams carries neither', async () => {
    const { calendar, timing, fetch } = open(() => json(CREATED, 201));
    const monthly = { every: 1, times: 6, weekday: 4, nth: 'last' } as const;
    await timing.settle(calendar.create({ ...EVENT, recurrence: monthly }, KEY, NEVER));
    expect(bodyOf(fetch.seen[0])['recurrence']).toMatchObject({
      pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'last' },
    });
    expect(fetch.seen[0]?.body).not.toContain('firstDayOfWeek');
    const { recurrence: _, ...single } = EVENT;
    await timing.settle(calendar.create({ ...single, teamsMeeting: false }, KEY, NEVER));
    expect(Object.keys(bodyOf(fetch.seen[1]))).not.toEqual(expect.arrayContaining(['recurrence']));
    expect(fetch.seen[1]?.body).not.toContain('nlineMeeting');
  });

  test('GE6 after a lost answer it is sent again under the same key', async () => {
    const { calendar, timing, fetch } = open((_, nth) => (nth === 1 ? 'cut' : json(CREATED, 201)));
    await timing.settle(calendar.create(EVENT, KEY, NEVER));
    expect(fetch.seen.map((seen) => bodyOf(seen)['transactionId'])).toEqual([KEY, KEY]);
  });

  test('GE6 a conflict that names the event made before is that event; another one is a conflict', async () => {
    const conflict = graphError(
      409,
      'ErrorDuplicateTransactionId',
      {},
      { '@event.existingEventId': 'AAMk=old' },
    );
    const { calendar, timing, fetch } = open((seen) =>
      seen.method === 'POST' ? conflict : json({ ...CREATED, id: 'AAMk=old' }),
    );
    expect((await timing.settle(calendar.create(EVENT, KEY, NEVER))).id).toBe('AAMk=old');
    expect(fetch.seen[1]?.path).toMatch(/^\/me\/events\/AAMk=old\?/);
    const other = open(() => graphError(409, 'ErrorConflict'));
    expect(await failureOf(other.timing.settle(other.calendar.create(EVENT, KEY, NEVER)))).toEqual({
      kind: 'conflict',
    });
  });

  test('GE6 a zone that Windows has no name for is refused before anything is sent', async () => {
    const { calendar, timing, fetch } = open(() => json(CREATED, 201));
    const nowhere = calendar.create({ ...EVENT, zone: 'Antarctica/Troll' }, KEY, NEVER);
    expect(await failureOf(timing.settle(nowhere))).toEqual({ kind: 'refused', code: 'unknown-zone' });
    expect(fetch.seen).toHaveLength(0);
  });

  test.each([
    ['consent', graphError(403, 'ErrorAccessDenied'), { kind: 'consent', tier: 'plan' }],
    [
      'refused',
      graphError(400, 'ErrorInvalidRecipients'),
      { kind: 'refused', code: 'ErrorInvalidRecipients' },
    ],
    ['malformed', json({ iCalUId: 'x' }, 201), { kind: 'malformed' }],
    [
      'throttled',
      graphError(429, 'ApplicationThrottled', { 'retry-after': '600' }),
      { kind: 'throttled', retryAfterMs: 600_000 },
    ],
  ])('GE6 %s', async (_, answer, failure) => {
    const { calendar, timing } = open(() => answer.clone());
    expect(await failureOf(timing.settle(calendar.create(EVENT, KEY, NEVER)))).toEqual(failure);
  });
});

describe('GE7 the address of the Teams meeting', () => {
  const late = { ...CREATED, onlineMeeting: null };

  test('GE7 is read again until it is there', async () => {
    const { calendar, timing, fetch } = open((_, nth) => json(nth < 3 ? late : CREATED));
    expect((await timing.settle(calendar.create(EVENT, KEY, NEVER))).joinUrl).toBe(
      CREATED.onlineMeeting.joinUrl,
    );
    expect(fetch.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  test('GE7 is left out when it does not come in time', async () => {
    const { calendar, timing, fetch } = open(() => json(late));
    const started = timing.now();
    expect(await timing.settle(calendar.create(EVENT, KEY, NEVER))).not.toHaveProperty('joinUrl');
    expect(fetch.seen).toHaveLength(5);
    expect(timing.now() - started).toBeLessThan(20_000);
  });

  test('GE7 waiting for it can be cancelled', async () => {
    const cancel = cancellable();
    const { calendar, timing } = open(() => json(late));
    const work = calendar.create(EVENT, KEY, cancel);
    const failed = failureOf(work);
    await timing.until(timing.now() + 300);
    cancel.cancel();
    expect(await failed).toEqual({ kind: 'cancelled' });
  });
});

describe('GE8 reading', () => {
  test('GE8 an event with all that matters; rooms are no people, plain text becomes HTML', async () => {
    const { calendar, timing, fetch } = open(() =>
      json({
        ...CREATED,
        subject: null,
        body: { contentType: 'text', content: 'a < b\r\nc' },
        isOrganizer: true,
        start: utc(EVENT.start),
        end: utc(EVENT.start + 35 * 60_000),
        attendees: [
          { type: 'required', emailAddress: { address: 'Bruno@Valdeolmo.example', name: 'Bruno' } },
          { type: 'Optional', emailAddress: { address: 'carla@valdeolmo.example' } },
          { type: 'resource', emailAddress: { address: 'sala@valdeolmo.example' } },
          { type: 'required', emailAddress: {} },
        ],
        unknownField: 1,
      }),
    );
    expect(await timing.settle(calendar.read('AAMk=/+1', NEVER))).toEqual({
      id: CREATED.id,
      iCalUId: CREATED.iCalUId,
      webLink: CREATED.webLink,
      joinUrl: CREATED.onlineMeeting.joinUrl,
      subject: '',
      bodyHtml: 'a &lt; b<br>c',
      isOrganiser: true,
      start: EVENT.start,
      end: EVENT.start + 35 * 60_000,
      attendees: [
        { mail: 'bruno@valdeolmo.example', name: 'Bruno', type: 'required' },
        { mail: 'carla@valdeolmo.example', name: 'carla@valdeolmo.example', type: 'optional' },
      ],
    });
    expect(new URL(fetch.seen[0]?.url ?? '').pathname).toBe('/v1.0/me/events/AAMk%3D%2F%2B1');
    expect(fetch.seen[0]?.headers.get('prefer')).toContain('outlook.timezone="UTC"');
  });

  const window = { from: Date.UTC(2026, 11, 1), until: Date.UTC(2027, 0, 1) };
  const start = Date.UTC(2026, 11, 8, 16);

  test('GE8 occurrences page by page, moved ones under their original start', async () => {
    const next = 'https://graph.example/v1.0/me/events/m/instances?$skiptoken=2';
    const { calendar, timing, fetch } = open((_, nth) =>
      nth === 1
        ? json({
            value: [{ id: 'a', type: 'occurrence', start: utc(start), end: utc(start + 60_000) }],
            '@odata.nextLink': next,
          })
        : json({
            value: [
              {
                id: 'b',
                type: 'exception',
                originalStart: '2026-12-15T16:00:00Z',
                start: utc(start),
                end: utc(start + 60_000),
              },
            ],
          }),
    );
    expect(await timing.settle(calendar.occurrences('m', window, NEVER))).toEqual([
      { id: 'a', original: start, start, end: start + 60_000 },
      { id: 'b', original: Date.UTC(2026, 11, 15, 16), start, end: start + 60_000 },
    ]);
    expect(fetch.seen[0]?.path).toContain(
      'startDateTime=2026-12-01T00:00:00.000Z&endDateTime=2027-01-01T00:00:00.000Z',
    );
    expect(fetch.seen[1]?.headers.get('prefer')).toContain('UTC');
  });

  test('GE8 a moved one that does not tell its original start is malformed', async () => {
    const moved = { id: 'b', type: 'exception', start: utc(start), end: utc(start) };
    const { calendar, timing } = open(() => json({ value: [moved] }));
    expect(await failureOf(timing.settle(calendar.occurrences('m', window, NEVER)))).toEqual({
      kind: 'malformed',
    });
  });
});

describe('GE9 moving an occurrence', () => {
  const from = Date.UTC(2026, 11, 8, 16);
  const to = { from: from + 3_600_000, until: from + 2 * 3_600_000 };

  function occurrence(
    fault: (seen: Seen, patches: number) => ReturnType<Script> | undefined = () => undefined,
  ) {
    let place = { start: utc(from), end: utc(from + 3_600_000) };
    let patches = 0;
    const opened = open((seen) => {
      if (seen.method === 'GET') return json(place);
      const instead = fault(seen, ++patches);
      if (instead !== undefined && instead !== 'cut') return instead;
      if (instead !== 'cut' || patches > 1) place = { start: utc(to.from), end: utc(to.until) };
      return instead ?? json({ id: 'o' });
    });
    return {
      ...opened,
      patches: () => patches,
      arrive: () => (place = { start: utc(to.from), end: utc(to.until) }),
    };
  }

  test('GE9 goes out on the wall clock of the zone', async () => {
    const { calendar, timing, fetch } = occurrence();
    await timing.settle(calendar.moveOccurrence('o', to, 'Europe/Madrid', NEVER));
    expect(bodyOf(fetch.seen[1])).toEqual({
      start: { dateTime: '2026-12-08T18:00:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-12-08T19:00:00', timeZone: 'Romance Standard Time' },
    });
  });

  test('GE9 one that stands already is not sent', async () => {
    const { calendar, timing, patches, arrive } = occurrence();
    arrive();
    await timing.settle(calendar.moveOccurrence('o', to, 'Europe/Madrid', NEVER));
    expect(patches()).toBe(0);
  });

  test('GE9 a lost answer of a move that arrived mails nobody twice; one that did not arrive is sent once more', async () => {
    const arrived = occurrence((_, nth) => {
      if (nth === 1) arrived.arrive();
      return nth === 1 ? 'cut' : undefined;
    });
    await arrived.timing.settle(arrived.calendar.moveOccurrence('o', to, 'Europe/Madrid', NEVER));
    expect(arrived.patches()).toBe(1);
    const lost = occurrence((_, nth) => (nth === 1 ? 'cut' : undefined));
    await lost.timing.settle(lost.calendar.moveOccurrence('o', to, 'Europe/Madrid', NEVER));
    expect(lost.patches()).toBe(2);
  });

  test('GE9 whoever may not move it hears so at once', async () => {
    const { calendar, timing, patches } = occurrence(() => graphError(403, 'ErrorAccessDenied'));
    expect(await failureOf(timing.settle(calendar.moveOccurrence('o', to, 'Europe/Madrid', NEVER)))).toEqual({
      kind: 'denied',
    });
    expect(patches()).toBe(1);
  });
});

describe('GE10 merging bodies', () => {
  const JOIN = '<div><a href="https://teams.microsoft.com/l/meetup-join/1">Unirse</a></div>';

  function stored(
    fault: (patches: number, write: (html: string) => void) => ReturnType<Script> | undefined = () =>
      undefined,
  ) {
    let html = JOIN;
    let version = 1;
    let patches = 0;
    const write = (content: string) => {
      html = content;
      version++;
    };
    const opened = open((seen) => {
      if (seen.method === 'GET')
        return json({ '@odata.etag': `W/"v${version}"`, body: { contentType: 'html', content: html } });
      const instead = fault(++patches, write);
      if (instead !== undefined) return instead;
      if (seen.headers.get('if-match') !== `W/"v${version}"`)
        return graphError(412, 'ErrorIrresolvableConflict');
      write((bodyOf(seen)['body'] as { content: string }).content);
      return json({ id: 'e' });
    });
    return { ...opened, html: () => html, patches: () => patches };
  }
  const append = (html: string) => (html.includes('Orden') ? html : `<p>Orden</p>${html}`);

  test('GE10 the rest of the body stays', async () => {
    const { calendar, timing, html } = stored();
    await timing.settle(calendar.mergeBody('e', append, NEVER));
    expect(html()).toBe(`<p>Orden</p>${JOIN}`);
  });

  test.each([412, 409])('GE10 %s: what somebody wrote between is read and kept', async (status) => {
    const { calendar, timing, html, patches } = stored((nth, write) => {
      if (nth > 1) return undefined;
      write(`${JOIN}<p>De Bruno</p>`);
      return graphError(status, 'ErrorIrresolvableConflict');
    });
    await timing.settle(calendar.mergeBody('e', append, NEVER));
    expect(html()).toBe(`<p>Orden</p>${JOIN}<p>De Bruno</p>`);
    expect(patches()).toBe(2);
  });

  test('GE10 somebody who never stops writing is a conflict in the end', async () => {
    const { calendar, timing, patches } = stored(() => graphError(412, 'ErrorIrresolvableConflict'));
    expect(await failureOf(timing.settle(calendar.mergeBody('e', append, NEVER)))).toEqual({
      kind: 'conflict',
    });
    expect(patches()).toBe(5);
  });

  test('GE10 after a lost answer it is written once', async () => {
    const { calendar, timing, html } = stored((nth, write) => {
      if (nth > 1) return undefined;
      write(append(JOIN));
      return 'cut';
    });
    await timing.settle(calendar.mergeBody('e', append, NEVER));
    expect(html()).toBe(`<p>Orden</p>${JOIN}`);
  });

  test('GE10 a merge that changes nothing writes nothing; one that throws does so unchanged', async () => {
    const { calendar, timing, patches } = stored();
    await timing.settle(calendar.mergeBody('e', (html) => html, NEVER));
    const bug = new Error('bug');
    const work = calendar.mergeBody(
      'e',
      () => {
        throw bug;
      },
      NEVER,
    );
    await expect(timing.settle(work)).rejects.toBe(bug);
    expect(patches()).toBe(0);
  });
});
