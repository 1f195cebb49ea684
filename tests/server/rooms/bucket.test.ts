import { tokenBucket } from '../../../src/server/rooms/bucket';

test('SV22 a clock that is set back takes nothing away from whoever asks, and gives nothing either', () => {
  let now = 10 * 3_600_000;
  const may = tokenBucket(2, 1, () => now);
  expect(may()).toBe(true);
  now -= 3_600_000;
  expect([may(), may()]).toEqual([true, false]);
  now += 1000;
  expect([may(), may()]).toEqual([true, false]);
});
