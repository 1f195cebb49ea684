import type { Task } from '../meeting/captured';
import type { CalendarDay, Instant } from '../time/types';
import { dayReader } from './dayReader';
import type { RecordDigest } from './digest';
import type { Series } from './series';
import type { Session } from './sessions';

/** A promise that fell due: whose it was, in which session that showed, and whether it was kept. */
export type JudgedPromise = {
  readonly task: string;
  readonly area: string;
  /** The session that judged it, by its original start. */
  readonly session: Instant;
  readonly kept: boolean;
};

type Open = { readonly area: string; due: CalendarDay; done: boolean };

/**
 * Every promise that fell due (RY7 to RY9). A promise is a task as it was first recorded; the first record of a later day
 * than its due date judges it, so that nobody has to be asked and nothing is judged before people have met.
 */
export function judgedPromises(series: Series, sessions: readonly Session[]): readonly JudgedPromise[] {
  const open = new Map<string, Open>();
  const closed = new Set<string>();
  const judged: JudgedPromise[] = [];
  const dayOf = dayReader(
    series.zone,
    sessions.map(({ start }) => start),
  );
  for (const { original, start, record } of sessions) {
    if (record === undefined) continue;
    const today = dayOf(start);
    const there = new Map(record.tasks.map((task) => [task.id, task]));
    for (const [id, task] of there) {
      if (open.has(id) || closed.has(id)) continue;
      open.set(id, { area: areaOf(task, record, series), due: task.due, done: false });
    }
    for (const [id, promise] of open) {
      const task = there.get(id);
      promise.done ||= task?.state === 'done';
      const fellDue = promise.due < today;
      // Taken up elsewhere, or in parts that are promises of their own.
      const withdrawn = !promise.done && (task?.state === 'monthly' || task?.state === 'split');
      if (fellDue) judged.push({ task: id, area: promise.area, session: original, kept: promise.done });
      // What was cut down in time counts by its new day.
      promise.due = task?.due ?? promise.due;
      if (!fellDue && !withdrawn) continue;
      open.delete(id);
      closed.add(id);
    }
  }
  return judged;
}

/** The owner's area as it was then; somebody who has left the rosters keeps it. */
const areaOf = ({ owner }: Task, { people }: RecordDigest, series: Series): string =>
  (people.find(({ id }) => id === owner) ?? series.people.find(({ id }) => id === owner))?.area ?? '';
