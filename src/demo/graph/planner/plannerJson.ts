import { etagOf } from './versions';
import type { Bucket, Plan, Task } from './model';

const date = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
const who = (id: string) => ({ user: { displayName: null, id } });

export function planJson(plan: Plan) {
  return {
    '@odata.etag': etagOf(plan),
    id: plan.id,
    title: plan.title,
    owner: plan.groupId,
    createdDateTime: date(plan.createdAt),
    createdBy: who(plan.createdBy),
    container: {
      containerId: plan.groupId,
      type: 'group',
      url: `https://graph.microsoft.com/v1.0/groups/${plan.groupId}`,
    },
  };
}

export function planDetailsJson({ id, details }: Plan) {
  const names = Array.from({ length: 25 }, (_, at) => `category${at + 1}`);
  return {
    '@odata.etag': etagOf(details),
    id,
    sharedWith: Object.fromEntries([...details.sharedWith].map((person) => [person, true])),
    categoryDescriptions: Object.fromEntries(names.map((name) => [name, details.categories[name] ?? null])),
  };
}

export function bucketJson(bucket: Bucket) {
  const { id, name, planId, orderHint } = bucket;
  return { '@odata.etag': etagOf(bucket), id, name, planId, orderHint };
}

export function taskJson(task: Task) {
  const { checklist, references, description, previewType } = task.details;
  return {
    '@odata.etag': etagOf(task),
    id: task.id,
    planId: task.planId,
    bucketId: task.bucketId,
    title: task.title,
    orderHint: task.orderHint,
    assigneePriority: '',
    percentComplete: task.percentComplete,
    priority: task.priority,
    startDateTime: date(task.startAt),
    dueDateTime: date(task.dueAt),
    createdDateTime: date(task.createdAt),
    createdBy: who(task.createdBy),
    completedDateTime: date(task.completedAt),
    completedBy: task.completedBy === null ? null : who(task.completedBy),
    hasDescription: description !== '',
    previewType,
    referenceCount: references.size,
    checklistItemCount: checklist.size,
    activeChecklistItemCount: [...checklist.values()].filter(({ isChecked }) => !isChecked).length,
    conversationThreadId: null,
    appliedCategories: Object.fromEntries([...task.categories].map((name) => [name, true])),
    assignments: Object.fromEntries(
      [...task.assignments].map(([id, { orderHint, at, by }]) => [
        id,
        {
          '@odata.type': '#microsoft.graph.plannerAssignment',
          assignedDateTime: date(at),
          orderHint,
          assignedBy: who(by),
        },
      ]),
    ),
  };
}

export function taskDetailsJson({ id, details }: Task) {
  const { description, previewType, checklist, references } = details;
  return {
    '@odata.etag': etagOf(details),
    id,
    description,
    previewType,
    references: Object.fromEntries(
      [...references].map(([url, { at, by, ...rest }]) => [
        url,
        {
          '@odata.type': '#microsoft.graph.plannerExternalReference',
          ...rest,
          lastModifiedDateTime: date(at),
          lastModifiedBy: who(by),
        },
      ]),
    ),
    checklist: Object.fromEntries(
      [...checklist].map(([key, { at, by, ...rest }]) => [
        key,
        {
          '@odata.type': '#microsoft.graph.plannerChecklistItem',
          ...rest,
          lastModifiedDateTime: date(at),
          lastModifiedBy: who(by),
        },
      ]),
    ),
  };
}
