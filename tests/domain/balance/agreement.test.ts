// AT1 to AT10: src/domain/SPEC.md
import fc from 'fast-check';
import {
  areasMissing,
  areasOfOne,
  askFor,
  inForce,
  lower,
  sayYes,
  settled,
  takeBack,
  takePart,
  takesPart,
  withNudge,
  withoutName,
} from '../../../src/domain/balance/agreement';
import type { BalanceMode } from '../../../src/domain/balance/types';
import { type BalanceAgreement, FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { mergeSeries } from '../../../src/domain/rhythm/mergeSeries';
import type { Series } from '../../../src/domain/rhythm/series';
import { aMember, aSeries } from '../../support/aSeries';

const AT = Date.UTC(2026, 10, 24, 9);
const LATER = AT + 3_600_000;
const CAP = 'persons';

const start = aSeries();
const asked = askFor(start, 'areas', 'm01', AT, CAP);
const agreed = sayYes(asked, 'areas', 's02', LATER, CAP);
const both = sayYes(askFor(agreed, 'persons', 's01', LATER, CAP), 'persons', 'm02', LATER + 1, CAP);

const agreementOf = (series: Series): BalanceAgreement | undefined => series.followUp?.agreement;
const refused = (code: string) => expect.objectContaining({ code });
const withMode = (balance: BalanceMode): Series => ({ ...start, followUp: { ...FOLLOW_UP, balance } });

test('AT1 without an agreement nothing is measured, and the first step of one begins with off', () => {
  expect(inForce(start, CAP)).toBeNull();
  const typed = withMode('persons');
  expect(inForce(typed, CAP)).toBeNull();
  const begun = takePart(typed, 'm01', 'declined', AT);
  expect(begun.followUp?.balance).toBe('off');
  expect(inForce(begun, CAP)).toBeNull();
  expect(inForce(askFor(typed, 'areas', 'm01', AT, CAP), CAP)).toBeNull();
});

test('AT2 the tenant caps what is in force, and the agreement stays', () => {
  expect(inForce(both, 'persons')).toMatchObject({ mode: 'persons', since: LATER + 1, nudge: true });
  expect(inForce(both, 'areas')?.mode).toBe('areas');
  expect(inForce(both, 'off')).toBeNull();
  expect(both.followUp?.balance).toBe('persons');
  expect(inForce(takePart(agreed, 's01', 'declined', LATER), CAP)?.declined).toEqual(['s01']);
});

test('AT3 more than the tenant allows is neither asked for nor agreed to; what is measured is not asked again', () => {
  expect(() => askFor(start, 'persons', 'm01', AT, 'areas')).toThrow(refused('talk/capped'));
  expect(() => askFor(start, 'areas', 'm01', AT, 'off')).toThrow(refused('talk/capped'));
  const wanted = askFor(start, 'persons', 'm01', AT, 'persons');
  expect(() => sayYes(wanted, 'persons', 's01', AT, 'areas')).toThrow(refused('talk/capped'));
  expect(askFor(agreed, 'areas', 's01', LATER, CAP)).toBe(agreed);
});

test('AT4 key and optional people of the company ask and agree, each for the area in which they are', () => {
  expect(agreementOf(asked)?.asked).toEqual({ mode: 'areas', by: 'm01', at: AT, yes: ['m01'] });
  expect(areasMissing(asked)).toEqual(['sales']);
  const series = aSeries({
    people: [
      ...start.people,
      aMember('x01', 'sales', { role: 'informed' }),
      aMember('g@out.example', 'sales', { outsider: true }),
    ],
  });
  for (const who of ['x01', 'g@out.example', 'nobody'])
    expect(() => askFor(series, 'areas', who, AT, CAP)).toThrow(refused('talk/not-yours'));
  const waits = askFor(series, 'areas', 'm01', AT, CAP);
  expect(() => sayYes(waits, 'areas', 'x01', AT, CAP)).toThrow(refused('talk/not-yours'));
  // A second one of the same area settles nothing, and whoever has changed area speaks for the new one.
  expect(areasMissing(sayYes(waits, 'areas', 'm02', AT, CAP))).toEqual(['sales']);
  const moved = { ...asked, people: [aMember('m01', 'sales'), aMember('m02', 'marketing')] };
  expect(areasMissing(moved)).toEqual(['marketing']);
});

test('AT4 a yes to something else than what is asked now is none', () => {
  expect(() => sayYes(asked, 'persons', 's01', AT, CAP)).toThrow(refused('follow/answered'));
  expect(() => sayYes(agreed, 'areas', 's01', AT, CAP)).toThrow(refused('follow/answered'));
  const more = askFor(asked, 'persons', 's01', LATER, CAP);
  expect(agreementOf(more)?.asked).toMatchObject({ mode: 'persons', yes: ['s01'] });
  // Who asks for the same says yes to it.
  expect(askFor(asked, 'areas', 's01', LATER, CAP).followUp?.balance).toBe('areas');
});

test('AT5 the asker takes it back, a yes can be taken back, and anybody else says no to it', () => {
  expect(agreementOf(takeBack(asked, 'm01', LATER))).not.toHaveProperty('asked');
  expect(agreementOf(takeBack(asked, 's02', LATER))).not.toHaveProperty('asked');
  const two = sayYes(asked, 'areas', 'm02', AT, CAP);
  expect(agreementOf(takeBack(two, 'm02', LATER))?.asked).toMatchObject({ by: 'm01', yes: ['m01'] });
  expect(() => takeBack(agreed, 'm01', LATER)).toThrow(refused('follow/answered'));
});

test('AT6 less is anybody’s to say and counts at once; what was asked for is gone with it', () => {
  const stopped = lower(both, 'off', LATER + 9);
  expect(stopped.followUp?.balance).toBe('off');
  expect(agreementOf(stopped)).toMatchObject({ since: LATER + 9 });
  expect(lower(both, 'areas', LATER + 9).followUp?.balance).toBe('areas');
  const waiting = askFor(agreed, 'persons', 's01', LATER, CAP);
  expect(agreementOf(lower(waiting, 'off', LATER))).not.toHaveProperty('asked');
  expect(lower(agreed, 'areas', LATER)).toBe(agreed);
  expect(lower(stopped, 'areas', LATER).followUp?.balance).toBe('off');
});

test('AT7 somebody of each area, whoever was last, and it counts since then', () => {
  expect(agreed.followUp?.balance).toBe('areas');
  expect(agreementOf(agreed)).toEqual({ since: LATER, people: {}, nudge: true, names: {} });
  const third = aSeries({
    areas: [...start.areas, { ...start.areas[0]!, id: 'product' }],
  });
  const waits = sayYes(askFor(third, 'areas', 'm01', AT, CAP), 'areas', 's01', AT, CAP);
  expect(waits.followUp?.balance).toBe('off');
  expect(areasMissing(waits)).toEqual(['product']);
});

test('AT7 two who say yes at the same time have agreed once their files are one', () => {
  const people = [...start.people, aMember('p01', 'product')];
  const areas = [...start.areas, { ...start.areas[0]!, id: 'product' }];
  const base = askFor(aSeries({ people, areas }), 'areas', 'm01', AT, CAP);
  const merged = mergeSeries(
    base,
    sayYes(base, 'areas', 's01', LATER, CAP),
    sayYes(base, 'areas', 'p01', LATER, CAP),
  ).series;
  expect(merged.followUp?.balance).toBe('off');
  expect(settled(merged, LATER + 5)).toMatchObject({
    followUp: { balance: 'areas', agreement: { since: LATER + 5 } },
  });
  expect(settled(agreed, LATER)).toBe(agreed);
});

test('AT7 whoever wanted to be shown says so anew when the mode changes, who declined goes on not to take part', () => {
  const shown = takePart(takePart(both, 'm01', 'shown', LATER), 's01', 'declined', LATER);
  const less = lower(shown, 'areas', LATER);
  expect(agreementOf(less)?.people).toEqual({ s01: 'declined' });
  const again = sayYes(askFor(less, 'persons', 'm02', LATER, CAP), 'persons', 's02', LATER, CAP);
  expect(agreementOf(again)?.people).toEqual({ s01: 'declined' });
});

test('AT8 how I take part is mine to say; being shown needs persons to be measured', () => {
  expect(takesPart(start, 'm01')).toBe('counted');
  expect(takesPart(start, 'constructor')).toBe('counted');
  expect(takesPart(takePart(start, 'm01', 'declined', AT), 'm01')).toBe('declined');
  expect(() => takePart(agreed, 'm01', 'shown', AT)).toThrow(refused('talk/not-measured'));
  const shown = takePart(both, 'm01', 'shown', AT);
  expect(takesPart(shown, 'm01')).toBe('shown');
  expect(agreementOf(takePart(shown, 'm01', 'counted', AT))?.people).toEqual({});
});

test('AT9 nudges and names; what changes nothing is the same series', () => {
  expect(agreementOf(withNudge(agreed, false, AT))?.nudge).toBe(false);
  const means = { kind: 'shared' } as const;
  const named = {
    ...agreed,
    followUp: {
      ...agreed.followUp!,
      agreement: { ...agreementOf(agreed)!, names: { Sala: means, Ana: means } },
    },
  };
  expect(agreementOf(withoutName(named, 'Sala'))?.names).toEqual({ Ana: means });
  expect(withNudge(agreed, true, AT)).toBe(agreed);
  expect(takePart(agreed, 'm01', 'counted', AT)).toBe(agreed);
  expect(withoutName(start, 'Ana')).toBe(start);
});

test('AT10 an area of one counted person is told, also when the others declined', () => {
  expect(areasOfOne(start)).toEqual([]);
  expect(areasOfOne(takePart(start, 's02', 'declined', AT))).toEqual(['sales']);
  const informed = start.people.map((one) =>
    one.id === 'm02' ? { ...one, role: 'informed' as const } : one,
  );
  expect(areasOfOne({ ...start, people: informed })).toEqual(['marketing']);
});

test('AT1 AT6 AT7 whatever people do in whatever order, more needs a yes of each area, and less is at once', () => {
  const who = fc.constantFrom('m01', 'm02', 's01', 's02');
  const mode = fc.constantFrom('areas' as const, 'persons' as const);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), who, mode }),
    fc.record({ kind: fc.constant('yes' as const), who, mode }),
    fc.record({ kind: fc.constant('back' as const), who, mode }),
    fc.record({
      kind: fc.constant('lower' as const),
      who,
      mode: fc.constantFrom('off' as const, 'areas' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let series = start;
      // Naively: who has said yes to which mode since it was asked.
      let waits: { mode: BalanceMode; by: string; yes: Set<string> } | undefined;
      let mode: BalanceMode = 'off';
      const rank = (one: BalanceMode) => ['off', 'areas', 'persons'].indexOf(one);
      for (const [at, one] of steps.entries()) {
        try {
          if (one.kind === 'ask') series = askFor(series, one.mode, one.who, at, CAP);
          if (one.kind === 'yes') series = sayYes(series, one.mode, one.who, at, CAP);
          if (one.kind === 'back') series = takeBack(series, one.who, at);
          if (one.kind === 'lower') series = lower(series, one.mode, at);
        } catch {
          continue;
        }
        if (one.kind === 'ask' && rank(one.mode) > rank(mode)) {
          if (waits?.mode === one.mode) waits.yes.add(one.who);
          else waits = { mode: one.mode, by: one.who, yes: new Set([one.who]) };
        }
        if (one.kind === 'yes') waits?.yes.add(one.who);
        if (one.kind === 'back') {
          if (waits && waits.by !== one.who && waits.yes.has(one.who)) waits.yes.delete(one.who);
          else waits = undefined;
        }
        if (one.kind === 'lower') {
          waits = undefined;
          if (rank(one.mode) < rank(mode)) mode = one.mode;
        }
        const sides = new Set([...(waits?.yes ?? [])].map((id) => id[0]));
        if (waits && sides.size === 2) [mode, waits] = [waits.mode, undefined];
        expect(series.followUp?.balance ?? 'off').toBe(mode);
        expect(agreementOf(series)?.asked?.mode).toBe(waits?.mode);
      }
    }),
  );
});
