import { isObject, type Json, Reader } from '../http/body';
import { badRequest } from '../http/errors';
import { LIMITS, MOST_DESCRIPTION, MOST_TITLE } from './limits';
import { type Assignment, type ChecklistItem, PREVIEWS, type Reference, type Task } from './model';
import { tooMany } from './planner';

type Stamp = { readonly at: number; readonly by: string };

const TASK_FIELDS = [
  ...['planId', 'bucketId', 'title', 'orderHint', 'percentComplete', 'priority', 'startDateTime'],
  ...['dueDateTime', 'assignments', 'appliedCategories', 'assigneePriority', 'conversationThreadId'],
];
const DETAIL_FIELDS = ['description', 'previewType', 'checklist', 'references'];
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const invalid = (why: string) => badRequest(`The request is invalid:\r\n${why}`, '');

/** The fields of a task in a request, over what it has so far. Null takes away what may be empty. */
export function taskInputOf(body: Json, before: Task | undefined, stamp: Stamp): Partial<Task> {
  const reader = new Reader(body, 'plannerTask', TASK_FIELDS);
  const title = reader.text('title');
  const percentComplete = within(reader.whole('percentComplete'), 100, 'percentComplete');
  const priority = within(reader.whole('priority'), 10, 'priority');
  const orderHint = orderHintIn(reader.text('orderHint'));
  const bucketId = reader.text('bucketId');
  const moment = (name: string): number | null | undefined => {
    if (!reader.has(name)) return undefined;
    const text = reader.text(name);
    return text === undefined ? null : instantOf(text, name);
  };
  const [startAt, dueAt] = [moment('startDateTime'), moment('dueDateTime')];
  const assignments = reader.object('assignments');
  const categories = reader.object('appliedCategories');
  if (title !== undefined) checkTitle(title);
  const [start, due] = [startAt ?? before?.startAt ?? null, dueAt ?? before?.dueAt ?? null];
  if (start !== null && due !== null && start > due) throw invalid('The start is after the due date.');
  return {
    ...(title !== undefined && { title }),
    ...(bucketId !== undefined && { bucketId }),
    ...(orderHint !== undefined && { orderHint }),
    ...(priority !== undefined && { priority }),
    ...(startAt !== undefined && { startAt }),
    ...(dueAt !== undefined && { dueAt }),
    ...(percentComplete !== undefined && {
      percentComplete,
      completedAt: percentComplete === 100 ? stamp.at : null,
      completedBy: percentComplete === 100 ? stamp.by : null,
    }),
    ...(assignments !== undefined && { assignments: assignmentsOf(assignments, before?.assignments, stamp) }),
    ...(categories !== undefined && { categories: categoriesOf(categories, before?.categories) }),
  };
}

/** The details in a request, over those there are. */
export function detailsInputOf(body: Json, before: Task['details'], stamp: Stamp): Partial<Task['details']> {
  const reader = new Reader(body, 'plannerTaskDetails', DETAIL_FIELDS);
  const description = reader.text('description');
  const previewType = reader.member('previewType', PREVIEWS);
  const checklist = reader.object('checklist');
  const references = reader.object('references');
  if ((description?.length ?? 0) > MOST_DESCRIPTION) throw invalid('The description is too long.');
  return {
    ...(description !== undefined && { description }),
    ...(previewType !== undefined && { previewType }),
    ...(checklist !== undefined && { checklist: checklistOf(checklist, before.checklist, stamp) }),
    ...(references !== undefined && { references: referencesOf(references, before.references, stamp) }),
  };
}

export function checkTitle(title: string): void {
  if (title.trim() === '' || title.length > MOST_TITLE)
    throw invalid(`The title must have 1 to ${MOST_TITLE} characters.`);
}

/** A place between two others, `<before> <after>!`; what the service itself calculated is refused. */
export function orderHintIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^[\x20-\x7e]*!$/.test(text)) throw invalid('The order hint is not valid.');
  // The service puts its own value in the place of the wish.
  return `8585${Buffer.from(text).toString('hex').slice(0, 16)}`;
}

function assignmentsOf(
  value: Json,
  before: Task['assignments'] = new Map(),
  { at, by }: Stamp,
): ReadonlyMap<string, Assignment> {
  return merged(value, before, 'plannerAssignment', (entry, key) => {
    if (!GUID.test(key)) throw invalid(`'${key}' is no id of a user.`);
    const reader = new Reader(entry, 'plannerAssignment', ['orderHint']);
    return { orderHint: orderHintIn(reader.text('orderHint')) ?? '', at, by };
  });
}

function categoriesOf(value: Json, before: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const after = new Set(before);
  for (const [name, on] of Object.entries(value)) {
    if (name.startsWith('@odata.')) continue;
    if (!/^category([1-9]|1\d|2[0-5])$/.test(name) || typeof on !== 'boolean')
      throw invalid(`'${name}' is no category.`);
    if (on) after.add(name);
    else after.delete(name);
  }
  return after;
}

function checklistOf(
  value: Json,
  before: ReadonlyMap<string, ChecklistItem>,
  { at, by }: Stamp,
): ReadonlyMap<string, ChecklistItem> {
  const after = merged(value, before, 'plannerChecklistItem', (entry, key, old) => {
    if (!GUID.test(key)) throw invalid(`'${key}' is no GUID.`);
    const reader = new Reader(entry, 'plannerChecklistItem', ['title', 'isChecked', 'orderHint']);
    const title = reader.text('title') ?? old?.title ?? '';
    if (title === '' || title.length > 100)
      throw invalid('A checklist item needs a title of 1 to 100 characters.');
    const orderHint = orderHintIn(reader.text('orderHint')) ?? old?.orderHint ?? '8585';
    return { title, isChecked: reader.flag('isChecked') ?? old?.isChecked ?? false, orderHint, at, by };
  });
  if (after.size > LIMITS.checklistItems) throw tooMany('MaximumChecklistItemsOnTask');
  return after;
}

function referencesOf(
  value: Json,
  before: ReadonlyMap<string, Reference>,
  { at, by }: Stamp,
): ReadonlyMap<string, Reference> {
  const after = merged(value, before, 'plannerExternalReference', (entry, key, old) => {
    // The characters that an open type's names may not have come encoded.
    if (/[.:@#]/.test(key) || !/^https?%3A/i.test(key)) throw invalid(`'${key}' is no encoded address.`);
    const reader = new Reader(entry, 'plannerExternalReference', ['alias', 'type', 'previewPriority']);
    return {
      alias: reader.text('alias') ?? old?.alias ?? null,
      type: reader.text('type') ?? old?.type ?? null,
      previewPriority: orderHintIn(reader.text('previewPriority')) ?? old?.previewPriority ?? null,
      at,
      by,
    };
  });
  if (after.size > LIMITS.references) throw tooMany('MaximumReferencesOnTask');
  return after;
}

/** A change of a dictionary: null takes away, every value names its type. */
function merged<T>(
  value: Json,
  before: ReadonlyMap<string, T>,
  type: string,
  read: (entry: Json, key: string, old: T | undefined) => T,
): ReadonlyMap<string, T> {
  const after = new Map(before);
  for (const [key, entry] of Object.entries(value)) {
    if (key.startsWith('@odata.')) continue;
    if (entry === null) {
      after.delete(key);
      continue;
    }
    if (!isObject(entry) || String(entry['@odata.type']).replace(/^#/, '') !== `microsoft.graph.${type}`)
      throw invalid(`'${key}' needs the type '#microsoft.graph.${type}'.`);
    after.set(key, read(entry, key, before.get(key)));
  }
  return after;
}

function within(value: number | undefined, most: number, name: string): number | undefined {
  if (value !== undefined && (value < 0 || value > most)) throw invalid(`${name} must be 0 to ${most}.`);
  return value;
}

function instantOf(text: string, name: string): number {
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw invalid(`Cannot convert the literal of '${name}' to 'Edm.DateTimeOffset'.`);
  return at;
}
