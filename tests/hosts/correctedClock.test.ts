// HD: the device's clock (src/hosts/SPEC.md).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { correctedClock } from '../../src/hosts/correctedClock';

const NOON = Date.parse('2026-12-01T12:00:00Z');
const HOUR = 3_600_000;

test.each([
  ['three hours behind', -3 * HOUR],
  ['a day ahead', 24 * HOUR],
  ['three minutes ahead', 180_000],
])('HD1 a clock that is %s shows the server’s time', (_, off) => {
  let device = NOON + off;
  const clock = correctedClock(() => device, NOON);
  expect(clock.now()).toBe(NOON);
  device += 1_000;
  expect(clock.now()).toBe(NOON + 1_000);
});

test('HD1 a page that took a minute to arrive moves no clock, and neither does a server that says nothing', () => {
  expect(correctedClock(() => NOON + 60_000, NOON).now()).toBe(NOON + 60_000);
  expect(correctedClock(() => NOON, undefined).now()).toBe(NOON);
});

test('HD1 no page asks the device itself what time it is', () => {
  const entries = path.resolve(__dirname, '../../src/entries');
  const sources = readdirSync(entries, { recursive: true, encoding: 'utf8' })
    // What stands in a folder is a page's; the files beside them are shared, or processes of Node.
    .filter((file) => file.includes(path.sep) && /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(12);
  const asking = sources.filter((file) =>
    /Date\.now\(|new Date\(\)/.test(readFileSync(path.join(entries, file), 'utf8')),
  );
  expect(asking).toEqual([]);
});
