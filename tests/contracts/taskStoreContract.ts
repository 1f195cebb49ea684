import { cancellable } from '../../src/app/cancel';
import type { NewPlannerTask, TaskStore } from '../../src/app/ports/taskStore';
import type { Instant } from '../../src/domain/time/types';
import { failureOf, NEVER } from './outcome';

export type OpenedTaskStore = {
  readonly tasks: TaskStore;
  /** As another member of the team sees the same. Undefined where there is nobody else. */
  readonly other?: { readonly tasks: TaskStore; readonly id: string };
  /** Somebody or something of no team. */
  readonly alone?: TaskStore;
  readonly me: string;
  /** Of the service's clock. */
  readonly now: () => Instant;
  /** A title that no test has used before. */
  readonly newTitle: () => string;
  /** Makes the answer of the next create get lost. Undefined where that cannot be arranged. */
  readonly loseNextAnswer?: () => void;
  /** Titles in the plan, of those that this test made. */
  readonly titles?: () => Promise<readonly string[]>;
  close(): Promise<void>;
};

const HOUR = 60 * 60 * 1000;

/** What the team's plan does (TC1 to TC7). */
export function taskStoreContract(name: string, open: () => Promise<OpenedTaskStore>): void {
  describe(`task store contract: ${name}`, () => {
    let opened: OpenedTaskStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const aTask = (change: Partial<NewPlannerTask> = {}): NewPlannerTask => ({
      title: opened.newTitle(),
      owner: opened.me,
      due: '2026-12-04',
      note: 'Problema: las listas llegan tarde',
      ...change,
    });
    const planOf = async () => {
      const plan = await opened.tasks.plan(NEVER);
      if (plan === null) throw new Error('the team has no plan');
      return plan;
    };

    test('TC1 a team has one plan, the same for everybody; without a team there is none', async () => {
      const { tasks, other, alone } = opened;
      const plan = await planOf();
      expect(plan).not.toBe('');
      expect(await tasks.plan(NEVER)).toBe(plan);
      if (other !== undefined) expect(await other.tasks.plan(NEVER)).toBe(plan);
      if (alone !== undefined) expect(await alone.plan(NEVER)).toBeNull();
    });

    test('TC2 what is created is there once, with its id, and is found by title and day', async () => {
      const { tasks, now, titles } = opened;
      const plan = await planOf();
      const since = now();
      const task = aTask({ title: `${opened.newTitle()} <b>antes</b> del "viernes" — 日本` });
      const id = await tasks.create(plan, task, NEVER);
      expect(await tasks.find(plan, task, since, NEVER)).toEqual([id]);
      if (titles !== undefined) expect(await titles()).toEqual([task.title]);
    });

    test('TC3 another title, another day, another maker or an earlier moment is not it; two alike are two', async () => {
      const { tasks, other, now } = opened;
      const plan = await planOf();
      const since = now();
      const task = aTask();
      const id = await tasks.create(plan, task, NEVER);
      const found = (like: { title: string; due: string; by?: string }, from = since, by = tasks) =>
        by.find(plan, like, from, NEVER);
      expect(await found({ ...task, title: `${task.title} ` })).toEqual([]);
      expect(await found({ ...task, title: task.title.toUpperCase() })).toEqual([]);
      expect(await found({ ...task, due: '2026-12-05' })).toEqual([]);
      expect(await found(task, since + HOUR)).toEqual([]);
      expect(await found({ title: task.title, due: task.due, by: opened.me })).toEqual([id]);
      if (other !== undefined) {
        expect(await found(task, since, other.tasks)).toEqual([]);
        expect(await found({ title: task.title, due: task.due, by: other.id })).toEqual([]);
        expect(await found({ title: task.title, due: task.due, by: opened.me }, since, other.tasks)).toEqual([
          id,
        ]);
      }
      const twin = await tasks.create(plan, task, NEVER);
      expect([...(await found(task))].sort()).toEqual([id, twin].sort());
    });

    test('TC4 a task whose answer was lost is found afterwards, once', async () => {
      const { tasks, loseNextAnswer, now, titles } = opened;
      if (loseNextAnswer === undefined) return;
      const plan = await planOf();
      const since = now();
      const task = aTask();
      loseNextAnswer();
      expect(['offline', 'unavailable']).toContain((await failureOf(tasks.create(plan, task, NEVER))).kind);
      expect(await tasks.find(plan, task, since, NEVER)).toHaveLength(1);
      if (titles !== undefined) expect(await titles()).toEqual([task.title]);
    });

    test('TC5 a title over 255 characters is refused, and a plan that is not there is not found', async () => {
      const { tasks } = opened;
      const plan = await planOf();
      const long = aTask({ title: 'x'.repeat(256) });
      expect(await failureOf(tasks.create(plan, long, NEVER))).toEqual({
        kind: 'refused',
        code: 'title-too-long',
      });
      const nowhere = 'xqQg5FS2LkCp935s-FIFm2QAFkHM';
      expect((await failureOf(tasks.create(nowhere, aTask(), NEVER))).kind).toMatch(/^(notFound|denied)$/);
    });

    test('TC6 what is cancelled ends', async () => {
      const { tasks } = opened;
      const plan = await planOf();
      const cancel = cancellable();
      cancel.cancel();
      const task = aTask();
      expect(await failureOf(tasks.plan(cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(tasks.create(plan, task, cancel))).toEqual({ kind: 'cancelled' });
      expect(await tasks.find(plan, task, 0, NEVER)).toEqual([]);
    });

    test('TC7 what the network made twice is taken back; what is known, of another day or from before stays', async () => {
      const { tasks, other, now } = opened;
      const plan = await planOf();
      const since = now();
      const task = aTask();
      const [kept, known] = [await tasks.create(plan, task, NEVER), await tasks.create(plan, task, NEVER)];
      await tasks.create(plan, task, NEVER);
      const later = await tasks.create(plan, { ...task, due: '2026-12-05' }, NEVER);
      if (other !== undefined) await other.tasks.create(plan, task, NEVER);
      const drop = (from: Instant) => tasks.dropTwins(plan, [task], new Set([kept, known]), from, NEVER);
      expect(await drop(since + HOUR)).toBe(0);
      expect(await drop(since)).toBe(1);
      expect([...(await tasks.find(plan, task, since, NEVER))].sort()).toEqual([kept, known].sort());
      expect(await tasks.find(plan, { ...task, due: '2026-12-05' }, since, NEVER)).toEqual([later]);
      if (other !== undefined) expect(await other.tasks.find(plan, task, since, NEVER)).toHaveLength(1);
      expect(await drop(since)).toBe(0);
    });
  });
}
