// GE1 to GE5: src/graph/SPEC.md
import fc from 'fast-check';
import { cancellable } from '../../../src/app/cancel';
import type { MailboxSchedule } from '../../../src/app/ports/calendar';
import { addDays, instantOf } from '../../../src/domain/time/calendarDays';
import type { Interval } from '../../../src/domain/time/types';
import { createCalendar } from '../../../src/graph/calendar/calendar';
import { dayChunks } from '../../../src/graph/calendar/scheduleChunks';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script, type Scripted, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const ZONE = 'Europe/Madrid';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = (instant: number) => ({
  dateTime: `${new Date(instant).toISOString().slice(0, 23)}0000`,
  timeZone: 'UTC',
});
const item = (from: number, until: number, status = 'busy') => ({
  status,
  start: utc(from),
  end: utc(until),
});
const window = (from: string, days: number, zone = ZONE): Interval => ({
  from: instantOf(from, '00:00', zone),
  until: instantOf(addDays(from, days), '00:00', zone),
});

type Asked = { readonly schedules: readonly string[]; readonly from: number; readonly until: number };

function askedOf(seen: Seen): Asked {
  const body = JSON.parse(seen.body) as {
    schedules: string[];
    startTime: { dateTime: string };
    endTime: { dateTime: string };
  };
  const at = (text: string) => Date.parse(`${text}Z`);
  return { schedules: body.schedules, from: at(body.startTime.dateTime), until: at(body.endTime.dateTime) };
}

/** A service whose mailboxes answer by themselves. */
function service(
  entry: (mail: string, asked: Asked) => object | undefined,
  before?: (asked: Asked) => Scripted | undefined,
) {
  const script: Script = (seen) => {
    const asked = askedOf(seen);
    const instead = before?.(asked);
    if (instead !== undefined) return instead;
    const value = asked.schedules.flatMap((mail) => {
      const one = entry(mail, asked);
      return one === undefined ? [] : [{ scheduleId: mail, ...one }];
    });
    // The documentation promises no order.
    return json({ value: value.reverse() });
  };
  const { graph, fetch, timing, identity } = bed(script);
  return {
    calendar: createCalendar(graph, timing),
    fetch,
    timing,
    identity,
    asked: () => fetch.seen.map(askedOf),
  };
}

const empty = () => ({ scheduleItems: [] });
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@valdeolmo.example`);

test('GE1 eight people over twelve weeks are two requests, over both clock changes too', async () => {
  for (const first of ['2026-08-31', '2027-02-01', '2026-11-30']) {
    const { calendar, timing, asked } = service(empty);
    await timing.settle(calendar.schedules(people(8), window(first, 84), ZONE, () => undefined, NEVER));
    expect(asked()).toHaveLength(2);
    expect(asked()[0]?.until).toBe(asked()[1]?.from);
  }
});

test('GE1 forty-one people over thirteen weeks: three times three requests of at most twenty mailboxes', async () => {
  const { calendar, timing, asked, fetch } = service(empty);
  const found = await timing.settle(
    calendar.schedules(people(41), window('2026-11-30', 91), ZONE, () => undefined, NEVER),
  );
  expect(asked()).toHaveLength(9);
  expect(Math.max(...asked().map(({ schedules }) => schedules.length))).toBe(20);
  expect(found.map(({ mail, kind }) => [mail, kind])).toEqual(people(41).map((mail) => [mail, 'known']));
  expect(fetch.most()).toBeLessThanOrEqual(4);
});

test('GE1 chunks are whole local days that follow each other, over any clock change (property)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Europe/Madrid',
        'America/Santiago',
        'Australia/Lord_Howe',
        'Africa/Cairo',
        'Asia/Kathmandu',
      ),
      fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
      fc.integer({ min: 1, max: 400 * 24 * 60 }),
      (zone, from, minutes) => {
        const until = from + minutes * 60_000;
        const chunks = dayChunks({ from, until }, zone);
        expect(chunks[0]?.from).toBeLessThanOrEqual(from);
        expect(chunks[0]?.from).toBeGreaterThan(from - 26 * HOUR);
        expect(chunks.at(-1)?.until).toBeGreaterThanOrEqual(until);
        expect(chunks.at(-1)?.until).toBeLessThan(until + 26 * HOUR);
        for (const [at, chunk] of chunks.entries()) {
          expect(chunk.until - chunk.from).toBeLessThanOrEqual(42 * DAY + HOUR);
          if (at > 0) expect(chunks[at - 1]?.until).toBe(chunk.from);
        }
      },
    ),
  );
});

test('GE1 edges in mid-day become whole days; an empty window asks nothing and knows nobody as free', async () => {
  const { calendar, timing, asked } = service(empty);
  const noon = instantOf('2026-10-24', '12:00', ZONE);
  await timing.settle(
    calendar.schedules(people(1), { from: noon, until: noon + DAY }, ZONE, () => undefined, NEVER),
  );
  expect(asked()).toEqual([
    {
      schedules: people(1),
      from: instantOf('2026-10-24', '00:00', ZONE),
      // The 25th has 25 hours.
      until: instantOf('2026-10-24', '00:00', ZONE) + 49 * HOUR,
    },
  ]);
  expect(await calendar.schedules([], window('2026-11-30', 7), ZONE, () => undefined, NEVER)).toEqual([]);
});

test('GE1 an address asked twice in two spellings is asked once and answered twice', async () => {
  const { calendar, timing, asked } = service(empty);
  const mails = ['Ana@Valdeolmo.example', 'ana@valdeolmo.example'];
  const found = await timing.settle(
    calendar.schedules(mails, window('2026-11-30', 7), ZONE, () => undefined, NEVER),
  );
  expect(asked()[0]?.schedules).toEqual(['ana@valdeolmo.example']);
  expect(found.map(({ mail, kind }) => `${mail} ${kind}`)).toEqual(mails.map((mail) => `${mail} known`));
});

test('GE2 an item over a border counts once, whole; each status keeps its meaning and a strange one is busy', async () => {
  const whole = window('2026-11-30', 84);
  const border = whole.from + 42 * DAY;
  const items = [
    item(border - HOUR, border + HOUR),
    item(whole.from - DAY, whole.from + HOUR, 'Oof'),
    item(border + 2 * HOUR, border + 3 * HOUR, 'tentative'),
    item(border + 3 * HOUR, border + 4 * HOUR, 'workingElsewhere'),
    item(border + 4 * HOUR, border + 5 * HOUR, 'unknown'),
    item(border + 5 * HOUR, border + 6 * HOUR, 'free'),
  ];
  const { calendar, timing } = service((_, { from, until }) => ({
    scheduleItems: items.filter(
      ({ start, end }) => Date.parse(`${start.dateTime}Z`) < until && Date.parse(`${end.dateTime}Z`) > from,
    ),
  }));
  const [found] = await timing.settle(calendar.schedules(people(1), whole, ZONE, () => undefined, NEVER));
  expect(found?.kind === 'known' && found.busy).toEqual([
    { from: whole.from - DAY, until: whole.from + HOUR, status: 'oof' },
    { from: border - HOUR, until: border + HOUR, status: 'busy' },
    { from: border + 2 * HOUR, until: border + 3 * HOUR, status: 'tentative' },
    { from: border + 3 * HOUR, until: border + 4 * HOUR, status: 'workingElsewhere' },
    { from: border + 4 * HOUR, until: border + 5 * HOUR, status: 'busy' },
    { from: border + 5 * HOUR, until: border + 6 * HOUR, status: 'free' },
  ]);
});

test('GE2 what arrives are whole mailboxes, each once, before the end', async () => {
  const { calendar, timing } = service(empty);
  const arrived: MailboxSchedule[] = [];
  const mails = people(45);
  const found = await timing.settle(
    calendar.schedules(mails, window('2026-11-30', 84), ZONE, (part) => arrived.push(...part), NEVER),
  );
  const byMail = (a: MailboxSchedule, b: MailboxSchedule) => (a.mail < b.mail ? -1 : 1);
  expect([...arrived].sort(byMail)).toEqual([...found].sort(byMail));
});

test('GE2 moments in another zone than UTC are understood', async () => {
  const { calendar, timing } = service(() => ({
    scheduleItems: [
      {
        status: 'busy',
        start: { dateTime: '2026-12-01T09:00:00.0000000', timeZone: 'Romance Standard Time' },
        end: { dateTime: '2026-12-01T09:30:00.0000000', timeZone: 'America/Bogota' },
      },
    ],
  }));
  const [found] = await timing.settle(
    calendar.schedules(people(1), window('2026-11-30', 7), ZONE, () => undefined, NEVER),
  );
  expect(found?.kind === 'known' && found.busy).toEqual([
    { from: Date.UTC(2026, 11, 1, 8), until: Date.UTC(2026, 11, 1, 14, 30), status: 'busy' },
  ]);
});

describe('GE3 unknown mailboxes', () => {
  const bad: Record<string, object | undefined> = {
    'p0@valdeolmo.example': { error: { message: 'secret', responseCode: 'ErrorMailRecipientNotFound' } },
    'p1@valdeolmo.example': {
      error: { message: 'secret', responseCode: 'ErrorInternalServerError' },
      scheduleItems: [],
    },
    'p2@valdeolmo.example': { availabilityView: '000' },
    'p3@valdeolmo.example': {
      scheduleItems: [{ status: 'busy', start: utc(0), end: { dateTime: 'soon', timeZone: 'UTC' } }],
    },
    'p4@valdeolmo.example': {
      scheduleItems: [
        {
          status: 'busy',
          start: utc(0),
          end: { dateTime: '2026-12-01T09:00:00', timeZone: 'Moon Standard Time' },
        },
      ],
    },
    'p5@valdeolmo.example': { scheduleItems: 'none' },
    'p6@valdeolmo.example': undefined,
  };

  test('GE3 each by name with its reason, never as free; the others are known', async () => {
    const { calendar, timing, asked } = service((mail) => (mail in bad ? bad[mail] : empty()));
    const found = await timing.settle(
      calendar.schedules(people(9), window('2026-11-30', 7), ZONE, () => undefined, NEVER),
    );
    expect(found.map((one) => (one.kind === 'known' ? 'known' : one.why))).toEqual([
      'notFound',
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
      'known',
      'known',
    ]);
    // Once together, and those that failed once more in two halves.
    expect(asked().map(({ schedules }) => schedules.length)).toEqual([9, 5, 5]);
  });

  test('GE3 a mailbox too full for one stretch is read in two halves', async () => {
    const { calendar, timing } = service((_, { from, until }) =>
      until - from > 25 * DAY
        ? { error: { responseCode: 'ErrorResultSetTooBig' } }
        : { scheduleItems: [item(from, from + HOUR)] },
    );
    const [found] = await timing.settle(
      calendar.schedules(people(1), window('2026-11-30', 42), ZONE, () => undefined, NEVER),
    );
    expect(found?.kind === 'known' && found.busy).toHaveLength(2);
  });

  test('GE3 known in one stretch and not in the other is unknown', async () => {
    const whole = window('2026-11-30', 84);
    const { calendar, timing } = service((_, { from }) =>
      from === whole.from ? { scheduleItems: [] } : { error: { responseCode: 'ErrorX' } },
    );
    const [found] = await timing.settle(calendar.schedules(people(1), whole, ZONE, () => undefined, NEVER));
    expect(found).toEqual({ kind: 'unknown', mail: people(1)[0], why: 'failed' });
  });

  test('GE3 one address that the service does not take at all does not lose the other nineteen', async () => {
    const { calendar, timing } = service(empty, ({ schedules }) =>
      schedules.includes('p13@valdeolmo.example') ? graphError(400, 'ErrorInvalidRecipients') : undefined,
    );
    const found = await timing.settle(
      calendar.schedules(people(20), window('2026-11-30', 7), ZONE, () => undefined, NEVER),
    );
    expect(found.filter(({ kind }) => kind === 'unknown').map(({ mail }) => mail)).toEqual([
      'p13@valdeolmo.example',
    ]);
  });
});

describe('GE4 what stops everything', () => {
  const whole = window('2026-11-30', 84);

  test.each([
    ['consent', () => graphError(403, 'ErrorAccessDenied'), { kind: 'consent', tier: 'plan' }],
    ['malformed JSON', () => new Response('{"value": [', { status: 200 }), { kind: 'malformed' }],
    ['HTML with 200', () => new Response('<html>Proxy</html>', { status: 200 }), { kind: 'malformed' }],
    ['another shape', () => json({ value: { p0: [] } }), { kind: 'malformed' }],
    ['a service that cannot', () => graphError(503, 'serviceNotAvailable'), { kind: 'unavailable' }],
    ['sign-in that is over', () => graphError(401, 'InvalidAuthenticationToken'), { kind: 'signIn' }],
  ] as const)('GE4 %s', async (_, answer, failure) => {
    const { calendar, timing } = service(empty, answer);
    expect(
      await failureOf(timing.settle(calendar.schedules(people(3), whole, ZONE, () => undefined, NEVER))),
    ).toEqual(failure);
  });

  test('GE4 429 for ten minutes fails within the patience, names the wait and asks no more than it may', async () => {
    const tenMinutes = 600_000;
    let since: number | undefined;
    const { calendar, timing, fetch } = service(empty, () => {
      since ??= timing.now();
      const left = since + tenMinutes - timing.now();
      return left > 0
        ? graphError(429, 'ApplicationThrottled', { 'retry-after': String(left / 1000) })
        : undefined;
    });
    const started = timing.now();
    const failure = await failureOf(
      timing.settle(calendar.schedules(people(60), whole, ZONE, () => undefined, NEVER)),
    );
    expect(failure).toEqual({ kind: 'throttled', retryAfterMs: tenMinutes });
    expect(timing.now() - started).toBeLessThanOrEqual(60_000);
    expect(fetch.seen.length).toBeLessThanOrEqual(6);
  });

  test('GE4 429 for ten minutes without a word about when: a minute of patience, then a clear failure', async () => {
    const { calendar, timing } = service(empty, () => graphError(429, 'ApplicationThrottled'));
    const started = timing.now();
    const failure = await failureOf(
      timing.settle(calendar.schedules(people(8), whole, ZONE, () => undefined, NEVER)),
    );
    expect(failure.kind).toBe('throttled');
    expect(timing.now() - started).toBeLessThanOrEqual(61_000);
  });

  test('GE4 the network gone in mid-search: what arrived has arrived, the call fails as offline, nothing goes on', async () => {
    let requests = 0;
    const { calendar, timing, fetch } = service(empty, () => (++requests > 6 ? 'cut' : undefined));
    const arrived: MailboxSchedule[] = [];
    const work = calendar.schedules(people(200), whole, ZONE, (part) => arrived.push(...part), NEVER);
    expect(await failureOf(timing.settle(work))).toEqual({ kind: 'offline' });
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.length).toBeLessThan(200);
    const sent = fetch.seen.length;
    await timing.until(timing.now() + 600_000);
    expect(fetch.seen).toHaveLength(sent);
  });

  test('GE4 cancelled in mid-search ends at once, and nothing arrives after it', async () => {
    const cancel = cancellable();
    const { calendar, timing, fetch } = service(empty, () => (fetch.seen.length > 4 ? 'hang' : undefined));
    let arrivedLate = 0;
    const work = calendar.schedules(
      people(100),
      whole,
      ZONE,
      () => {
        if (cancel.cancelled) arrivedLate++;
        cancel.cancel();
      },
      cancel,
    );
    const started = timing.now();
    expect(await failureOf(timing.settle(work))).toEqual({ kind: 'cancelled' });
    expect(timing.now()).toBe(started);
    expect(arrivedLate).toBe(0);
  });
});

describe('GE5 hours of mailboxes', () => {
  const hoursOf = async (workingHours: unknown, zone = ZONE) => {
    const { calendar, timing } = service(() => ({ scheduleItems: [], workingHours }));
    const [found] = await timing.settle(
      calendar.schedules(people(1), window('2026-11-30', 7, zone), zone, () => undefined, NEVER),
    );
    if (found?.kind !== 'known') throw new Error('the calendar counts whatever its hours are');
    return found.hours;
  };
  const hours = (timeZone: unknown, startTime = '08:00:00.0000000', endTime = '17:00:00.0000000') => ({
    daysOfWeek: ['monday', 'Friday'],
    startTime,
    endTime,
    timeZone,
  });
  const days = (from: string, until: string) => [1, 5].map((weekday) => ({ weekday, from, until }));

  test('GE5 a Windows name is the organiser’s own zone where it is that one, else the one CLDR gives the world', async () => {
    const romance = hours({ name: 'Romance Standard Time' });
    expect(await hoursOf(romance)).toEqual({ zone: 'Europe/Madrid', windows: days('08:00', '17:00') });
    expect((await hoursOf(romance, 'America/Bogota'))?.zone).toBe('Europe/Paris');
    expect((await hoursOf(hours({ name: 'America/Bogota' })))?.zone).toBe('America/Bogota');
    expect((await hoursOf(hours({ name: 'Europe/Paris' })))?.zone).toBe('Europe/Paris');
  });

  test('GE5 a customized zone is found by its rules', async () => {
    const change = (time: string, month: number, dayOccurrence: number) => ({
      time,
      dayOccurrence,
      dayOfWeek: 'sunday',
      month,
      year: 0,
    });
    const customized = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: -60,
      name: 'Customized Time Zone',
      standardOffset: change('03:00:00.0000000', 10, 5),
      daylightOffset: { daylightBias: -60, ...change('02:00:00.0000000', 3, 5) },
    };
    expect((await hoursOf(hours(customized)))?.zone).toBe('Europe/Madrid');
    expect(await hoursOf(hours({ ...customized, bias: -63 }))).toBeUndefined();
  });

  test('GE5 hours over midnight end on the next day; until midnight is the whole evening', async () => {
    expect((await hoursOf(hours({ name: 'UTC' }, '22:00:00', '06:00:00')))?.windows).toEqual([
      { weekday: 1, from: '22:00', until: '24:00' },
      { weekday: 2, from: '00:00', until: '06:00' },
      { weekday: 5, from: '22:00', until: '24:00' },
      { weekday: 6, from: '00:00', until: '06:00' },
    ]);
    expect((await hoursOf(hours({ name: 'UTC' }, '16:00:00', '00:00:00')))?.windows).toEqual(
      days('16:00', '24:00'),
    );
  });

  test.each([
    ['none', undefined],
    ['null', null],
    ['an unknown zone', hours({ name: 'Customized Time Zone' })],
    ['no zone', hours(undefined)],
    ['no length', hours({ name: 'UTC' }, '08:00:00', '08:00:00')],
    ['no days', { ...hours({ name: 'UTC' }), daysOfWeek: [] }],
    ['no times', { daysOfWeek: ['monday'], startTime: 'early', endTime: 'late', timeZone: { name: 'UTC' } }],
    ['another shape', { daysOfWeek: 'monday' }],
  ])('GE5 missing when there are none: %s', async (_, workingHours) => {
    expect(await hoursOf(workingHours)).toBeUndefined();
  });
});
