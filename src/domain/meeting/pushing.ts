import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { LEASE, type Push, type RoomCommandBody, type TaskPush } from './room';
import { MOST } from './seeding';
import type { PersonId } from './types';

export type PushCommand = Extract<
  RoomCommandBody,
  { kind: 'lease' | 'release' | 'intend' | 'pushed' | 'notPushed' }
>;

/** One push at a time: whoever holds the lease says what it is about to send, and what came of it. */
export function pushedOn(push: Push, command: PushCommand, by: PersonId, now: Instant): Push {
  switch (command.kind) {
    case 'lease':
      if (push.lease !== null && push.lease.by !== by && now < push.lease.until)
        throw new Refusal('meeting/lease-taken');
      return { ...push, lease: { by, until: now + LEASE } };
    case 'release':
      return push.lease?.by === by ? { ...push, lease: null } : push;
    case 'intend': {
      if (!holds(push, by)) throw new Refusal('meeting/no-lease');
      const was = taskOf(push, command.task);
      if (was?.state === 'pushed') return push;
      // Who intended it first may have sent it: the moment from which a task is looked for stays.
      if (was !== undefined && was.by === by) return push;
      const at = was === undefined ? now : Math.min(was.at, now);
      return withTask(push, command.task, { state: 'intended', by, at });
    }
    case 'pushed':
      mayAnswer(push, command.task, by);
      if (taskOf(push, command.task)?.state === 'pushed') return push;
      return withTask(push, command.task, { state: 'pushed', planner: command.planner });
    case 'notPushed': {
      mayAnswer(push, command.task, by);
      if (taskOf(push, command.task)?.state !== 'intended') return push;
      const { [command.task]: _, ...tasks } = push.tasks;
      return { ...push, tasks };
    }
  }
}

/** A lease that ran out is still its holder's while nobody else took it. */
const holds = ({ lease }: Push, by: PersonId): boolean => lease?.by === by;

/** Also who intended it and has lost the lease since: what came of a request must not be lost. */
function mayAnswer(push: Push, task: string, by: PersonId): void {
  const was = taskOf(push, task);
  if (!holds(push, by) && !(was?.state === 'intended' && was.by === by))
    throw new Refusal('meeting/no-lease');
}

const taskOf = ({ tasks }: Push, task: string): TaskPush | undefined =>
  Object.hasOwn(tasks, task) ? tasks[task] : undefined;

function withTask(push: Push, task: string, state: TaskPush): Push {
  const tasks = { ...push.tasks, [task]: state };
  if (Object.keys(tasks).length > 2 * MOST.tasks)
    throw new Refusal('meeting/too-many', { what: 'tasks', most: 2 * MOST.tasks });
  return { ...push, tasks };
}
