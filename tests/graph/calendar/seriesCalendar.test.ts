// GS1 to GS8: src/graph/SPEC.md
import type { Attendee } from '../../../src/app/ports/calendar';
import { createSeriesCalendar } from '../../../src/graph/calendar/seriesCalendar';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
  return { series: createSeriesCalendar(graph, timing), fetch, timing, sent };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;
const utc = (dateTime: string) => ({ dateTime: `${dateTime}.0000000`, timeZone: 'UTC' });

/** As the service tells a weekly on Tuesdays at 17:15 in Madrid: every field filled. */
const EVENT = {
  isOrganizer: true,
  start: utc('2026-12-01T16:15:00'),
  end: utc('2026-12-01T16:50:00'),
  originalStartTimeZone: 'Romance Standard Time',
  recurrence: {
    pattern: {
      type: 'weekly',
      interval: 2,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: ['tuesday'],
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: 'numbered',
      startDate: '2026-12-01',
      endDate: '0001-01-01',
      recurrenceTimeZone: 'Romance Standard Time',
      numberOfOccurrences: 12,
    },
  },
};
const reading =
  (event: object, change: Script = () => json({})): Script =>
  (seen, nth) =>
    seen.method !== 'GET'
      ? change(seen, nth)
      : json(seen.path.includes('/instances') ? { value: [{ id: 'one' }] } : event);

describe('GS1 each change mails everybody', () => {
  test('GS1 what stands already is not sent', async () => {
    const { series, timing, sent } = open(reading(EVENT));
    await timing.settle(series.resize('E/1', 35, NEVER));
    expect(sent()).toEqual(['GET /me/events/E/1']);
  });

  test('GS1 after a lost answer it is looked at before it is sent once more', async () => {
    let done = false;
    const lost = open((seen) => {
      if (seen.method === 'GET')
        return json({ ...EVENT, end: done ? utc('2026-12-01T16:40:00') : EVENT.end });
      done = true;
      return 'cut';
    });
    await lost.timing.settle(lost.series.resize('E', 25, NEVER));
    expect(lost.sent()).toEqual(['GET /me/events/E', 'PATCH /me/events/E', 'GET /me/events/E']);
  });

  test('GS1 what never goes through fails after the second time', async () => {
    const { series, timing, sent } = open(reading(EVENT, () => 'cut'));
    expect(await failureOf(timing.settle(series.resize('E', 25, NEVER)))).toEqual({ kind: 'offline' });
    expect(sent().filter((one) => one.startsWith('PATCH'))).toHaveLength(2);
  });

  test('GS1 a wait that is too long is told, and nothing was sent twice', async () => {
    const slow = () => graphError(429, 'ApplicationThrottled', { 'retry-after': '600' });
    const { series, timing, sent } = open(reading(EVENT, slow));
    const failure = await failureOf(timing.settle(series.endBefore('E', '2027-01-05', NEVER)));
    expect(failure).toEqual({ kind: 'throttled', retryAfterMs: 600_000 });
    expect(sent().filter((one) => one.startsWith('PATCH'))).toHaveLength(1);
  });
});

test('GS2 somebody else’s series is denied before anything is sent', async () => {
  const { series, timing, sent } = open(reading({ ...EVENT, isOrganizer: false, attendees: [] }));
  const a: Attendee = { mail: 'a@valdeolmo.example', name: 'A', type: 'required' };
  for (const work of [
    () => series.resize('E', 25, NEVER),
    () => series.endBefore('E', '2027-01-05', NEVER),
    () => series.invite('E', [a], NEVER),
    () => series.cancelOccurrence('E', '', NEVER),
  ])
    expect(await failureOf(timing.settle(work()))).toEqual({ kind: 'denied' });
  expect(sent().every((one) => one.startsWith('GET'))).toBe(true);
});

describe('GS3 cancelling', () => {
  test('GS3 everybody is told why', async () => {
    const { series, timing, fetch } = open(
      reading({ isOrganizer: true, isCancelled: false }, () => new Response(null, { status: 202 })),
    );
    await timing.settle(series.cancelOccurrence('O=', 'Es festivo', NEVER));
    const [, cancel] = fetch.seen;
    expect(`${cancel?.method} ${cancel?.path}`).toBe('POST /me/events/O=/cancel');
    expect(bodyOf(cancel)).toEqual({ Comment: 'Es festivo' });
  });

  test.each([
    ['gone', () => graphError(404, 'ErrorItemNotFound')],
    ['cancelled', () => json({ isOrganizer: true, isCancelled: true })],
  ])('GS3 one that is %s already is no mistake', async (_, answer) => {
    const { series, timing, sent } = open(answer);
    await timing.settle(series.cancelOccurrence('O', 'Es festivo', NEVER));
    expect(sent()).toEqual(['GET /me/events/O']);
  });

  test('GS3 a cancellation whose answer was lost is not sent again', async () => {
    let gone = false;
    const { series, timing, sent } = open((seen) => {
      if (seen.method === 'GET')
        return gone ? graphError(404, 'ErrorItemNotFound') : json({ isOrganizer: true });
      gone = true;
      return graphError(503, 'ErrorServerBusy');
    });
    await timing.settle(series.cancelOccurrence('O', '', NEVER));
    expect(sent().filter((one) => one.startsWith('POST'))).toHaveLength(1);
  });
});

describe('GS4 another length', () => {
  test('GS4 goes out on the wall clock of the series', async () => {
    const { series, timing, fetch } = open(reading(EVENT));
    await timing.settle(series.resize('E', 25, NEVER));
    expect(bodyOf(fetch.seen[1])).toEqual({
      start: { dateTime: '2026-12-01T17:15:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-12-01T17:40:00', timeZone: 'Romance Standard Time' },
    });
  });

  test('GS4 the event’s own zone serves where the repetition tells none, and an unknown clock is refused', async () => {
    const range = { ...EVENT.recurrence.range, recurrenceTimeZone: null };
    const untold = { ...EVENT, recurrence: { ...EVENT.recurrence, range } };
    const own = open(reading(untold));
    await own.timing.settle(own.series.resize('E', 25, NEVER));
    expect(bodyOf(own.fetch.seen[1])['start']).toMatchObject({ timeZone: 'Romance Standard Time' });
    const nobody = open(reading({ ...untold, originalStartTimeZone: 'Hora de Marte' }));
    expect(await failureOf(nobody.timing.settle(nobody.series.resize('E', 25, NEVER)))).toEqual({
      kind: 'refused',
      code: 'unknown-zone',
    });
    expect(nobody.sent()).toEqual(['GET /me/events/E']);
  });
});

describe('GS5 ending', () => {
  test('GS5 by the date before, with the fields of its type only', async () => {
    const { series, timing, fetch } = open(reading(EVENT));
    await timing.settle(series.endBefore('E', '2027-01-05', NEVER));
    expect(bodyOf(fetch.seen.at(-1))).toEqual({
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'endDate',
          startDate: '2026-12-01',
          endDate: '2027-01-04',
          recurrenceTimeZone: 'Romance Standard Time',
        },
      },
    });
  });

  test('GS5 monthly, with its weekday of the month', async () => {
    const pattern = { ...EVENT.recurrence.pattern, type: 'relativeMonthly', interval: 1, index: 'last' };
    const { series, timing, fetch } = open(
      reading({ ...EVENT, recurrence: { ...EVENT.recurrence, pattern } }),
    );
    await timing.settle(series.endBefore('E', '2027-01-05', NEVER));
    expect(bodyOf(fetch.seen.at(-1))['recurrence']).toMatchObject({
      pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'last' },
    });
    expect(fetch.seen.at(-1)?.body).not.toContain('dayOfMonth');
  });

  test('GS5 one that ends before already stays as it is', async () => {
    const range = { ...EVENT.recurrence.range, type: 'endDate', endDate: '2027-01-04' };
    const dated = open(reading({ ...EVENT, recurrence: { ...EVENT.recurrence, range } }));
    await dated.timing.settle(dated.series.endBefore('E', '2027-01-05', NEVER));
    expect(dated.sent()).toEqual(['GET /me/events/E']);
    const numbered = open((seen) => json(seen.path.includes('/instances') ? { value: [] } : EVENT));
    await numbered.timing.settle(numbered.series.endBefore('E', '2027-09-01', NEVER));
    expect(numbered.sent()).toEqual(['GET /me/events/E', 'GET /me/events/E/instances']);
  });

  test('GS5 one that would keep no date is cancelled, and one that is gone is no mistake', async () => {
    const { series, timing, sent } = open(reading(EVENT, () => new Response(null, { status: 202 })));
    await timing.settle(series.endBefore('E', '2026-12-01', NEVER));
    expect(sent()).toEqual(['GET /me/events/E', 'GET /me/events/E', 'POST /me/events/E/cancel']);
    const gone = open(() => graphError(404, 'ErrorItemNotFound'));
    await gone.timing.settle(gone.series.endBefore('E', '2026-12-01', NEVER));
    expect(gone.sent()).toEqual(['GET /me/events/E']);
  });

  test('GS5 a repetition that cannot be read is malformed, and nothing is written', async () => {
    const range = { ...EVENT.recurrence.range, startDate: 'soon' };
    const { series, timing, sent } = open(reading({ ...EVENT, recurrence: { ...EVENT.recurrence, range } }));
    expect(await failureOf(timing.settle(series.endBefore('E', '2027-01-05', NEVER)))).toEqual({
      kind: 'malformed',
    });
    expect(sent()).toEqual(['GET /me/events/E']);
  });
});

describe('GS6 who is invited', () => {
  const at = (address: string, type: string) => ({ type, emailAddress: { address, name: address } });
  const before = {
    isOrganizer: true,
    attendees: [
      at('Bruno@valdeolmo.example', 'required'),
      at('carla@valdeolmo.example', 'Optional'),
      at('sala@valdeolmo.example', 'resource'),
    ],
  };
  const bruno: Attendee = { mail: 'bruno@valdeolmo.example', name: 'Bruno', type: 'required' };
  const carla: Attendee = { mail: 'carla@valdeolmo.example', name: 'Carla', type: 'optional' };

  test('GS6 is written whole, and rooms stay', async () => {
    const { series, timing, fetch } = open(reading(before));
    await timing.settle(series.invite('E', [bruno], NEVER));
    expect(bodyOf(fetch.seen[1])).toEqual({
      attendees: [
        { type: 'required', emailAddress: { address: bruno.mail, name: 'Bruno' } },
        at('sala@valdeolmo.example', 'resource'),
      ],
    });
  });

  test('GS6 the same people are not written again', async () => {
    const { series, timing, sent } = open(reading(before));
    await timing.settle(series.invite('E', [carla, bruno], NEVER));
    expect(sent()).toEqual(['GET /me/events/E']);
  });
});

describe('GS7 my own entry', () => {
  const START = Date.UTC(2026, 10, 30, 8);
  const entry = {
    subject: 'Preparar la semanal',
    html: '<p>a</p>',
    time: { from: START, until: START + 15 * 60_000 },
    zone: 'Europe/Madrid',
  };

  test('GS7 is free time of mine alone, and carries its key', async () => {
    const { series, timing, fetch } = open(() => json({ id: 'n' }, 201));
    await timing.settle(series.enter(entry, 'key-1', NEVER));
    expect(bodyOf(fetch.seen[0])).toEqual({
      subject: 'Preparar la semanal',
      body: { contentType: 'html', content: '<p>a</p>' },
      start: { dateTime: '2026-11-30T09:00:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-11-30T09:15:00', timeZone: 'Romance Standard Time' },
      showAs: 'free',
      isReminderOn: false,
      transactionId: 'key-1',
    });
  });

  test('GS7 repeated after a lost answer, and the one made before counts', async () => {
    const taken = graphError(409, 'ErrorDuplicate', {}, { '@event.existingEventId': 'n' });
    const { series, timing, fetch } = open((_, nth) => (nth === 1 ? 'cut' : taken));
    await timing.settle(series.enter(entry, 'key-1', NEVER));
    expect(fetch.seen.map((seen) => bodyOf(seen)['transactionId'])).toEqual(['key-1', 'key-1']);
    const other = open(() => graphError(409, 'ErrorConflict'));
    expect(await failureOf(other.timing.settle(other.series.enter(entry, 'k', NEVER)))).toEqual({
      kind: 'conflict',
    });
  });
});

describe('GS8 a series whose id nobody was told', () => {
  const START = Date.UTC(2026, 11, 1, 16, 15);
  const dated = (change: object) => ({
    isOrganizer: true,
    isCancelled: false,
    seriesMasterId: 'S1',
    subject: 'Semanal ',
    start: utc('2026-12-01T16:15:00'),
    onlineMeeting: { joinUrl: 'https://teams.example/1' },
    ...change,
  });
  const found = (...dates: readonly object[]) => {
    const { series, timing, fetch } = open(() => json({ value: dates }));
    return timing.settle(series.find(START, 'Semanal', NEVER)).then((answer) => ({ answer, fetch }));
  };

  test('GS8 is found by one of its dates and its subject', async () => {
    const { answer, fetch } = await found(
      dated({ isOrganizer: false, seriesMasterId: 'S0' }),
      dated({ isCancelled: true, seriesMasterId: 'S2' }),
      dated({ subject: 'Otra', seriesMasterId: 'S3' }),
      dated({ start: utc('2026-12-01T16:00:00'), seriesMasterId: 'S4' }),
      dated({ seriesMasterId: null }),
      dated({}),
    );
    expect(answer).toEqual({ id: 'S1', joinUrl: 'https://teams.example/1' });
    expect(fetch.seen[0]?.path).toMatch(/^\/me\/calendarView\?/);
    expect(fetch.seen[0]?.path).toContain(
      'startDateTime=2026-12-01T16:15:00.000Z&endDateTime=2026-12-01T16:16:00.000Z',
    );
  });

  test('GS8 of several, and of none, it is none', async () => {
    expect((await found(dated({}), dated({ seriesMasterId: 'S2' }))).answer).toBeNull();
    expect((await found()).answer).toBeNull();
    expect((await found(dated({ onlineMeeting: null }))).answer).toEqual({ id: 'S1' });
  });
});
