import { Refusal } from '../refusal';
import { addDays } from '../time/calendarDays';
import type { CalendarDay } from '../time/types';
import { LONGEST_TEXT, typed, type ProblemId, type Task } from './captured';
import type { Attendee, PersonId } from './types';

/** What was understood so far of a task; what is missing is missing, never guessed when it is saved. */
export type TaskDraft = {
  readonly text?: string;
  /** Whoever does it, also somebody from outside. */
  readonly owner?: PersonId;
  /** Of the company: answers for the task of somebody from outside. */
  readonly inside?: PersonId;
  readonly due?: CalendarDay;
  readonly problem?: ProblemId;
  readonly internal?: true;
};

export type Missing = 'text' | 'owner' | 'inside' | 'due' | 'problem';

/** Carried over so often, a task must be cut down, split or taken to the monthly meeting. */
export const MOST_CARRIED = 3;

/** What the draft still needs before it can be saved. */
export function missingFrom(draft: TaskDraft, people: readonly Attendee[]): readonly Missing[] {
  const owner = people.find(({ id }) => id === draft.owner);
  const inside = people.find(({ id }) => id === draft.inside);
  const answers = inside !== undefined && inside.outsider !== true;
  return [
    ...(draft.text === undefined || draft.text.trim() === '' ? (['text'] as const) : []),
    ...(owner === undefined ? (['owner'] as const) : []),
    ...(owner?.outsider === true && !answers ? (['inside'] as const) : []),
    ...(draft.due === undefined ? (['due'] as const) : []),
    ...(draft.problem === undefined ? (['problem'] as const) : []),
  ];
}

/** Proposes who answers for an outsider's task: a key person of the same area, else the chair, else nobody. */
export function insideOwnerFor(
  outsider: PersonId,
  people: readonly Attendee[],
  chair: PersonId | null,
): PersonId | null {
  const area = people.find(({ id }) => id === outsider)?.area;
  const inside = people.filter((one) => one.outsider !== true);
  const key = inside.find((one) => one.area === area && one.role === 'key');
  return (key ?? inside.find(({ id }) => id === chair))?.id ?? null;
}

/** The task of a whole draft. Refuses one without text, owner, due date or problem, and an outsider's without an owner inside. */
export function taskFrom(id: string, draft: TaskDraft, people: readonly Attendee[]): Task {
  const missing = missingFrom(draft, people);
  if (missing.includes('inside')) throw new Refusal('meeting/outside-owner');
  const { text, owner, due, problem } = draft;
  if (
    missing.length > 0 ||
    text === undefined ||
    owner === undefined ||
    due === undefined ||
    problem === undefined
  )
    throw new Refusal('meeting/task-incomplete', { missing: missing.join(' ') });
  const outside = people.find((one) => one.id === owner)?.outsider === true;
  return {
    id,
    problem,
    text: typed(text, LONGEST_TEXT),
    owner: outside && draft.inside !== undefined ? draft.inside : owner,
    ...(outside && { doneBy: owner }),
    due: realDay(due),
    carried: 0,
    state: 'open',
    ...(draft.internal === true && { internal: true }),
  };
}

/** Whether somebody must decide on the task before it goes on. */
export const mustBeDecided = ({ state, carried }: Task): boolean =>
  state === 'open' && carried >= MOST_CARRIED;

/** An open task goes to the next meeting. Refuses one that was carried over three times. */
export function carriedOver(task: Task): Task {
  if (task.state !== 'open') return task;
  if (mustBeDecided(task)) throw new Refusal('meeting/decide-first');
  return { ...task, carried: task.carried + 1 };
}

/** The same task, made smaller, with a day of its own; it starts to count anew. */
export const cutDown = (task: Task, text: string, due: CalendarDay): Task => ({
  ...task,
  text: typed(text, LONGEST_TEXT),
  due: realDay(due),
  carried: 0,
});

/** The monthly meeting takes it from here. */
export const toMonthly = (task: Task): Task => ({ ...task, carried: 0, state: 'monthly' });

/** The task in parts of their own; all of them hang on its problem and are as internal as it is. */
export function split(
  task: Task,
  parts: readonly (TaskDraft & { readonly id: string })[],
  people: readonly Attendee[],
): { readonly whole: Task; readonly parts: readonly Task[] } {
  if (parts.length < 2) throw new Refusal('meeting/too-few-parts');
  const { problem, internal } = task;
  return {
    whole: { ...task, state: 'split' },
    parts: parts.map(({ id, ...draft }) => ({
      ...taskFrom(id, { ...draft, problem, ...(internal === true && { internal }) }, people),
      partOf: task.id,
    })),
  };
}

const realDay = (day: CalendarDay): CalendarDay => addDays(day, 0);
