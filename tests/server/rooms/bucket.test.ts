import { bucketOfEach, tokenBucket } from '../../../src/server/rooms/bucket';

test('SV22 a clock that is set back takes nothing away from whoever asks, and gives nothing either', () => {
  let now = 10 * 3_600_000;
  const may = tokenBucket(2, 1, () => now);
  expect(may()).toBe(true);
  now -= 3_600_000;
  expect([may(), may()]).toEqual([true, false]);
  now += 1000;
  expect([may(), may()]).toEqual([true, false]);
});

test('SV22 each person has their own, however many there are', () => {
  let now = 0;
  const may = bucketOfEach(2, 1, () => now);
  expect([may('ana'), may('ana'), may('ana'), may('ben')]).toEqual([true, true, false, true]);
  for (let at = 0; at < 10_000; at++) may(`p${at}`);
  expect(may('ana')).toBe(false);
  now += 1000;
  expect([may('ana'), may('ana')]).toEqual([true, false]);
});
