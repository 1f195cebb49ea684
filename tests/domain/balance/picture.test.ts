import * as fc from 'fast-check';
import { pictureOf } from '../../../src/domain/balance/picture';
import type { Turn } from '../../../src/domain/balance/types';
import { at } from './aLog';

const areaOf = new Map([
  ['ana', 'marketing'],
  ['bea', 'marketing'],
  ['carlos', 'sales'],
]);
const turn = (person: string, from: number, until: number): Turn => ({
  person,
  from: at(from),
  until: at(until),
  source: 'chair',
});
const base = { areaOf, shared: new Set<string>(), start: 0, until: at(90), step: at(30), items: [] };

describe('the picture', () => {
  test('BA16 is talk by area in equal steps, silent areas with zeros; others and what lies outside are left out', () => {
    const turns = [turn('ana', -10, 40), turn('stranger', 40, 50), turn('bea', 50, 70), turn('ana', 85, 200)];
    expect(pictureOf({ ...base, turns })).toEqual({
      start: 0,
      step: at(30),
      areas: { marketing: [at(30), at(20), at(15)], sales: [0, 0, 0] },
      items: [],
    });
  });

  test('BA16 the last step may be shorter, and a meeting of no time has none', () => {
    expect(pictureOf({ ...base, until: at(70), turns: [] }).areas['sales']).toEqual([0, 0, 0]);
    expect(pictureOf({ ...base, until: 0, turns: [turn('ana', 0, 5)] }).areas['sales']).toEqual([]);
  });

  test('BA16 what people without a panel said stands beside it, by area', () => {
    const turns = [turn('ana', 0, 40), turn('bea', 40, 60)];
    const { shared, areas } = pictureOf({ ...base, shared: new Set(['bea']), turns });
    expect(areas['marketing']).toEqual([at(30), at(30), 0]);
    expect(shared).toEqual({ marketing: [0, at(20), 0] });
    expect(pictureOf({ ...base, turns })).not.toHaveProperty('shared');
  });

  test('BA16 adds up to what was said inside', () => {
    const lengths = fc.array(fc.tuple(fc.constantFrom('ana', 'bea', 'carlos'), fc.nat({ max: 99 })));
    fc.assert(
      fc.property(
        lengths,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 300 }),
        (said, step, until) => {
          let now = 0;
          const turns = said.map(([person, length]) => turn(person, now, (now += length)));
          const { areas } = pictureOf({ ...base, turns, step: at(step), until: at(until) });
          const all = Object.values(areas).flat();
          expect(all.reduce((sum, one) => sum + one, 0)).toBe(at(Math.min(now, until)));
          expect(Math.max(0, ...all)).toBeLessThanOrEqual(at(step));
        },
      ),
    );
  });
});
