import { Refusal } from '../../domain/refusal';
import type { Series } from '../../domain/rhythm/series';
import type { KeptTask } from '../../domain/tasks/boardTasks';
import type { Instant } from '../../domain/time/types';
import { madeOnce } from '../madeOnce';
import { CLOCKS_APART, plannerTaskFrom } from '../plannerTask';
import { type Failure, PortFailure } from '../ports/failure';
import type { NewPlannerTask } from '../ports/taskStore';
import { changeRecord, readArchive } from './archives';
import { attempt } from './attempt';
import { chosenIn, type Follow } from './followState';
import { type Alike, askWhich, leftInPlan, type Twins, twinsOf } from './pushingTwins';
import { boardIn, keptIn, namesOf, taskIn } from './tasksBoard';
import { loadPlan, readPlan, untilEnd } from './tasksPlan';

/** So many tasks may be in Planner before their record says so; a lost tab then costs a search by title, nothing more. */
const BATCH = 10;

/** Sends what waits to the plan: one push at a time, each task once, whatever gets lost on the way (FT10, FT11). */
export function sendWaiting(follow: Follow): void {
  push(follow, () => waitingIn(follow));
}

/** Makes one again that somebody deleted in Planner (FT12). */
export function sendAgain(follow: Follow, id: string): void {
  if (taskIn(boardIn(follow.state.get()), id).in !== 'gone') throw new Refusal('follow/unknown-task');
  push(follow, () => {
    const task = taskIn(boardIn(follow.state.get()), id);
    const kept = keptIn(follow.state.get()).get(id);
    // Somebody else may have made it again meanwhile.
    return task.in === 'gone' && kept !== undefined ? [kept] : [];
  });
}

function waitingIn(follow: Follow): readonly KeptTask[] {
  const state = follow.state.get();
  const waiting = new Set(
    boardIn(state).tasks.flatMap(({ id, in: where }) => (where === 'waiting' ? [id] : [])),
  );
  return [...keptIn(state).values()]
    .filter(({ task }) => waiting.has(task.id))
    .sort((a, b) => a.session - b.session);
}

function push(follow: Follow, which: () => readonly KeptTask[]): void {
  if (follow.state.get().working !== null) throw new Refusal('follow/busy');
  const again = (): void => push(follow, which);
  follow.change({ working: { what: 'push', done: 0, of: which().length }, notice: null });
  void attempt(follow, 'push', () => pushAll(follow, which, again), again).then(() =>
    follow.change({ working: null }),
  );
}

/** One push under way. */
type Push = {
  readonly follow: Follow;
  readonly series: Series;
  readonly plan: string;
  readonly since: Instant;
  readonly twins: Twins;
  readonly categories: Readonly<Record<string, number>>;
  /** In Planner, and not in its record yet. */
  readonly pending: Map<string, Pending>;
  /** Made by this push. */
  readonly made: NewPlannerTask[];
  /** What a person has to say before one of them can go. */
  alike: Alike | null;
  done: number;
};

/** `told`: Planner has heard that it is done. */
type Pending = { readonly kept: KeptTask; readonly planner: string; readonly told?: true };

type Stop = { readonly waitUntil?: Instant | null; readonly full?: string; readonly refused?: Failure };

async function pushAll(follow: Follow, which: () => readonly KeptTask[], again: () => void): Promise<void> {
  const { series } = chosenIn(follow.state.get());
  const { identity, tasks } = follow.ports;
  await identity.token('followUp', { interactive: true });
  const plan = await tasks.plan(untilEnd(follow));
  if (plan === null) throw new Refusal('follow/no-plan');
  // What others have sent since this tab looked does not wait any more.
  await readArchive(follow, series.id);
  const { records } = follow.state.get().progress;
  if (records.state === 'failed') throw new PortFailure(records.failure);
  await readPlan(follow);
  // Whoever went to another series meanwhile does not send that one's tasks unseen.
  if (follow.state.get().chosen !== series.id) return;
  const push: Push = {
    ...{ follow, series, plan, since: follow.now(), twins: twinsOf(follow), alike: null },
    ...{ categories: await categoriesOf(follow, plan, series), pending: new Map(), made: [], done: 0 },
  };
  const all = which();
  const stop = await sendEach(push, all);
  if (follow.ended) return;
  if (stop.waitUntil === undefined) await dropTwins(push);
  // Who was asked to wait is not asked again at once.
  if (stop.waitUntil === undefined) await loadPlan(follow);
  const left = all.length - push.done;
  if (push.alike !== null) askWhich(follow, push.alike, again);
  if (stop.full !== undefined) follow.change({ notice: { kind: 'planFull', code: stop.full } });
  else if (stop.refused !== undefined) throw new PortFailure(stop.refused);
  else
    follow.change({ notice: { kind: 'pushed', done: push.done, left, waitUntil: stop.waitUntil ?? null } });
}

/** Each in turn; what is in Planner gets into its record in batches, and at the end whatever the end is. */
async function sendEach(push: Push, all: readonly KeptTask[]): Promise<Stop> {
  let stop: Stop = {};
  const full = new Set<string>();
  try {
    for (const kept of all) {
      if (push.follow.ended) break;
      if (full.has(kept.task.owner)) continue;
      const what = await outcomeOf(push, kept);
      stop = { ...stop, ...what };
      if (what.full === 'MaximumTasksAssignedToUser') full.add(kept.task.owner);
      else if (what.full !== undefined || what.waitUntil !== undefined) break;
      push.follow.change({ working: { what: 'push', done: push.done, of: all.length } });
      if (push.pending.size >= BATCH) await keepIds(push);
    }
  } finally {
    await keepIds(push);
  }
  return stop;
}

/** What stops the push, or is told at its end; everything else fails. */
async function outcomeOf(push: Push, kept: KeptTask): Promise<Stop> {
  try {
    if (await pushOne(push, kept)) push.done += 1;
    return {};
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    const { failure } = error;
    if (failure.kind === 'throttled')
      return { waitUntil: failure.retryAfterMs > 0 ? push.follow.now() + failure.retryAfterMs : null };
    if (failure.kind !== 'refused') throw error;
    // The service wants none of this one; the others are no worse for it.
    return failure.code.startsWith('Maximum') ? { full: failure.code } : { refused: failure };
  }
}

/** Answers whether the task has its place in Planner now; false when a person has to say first. */
async function pushOne(push: Push, kept: KeptTask): Promise<boolean> {
  const { follow, plan, twins } = push;
  const { task } = kept;
  if (task.state === 'done') return tellDone(push, kept);
  const wanted = wantedOf(push, kept);
  const adopt = (planner: string): true => {
    twins.sent.set(task.id, planner);
    push.pending.set(task.id, { kept, planner });
    return true;
  };
  const sent = twins.sent.get(task.id);
  if (sent !== undefined && follow.state.get().planned?.has(sent) === true) return adopt(sent);
  const look = () => leftInPlan(follow.state.get().planned, twins, wanted, kept, knownIn(push));
  // What looks like ours may be a task of another series.
  const found = look() === null ? null : (await readOthers(follow), look());
  const known = knownIn(push);
  if (typeof found === 'string') return adopt(found);
  if (found !== null) {
    push.alike ??= found;
    return false;
  }
  const intended = follow.now() - CLOCKS_APART;
  return madeOnce<boolean>({
    async make() {
      const planner = await follow.ports.tasks.create(plan, wanted, untilEnd(follow));
      push.made.push(wanted);
      return adopt(planner);
    },
    async left() {
      const all = await follow.ports.tasks.find(plan, wanted, intended, untilEnd(follow));
      const [first] = all.filter((id) => !known.has(id) && !twins.others.has(id));
      if (first === undefined) return undefined;
      push.made.push(wanted);
      return adopt(first);
    },
    refused: () => Promise.resolve(),
    pause: (milliseconds) => paused(follow, milliseconds),
    ended: () => follow.ended,
  });
}

/** A task that a session has seen done is closed in Planner too; deleted there meanwhile, it is so as well. */
async function tellDone({ follow, pending }: Push, kept: KeptTask): Promise<boolean> {
  const { planner } = kept;
  const there = planner === null ? undefined : follow.state.get().planned?.get(planner);
  if (planner === null || there === undefined) return false;
  try {
    await follow.ports.board.change(there, { percent: 100 }, untilEnd(follow));
  } catch (error) {
    if (!(error instanceof PortFailure) || error.failure.kind !== 'notFound') throw error;
  }
  pending.set(kept.task.id, { kept, planner, told: true });
  return true;
}

/** Every series that this person sees, as far as its records were not read yet. */
async function readOthers(follow: Follow): Promise<void> {
  for (const { series } of follow.state.get().all)
    if (!Object.hasOwn(follow.state.get().archives, series.id)) await readArchive(follow, series.id);
}

/** Plan tasks that are known to be tasks of ours, in a record of whichever series already or about to be. */
function knownIn({ follow, twins }: Push): ReadonlySet<string> {
  const { archives } = follow.state.get();
  const recorded = Object.values(archives).flatMap(({ summary }) =>
    summary.files.flatMap(({ digest }) => Object.values(digest.planner)),
  );
  return new Set([...recorded, ...twins.sent.values()]);
}

function wantedOf({ follow, series, categories }: Push, { task }: KeptTask): NewPlannerTask {
  const files = follow.state.get().archives[series.id]?.summary.files ?? [];
  const digests = files.map(({ digest }) => digest);
  const problem = digests.flatMap(({ problems }) => problems).find(({ id }) => id === task.problem);
  const doneBy = task.doneBy === undefined ? undefined : (namesOf(series, digests).get(task.doneBy) ?? '');
  const area = series.people.find(({ id }) => id === task.owner)?.area ?? '';
  const category = Object.hasOwn(categories, area) ? categories[area] : undefined;
  return {
    ...plannerTaskFrom(task, follow.ports.wording.taskNote(problem?.title ?? '', doneBy)),
    ...(category !== undefined && { category }),
  };
}

/** A help to the eye: where it cannot be had, the tasks go without. */
async function categoriesOf(
  follow: Follow,
  plan: string,
  { areas, language }: Series,
): Promise<Readonly<Record<string, number>>> {
  const { board, wording } = follow.ports;
  const named = areas.map(({ id, name }) => ({
    id,
    name: name === '' ? (wording.areaName?.(id, language) ?? '') : name,
  }));
  try {
    return await board.categories(plan, named, untilEnd(follow));
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    return {};
  }
}

/** Writes what is pending into the records. Whoever was quicker with a task keeps it; ours is then a twin. */
async function keepIds(push: Push): Promise<void> {
  const bySession = new Map<Instant, [string, Pending][]>();
  for (const entry of push.pending) {
    const { session } = entry[1].kept;
    bySession.set(session, [...(bySession.get(session) ?? []), entry]);
  }
  for (const [session, entries] of bySession) {
    await changeRecord(push.follow, session, push.series.id, (record) => {
      const ids = { ...record.planner };
      for (const [id, { kept, planner }] of entries) {
        const there = Object.hasOwn(ids, id) ? ids[id] : undefined;
        if (there === undefined || there === kept.planner) ids[id] = planner;
      }
      const told = new Set(entries.flatMap(([id, one]) => (one.told === true ? [id] : [])));
      const tasks = record.tasks.map((task) =>
        told.has(task.id) && task.state === 'done' ? { ...task, told: true as const } : task,
      );
      return { ...record, tasks, planner: ids };
    });
    for (const [id] of entries) {
      push.pending.delete(id);
      push.twins.sent.delete(id);
      push.twins.decided.delete(id);
    }
  }
}

/** A tidying up: where it fails, the tasks are in Planner all the same. */
async function dropTwins(push: Push): Promise<void> {
  const { follow, plan, made, since, twins } = push;
  if (made.length === 0) return;
  const others = new Set([...knownIn(push), ...twins.others]);
  try {
    await follow.ports.tasks.dropTwins(plan, made, others, since, untilEnd(follow));
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}

function paused(follow: Follow, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const forget = follow.ports.after(milliseconds, resolve);
    follow.onEnd(() => {
      forget();
      resolve();
    });
  });
}
