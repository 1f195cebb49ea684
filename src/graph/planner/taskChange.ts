import type { PlanChange, PlanField } from '../../app/ports/planBoard';
import type { PlanTask } from '../../domain/tasks/board';
import { ASSIGNED, dueDateTime } from './taskStore';

/** What is sent of a change to a task as it stands; null when all of it stands there already (GP8). */
export function bodyOf(change: PlanChange, there: PlanTask): Readonly<Record<string, unknown>> | null {
  const { title, due, percent, category } = change;
  const assignments = assignmentsOf(change, there);
  const body = {
    ...(title !== undefined && title !== there.title && { title }),
    ...(due !== undefined && due !== there.due && { dueDateTime: due === null ? null : dueDateTime(due) }),
    ...(percent !== undefined && percent !== there.percent && { percentComplete: percent }),
    ...(assignments !== null && { assignments }),
    ...(category !== undefined &&
      !there.categories.includes(category) && { appliedCategories: { [`category${category}`]: true } }),
  };
  return Object.keys(body).length === 0 ? null : body;
}

/** The new owner in the place of the old one; everybody else whom people have assigned stays (GP9). */
function assignmentsOf(
  change: PlanChange,
  { owners }: PlanTask,
): Readonly<Record<string, typeof ASSIGNED | null>> | null {
  const { owner } = change;
  if (owner === undefined) return null;
  const before = leavingIn(change, owners);
  const assignments = {
    ...(before !== undefined && before !== owner && owners.includes(before) && { [before]: null }),
    ...(!owners.includes(owner) && { [owner]: ASSIGNED }),
  };
  return Object.keys(assignments).length === 0 ? null : assignments;
}

const leavingIn = ({ ownerBefore }: PlanChange, owners: readonly string[]): string | undefined =>
  ownerBefore ?? owners[0];

/**
 * What is left of a change when somebody wrote first (GP8): a field that they changed is theirs, unless it says the same
 * by now; the rest is written.
 */
export function remaining(
  change: PlanChange,
  seen: PlanTask,
  there: PlanTask,
): { readonly change: PlanChange; readonly kept: readonly PlanField[] } {
  const kept: PlanField[] = [];
  const { title, due, percent, owner, ownerBefore: _, ...rest } = change;
  const theirs = (field: PlanField, changed: boolean, same: boolean): boolean => {
    if (changed && !same) kept.push(field);
    return changed;
  };
  const before = leavingIn(change, seen.owners);
  const gaveUp =
    before === undefined
      ? there.owners.length > 0
      : seen.owners.includes(before) && !there.owners.includes(before);
  const left: PlanChange = {
    ...rest,
    ...(title !== undefined &&
      !theirs('title', there.title !== seen.title, there.title === title) && { title }),
    ...(due !== undefined && !theirs('due', there.due !== seen.due, there.due === due) && { due }),
    ...(percent !== undefined &&
      !theirs('percent', there.percent !== seen.percent, there.percent === percent) && { percent }),
    ...(owner !== undefined &&
      !theirs('owner', gaveUp, there.owners.includes(owner)) && {
        owner,
        // Said once, so that the first of others is never taken for the old owner.
        ...(before !== undefined && { ownerBefore: before }),
      }),
  };
  return { change: left, kept };
}
