// GZ: names of time zones at the border (src/graph/SPEC.md).
import { canonicalZone, toIana, toWindows } from '../../src/graph/zoneNames';
import table from '../../src/graph/generated/windowsZones.json';

test.each([
  ['Romance Standard Time', 'ES', 'Europe/Madrid'],
  ['Romance Standard Time', 'es', 'Europe/Madrid'],
  ['Romance Standard Time', undefined, 'Europe/Paris'],
  ['Romance Standard Time', 'JP', 'Europe/Paris'],
  ['SA Pacific Standard Time', 'CO', 'America/Bogota'],
  ['Central Standard Time (Mexico)', 'MX', 'America/Mexico_City'],
  ['central standard time (mexico)', 'MX', 'America/Mexico_City'],
  ['Lord Howe Standard Time', undefined, 'Australia/Lord_Howe'],
  ['Europe/Madrid', undefined, 'Europe/Madrid'],
  ['america/bogota', undefined, 'America/Bogota'],
])('GZ1 %s in %s is %s', (name, territory, zone) => {
  expect(toIana(name, territory)).toBe(zone);
});

test('GZ1 the short name of UTC is a Windows and an IANA name', () => {
  expect(toIana('UTC')).toBe(canonicalZone('Etc/UTC'));
  expect(toWindows('UTC')).toBe('UTC');
  expect(toWindows('Etc/UTC')).toBe('UTC');
});

test('GZ2 every zone of the table comes back to its Windows name', () => {
  const names = Object.entries(table as Record<string, string>);
  expect(names.length).toBeGreaterThan(130);
  for (const [name, territories] of names) {
    for (const entry of territories.split(',')) {
      const [territory, zone] = entry.split(' ') as [string, string];
      expect([zone, toWindows(zone)]).toEqual([zone, name]);
      expect([name, toWindows(toIana(name, territory) ?? '')]).toEqual([name, name]);
    }
  }
});

test.each([
  ['Asia/Kolkata', 'India Standard Time'],
  ['Asia/Calcutta', 'India Standard Time'],
  ['Europe/Kyiv', 'FLE Standard Time'],
  ['Europe/Kiev', 'FLE Standard Time'],
  ['Asia/Katmandu', 'Nepal Standard Time'],
  ['US/Pacific', 'Pacific Standard Time'],
])('GZ3 the alias %s has the Windows name %s', (alias, name) => {
  expect(toWindows(alias)).toBe(name);
});

test('GZ3 two names of one zone become one', () => {
  expect(toIana('Asia/Kolkata')).toBe(toIana('Asia/Calcutta'));
  expect(toIana('Asia/Kolkata')).toBe(toIana('India Standard Time'));
});

test.each([
  ['tzone://Microsoft/Utc', 'Etc/UTC'],
  ['Kamchatka Standard Time', 'Asia/Kamchatka'],
  ['Mid-Atlantic Standard Time', 'Etc/GMT+2'],
])('GZ4 %s, which CLDR leaves out, is %s', (name, zone) => {
  expect(toIana(name)).toBe(canonicalZone(zone));
});

test.each([
  'Customized Time Zone',
  'tzone://Microsoft/Custom',
  'Nowhere Standard Time',
  '',
  '+01:00',
  'GMT+6:30',
])('GZ4 %p is no zone, never silently UTC', (name) => {
  expect(toIana(name)).toBeUndefined();
  expect(toWindows(name)).toBeUndefined();
});
