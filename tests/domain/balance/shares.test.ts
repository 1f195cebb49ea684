import * as fc from 'fast-check';
import { estimatedTalk } from '../../../src/domain/balance/estimate';
import { balanceOf } from '../../../src/domain/balance/shares';
import type { Turn } from '../../../src/domain/balance/types';
import { at } from './aLog';

const turn = (person: string, from: number, until: number): Turn => ({
  person,
  from: at(from),
  until: at(until),
  source: 'chair',
});
const people = [
  { id: 'ana', area: 'marketing', present: at(600) },
  { id: 'bea', area: 'marketing', present: at(600) },
  { id: 'carlos', area: 'sales', present: at(300) },
];

describe('shares', () => {
  test('BA9 are of what was attributed to who takes part, by person and by area; silent people have one', () => {
    const turns = [
      turn('ana', 0, 60),
      turn('carlos', 60, 90),
      turn('stranger', 90, 200),
      turn('ana', 200, 230),
    ];
    const { people: each, areas, speech, attributed } = balanceOf({ turns, people, speech: at(240) });
    expect(each['ana']).toEqual({ milliseconds: at(90), share: 0.75, fair: 0.4 });
    expect(each['bea']).toEqual({ milliseconds: 0, share: 0, fair: 0.4 });
    expect(each['carlos']).toEqual({ milliseconds: at(30), share: 0.25, fair: 0.2 });
    expect(areas['marketing']).toEqual({ milliseconds: at(90), share: 0.75, fair: 0.8 });
    expect(areas['sales']).toEqual({ milliseconds: at(30), share: 0.25, fair: 0.2 });
    expect(Object.keys(each)).toEqual(['ana', 'bea', 'carlos']);
    expect([speech, attributed]).toEqual([at(240), 0.5]);
  });

  test('BA9 without a signal speech is that of the turns, and how much of it is anybody’s is unknown', () => {
    const { speech, attributed } = balanceOf({ turns: [turn('ana', 0, 60)], people, speech: null });
    expect([speech, attributed]).toEqual([at(60), null]);
    expect(balanceOf({ turns: [], people, speech: 0 }).attributed).toBe(0);
  });

  test('BA10 fair is by presence, and by heads while nobody was present', () => {
    const absent = people.map((one) => ({ ...one, present: 0 }));
    const { areas } = balanceOf({ turns: [], people: absent, speech: null });
    expect(areas['marketing']?.fair).toBeCloseTo(2 / 3);
    expect(areas['sales']).toMatchObject({ milliseconds: 0, share: 0 });
  });

  test('BA10 where all are of one area its parts are 1 and nothing more: a record takes no more', () => {
    const crew = fc.array(fc.tuple(fc.nat({ max: 1e7 }), fc.nat({ max: 1e7 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(crew, (times) => {
        const all = times.map(([present], nth) => ({ id: `p${nth}`, area: 'sales', present }));
        const turns = times.map(([, until], nth) => ({ ...turn(`p${nth}`, 0, 0), until: at(0) + until }));
        const { areas } = balanceOf({ turns, people: all, speech: null });
        expect(areas['sales']?.fair).toBe(1);
        expect(areas['sales']?.share).toBe(times.some(([, until]) => until > 0) ? 1 : 0);
      }),
    );
  });

  test('BA10 shares and fair shares are 1 in all, by person and by area, whoever speaks', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('ana', 'bea', 'carlos', 'diego', 'elena'),
        area: fc.constantFrom('marketing', 'sales', 'service'),
        present: fc.nat({ max: 1e7 }),
      }),
      { minLength: 1, selector: ({ id }) => id },
    );
    const lengths = fc.array(
      fc.tuple(fc.constantFrom('ana', 'bea', 'carlos', 'diego', 'elena', 'x'), fc.nat({ max: 5000 })),
    );
    fc.assert(
      fc.property(some, lengths, (here, said) => {
        let now = 0;
        const turns = said.map(([person, length]) => turn(person, now, (now += length)));
        const balance = balanceOf({ turns, people: here, speech: at(now) });
        const spoke = turns.some(
          ({ person, from, until }) => until > from && here.some(({ id }) => id === person),
        );
        for (const each of [balance.people, balance.areas].map(Object.values)) {
          expect(each.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(spoke ? 1 : 0);
          expect(each.reduce((sum, { fair }) => sum + fair, 0)).toBeCloseTo(1);
        }
        expect(balance.attributed).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('BA17 a record keeps areas, the rest of the speech as nobody’s, and no person', () => {
  const turns = [turn('ana', 0, 60), turn('carlos', 60, 90)];
  const balance = balanceOf({ turns, people, speech: at(100) });
  const picture = { start: 0, step: at(100), areas: { marketing: [at(60)], sales: [at(30)] }, items: [] };
  const talk = estimatedTalk({ balance, picture });
  expect(talk).toEqual({
    source: 'estimate',
    areas: { marketing: at(60), sales: at(30) },
    fair: { marketing: 0.8, sales: 0.2 },
    unattributed: at(10),
    picture,
  });
  expect(JSON.stringify(talk)).not.toMatch(/ana|bea|carlos/);
});
