import type { RecordDigest } from '../../domain/rhythm/digest';
import type { PlanTask } from '../../domain/tasks/board';
import { boardOf, groupsOf } from '../../domain/tasks/boardGroups';
import type { BoardQuestion } from '../../domain/tasks/boardTasks';
import { fold } from '../../domain/tasks/fold';
import { paired, type Row } from './clock';

const TASKS = 2_400;
const WEEKS = 104;
const TODAY = '2026-11-25';
const FIRST = Date.UTC(2024, 10, 26, 9);
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** A full plan as the channel's tab shows it: made from records and Planner, and filtered while somebody types. */
export function boardRows(): readonly Row[] {
  const question = questionOf();
  const names = new Map(question.series.people.map(({ id, name }) => [id, name]));
  const board = boardOf(question, names);
  const search = 'jose lista 7';
  const words = search.split(' ');
  return [
    paired(
      `board of ${TASKS} tasks in ${WEEKS} records`,
      () => boardOf(question, names),
      'JSON.stringify',
      () => JSON.stringify([question.digests, [...(question.planned ?? [])]]),
    ),
    paired(
      `${TASKS} tasks searched and grouped`,
      () => groupsOf(board, { search, state: 'all' }, TODAY),
      'folded anew',
      () =>
        board.tasks
          .filter(({ text }) => words.every((word) => fold(text).includes(word)))
          .sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1)),
    ),
    paired(
      `${TASKS} tasks grouped`,
      () => groupsOf(board, {}, TODAY),
      'sorted by text',
      () => [...board.tasks].sort((a, b) => a.text.localeCompare(b.text)),
    ),
  ];
}

function questionOf(): BoardQuestion {
  const people = Array.from({ length: 12 }, (_, nth) => ({
    ...{ id: `p${nth}`, name: `Íñigo Peña ${nth}`, mail: `p${nth}@bench.example`, site: 'madrid' },
    ...{ area: nth % 2 === 0 ? 'marketing' : 'sales', role: 'key' as const },
  }));
  const each = Math.ceil(TASKS / WEEKS);
  const digests = Array.from({ length: WEEKS }, (_, at) => digestOf(WEEKS - 1 - at, each));
  const planned = digests.flatMap(({ tasks, planner }) =>
    tasks.map(({ id, text, owner, due }): [string, PlanTask] => {
      const there = planner[id] ?? '';
      return [
        there,
        {
          ...{ id: there, eTag: 'W/"1"', title: text, owners: [owner], due, percent: 0 },
          ...{ createdAt: FIRST, completedAt: null, categories: [] },
        },
      ];
    }),
  );
  return { digests, planned: new Map(planned), hasPlan: true, series: { people }, today: TODAY };
}

function digestOf(week: number, each: number): RecordDigest {
  const start = FIRST + week * WEEK_MS;
  const ids = Array.from({ length: each }, (_, nth) => `t${week}-${nth}`);
  return {
    ...{ series: 'bench', start, planned: { start, minutes: 35 }, startedAt: start, endedAt: start },
    ...{ chair: 'p0', people: [], decisions: [] },
    problems: [
      { id: `p${week}`, title: `Las listas llegan tarde ${week}`, by: 'p0', area: 'sales', readings: [] },
    ],
    tasks: ids.map((id, nth) => ({
      ...{ id, problem: `p${week}`, text: `Enviar la lista ${nth} a José`, owner: `p${nth % 12}` },
      ...{ due: `2026-1${nth % 3}-1${week % 10}`, carried: nth % 4, state: 'open' as const },
    })),
    planner: Object.fromEntries(ids.map((id) => [id, `planner-${id}`])),
  };
}
