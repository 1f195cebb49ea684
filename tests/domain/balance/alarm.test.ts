import { mayNudge, MOST_NUDGES, phaseWantsMany, quietArea } from '../../../src/domain/balance/alarm';
import type { AgendaKind } from '../../../src/domain/agenda/types';
import type { MarkSource, Turn } from '../../../src/domain/balance/types';

const MINUTE = 60_000;
const people = ['m1', 'm2', 's1', 's2'].map((id) => ({
  id,
  area: id.startsWith('m') ? 'marketing' : 'sales',
  spans: [{ from: 0, until: 60 * MINUTE }],
}));

/** Turns of twenty seconds by these people, again and again. */
function turnsOf(order: readonly string[], from: number, until: number, source: MarkSource = 'chair') {
  const turns: Turn[] = [];
  for (let at = from * MINUTE; at < until * MINUTE; at += 20_000)
    turns.push({ person: order[turns.length % order.length] ?? '', from: at, until: at + 20_000, source });
  return turns;
}
const MARKETING = ['m1', 'm2'];
const FAIR = ['m1', 's1', 'm2', 's2'];

const quiet = (turns: readonly Turn[], now: number, more: Partial<Parameters<typeof quietArea>[0]> = {}) =>
  quietArea({
    turns: turns.filter(({ from }) => from < now * MINUTE),
    people,
    heard: [{ from: 0, until: now * MINUTE }],
    now: now * MINUTE,
    ...more,
  });

describe('the alarm', () => {
  test('BA12 nothing is said before ten minutes of speech, then of an area that is not heard', () => {
    const turns = turnsOf(MARKETING, 0, 60);
    expect(quiet(turns, 9.9)).toBeNull();
    expect(quiet(turns, 10)).toBe('sales');
    // Speech is what counts: a signal that was on half of the time is twenty minutes for ten.
    const heard = Array.from({ length: 60 }, (_, at) => ({ from: at * MINUTE, until: (at + 0.5) * MINUTE }));
    const half = turns.filter((_, at) => at % 3 === 0);
    expect(quiet(half, 14.9, { heard: heard.slice(0, 15) })).toBeNull();
    expect(quiet(half, 20, { heard: heard.slice(0, 20) })).toBe('sales');
  });

  test('BA12 a fair meeting raises none, and one area is none', () => {
    const turns = turnsOf(FAIR, 0, 60);
    for (let now = 0; now <= 60; now += 0.5) expect(quiet(turns, now)).toBeNull();
    const alone = people.filter(({ area }) => area === 'marketing');
    expect(quiet(turnsOf(MARKETING, 0, 60), 30, { people: alone })).toBeNull();
    expect(quiet([], 30)).toBeNull();
    expect(quiet([], 30, { heard: null })).toBeNull();
  });

  test('BA12 what was lately counts: fair before, held since', () => {
    const turns = [...turnsOf(FAIR, 0, 20), ...turnsOf(MARKETING, 20, 40)];
    expect(quiet(turns, 20)).toBeNull();
    expect(quiet(turns, 35)).toBe('sales');
  });

  test('BA12 an area that had its part in the whole meeting is not quiet', () => {
    const turns = [...turnsOf(['s1', 's2'], 0, 20), ...turnsOf(MARKETING, 20, 40)];
    expect(quiet(turns, 15)).toBe('marketing');
    expect(quiet(turns, 35)).toBeNull();
  });

  test('BA12 fair is by who was there lately', () => {
    const turns = turnsOf(['m1', 'm2', 'm1', 's1'], 0, 40);
    const left = people.map((one) =>
      one.id === 's2' ? { ...one, spans: [{ from: 0, until: MINUTE }] } : one,
    );
    const gone = people.map((one) =>
      one.area === 'sales' ? { ...one, spans: [{ from: 0, until: MINUTE }] } : one,
    );
    expect(quiet(turns, 35)).toBe('sales');
    expect(quiet(turns, 35, { people: left })).toBeNull();
    expect(quiet(turnsOf(MARKETING, 0, 40), 35, { people: gone })).toBeNull();
  });

  test('BA12 one who speaks on and on is heard as such, though that is one turn', () => {
    const on = [{ person: 'm1', from: 0, until: 14.5 * MINUTE, source: 'chair' } as const];
    const turns = [...on, ...turnsOf(['s1'], 14.5, 14.8), ...turnsOf(['m1'], 14.8, 60)];
    expect(quiet(turns, 15)).toBe('sales');
  });

  test('BA13 it looks each five minutes, and is silent once the area was heard for twenty seconds', () => {
    const held = turnsOf(MARKETING, 0, 15);
    expect(quiet(held, 19.9)).toBe('sales');
    const answered = [...held, ...turnsOf(['s1'], 16, 16.3)];
    expect(quiet(answered, 16.2)).toBe('sales');
    expect(quiet(answered, 16.4)).toBeNull();
  });

  test('BA13 where less than half is marked nothing is known', () => {
    const turns = turnsOf(MARKETING, 0, 60);
    expect(
      quiet(
        turns.filter((_, at) => at % 3 !== 0),
        30,
      ),
    ).toBe('sales');
    expect(
      quiet(
        turns.filter((_, at) => at % 3 === 0),
        30,
      ),
    ).toBeNull();
    expect(
      quiet(
        turns.filter((_, at) => at % 3 === 0),
        30,
        { heard: null },
      ),
    ).toBe('sales');
  });

  test('BA13 what is supposed of an owner raises none and keeps one back', () => {
    expect(quiet(turnsOf(['m1'], 0, 60, 'owner'), 30)).toBeNull();
    // Marked are the others alone; sales speaks unmarked in its own items.
    const mixed = turnsOf(['m1', 's1', 'm2', 's2', 'm1'], 0, 60).map((one) =>
      one.person.startsWith('s') ? { ...one, source: 'owner' as const } : one,
    );
    expect(
      quiet(
        mixed.filter(({ source }) => source !== 'owner'),
        30,
      ),
    ).toBe('sales');
    expect(quiet(mixed, 30)).toBeNull();
  });

  test('BA13 what is supposed of an owner raises none beside marks that are fair', () => {
    const order = ['m1', 'm2', 'm1', 's1', 'm1', 'm2', 'm1', 's2', 'm2'];
    const turns = turnsOf(order, 0, 60);
    expect(quiet(turns, 30)).toBe('sales');
    const supposed = turns.map((one) => (one.person === 'm1' ? { ...one, source: 'owner' as const } : one));
    expect(quiet(supposed, 30)).toBeNull();
  });

  test('BA12 a turn with pauses in it is one turn', () => {
    const turns: Turn[] = [];
    for (let at = 0; at < 60 * MINUTE; at += 70_000) {
      for (let piece = at; piece < at + 40_000; piece += 2000)
        turns.push({ person: 'm1', from: piece, until: piece + 1900, source: 'chair' });
      turns.push({ person: 's1', from: at + 40_000, until: at + 70_000, source: 'chair' });
    }
    expect(quiet(turns, 30)).toBeNull();
  });

  test('BA13 who is unknown or does not take part is nobody’s', () => {
    const turns = turnsOf(['m1', 'x', 's1', '', 'm2', 'x', 's2', ''], 0, 60);
    expect(quiet(turns, 30)).toBeNull();
  });
});

describe('nudges', () => {
  test('BA15 are for items that want many voices', () => {
    const wants = (...kinds: readonly AgendaKind[]) => kinds.map(phaseWantsMany);
    expect(wants('ideas', 'decision', 'tasks', 'round', 'rhythm', 'topic')).not.toContain(false);
    expect(wants('problem', 'numbers', 'openTasks', 'weeklies')).not.toContain(true);
  });

  test('BA15 are three a meeting at most, ten minutes apart', () => {
    expect(mayNudge([], 0)).toBe(true);
    expect(mayNudge([0], 10 * MINUTE - 1)).toBe(false);
    expect(mayNudge([0], 10 * MINUTE)).toBe(true);
    expect(mayNudge([0, 10 * MINUTE], 20 * MINUTE)).toBe(true);
    expect(mayNudge([0, 10 * MINUTE, 20 * MINUTE], 60 * MINUTE)).toBe(false);
    expect(MOST_NUDGES).toBe(3);
  });
});
