import { searchSlots } from '../../../src/domain/slots/search';
import type { SlotPerson } from '../../../src/domain/slots/types';
import { area, at, between, busy, daily, person, request, startsOf, wall } from './aRequest';

const NIGHTS = daily(['00:00', '24:00']);
const times = (starts: readonly string[]) => starts.map((start) => start.slice(11));
const only = (other: Partial<SlotPerson>) => request({ people: [person('ana', other)] });

describe('candidates', () => {
  test('SL2 they lie inside the window, from its first instant to its last', () => {
    const window = between('2026-12-01 10:00', '2026-12-01 13:00');
    expect(times(startsOf(request({ window })))).toEqual(['10:00', '11:00', '12:00']);
    const tight = { from: window.from + 1, until: window.until - 1 };
    expect(times(startsOf(request({ window: tight })))).toEqual(['11:00']);
  });

  test('SL2 they start on multiples of the step after midnight, not after the start of the window', () => {
    const window = between('2026-12-01 09:10', '2026-12-01 12:00');
    expect(times(startsOf(request({ window, stepMinutes: 45, minutes: 30 })))).toEqual([
      '09:45',
      '10:30',
      '11:15',
    ]);
  });

  test('SL2 a step that does not divide the day begins anew at midnight', () => {
    const window = between('2026-12-01 16:00', '2026-12-03 00:00');
    const people = [person('ana', { hours: NIGHTS })];
    const starts = startsOf(request({ window, stepMinutes: 420, minutes: 30, people }));
    expect(starts.slice(0, 3)).toEqual(['2026-12-01 21:00', '2026-12-02 00:00', '2026-12-02 07:00']);
  });

  test('SL2 a time that the clock skips is no candidate', () => {
    const window = between('2027-03-28 00:00', '2027-03-28 05:00');
    const people = [person('ana', { hours: NIGHTS })];
    const starts = startsOf(request({ window, stepMinutes: 30, minutes: 30, people }));
    expect(times(starts)).toEqual(['00:00', '00:30', '01:00', '01:30', '03:00', '03:30', '04:00', '04:30']);
  });

  test('SL2 a time that the clock repeats is its first instant only', () => {
    const window = between('2026-10-25 01:00', '2026-10-25 04:00');
    const people = [person('ana', { hours: NIGHTS })];
    const slots = searchSlots(request({ window, people }))
      .slots.map(({ start }) => start)
      .sort();
    expect(slots).toEqual([
      Date.parse('2026-10-25T01:00+02:00'),
      Date.parse('2026-10-25T02:00+02:00'),
      Date.parse('2026-10-25T03:00+01:00'),
    ]);
  });

  test('SL2 the grid is that of the organiser: a quarter to the hour in Kathmandu is none', () => {
    const window = between('2026-12-01 10:00', '2026-12-01 12:00', 'Asia/Kathmandu');
    const people = [person('ana', { hours: NIGHTS })];
    expect(times(startsOf(request({ window, zone: 'Asia/Kathmandu', people })))).toEqual(['10:00', '11:00']);
    expect(startsOf(request({ window, people })).length).toBe(1);
  });
});

describe('availability', () => {
  test('SL3 a boundary that the clock skips moves forward by the gap', () => {
    const window = between('2027-03-28 00:00', '2027-03-28 08:00');
    const half = { window, stepMinutes: 30, minutes: 30 };
    const from = (hours: SlotPerson['hours']) =>
      times(startsOf(request({ ...half, people: [person('ana', { hours })] })));
    expect(from(daily(['02:30', '05:00']))).toEqual(['03:30', '04:00', '04:30']);
    expect(from(daily(['01:00', '02:30']))).toEqual(['01:00', '01:30', '03:00']);
  });

  test('SL3 Lord Howe moves by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    const window = between('2026-10-04 00:00', '2026-10-04 06:00', zone);
    const people = [person('ana', { zone, hours: daily(['02:00', '04:00']) })];
    expect(times(startsOf(request({ window, zone, stepMinutes: 30, minutes: 30, people })))).toEqual([
      '02:30',
      '03:00',
      '03:30',
    ]);
  });

  test('SL3 touching and overlapping windows are one, a gap keeps them apart', () => {
    const starts = (...stretches: [string, string][]) =>
      times(startsOf({ ...only({ hours: daily(...stretches) }), stepMinutes: 30 }));
    expect(starts(['10:00', '11:00'], ['11:00', '12:00'])).toEqual(['10:00', '10:30', '11:00']);
    expect(starts(['10:00', '11:30'], ['10:30', '12:00'])).toEqual(['10:00', '10:30', '11:00']);
    expect(starts(['10:00', '11:00'], ['11:01', '12:01'])).toEqual(['10:00']);
    expect(starts(['11:00', '10:00'], ['12:00', '12:00'])).toEqual([]);
  });

  test("SL3 '24:00' closes a day; a slot over midnight needs its start's own date", () => {
    const window = between('2026-12-01 22:00', '2026-12-02 02:00');
    const people = [person('ana', { hours: NIGHTS })];
    expect(times(startsOf(request({ window, people, stepMinutes: 30 })))).toEqual([
      '22:00',
      '22:30',
      '23:00',
      '00:00',
      '00:30',
      '01:00',
    ]);
  });

  test('SL4 a closed date closes the whole of it, on the calendar of the person', () => {
    const bogota = { zone: 'America/Bogota', hours: NIGHTS, closedDays: ['2026-12-01'] };
    const window = between('2026-12-01 04:00', '2026-12-01 08:00');
    // Until 06:00 in Madrid it is still 30 November in Bogotá; the hour before it ends there with the day.
    expect(times(startsOf(request({ window, people: [person('ana', bogota)] })))).toEqual(['04:00', '05:00']);
  });

  test('SL4 only busy and away block, and touching is not overlapping', () => {
    const status = (one: 'busy' | 'oof' | 'tentative' | 'workingElsewhere' | 'free') =>
      times(
        startsOf(
          only({
            hours: daily(['10:00', '13:00']),
            busy: [busy('2026-12-01 11:00', '2026-12-01 12:00', one)],
          }),
        ),
      );
    const all = ['10:00', '11:00', '12:00'];
    expect([status('busy'), status('oof')]).toEqual([
      ['10:00', '12:00'],
      ['10:00', '12:00'],
    ]);
    expect([status('tentative'), status('workingElsewhere'), status('free')]).toEqual([all, all, all]);
  });

  test('SL4 empty, reversed and ignored intervals do not count; an ignored one must be equal', () => {
    const taken = busy('2026-12-01 10:00', '2026-12-01 12:00');
    const people = [person('ana', { hours: daily(['10:00', '12:00']), busy: [taken] })];
    expect(startsOf(request({ people }))).toEqual([]);
    expect(startsOf(request({ people, ignore: [{ from: taken.from, until: taken.until }] }))).toHaveLength(2);
    expect(startsOf(request({ people, ignore: [{ from: taken.from, until: taken.until + 1 }] }))).toEqual([]);
    const odd = [busy('2026-12-01 10:30', '2026-12-01 10:30'), busy('2026-12-01 12:00', '2026-12-01 10:00')];
    expect(startsOf(only({ hours: daily(['10:00', '12:00']), busy: odd }))).toHaveLength(2);
  });

  test('SL4 why not: unknown before hours before busy, in the order of the people', () => {
    const people = [
      person('ana'),
      person('unread', { busy: 'unknown', hours: [] }),
      person('out', {
        hours: daily(['14:00', '15:00']),
        busy: [busy('2026-12-01 10:00', '2026-12-01 11:00')],
      }),
      person('holiday', { closedDays: ['2026-12-01'], busy: [busy('2026-12-01 10:00', '2026-12-01 11:00')] }),
      person('taken', { busy: [busy('2026-12-01 10:59', '2026-12-01 11:01')] }),
    ];
    const window = between('2026-12-01 10:00', '2026-12-01 11:00');
    expect(searchSlots(request({ window, people })).slots[0]?.occurrences).toEqual([
      {
        start: window.from,
        date: '2026-12-01',
        held: true,
        cost: 5 * 60 * 4 + 120,
        missing: [
          { person: 'unread', why: 'unknown' },
          { person: 'out', why: 'hours' },
          { person: 'holiday', why: 'hours' },
          { person: 'taken', why: 'busy' },
        ],
      },
    ]);
  });
});

describe('held', () => {
  const window = between('2026-12-01 10:00', '2026-12-01 11:00');
  const out = { busy: [busy('2026-12-01 09:00', '2026-12-01 12:00')] };
  const isHeld = (quorum: number, ...people: SlotPerson[]) =>
    searchSlots(request({ window, people, areas: [area('m', { quorum }), area('s')] })).slots.length === 1;
  const sales = person('sam', { area: 's' });

  test('SL5 every area has its minimum, and one at least', () => {
    expect(isHeld(2, sales, person('a'), person('b'))).toBe(true);
    expect(isHeld(2, sales, person('a'), person('b', out))).toBe(false);
    expect(isHeld(0, sales, person('a', out))).toBe(false);
    expect(isHeld(-3, sales, person('a'))).toBe(true);
    expect(isHeld(1, person('a'))).toBe(false);
  });

  test('SL5 key people count towards the minimum, and each is there or stood in for', () => {
    const key = person('k', { role: 'key' });
    const keyOut = person('k', { role: 'key', ...out });
    expect(isHeld(2, sales, key, person('a'))).toBe(true);
    expect(isHeld(1, sales, keyOut, person('a'))).toBe(false);
    expect(isHeld(1, sales, keyOut, person('a', { standsInFor: 'k' }))).toBe(true);
    expect(isHeld(2, sales, keyOut, person('a', { standsInFor: 'k' }))).toBe(false);
    expect(isHeld(1, sales, keyOut, person('b'), person('a', { standsInFor: 'k', ...out }))).toBe(false);
  });

  test('SL5 a stand-in of another area stands in for nobody, one of two people only for one', () => {
    const keyOut = person('k', { role: 'key', ...out });
    const other = person('sam', { area: 's', standsInFor: 'k' });
    expect(isHeld(1, other, keyOut, person('a'))).toBe(false);
    const second = person('k2', { role: 'key', ...out });
    expect(isHeld(1, sales, keyOut, second, person('a', { standsInFor: 'k' }))).toBe(false);
  });

  test('SL16 what overlaps a pause is not held; what touches it is', () => {
    const pauses = [between('2026-12-01 10:30', '2026-12-01 12:00')];
    const day = { ...only({ hours: daily(['09:00', '13:00']) }), pauses };
    expect(times(startsOf(day))).toEqual(['09:00', '12:00']);
  });
});

describe('cost', () => {
  const partsAt = (start: string, asked: ReturnType<typeof request>) =>
    searchSlots(asked).slots.find((slot) => wall(slot.start, asked.zone).endsWith(start))?.parts;

  test('SL6 the loss is the focus time of the date before less after', () => {
    const asked = only({ hours: daily(['09:00', '12:00']) });
    expect(partsAt('09:00', asked)?.focusLoss).toBe(60);
    expect(partsAt('10:00', asked)?.focusLoss).toBe(180);
    const short = only({ hours: daily(['09:00', '10:59']) });
    expect(partsAt('09:00', short)?.focusLoss).toBe(0);
  });

  test('SL6 tentative time breaks focus time, also where it lies outside the slot', () => {
    const asked = only({
      hours: daily(['09:00', '13:00']),
      busy: [busy('2026-12-01 10:30', '2026-12-01 11:00', 'tentative')],
    });
    expect(partsAt('09:00', asked)).toMatchObject({ focusLoss: 0, tentative: 0 });
    expect(partsAt('11:00', asked)).toMatchObject({ focusLoss: 120, tentative: 0 });
    expect(partsAt('10:00', asked)).toMatchObject({ focusLoss: 0, tentative: 30 });
  });

  test('SL7 tentative time under tentative time counts once', () => {
    const asked = only({
      busy: [
        busy('2026-12-01 10:00', '2026-12-01 10:40', 'tentative'),
        busy('2026-12-01 10:20', '2026-12-01 10:50', 'tentative'),
      ],
    });
    expect(partsAt('10:00', asked)?.tentative).toBe(50);
  });

  test('SL8 protected time is the union, on the own wall of each available person', () => {
    const protectedTimes = [
      { weekday: 2, from: '10:00', until: '10:30' },
      { weekday: 2, from: '10:15', until: '10:45' },
    ];
    const people = [
      person('ana'),
      person('bogota', { zone: 'America/Bogota', hours: NIGHTS }),
      person('away', { busy: [busy('2026-12-01 08:00', '2026-12-01 20:00')] }),
    ];
    const asked = request({ people, areas: [area('m', { protectedTimes })] });
    expect(partsAt('10:00', asked)?.protectedTime).toBe(45);
    expect(partsAt('16:00', asked)?.protectedTime).toBe(45);
    expect(partsAt('13:00', asked)?.protectedTime).toBe(0);
  });

  test('SL8 the weights are 1, 1, 2 and 5 when none is named, each by itself', () => {
    const people = [
      person('ana', { busy: [busy('2026-12-01 10:00', '2026-12-01 10:10', 'tentative')] }),
      person('gone', { busy: 'unknown' }),
    ];
    const areas = [area('m', { protectedTimes: [{ weekday: 2, from: '10:00', until: '10:20' }] })];
    const asked = request({ people, areas, window: between('2026-12-01 10:00', '2026-12-01 11:00') });
    const [slot] = searchSlots(asked).slots;
    expect(slot?.parts).toEqual({ focusLoss: 50, tentative: 10, protectedTime: 20, absent: 60 });
    expect(slot?.cost).toBe(50 + 10 + 40 + 300);
    expect(searchSlots({ ...asked, weights: { absent: 0, tentative: 3 } }).slots[0]?.cost).toBe(50 + 30 + 40);
  });

  test('SL8 single meetings rank by cost, then the earliest; only `top` are told', () => {
    const asked = only({ hours: daily(['09:00', '14:00']) });
    const order = searchSlots(asked).slots.map(({ start, cost, held }) => [
      wall(start).slice(11),
      cost,
      held,
    ]);
    expect(order).toEqual([
      ['09:00', 60, 1],
      ['11:00', 60, 1],
      ['13:00', 60, 1],
      ['10:00', 120, 1],
      ['12:00', 120, 1],
    ]);
    expect(searchSlots({ ...asked, top: 2 }).slots).toHaveLength(2);
    expect(searchSlots({ ...asked, top: 0 })).toEqual({ slots: [] });
  });

  test('SL8 equal costs are equal whatever parts make them up, to the second', () => {
    const tentative = (from: number, seconds: number) =>
      ({ from, until: from + seconds * 1000, status: 'tentative' }) as const;
    const [nine, eleven, noon] = [at('2026-12-01 09:00'), at('2026-12-01 11:00'), at('2026-12-01 12:00')];
    const hours = daily(['09:00', '10:00'], ['12:00', '13:00']);
    const people = [
      // 120 min 8 s of focus time are lost at nine, none at noon.
      person('ana', {
        hours: daily(['09:00', '13:00']),
        busy: [{ from: eleven + 8000, until: noon, status: 'busy' }],
      }),
      person('bea', { hours, busy: [tentative(nine, 8), tentative(noon, 3600)] }),
      person('cleo', { hours, busy: [tentative(noon, 3600)] }),
      person('dan', { hours, busy: [tentative(noon, 16)] }),
    ];
    const slots = searchSlots(request({ people })).slots;
    expect(slots.slice(0, 2).map(({ start }) => start)).toEqual([nine, noon]);
    expect(slots[0]?.cost).toBe(slots[1]?.cost);
  });

  test('SL8 a slot is told whole', () => {
    const window = between('2026-12-01 10:00', '2026-12-01 11:00');
    const start = at('2026-12-01 10:00');
    const parts = { focusLoss: 120, tentative: 0, protectedTime: 0, absent: 0 };
    const people = [person('ana', { hours: daily(['09:00', '13:00']) })];
    expect(searchSlots(request({ window, people })).slots).toMatchObject([
      { start, held: 1, cost: 120, parts, occurrences: [{ start, held: true, cost: 120, missing: [] }] },
    ]);
  });
});

test('SL4 endless intervals are intervals', () => {
  const noon = at('2026-12-01 12:00');
  const from = (status: 'busy' | 'tentative') =>
    searchSlots(only({ busy: [{ from: noon, until: Infinity, status }] })).slots;
  expect(from('busy').every(({ start }) => start < noon)).toBe(true);
  expect(from('busy')).toHaveLength(3);
  expect(from('tentative').find(({ start }) => start === noon)?.parts).toMatchObject({
    tentative: 60,
    focusLoss: 0,
  });
  const since = searchSlots(only({ busy: [{ from: -Infinity, until: noon, status: 'tentative' }] })).slots;
  expect(since.filter(({ parts }) => parts.tentative === 60)).toHaveLength(3);
  const always = { from: -Infinity, until: Infinity, status: 'oof' } as const;
  expect(searchSlots(only({ busy: [always, always] })).slots).toEqual([]);
  const pauses = [{ from: -Infinity, until: noon }];
  expect(searchSlots({ ...only({}), pauses }).slots).toHaveLength(5);
});
