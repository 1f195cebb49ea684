import type { BoardGroup, BoardTask } from '../../../domain/tasks/board';

/** A line of the list: the head of a group, or one of its tasks. */
export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly group: BoardGroup }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly task: BoardTask;
      /** To be said of it: where its problem is, the head of the group has said so. */
      readonly internal: boolean;
    };

/** All groups with their tasks as one list of lines. */
export function rowsOf(groups: readonly BoardGroup[]): readonly Row[] {
  return groups.flatMap((group): readonly Row[] => [
    { kind: 'group', key: `group ${group.problem?.id ?? ''}`, group },
    ...group.tasks.map((task): Row => ({
      kind: 'task',
      key: `task ${task.id}`,
      task,
      internal: task.internal && group.problem?.internal !== true,
    })),
  ]);
}

/** The task that comes so many tasks after `from`, or before it; the last one that way when there are not so many. */
export function taskFrom(rows: readonly Row[], from: number, by: number): number {
  let at = from;
  let left = Math.abs(by);
  for (let next = from + Math.sign(by); left > 0 && next >= 0 && next < rows.length; next += Math.sign(by)) {
    if (rows[next]?.kind !== 'task') continue;
    at = next;
    left -= 1;
  }
  return at;
}
