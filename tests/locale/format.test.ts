import { createFormat } from '../../src/locale/format';

const HARD = '\u00a0';
const AT = Date.UTC(2026, 11, 8, 16, 15);
const MADRID = 'Europe/Madrid';

test.each([
  ['es-ES', 'mar 8 dic', 'mar 8 dic, 17:15', '8 dic'],
  ['es-CO', 'mar 8 dic', `mar 8 dic, 5:15${HARD}p.${HARD}m.`, '8 dic'],
  ['es-MX', 'mar 8 dic', `mar 8 dic, 5:15${HARD}p.${HARD}m.`, '8 dic'],
  ['en-GB', 'Tue 8 Dec', 'Tue 8 Dec, 17:15', '8 Dec'],
  ['en-US', 'Tue Dec 8', `Tue Dec 8, 5:15${HARD}PM`, 'Dec 8'],
])('LO10 %s writes days and times its own way', (tag, day, dayAndTime, dayAndMonth) => {
  const format = createFormat(tag);
  expect(format.day('2026-12-08')).toBe(day);
  expect(format.dayAndTime(AT, MADRID)).toBe(dayAndTime);
  expect(format.dayAndMonth('2026-12-08')).toBe(dayAndMonth);
});

test('LO11 a September and a Saturday have no full stop and no comma', () => {
  expect(createFormat('es-ES').day('2027-09-18')).toBe('sáb 18 sept');
  expect(createFormat('es-CO').day('2027-01-09')).toBe('sáb 9 ene');
});

test('LO12 noon and midnight are never taken for one another', () => {
  for (const [tag, noon, midnight] of [
    ['es-ES', '12:00', '0:00'],
    ['es-CO', `12:00${HARD}p.${HARD}m.`, `12:00${HARD}a.${HARD}m.`],
    ['en-GB', '12:00', '0:00'],
    ['en-US', `12:00${HARD}PM`, `12:00${HARD}AM`],
  ] as const) {
    const format = createFormat(tag);
    expect(format.clock('12:00')).toBe(noon);
    expect(format.clock('00:00').replace(/^00/, '0')).toBe(midnight);
  }
  expect(createFormat('es-ES').clock('24:00')).toBe('24:00');
});

test('LO13 a day is the day of its zone, whatever the machine’s', () => {
  const late = Date.UTC(2026, 11, 8, 23, 30);
  const format = createFormat('es-ES');
  expect(format.dayOf(late, MADRID)).toBe('2026-12-09');
  expect(format.dayOf(late, 'America/Bogota')).toBe('2026-12-08');
  expect(format.time(late, 'Asia/Kathmandu')).toBe('5:15');
});

test('LO14 times follow the clock over its change', () => {
  const format = createFormat('es-ES');
  expect(format.time(Date.UTC(2027, 2, 23, 16, 15), MADRID)).toBe('17:15');
  expect(format.time(Date.UTC(2027, 2, 30, 15, 15), MADRID)).toBe('17:15');
});

test('LO15 minutes, waits, shares and lists', () => {
  const es = createFormat('es-ES');
  const en = createFormat('en-GB');
  expect([35, 90, 120, 150].map(es.minutes)).toEqual([
    `35${HARD}min`,
    `90${HARD}min`,
    `2${HARD}h`,
    `2${HARD}h 30${HARD}min`,
  ]);
  expect([200, 1500, 61_000, 600_000].map(es.wait)).toEqual([
    `1${HARD}s`,
    `2${HARD}s`,
    `2${HARD}min`,
    `10${HARD}min`,
  ]);
  expect([es.percent(0.61), en.percent(0.61)]).toEqual([`61${HARD}%`, '61%']);
  expect([es.list(['Ana', 'Iker']), en.list(['Ana', 'Iker'])]).toEqual(['Ana e Iker', 'Ana and Iker']);
  expect(es.country('CO')).toBe('Colombia');
  expect(es.country('')).toBe('');
});
