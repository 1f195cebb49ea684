import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** What is asked of problems from before in Spanish; the English file must have the same words. */
export function movingWordsEs(f: Format) {
  return {
    title: '¿Se movió el problema?',
    before: (value: number, goal: number | undefined) =>
      `Antes: ${f.number(value)}${goal === undefined ? '' : ` (meta ${f.number(goal)})`}`,
    goal: (goal: number) => `meta ${f.number(goal)}`,
    none: 'Sin cifra todavía',
    all: (n: number) => `Ver los ${n}`,
    since: (done: number, gone: number) =>
      [
        ...(done === 0 ? [] : [`✓ ${count(done, 'hecha', 'hechas')}`]),
        ...(gone === 0 ? [] : [`⚠ ${count(gone, 'borrada', 'borradas')} en Planner`]),
      ].join(' · '),
    open: 'Apuntar',
    openOf: (title: string) => `Apuntar: ${title}`,
    target: 'Meta',
    set: 'Fijar',
    solve: 'Resuelto',
    solveOf: (title: string) => `Resuelto: ${title}`,
    solved: 'resuelto',
    reopen: 'Reabrir',
    reopenOf: (title: string) => `Reabrir: ${title}`,
  };
}

export type MovingWords = ReturnType<typeof movingWordsEs>;
