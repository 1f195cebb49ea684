import * as v from 'valibot';
import { plainText } from '../../domain/agenda/plainText';
import { unturned } from '../../domain/plainName';
import type { PlanTask } from '../../domain/tasks/board';
import { ID } from './plan';

const TEXT = v.nullish(v.string());

/** A task as Planner answers it; people's clients write into it, so nothing of it is believed to be there. */
export const PLAN_TASK = v.object({
  id: ID,
  '@odata.etag': v.string(),
  planId: TEXT,
  title: TEXT,
  percentComplete: v.nullish(v.number()),
  dueDateTime: TEXT,
  createdDateTime: TEXT,
  completedDateTime: TEXT,
  assignments: v.nullish(v.record(v.string(), v.unknown())),
  appliedCategories: v.nullish(v.record(v.string(), v.unknown())),
});

export type AnsweredTask = v.InferOutput<typeof PLAN_TASK>;

/** The task as we know it (GP7): one plain line, days as they are shown, owners who are still assigned. */
export function planTaskOf(answered: AnsweredTask): PlanTask {
  const percent = answered.percentComplete ?? 0;
  return {
    id: answered.id,
    eTag: answered['@odata.etag'],
    title: plainText(unturned(answered.title ?? '')),
    owners: Object.entries(answered.assignments ?? {}).flatMap(([id, one]) =>
      one === null || id.startsWith('@') ? [] : [id],
    ),
    due: dayOf(answered.dueDateTime),
    percent: Math.min(100, Math.max(0, percent)),
    createdAt: Date.parse(answered.createdDateTime ?? '') || 0,
    completedAt: percent >= 100 ? Date.parse(answered.completedDateTime ?? '') || 0 : null,
    categories: Object.entries(answered.appliedCategories ?? {}).flatMap(([name, on]) => {
      const number = /^category([1-9]|1\d|2[0-5])$/.exec(name)?.[1];
      return on === true && number !== undefined ? [Number(number)] : [];
    }),
  };
}

function dayOf(moment: string | null | undefined): string | null {
  const day = /^\d{4}-\d\d-\d\d(?=T)/.exec(moment ?? '')?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day;
}
