import { randomBytes } from 'node:crypto';
import type { Company } from '../../company/types';
import { GraphError } from '../http/errors';
import { LIMITS } from './limits';
import type { Assignment, Bucket, Plan, Task, Versioned } from './model';

/** Basic plans of the team's group, with their buckets and tasks. */
export class Planner {
  readonly plans = new Map<string, Plan>();
  readonly buckets = new Map<string, Bucket>();
  readonly tasks = new Map<string, Task>();

  constructor(
    private readonly company: Company,
    private readonly now: () => number,
  ) {}

  plansOf(groupId: string): readonly Plan[] {
    return [...this.plans.values()].filter((plan) => plan.groupId === groupId);
  }

  bucketsOf(planId: string): readonly Bucket[] {
    return [...this.buckets.values()].filter((bucket) => bucket.planId === planId);
  }

  tasksOf(planId: string): readonly Task[] {
    return [...this.tasks.values()].filter((task) => task.planId === planId);
  }

  assignedTo(personId: string): readonly Task[] {
    return [...this.tasks.values()].filter(({ assignments }) => assignments.has(personId));
  }

  addPlan(groupId: string, title: string, by: string): Plan {
    if (this.plansOf(groupId).length >= LIMITS.plansInGroup) throw tooMany('MaximumPlannerPlans');
    const plan: Plan = {
      ...this.made('plan', by),
      groupId,
      title,
      details: { ...this.fresh('planDetails'), categories: {}, sharedWith: new Set() },
    };
    this.plans.set(plan.id, plan);
    return plan;
  }

  addBucket(planId: string, name: string, orderHint: string, by: string): Bucket {
    if (this.bucketsOf(planId).length >= LIMITS.bucketsInPlan) throw tooMany('MaximumBucketsInProject');
    const bucket: Bucket = { ...this.made('bucket', by), planId, name, orderHint };
    this.buckets.set(bucket.id, bucket);
    return bucket;
  }

  addTask(planId: string, by: string, input: Partial<Task> & Pick<Task, 'title'>): Task {
    let [inPlan, active] = [0, 0];
    for (const one of this.tasks.values()) {
      if (one.planId !== planId) continue;
      inPlan += 1;
      if (one.percentComplete < 100) active += 1;
    }
    if (inPlan >= LIMITS.tasksInPlan) throw tooMany('MaximumTasksInProject');
    if (active >= LIMITS.activeTasksInPlan) throw tooMany('MaximumActiveTasksInProject');
    const task: Task = {
      ...EMPTY_TASK,
      bucketId: null,
      planId,
      assignments: new Map(),
      categories: new Set(),
      ...input,
      ...this.made('task', by),
      details: {
        ...this.fresh('taskDetails'),
        description: '',
        previewType: 'automatic',
        checklist: new Map(),
        references: new Map(),
      },
    };
    this.tasks.set(task.id, task);
    return task;
  }

  /** Refuses assignments that the limits or the directory do not allow. */
  checkAssignees(assignments: ReadonlyMap<string, Assignment>): void {
    if (assignments.size > LIMITS.assigneesOfTask) throw tooMany('MaximumAssigneesInTasks');
    for (const id of assignments.keys()) {
      if (!this.company.people.some((person) => person.id === id))
        throw new GraphError(400, '', 'The request is invalid: an assignee does not exist.');
      if (this.assignedTo(id).length >= LIMITS.tasksOfPerson) throw tooMany('MaximumTasksAssignedToUser');
    }
  }

  isMember(groupId: string, personId: string): boolean {
    const { team } = this.company;
    return team?.groupId === groupId && team.members.includes(personId);
  }

  private made(type: string, by: string): Versioned & { id: string; createdAt: number; createdBy: string } {
    // 28 characters, as Planner's ids have.
    const id = randomBytes(21).toString('base64url');
    return { ...this.fresh(type), id, createdAt: this.now(), createdBy: by };
  }

  private fresh(type: string): Versioned {
    return { type, serial: randomBytes(6).toString('base64'), version: 1, changed: new Map() };
  }
}

const EMPTY_TASK = {
  orderHint: '8585',
  percentComplete: 0,
  priority: 5,
  startAt: null,
  dueAt: null,
  completedAt: null,
  completedBy: null,
};

/** A limit of the service, by the code it refuses with. */
export const tooMany = (code: string): GraphError =>
  new GraphError(403, code, 'The entity cannot be created because a limit was reached.');
