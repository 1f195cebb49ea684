import fc from 'fast-check';
import type { SlotPerson, SlotRequest } from '../../../src/domain/slots/types';
import { area, at, daily, person, request } from './aRequest';

const HOUR = 3_600_000;
const FROM = at('2026-11-30 00:00');

/** Four crowded weeks of a small team, so that many occurrences fail by one rule. */
export const crowdedRequest: fc.Arbitrary<SlotRequest> = fc
  .record({
    crowd: fc.array(
      fc.record({
        role: fc.constantFrom<SlotPerson['role']>('key', 'optional', 'optional'),
        stand: fc.integer({ min: 0, max: 5 }),
        places: fc.array(fc.integer({ min: 0, max: 28 * 4 - 1 }), { minLength: 20, maxLength: 50 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    quorum: fc.integer({ min: 1, max: 4 }),
    reach: fc.constantFrom(0, 0.5),
    times: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ crowd, quorum, reach, times }) =>
    request({
      window: { from: FROM, until: FROM + 28 * 24 * HOUR },
      top: 10,
      reach,
      areas: [area('m', { quorum })],
      people: crowd.map(({ role, stand, places }, i) =>
        person(`p${i}`, {
          role,
          standsInFor: `p${stand}`,
          hours: daily(['09:00', '13:00']),
          busy: places.map((place) => {
            const from = FROM + Math.floor(place / 4) * 24 * HOUR + (9 + (place % 4)) * HOUR;
            return { from, until: from + HOUR, status: 'busy' };
          }),
        }),
      ),
      repeat: { kind: 'weekly', every: 1, times },
    }),
  );
