import fc from 'fast-check';
import type { BusyInterval, SlotRequest } from '../../../src/domain/slots/types';
import type { WeekWindow } from '../../../src/domain/time/types';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

const ZONES = [
  'Europe/Madrid',
  'America/Bogota',
  'America/Mexico_City',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'America/Nuuk',
  'Atlantic/Azores',
] as const;

// Shortly before clock changes: Madrid, Azores, Nuuk, Cairo, Lord Howe, St John's in spring and autumn; Apia without a 30th.
const EDGES = [
  '2026-10-25T01:00Z',
  '2027-03-28T01:00Z',
  '2026-10-03T15:30Z',
  '2027-04-03T15:00Z',
  '2026-10-29T21:00Z',
  '2026-04-23T22:00Z',
  '2026-11-01T04:30Z',
  '2026-03-08T05:30Z',
  '2011-12-30T10:00Z',
  '2010-11-07T02:31Z',
  '2026-07-15T10:00Z',
].map((text) => Date.parse(text));

const zone = fc.constantFrom(...ZONES);

function wall(minute: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const anyMinute = fc.oneof(
  fc.integer({ min: 0, max: 48 }).map((n) => n * 30),
  fc.integer({ min: 0, max: 1440 }),
  fc.constantFrom(120, 150, 165, 180, 1380, 1410, 1440, 0, 30, 60),
);
const weekWindow: fc.Arbitrary<WeekWindow> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), anyMinute, anyMinute, fc.integer({ min: 0, max: 9 }))
  .map(([weekday, a, b, turn]) => {
    const [from, until] = turn === 0 ? [a, b] : [Math.min(a, b), Math.max(a, b)];
    return { weekday, from: wall(from), until: wall(until) };
  });
const fullWeek = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 21, max: 48 }))
  .map(([a, b]) =>
    Array.from({ length: 7 }, (_, i) => ({ weekday: i + 1, from: wall(a * 30), until: wall(b * 30) })),
  );
const hours = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fullWeek, fc.array(weekWindow, { maxLength: 3 })).map(([a, b]) => [...a, ...b]),
  },
  { weight: 1, arbitrary: fc.array(weekWindow, { maxLength: 9 }) },
);

const repeat = fc.record({
  kind: fc.constantFrom('weekly', 'monthly'),
  every: fc.integer({ min: 1, max: 3 }),
  times: fc.integer({ min: 1, max: 4 }),
});

/** Small requests with everything the rules speak of, around clock changes. */
export const anyRequest: fc.Arbitrary<SlotRequest> = fc
  .record({
    edge: fc.constantFrom(...EDGES),
    repeat: fc.option(repeat, { nil: undefined, freq: 3 }),
    spare: fc.integer({ min: 1, max: 9 * 24 * 60 }),
    before: fc.integer({ min: 0, max: 20 * 24 * 60 }),
    odd: fc.constantFrom(0, 0, 1, 7777),
  })
  .chain(({ edge, repeat, spare, before, odd }) => {
    const period = repeat?.kind === 'monthly' ? 31 * DAY : 7 * DAY;
    const span = (repeat ? (repeat.times - 1) * repeat.every * period : 0) + spare * MIN;
    const from = edge - Math.min(before * MIN, span) + odd;
    const at = fc.oneof(
      fc.integer({ min: from - DAY, max: from + span + DAY }),
      fc.integer({ min: -1, max: Math.ceil(span / (30 * MIN)) }).map((n) => edge + (n - 20) * 30 * MIN),
    );
    const interval = (most: number): fc.Arbitrary<{ from: number; until: number }> =>
      fc
        .tuple(
          at,
          fc.oneof(
            fc.integer({ min: -10, max: most / MIN }).map((n) => n * MIN),
            fc.integer({ min: -5, max: most }),
          ),
        )
        .map(([start, length]) => ({ from: start, until: start + length }));
    const busy = fc.array(
      fc
        .tuple(interval(9 * HOUR), fc.constantFrom('busy', 'oof', 'tentative', 'workingElsewhere', 'free'))
        .map(([one, status]) => ({ ...one, status }) as BusyInterval),
      { maxLength: 12 },
    );
    const day = at.map((instant) => new Date(instant).toISOString().slice(0, 10));
    const area = fc.record({
      quorum: fc.integer({ min: -1, max: 2 }),
      protectedTimes: fc.array(weekWindow, { maxLength: 4 }),
      protectedPeriods: fc.array(interval(5 * DAY), { maxLength: 1 }),
    });
    const person = fc.record({
      area: fc.constantFrom('m', 'm', 's'),
      role: fc.constantFrom<'key' | 'optional'>('key', 'optional', 'optional'),
      stand: fc.integer({ min: 0, max: 9 }),
      zone,
      hours,
      closedDays: fc.array(day, { maxLength: 2 }),
      busy: fc.oneof(
        { weight: 9, arbitrary: busy },
        { weight: 1, arbitrary: fc.constant('unknown' as const) },
      ),
    });
    return fc
      .record({
        zone,
        minutes: fc.constantFrom(1, 20, 30, 45, 60),
        stepMinutes: fc.constantFrom(7, 15, 30, 45, 60),
        top: fc.integer({ min: 1, max: 12 }),
        weights: fc.option(
          fc.record(
            {
              focusLoss: fc.integer({ min: 0, max: 4 }),
              tentative: fc.integer({ min: 0, max: 4 }),
              protectedTime: fc.integer({ min: 0, max: 4 }),
              absent: fc.integer({ min: 0, max: 4 }),
            },
            { requiredKeys: [] },
          ),
          { nil: undefined },
        ),
        reach: fc.option(fc.constantFrom(0, 0.3, 0.5, 1), { nil: undefined }),
        pauses: fc.option(fc.array(interval(9 * DAY), { maxLength: 2 }), { nil: undefined }),
        areas: fc.tuple(area, area),
        people: fc.array(person, { minLength: 1, maxLength: 5 }),
        ignoreFirst: fc.boolean(),
      })
      .map(({ areas, people, ignoreFirst, weights, reach, pauses, ...rest }): SlotRequest => {
        const named = people.map(({ stand, ...one }, i) => ({
          ...one,
          id: `p${i}`,
          ...(stand < people.length ? { standsInFor: `p${stand}` } : {}),
        }));
        const first = named.flatMap(({ busy }) => (busy === 'unknown' ? [] : busy)).slice(0, 2);
        const both = named.some((one) => one.area === 's');
        return {
          ...rest,
          window: { from, until: from + span },
          areas: [{ id: 'm', ...areas[0] }, ...(both ? [{ id: 's', ...areas[1] }] : [])],
          people: named,
          ...(ignoreFirst ? { ignore: first.map((one) => ({ from: one.from, until: one.until })) } : {}),
          ...(weights ? { weights } : {}),
          ...(reach === undefined ? {} : { reach }),
          ...(pauses ? { pauses } : {}),
          ...(repeat ? { repeat: { ...repeat, kind: repeat.kind as 'weekly' | 'monthly' } } : {}),
        };
      });
  });
