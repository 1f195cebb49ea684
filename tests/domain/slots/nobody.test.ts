import fc from 'fast-check';
import { searchSlots } from '../../../src/domain/slots/search';
import type { SlotRequest } from '../../../src/domain/slots/types';
import { anyRequest } from './anyRequest';
import { area, at, between, busy, daily, person, request } from './aRequest';

const day = '2026-12-01';
const gone = { busy: [busy(`${day} 00:00`, '2026-12-02 00:00')] };
const nobodyOf = (asked: SlotRequest) => searchSlots(asked).nobody;

describe('nobody', () => {
  test('SL13 is there exactly when nothing is held', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { slots, nobody } = searchSlots({ ...asked, top: 3 });
        expect(nobody === undefined).toBe(slots.length > 0);
      }),
      { numRuns: 60 },
    );
    expect(searchSlots(request({ top: 0 }))).toEqual({ slots: [] });
  });

  test('SL13 a key person whose absence decides, and what it would win to do without', () => {
    const people = [person('ana'), person('boss', { role: 'key', ...gone }), person('luz', { area: 's' })];
    const nobody = nobodyOf(request({ people, areas: [area('m'), area('s')] }));
    expect(nobody?.blockers).toEqual([
      { area: 'm', alone: 8, people: [{ person: 'boss', why: 'busy', candidates: 8 }] },
    ]);
    expect(nobody?.relax).toEqual([{ relax: { kind: 'keyPerson', person: 'boss' }, wins: 8 }]);
    expect(nobody?.closest).toEqual({
      start: at(`${day} 09:00`),
      missing: [{ person: 'boss', why: 'busy' }],
    });
  });

  test('SL13 a minimum that is too high; a lower one is named only when it wins more', () => {
    const people = [
      person('ana', { hours: daily(['09:00', '12:00']) }),
      person('eva', { hours: daily(['09:00', '11:00']) }),
      person('out', { busy: 'unknown' }),
    ];
    const nobody = nobodyOf(request({ people, areas: [area('m', { quorum: 3 })] }));
    expect(nobody?.relax).toEqual([
      { relax: { kind: 'quorum', area: 'm', to: 1 }, wins: 3 },
      { relax: { kind: 'quorum', area: 'm', to: 2 }, wins: 2 },
    ]);
    expect(nobody?.blockers[0]?.people[0]).toEqual({ person: 'out', why: 'unknown', candidates: 3 });
  });

  test('SL13 what two rules break is won by no single change', () => {
    const people = [person('a', gone), person('b', { area: 's', ...gone }), person('c', { area: 's' })];
    const nobody = nobodyOf(request({ people, areas: [area('m'), area('s', { quorum: 2 })] }));
    expect(nobody?.relax).toEqual([]);
    expect(nobody?.blockers.map(({ area: id, alone }) => [id, alone])).toEqual([
      ['m', 0],
      ['s', 0],
    ]);
  });

  test('SL13 of series it counts the occurrences of the best pattern', () => {
    const window = between('2026-11-30 00:00', '2026-12-21 00:00');
    const hours = [{ weekday: 2, from: '10:00', until: '11:00' }];
    const people = [
      person('ana', { hours, busy: [busy('2026-12-08 10:00', '2026-12-08 11:00')] }),
      person('boss', { role: 'key', hours: [], busy: [] }),
    ];
    const nobody = nobodyOf(request({ window, people, repeat: { kind: 'weekly', every: 1, times: 3 } }));
    expect(nobody?.relax).toEqual([{ relax: { kind: 'keyPerson', person: 'boss' }, wins: 2 }]);
    expect(nobody?.candidates).toBe(3 * 7 * 24);
  });

  test('SL13 no candidate, no area without people, nothing that could be relaxed', () => {
    const short = nobodyOf(request({ window: { from: at(`${day} 10:01`), until: at(`${day} 10:40`) } }));
    expect(short).toEqual({ blockers: [], relax: [], candidates: 0 });
    const empty = nobodyOf(request({ areas: [area('m'), area('s')] }));
    expect(empty?.relax).toEqual([]);
    expect(empty?.blockers).toEqual([{ area: 's', alone: 8, people: [] }]);
  });

  test('SL13 every single relaxation named really wins what it says', () => {
    let named = 0;
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { nobody } = searchSlots(asked);
        for (const { relax, wins } of nobody?.relax ?? []) {
          named++;
          const relaxed: SlotRequest = {
            ...asked,
            top: 1e6,
            areas: asked.areas.map((one) =>
              relax.kind === 'quorum' && relax.area === one.id ? { ...one, quorum: relax.to } : one,
            ),
            people: asked.people.map((one) =>
              relax.kind === 'keyPerson' && relax.person === one.id ? { ...one, role: 'optional' } : one,
            ),
          };
          const { slots } = searchSlots(relaxed);
          expect(asked.repeat ? Math.max(...slots.map(({ held }) => held)) : slots.length).toBe(wins);
        }
      }),
      { numRuns: 200 },
    );
    expect(named).toBeGreaterThan(0);
  });
});
