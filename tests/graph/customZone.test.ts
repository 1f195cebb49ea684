// GZ: a mailbox's own time zone (src/graph/SPEC.md).
import { zoneLike, type CustomZone } from '../../src/graph/customZone';

const FROM = Date.UTC(2026, 10, 23);
const ALL = [
  'UTC',
  'Europe/Madrid',
  'Europe/London',
  'America/Bogota',
  'America/Mexico_City',
  'America/Los_Angeles',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const change = (month: number, dayOccurrence: number, time: string, dayOfWeek = 'sunday') => ({
  time,
  dayOccurrence,
  dayOfWeek,
  month,
  year: 0,
});

const MADRID: CustomZone = {
  bias: -60,
  standardOffset: change(10, 5, '03:00:00.0000000'),
  daylightOffset: { ...change(3, 5, '02:00:00.0000000'), daylightBias: -60 },
};

const KNOWN: readonly (readonly [string, CustomZone])[] = [
  ['Europe/Madrid', MADRID],
  ['America/Bogota', { bias: 300 }],
  ['America/Mexico_City', { bias: 360, standardOffset: change(0, 0, '00:00:00') }],
  ['Asia/Kathmandu', { bias: -345 }],
  [
    'America/Los_Angeles',
    {
      bias: 480,
      standardOffset: change(11, 1, '02:00:00.0000000', 'Sunday'),
      daylightOffset: { ...change(3, 2, '02:00:00.0000000', 'Sunday'), daylightBias: -60 },
    },
  ],
  [
    'Australia/Sydney',
    {
      bias: -600,
      standardOffset: change(4, 1, '03:00:00.0000000'),
      daylightOffset: { ...change(10, 1, '02:00:00.0000000'), daylightBias: -60 },
    },
  ],
  [
    'Australia/Lord_Howe',
    {
      bias: -630,
      standardOffset: change(4, 1, '02:00:00'),
      daylightOffset: { ...change(10, 1, '02:00:00'), daylightBias: -30 },
    },
  ],
];

test.each(KNOWN)('GZ5 the rules of %s find it among others, on both hemispheres', (zone, rules) => {
  expect(zoneLike(rules, ALL, FROM)).toBe(zone);
  expect(zoneLike(rules, [...ALL].reverse(), FROM)).toBe(zone);
});

test('GZ5 the first candidate that fits is taken', () => {
  expect(zoneLike(MADRID, ['Europe/Berlin', 'Europe/Madrid'], FROM)).toBe('Europe/Berlin');
});

test.each<[string, CustomZone]>([
  ['the sign turned round', { ...MADRID, bias: 60 }],
  [
    'both offsets swapped',
    {
      ...MADRID,
      standardOffset: change(3, 5, '02:00'),
      daylightOffset: { ...change(10, 5, '03:00'), daylightBias: -60 },
    },
  ],
  ['a change an hour late', { ...MADRID, standardOffset: change(10, 5, '04:00') }],
  ['a change a week early', { ...MADRID, daylightOffset: { ...change(3, 3, '02:00'), daylightBias: -60 } }],
  ['half a rule', { bias: -60, standardOffset: change(10, 5, '03:00') }],
  ['a rule of one year', { ...MADRID, standardOffset: { ...change(10, 5, '03:00'), year: 2026 } }],
  ['no day of the week', { ...MADRID, standardOffset: change(10, 5, '03:00', 'domingo') }],
  ['no number', { bias: Number.NaN }],
  ['an offset that nobody has', { bias: 17 }],
])('GZ5 %s fits no zone', (_, rules) => {
  expect(zoneLike(rules, ALL, FROM)).toBeUndefined();
});
