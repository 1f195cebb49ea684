// CW wall clocks of the demo tenant
import { DateTime } from 'luxon';
import { wallClockOf } from '../../src/demo/company/wallClock';

const shown = (text: string, zone: string) =>
  new Date(wallClockOf(zone)(Date.parse(`${text}Z`))).toISOString().slice(0, 16);

test.each([
  ['2027-03-28T02:30', 'Europe/Madrid', '2027-03-28T01:30'],
  ['2027-10-31T02:30', 'Europe/Madrid', '2027-10-31T00:30'],
  ['2027-10-31T03:00', 'Europe/Madrid', '2027-10-31T02:00'],
  ['2027-03-14T02:15', 'America/St_Johns', '2027-03-14T05:45'],
  ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45'],
  ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00'],
  ['2026-11-23T09:00', 'Asia/Kathmandu', '2026-11-23T03:15'],
])(
  'CW1 %s in %s: skipped times move forward by the gap, repeated ones are their first',
  (text, zone, utc) => {
    expect(shown(text, zone)).toBe(utc);
  },
);

test('CW1 away from changes it agrees with the date library', () => {
  for (const zone of ['Europe/Madrid', 'America/Bogota', 'America/St_Johns', 'Australia/Lord_Howe']) {
    for (let day = 0; day < 400; day += 1) {
      const local = Date.parse('2026-10-01T12:00Z') + day * 86_400_000;
      const wall = DateTime.fromMillis(wallClockOf(zone)(local), { zone });
      expect(wall.setZone('utc', { keepLocalTime: true }).toMillis()).toBe(local);
    }
  }
});

test('CW2 a zone that nobody knows is refused', () => {
  expect(() => wallClockOf('Europe/Valdeolmo')).toThrow(RangeError);
});
