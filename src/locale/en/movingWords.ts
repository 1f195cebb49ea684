import type { MovingWords } from '../es/movingWords';
import type { Format } from '../format';

/** What is asked of problems from before in English. */
export function movingWordsEn(f: Format): MovingWords {
  return {
    title: 'Did the problem move?',
    before: (value, goal) =>
      `Before: ${f.number(value)}${goal === undefined ? '' : ` (goal ${f.number(goal)})`}`,
    goal: (goal) => `goal ${f.number(goal)}`,
    none: 'No number yet',
    all: (n) => `See all ${n}`,
    since: (done, gone) =>
      [
        ...(done === 0 ? [] : [`✓ ${done} done`]),
        ...(gone === 0 ? [] : [`⚠ ${gone} deleted in Planner`]),
      ].join(' · '),
    open: 'Note',
    openOf: (title) => `Note: ${title}`,
    target: 'Goal',
    set: 'Set',
    solve: 'Solved',
    solveOf: (title) => `Solved: ${title}`,
    solved: 'solved',
    reopen: 'Open again',
    reopenOf: (title) => `Open again: ${title}`,
  };
}
