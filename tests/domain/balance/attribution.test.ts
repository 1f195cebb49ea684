import * as fc from 'fast-check';
import { attributeTurns, turnsOf } from '../../../src/domain/balance/attribution';
import { withoutPerson } from '../../../src/domain/balance/forget';
import { heardOf, speechOf } from '../../../src/domain/balance/speaking';
import { markEndsAt, UNCOUNTED } from '../../../src/domain/balance/stints';
import type { BalanceEvent } from '../../../src/domain/balance/types';
import { anyLog, at, correct, end, mark, owner, speaking } from './aLog';

/** 'ana 10-20 chair', in seconds. */
const told = (events: readonly BalanceEvent[]): readonly string[] =>
  attributeTurns(events).map(
    ({ person, from, until, source }) => `${person} ${from / 1000}-${until / 1000} ${source}`,
  );
const ends = (events: readonly BalanceEvent[]): number | null => {
  const instant = markEndsAt(events);
  return instant === null ? null : instant / 1000;
};

describe('marks', () => {
  test('BA1 what is said while somebody is marked is theirs, until the next mark, with its source', () => {
    const log = [speaking(0, true), mark(10, 'ana', 'self'), mark(20, 'bea', 'queue'), end(30)];
    expect(told(log)).toEqual(['ana 10-20 self', 'bea 20-30 queue']);
  });

  test('BA1 nobody marked is nobody, and the last event ends what is open', () => {
    const log = [speaking(0, true), mark(10, 'ana'), mark(20, null), mark(25, 'bea'), speaking(40, false)];
    expect(told(log)).toEqual(['ana 10-20 chair', 'bea 25-40 chair']);
  });

  test('BA1 of equal instants the order decides, and time never goes back', () => {
    const log = [
      speaking(0, true),
      mark(10, 'ana'),
      mark(10, 'bea'),
      mark(5, 'carlos', 'round'),
      mark(10, 'bea', 'self'),
      end(20),
    ];
    expect(told(log)).toEqual(['bea 10-20 self']);
    expect(told([speaking(0, true), mark(10, 'ana'), mark(4, 'bea'), end(15)])).toEqual(['bea 10-15 chair']);
  });

  test('BA1 behind the end nothing is anybody’s until the meeting goes on', () => {
    const log = [speaking(0, true), mark(10, 'ana'), end(20), speaking(25, false), speaking(26, true)];
    expect(told([...log, end(40)])).toEqual(['ana 10-20 chair']);
    expect(told([...log, owner(30, 'bea'), end(40)])).toEqual(['ana 10-20 chair', 'bea 30-40 owner']);
    expect(speechOf([...log, owner(30, null), end(40)])).toBe(at(30));
    // Nor is the owner of before supposed to speak.
    const before = [speaking(0, true), owner(0, 'bea'), end(20)];
    expect(told([...before, mark(30, null), end(40)])).toEqual(['bea 0-20 owner']);
  });
});

describe('the signal', () => {
  test('BA2 silence counts for nobody', () => {
    const log = [
      mark(0, 'ana'),
      speaking(5, true),
      speaking(8, false),
      speaking(12, true),
      mark(15, 'bea'),
      end(20),
    ];
    expect(told(log)).toEqual(['ana 5-8 chair', 'ana 12-15 chair', 'bea 15-20 chair']);
    expect(speechOf(log)).toBe(at(11));
  });

  test('BA2 a signal that is told twice is one, and touching stretches are one', () => {
    const log = [speaking(0, true), speaking(3, true), speaking(5, false), speaking(5, true), end(9)];
    expect(heardOf(log)).toEqual([{ from: at(0), until: at(9) }]);
  });

  test('BA2 without any signal marks stand as they are, and how much was said is unknown', () => {
    const log = [owner(0, 'carlos'), mark(10, 'ana'), mark(70, null), end(90)];
    expect(told(log)).toEqual(['ana 10-70 chair']);
    expect(speechOf(log)).toBeNull();
    expect(heardOf(log)).toBeNull();
  });
});

describe('the owner of the item', () => {
  test('BA3 is supposed to speak while nobody is marked', () => {
    const log = [
      speaking(0, true),
      owner(0, 'ana'),
      mark(30, 'bea'),
      mark(40, null),
      mark(45, null),
      end(60),
    ];
    expect(told(log)).toEqual(['ana 0-30 owner', 'bea 30-40 chair', 'ana 40-45 owner', 'ana 45-60 owner']);
  });

  test('BA3 for five minutes, and only of their own item', () => {
    const log = [speaking(0, true), owner(0, 'ana'), owner(400, 'bea'), owner(500, null), end(900)];
    expect(told(log)).toEqual(['ana 0-300 owner', 'bea 400-500 owner']);
  });
});

describe('a forgotten mark', () => {
  test('BA4 ends itself after twenty seconds in which nobody is heard', () => {
    const log = [speaking(0, true), mark(10, 'ana'), speaking(20, false)];
    expect(ends(log)).toBe(40);
    expect(told([...log, speaking(39, true), end(50)])).toEqual(['ana 10-20 chair', 'ana 39-50 chair']);
    expect(told([...log, speaking(41, true), end(50)])).toEqual(['ana 10-20 chair']);
    // Who is marked in silence has twenty seconds to begin.
    expect(ends([...log, mark(35, 'bea')])).toBe(55);
  });

  test('BA4 ends itself five minutes after it was made, with and without a signal', () => {
    const log = [mark(10, 'ana')];
    expect(ends(log)).toBe(310);
    expect(ends([speaking(0, true), ...log])).toBe(310);
    expect(told([...log, end(900)])).toEqual(['ana 10-310 chair']);
    expect(told([speaking(0, true), ...log, mark(200, 'ana'), end(900)])).toEqual([
      'ana 10-200 chair',
      'ana 200-500 chair',
    ]);
  });

  test('BA4 ends itself when the item changes', () => {
    const log = [speaking(0, true), mark(10, 'ana'), owner(30, 'bea')];
    expect(ends(log)).toBe(30);
    expect(told([...log, end(50)])).toEqual(['ana 10-30 chair', 'bea 30-50 owner']);
  });

  test('BA4 says when it ended until somebody takes it back or marks anew', () => {
    const log = [mark(10, 'ana'), speaking(400, true)];
    expect(ends(log)).not.toBeNull();
    expect(ends([...log, mark(400, null)])).toBeNull();
    expect(ends([...log, mark(400, 'bea')])).toBe(700);
    expect(ends([])).toBeNull();
  });

  test('BA4 when it ends by itself is what attribution says, whatever comes', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 2000 }), (log, seconds) => {
        const instant = markEndsAt(log);
        const last = Math.max(0, ...log.map((one) => one.at));
        fc.pre(instant !== null && instant > last);
        const later: BalanceEvent = { at: instant! + at(seconds), kind: 'end' };
        const until = (some: readonly BalanceEvent[]) =>
          attributeTurns(some).filter(({ source }) => source !== 'owner');
        expect(until([...log, later])).toEqual(until([...log, { at: instant!, kind: 'end' }]));
      }),
    );
  });
});

describe('corrections', () => {
  const log = [speaking(0, true), mark(10, 'ana'), mark(50, 'bea'), speaking(60, false), speaking(62, true)];

  test('BA5 whoever was marked shortens or drops their own turn', () => {
    expect(told([...log, correct(70, 'ana', 10, 20), end(70)])[0]).toBe('ana 10-20 chair');
    expect(told([...log, correct(70, 'ana', 10, null), end(70)])).toEqual([
      'bea 50-60 chair',
      'bea 62-70 chair',
    ]);
    // The turn of a mark is one, whatever pauses are in it.
    expect(told([...log, mark(68, null), correct(70, 'bea', 50, null), end(70)])).toEqual([
      'ana 10-50 chair',
    ]);
  });

  test('BA5 nobody lengthens a turn, and nobody corrects another’s', () => {
    const untouched = told([...log, end(70)]);
    expect(told([...log, correct(70, 'ana', 10, 65), end(70)])).toEqual(untouched);
    expect(told([...log, correct(70, 'bea', 10, null), end(70)])).toEqual(untouched);
    expect(told([...log, correct(70, 'ana', 300, null), end(70)])).toEqual(untouched);
    expect(told([...log, correct(70, 'ana', 10, 2), end(70)])).toEqual(untouched.slice(1));
  });

  test('BA5 a turn that runs ends with it, and the shared mark is to be taken back', () => {
    const corrected = [...log, correct(66, 'bea', 50, 55)];
    expect(told([...corrected, end(80)])).toEqual(['ana 10-50 chair', 'bea 50-55 chair']);
    expect(ends(corrected)).toBe(66);
  });

  test('BA5 who is only supposed and says no is supposed no more in this item', () => {
    const supposed = [speaking(0, true), owner(0, 'ana'), correct(20, 'ana', 0, null)];
    expect(told([...supposed, end(60)])).toEqual([]);
    expect(told([...supposed, owner(60, 'ana'), end(70)])).toEqual(['ana 60-70 owner']);
  });
});

describe('any log', () => {
  test('BA6 turns are disjoint and in order, inside of what was heard, and sum up to no more', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const turns = attributeTurns(log);
        const heard = heardOf(log);
        turns.forEach(({ from, until }, nth) => {
          expect(until).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(turns[nth - 1]?.until ?? -Infinity);
          if (heard !== null) expect(heard.some((one) => one.from <= from && until <= one.until)).toBe(true);
        });
        const sum = turns.reduce((all, { from, until }) => all + until - from, 0);
        expect(sum).toBeLessThanOrEqual(speechOf(log) ?? Infinity);
      }),
    );
  });

  test('BA6 each turn is that of a mark with its source, or of an owner', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const { person, source } of attributeTurns(log))
          expect(
            log.some((one) =>
              source === 'owner'
                ? one.kind === 'owner' && one.person === person
                : one.kind === 'mark' && one.person === person && one.source === source,
            ),
          ).toBe(true);
      }),
    );
  });
});

describe('who does not take part', () => {
  test('BA7 is in the log as nobody in particular: their time is neither theirs nor another’s', () => {
    const log = [speaking(0, true), owner(0, 'bea'), mark(10, 'ana'), mark(20, 'bea'), mark(30, 'ana')];
    const without = withoutPerson([...log, correct(40, 'bea', 20, 25), end(50)], 'bea');
    expect(told(without)).toEqual(['ana 10-20 chair', 'ana 30-50 chair']);
    expect(JSON.stringify(without)).not.toContain('bea');
    expect(ends([mark(10, UNCOUNTED)])).toBe(310);
  });

  test('BA7 taking somebody out changes nobody else’s turns', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const others = (events: readonly BalanceEvent[]) =>
          attributeTurns(events).filter(({ person }) => person !== 'bea');
        const without = withoutPerson(log, 'bea');
        expect(others(without)).toEqual(others(log));
        expect(JSON.stringify(without)).not.toContain('bea');
      }),
    );
  });
});

test('BA8 one’s own turns are one for each mark, from the first word to the last', () => {
  const log = [
    speaking(0, true),
    mark(10, 'ana'),
    speaking(15, false),
    speaking(18, true),
    speaking(25, false),
    mark(30, 'bea'),
    mark(31, 'ana', 'self'),
    speaking(33, true),
    end(40),
  ];
  expect(turnsOf(log, 'ana')).toEqual([
    { person: 'ana', from: at(10), until: at(25), source: 'chair' },
    { person: 'ana', from: at(33), until: at(40), source: 'self' },
  ]);
  expect(turnsOf(log, 'bea')).toEqual([]);
  // A turn that is corrected by where it begins is the right one.
  expect(turnsOf([...log, correct(41, 'ana', 33, null)], 'ana')).toHaveLength(1);
});
