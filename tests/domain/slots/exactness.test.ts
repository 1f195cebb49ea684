import fc from 'fast-check';
import { searchSlots } from '../../../src/domain/slots/search';
import type { SlotRequest } from '../../../src/domain/slots/types';
import { anyRequest } from './anyRequest';
import { crowdedRequest } from './crowdedRequest';
import { naiveSearch } from './naiveSearch';

function searched(request: SlotRequest): unknown {
  return { slots: searchSlots(request).slots.map(({ reasons: _, ...slot }) => slot) };
}

describe('exactness', () => {
  let asked = 0;
  let answered = 0;

  test('SL14 the answer equals that of a naive enumeration', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const expected = naiveSearch(request);
        asked++;
        if (expected.slots.length > 0) answered++;
        expect(searched(request)).toEqual(expected);
      }),
      { numRuns: Number(process.env['SLOT_RUNS'] ?? 150) },
    );
  });

  test('SL14 also where calendars are crowded and many occurrences fail', () => {
    fc.assert(
      fc.property(crowdedRequest, (request) => {
        expect(searched(request)).toEqual(naiveSearch(request));
      }),
      { numRuns: 60 },
    );
  });

  test('SL14 a good part of the random requests has an answer', () => {
    expect(answered / asked).toBeGreaterThan(0.2);
  });
});
