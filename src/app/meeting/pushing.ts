import type { Task } from '../../domain/meeting/captured';
import { LEASE, type RoomCommandBody } from '../../domain/meeting/room';
import { Refusal } from '../../domain/refusal';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { madeOnce } from '../madeOnce';
import { CLOCKS_APART } from '../plannerTask';
import { type Failure, PortFailure } from '../ports/failure';
import { tasksToPush } from './afterView';
import { type Desk, failedStep, OFFERED } from './deskState';
import type { StepView } from './meetingView';
import { pause } from './pause';
import { plannedFrom } from './plannerTask';
import { keepAgain } from './recording';
import { recordsBefore } from './seriesKnowledge';
import { checkOnline, DONE, step } from './steps';

/** Sends what is open to Planner: one push at a time, each task once, whatever gets lost on the way. */
export function pushTasks(desk: Desk): Promise<void> {
  return step(desk, 'tasks', async () => {
    checkOnline(desk);
    await desk.ports.identity.token('followUp', { interactive: true });
    const plan = await desk.ports.tasks.plan(cancellable());
    if (plan === null) return failedStep({ kind: 'notFound' });
    await tellRoom(desk, { kind: 'lease' });
    const forget = keepLease(desk);
    try {
      return await pushAll(desk, plan);
    } finally {
      forget();
      // It ends by itself as well.
      void tellRoom(desk, { kind: 'release' }).catch(() => undefined);
      void keepAgain(desk);
    }
  });
}

async function pushAll(desk: Desk, plan: string): Promise<StepView> {
  const before = await plannedBefore(desk);
  const since = desk.now();
  let failure: Failure | null = null;
  const all = tasksToPush(desk.state.get());
  for (const { id } of all) {
    // Somebody may have changed it, or sent it, since.
    const task = tasksToPush(desk.state.get()).find((one) => one.id === id);
    if (task === undefined || desk.ended) continue;
    try {
      if (before === null && mayBeThere(desk, task)) throw new PortFailure({ kind: 'unavailable' });
      await pushOne(desk, plan, task, before ?? {});
    } catch (error) {
      if (!(error instanceof PortFailure) || error.failure.kind !== 'refused') throw error;
      // The service wants none of this one; the others are no worse for it.
      failure = error.failure;
    }
  }
  await dropTwins(desk, plan, all, since);
  if (failure !== null) return failedStep(failure);
  return tasksToPush(desk.state.get()).length === 0 ? DONE : OFFERED;
}

/** A tidying up: where it fails, the tasks are in Planner all the same. */
async function dropTwins(desk: Desk, plan: string, all: readonly Task[], since: Instant): Promise<void> {
  const made = all.filter(({ id }) => desk.sent.has(id)).map((task) => plannedFrom(desk, task));
  if (made.length === 0 || desk.ended) return;
  const known = new Set([...knownInPlan(desk), ...desk.sent.values(), ...othersOf(desk)]);
  try {
    await desk.ports.tasks.dropTwins(plan, made, known, since, cancellable());
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}

async function pushOne(
  desk: Desk,
  plan: string,
  task: Task,
  before: Readonly<Record<string, string>>,
): Promise<void> {
  const there = Object.hasOwn(before, task.id) ? before[task.id] : undefined;
  const decided = desk.sameTask.get(task.id);
  const planner = there ?? desk.sent.get(task.id) ?? decided ?? undefined;
  if (planner !== undefined) return pushed(desk, task, planner);
  const open = intentOf(desk, task);
  // Said to be another one, it is made without looking again.
  if (open !== undefined && decided === undefined) {
    const found = await find(desk, plan, task);
    if (found !== 'none') return found === 'asked' ? undefined : pushed(desk, task, found);
  }
  await tellRoom(desk, { kind: 'intend', task: task.id });
  await madeOnce<'asked' | 'pushed'>({
    async make() {
      await pushed(desk, task, await desk.ports.tasks.create(plan, plannedFrom(desk, task), cancellable()));
      return 'pushed';
    },
    async left() {
      const found = await find(desk, plan, task);
      if (found === 'none') return undefined;
      if (found !== 'asked') await pushed(desk, task, found);
      return found === 'asked' ? found : 'pushed';
    },
    refused: () => tellRoom(desk, { kind: 'notPushed', task: task.id }),
    pause: (milliseconds) => pause(desk, milliseconds),
    ended: () => desk.ended,
  });
}

/** Those of the plan that a person said are none of ours. */
const OTHERS = new WeakMap<Desk, Set<string>>();

function othersOf(desk: Desk): Set<string> {
  const others = OTHERS.get(desk) ?? new Set();
  OTHERS.set(desk, others);
  return others;
}

/** What an unanswered request left: one task is it, of two a person says whether they are. */
async function find(desk: Desk, plan: string, task: Task): Promise<string> {
  const intent = intentOf(desk, task);
  if (intent === undefined) return 'none';
  const { title, due } = plannedFrom(desk, task);
  const like = { title, due, by: intent.by };
  const all = await desk.ports.tasks.find(plan, like, intent.at - CLOCKS_APART, cancellable());
  const known = knownInPlan(desk);
  const found = all.filter((id) => !known.has(id));
  const [first] = found;
  if (first === undefined) return 'none';
  if (found.length === 1) return first;
  desk.asked = (yes) => {
    desk.sameTask.set(task.id, yes ? first : null);
    if (!yes) for (const id of found) othersOf(desk).add(id);
    void pushTasks(desk);
  };
  desk.change({ question: { kind: 'sameTask', text: task.text, found: found.length } });
  return 'asked';
}

const intentOf = (desk: Desk, { id }: Task) => {
  const tasks = desk.state.get().room?.state?.push.tasks ?? {};
  const push = Object.hasOwn(tasks, id) ? tasks[id] : undefined;
  return push?.state === 'intended' ? push : undefined;
};

/** Plan tasks that are known to be other tasks of ours. */
function knownInPlan(desk: Desk): ReadonlySet<string> {
  const tasks = Object.values(desk.state.get().room?.state?.push.tasks ?? {});
  return new Set(tasks.flatMap((push) => (push.state === 'pushed' ? [push.planner] : [])));
}

async function pushed(desk: Desk, task: Task, planner: string): Promise<void> {
  desk.sent.set(task.id, planner);
  await tellRoom(desk, { kind: 'pushed', task: task.id, planner });
  desk.sameTask.delete(task.id);
}

/**
 * Which tasks went to Planner from an earlier meeting, or from the channel's tab since this one was kept: the records
 * know, read anew. Null where nobody can tell: then none of them is sent, since it could be there already.
 */
async function plannedBefore(desk: Desk): Promise<Readonly<Record<string, string>> | null> {
  const { known, room, opened } = desk.state.get();
  const series = room?.state?.about?.series ?? null;
  if (series === null || opened === null) return {};
  if (!(room?.notes.tasks ?? []).some((task) => mayBeThere(desk, task))) return {};
  const records = await recordsBefore(desk, series, opened.start + 1);
  if (records === null) return null;
  const all = [...known.weeklies.flat(), ...records];
  return Object.assign({}, ...all.reverse().map(({ planner }) => planner)) as Record<string, string>;
}

/** A record says so of tasks from before, and of all once this meeting has one. */
const mayBeThere = (desk: Desk, task: Task): boolean =>
  (desk.state.get().room?.state?.record ?? null) !== null || isFromBefore(desk, task);

/** Also what was cut down, or taken here by a weekly meeting, and counts anew: its problem came with the agenda. */
const isFromBefore = (desk: Desk, { carried, problem }: Task): boolean =>
  carried > 0 ||
  (desk.state.get().room?.notes.problems ?? []).some(({ id, from }) => id === problem && from === 'before');

/** Renews the lease while requests are under way, however long the service takes. */
function keepLease(desk: Desk): () => void {
  let forget = (): void => undefined;
  const next = (): void => {
    forget = desk.ports.after(LEASE / 3, () => {
      void tellRoom(desk, { kind: 'lease' }).catch(() => undefined);
      next();
    });
  };
  next();
  // A closed panel leaves the push to others.
  desk.onEnd(() => forget());
  return () => forget();
}

async function tellRoom(desk: Desk, body: RoomCommandBody): Promise<void> {
  if (desk.room === undefined) throw new Refusal('meeting/not-now');
  await desk.room.command(body);
}
