import fc from 'fast-check';
import {
  forOutsiders,
  movement,
  rankedIdeas,
  typed,
  type Idea,
  type Notes,
  type Problem,
} from '../../../src/domain/meeting/captured';
import { refused } from './aMeeting';

const problem: Problem = {
  id: 'p1',
  title: 'Leads de feria sin llamar',
  by: 'irene',
  area: 'marketing',
  goal: 0,
  readings: [
    { at: 1, value: 60 },
    { at: 2, value: 38 },
    { at: 3, value: 21 },
  ],
};
const idea = (id: string, votes: readonly string[] = []): Idea => ({
  id,
  problem: 'p1',
  text: id,
  by: 'hugo',
  votes,
});

test('ME19 ideas rank by their votes, then as they were said', () => {
  const ideas = [idea('a'), idea('b', ['x', 'y']), idea('c'), { ...idea('d', ['x']), problem: 'p2' }];
  expect(rankedIdeas(ideas, 'p1').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('ME19 a problem moved from its last reading but one to its last', () => {
  expect(movement(problem)).toEqual({ from: 38, to: 21 });
  expect(movement({ ...problem, readings: problem.readings.slice(0, 1) })).toBeNull();
});

test('ME20 what is typed becomes one plain line; empty and too long is refused, never cut', () => {
  expect(typed('  <b>Llamar</b>\n\u202een 24 h ', 200)).toBe('<b>Llamar</b> en 24 h');
  expect(refused(() => typed(' \u0007\n', 200))).toBe('meeting/empty-text');
  expect(refused(() => typed('x'.repeat(201), 200))).toBe('meeting/too-long');
  expect(refused(() => typed('x'.repeat(40_000), 200))).toBe('meeting/too-long');
});

test('ME21 nothing that is internal, or hangs on something internal, is left for outsiders', () => {
  const mark = fc.option(fc.constant(true as const), { nil: undefined });
  const inside = (internal: true | undefined) => (internal === undefined ? {} : { internal });
  const on = fc.record({ problem: fc.constantFrom('p0', 'p1', 'p2', 'p9'), internal: mark });
  const parts = fc.array(on, { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(mark, { minLength: 3, maxLength: 3 }), parts, parts, parts, (marks, a, b, c) => {
      const secret = (of: string, internal: true | undefined) =>
        internal === true || of === 'p9' || marks[Number(of.slice(1))] === true ? 'SECRET' : 'shown';
      const notes: Notes = {
        problems: marks.map((internal, at) => ({
          ...problem,
          id: `p${at}`,
          title: secret(`p${at}`, internal),
          ...inside(internal),
        })),
        ideas: a.map(({ problem: of, internal }, at) => ({
          ...idea(`a${at}`),
          problem: of,
          text: secret(of, internal),
          ...inside(internal),
        })),
        decisions: b.map(({ problem: of, internal }, at) => ({
          id: `b${at}`,
          problem: of,
          text: secret(of, internal),
          deciders: [],
          at: 0,
          ...inside(internal),
        })),
        tasks: c.map(({ problem: of, internal }, at) => ({
          id: `${secret(of, internal)}${at}`,
          problem: of,
          text: secret(of, internal),
          owner: 'irene',
          due: '2026-12-04',
          carried: 0,
          state: 'open',
          ...(at > 0 && { partOf: `${secret(c[at - 1]!.problem, c[at - 1]!.internal)}${at - 1}` }),
          ...inside(internal),
        })),
      };
      const out = forOutsiders(notes);
      expect(JSON.stringify(out)).not.toMatch(/SECRET|internal/);
      const shown = (all: readonly object[]) => all.filter((one) => JSON.stringify(one).includes('"shown"'));
      expect(out.problems).toHaveLength(shown(notes.problems).length);
      expect(out.ideas).toHaveLength(shown(notes.ideas).length);
      expect(out.decisions).toHaveLength(shown(notes.decisions).length);
      expect(out.tasks).toHaveLength(shown(notes.tasks).length);
    }),
  );
});
