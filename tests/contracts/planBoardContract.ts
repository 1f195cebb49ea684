import { cancellable } from '../../src/app/cancel';
import type { PlanBoard, PlanChange } from '../../src/app/ports/planBoard';
import type { NewPlannerTask, TaskStore } from '../../src/app/ports/taskStore';
import type { PlanTask } from '../../src/domain/tasks/board';
import { failureOf, NEVER } from './outcome';

export type OpenedPlanBoard = {
  readonly board: PlanBoard;
  /** Of the same team: makes the tasks. */
  readonly tasks: TaskStore;
  /** Somebody or something of no team. */
  readonly alone?: PlanBoard;
  readonly me: string;
  /** Two colleagues who can be assigned; undefined where there is nobody else. */
  readonly colleagues?: readonly [string, string];
  /** A title that no test has used before. */
  readonly newTitle: () => string;
  /** Deletes a task, as somebody does in Planner. Undefined where that cannot be arranged. */
  readonly remove?: (task: PlanTask) => Promise<void>;
  /** Names in the plan, by number; undefined where nobody may rename the plan's. */
  readonly nameCategory?: (number: number, name: string) => Promise<void>;
  close(): Promise<void>;
};

/** What the board of the team's plan does (PB1 to PB9). */
export function planBoardContract(name: string, open: () => Promise<OpenedPlanBoard>): void {
  describe(`plan board contract: ${name}`, () => {
    let opened: OpenedPlanBoard;
    let plan: string;
    beforeEach(async () => {
      opened = await open();
      plan = (await opened.tasks.plan(NEVER)) ?? '';
    });
    afterEach(() => opened.close());

    const made = async (change: Partial<NewPlannerTask> = {}): Promise<PlanTask> => {
      const task = { title: opened.newTitle(), owner: opened.me, due: '2026-12-04', note: '', ...change };
      const id = await opened.tasks.create(plan, task, NEVER);
      return now(id);
    };
    const now = async (id: string): Promise<PlanTask> => {
      const all = await opened.board.list(plan, () => undefined, NEVER);
      const found = all.find((task) => task.id === id);
      if (found === undefined) throw new Error('the task is not listed');
      return found;
    };
    const change = (seen: PlanTask, wanted: PlanChange) => opened.board.change(seen, wanted, NEVER);

    test('PB1 a team has its plan; without one there is neither', async () => {
      const { board, alone } = opened;
      expect(await board.hasTeam(NEVER)).toBe(true);
      expect(await board.plan(NEVER)).toBe(plan);
      if (alone === undefined) return;
      expect(await alone.hasTeam(NEVER)).toBe(false);
      expect(await alone.plan(NEVER)).toBeNull();
    });

    test('PB2 what is created is listed with owner, day and state, and arrives in parts', async () => {
      const task = await made();
      expect(task).toMatchObject({ owners: [opened.me], due: '2026-12-04', percent: 0, completedAt: null });
      const parts: PlanTask[] = [];
      const all = await opened.board.list(plan, (part) => parts.push(...part), NEVER);
      expect(parts).toEqual(all);
      const missing = opened.board.list('xqQg5FS2LkCp935s-FIFm2QAFkHM', () => undefined, NEVER);
      expect((await failureOf(missing)).kind).toMatch(/^(notFound|denied)$/);
    });

    test('PB3 title, day and state are changed, each by itself, and the answer is the task as it is now', async () => {
      const task = await made();
      const title = opened.newTitle();
      const first = await change(task, { title, due: null, percent: 50 });
      expect(first).toMatchObject({ kept: [], task: { title, due: null, percent: 50 } });
      const second = await change(first.task, { due: '2026-12-11', percent: 100 });
      expect(second).toMatchObject({ kept: [], task: { title, due: '2026-12-11', percent: 100 } });
      expect(second.task.completedAt).not.toBeNull();
      expect(await now(task.id)).toEqual(second.task);
      expect((await change(second.task, { percent: 0 })).task).toMatchObject({
        percent: 0,
        completedAt: null,
      });
    });

    test('PB4 a new owner takes the place of the old one; others whom people assigned stay', async () => {
      const { me, colleagues } = opened;
      if (colleagues === undefined) return;
      const [one, two] = colleagues;
      const task = await made();
      // Nobody is taken off by adding: the old owner is named, and is not there.
      const both = (await change(task, { owner: two, ownerBefore: one })).task;
      expect([...both.owners].sort()).toEqual([me, two].sort());
      const moved = (await change(both, { owner: one, ownerBefore: me })).task;
      expect([...moved.owners].sort()).toEqual([one, two].sort());
      expect((await change(moved, { owner: two, ownerBefore: one })).task.owners).toEqual([two]);
    });

    test('PB5 what somebody else changed meanwhile is theirs and told; the rest is written', async () => {
      const task = await made();
      const theirs = opened.newTitle();
      await change(task, { title: theirs, percent: 100 });
      const stale = await change(task, { title: opened.newTitle(), due: '2027-01-15', percent: 50 });
      expect([...stale.kept].sort()).toEqual(['percent', 'title']);
      expect(stale.task).toMatchObject({ title: theirs, due: '2027-01-15', percent: 100 });
      // Whoever has seen it done may open it again; who says the same is in nobody's way.
      expect((await change(stale.task, { percent: 0 })).task.percent).toBe(0);
      expect(await change(task, { title: theirs })).toMatchObject({ kept: [], task: { title: theirs } });
    });

    test('PB5 an owner who was changed meanwhile stays changed', async () => {
      const { me, colleagues } = opened;
      if (colleagues === undefined) return;
      const task = await made();
      await change(task, { owner: colleagues[0] });
      const stale = await change(task, { owner: colleagues[1], ownerBefore: me });
      expect(stale).toMatchObject({ kept: ['owner'], task: { owners: [colleagues[0]] } });
    });

    test('PB6 a task that was deleted is not found', async () => {
      const { remove } = opened;
      if (remove === undefined) return;
      const task = await made();
      await remove(task);
      expect(await failureOf(change(task, { percent: 100 }))).toEqual({ kind: 'notFound' });
      expect((await opened.board.list(plan, () => undefined, NEVER)).map(({ id }) => id)).not.toContain(
        task.id,
      );
    });

    test('PB7 mine are those that are assigned to me, with their plan', async () => {
      const { board, colleagues } = opened;
      const mine = await made();
      const other = colleagues === undefined ? undefined : await made({ owner: colleagues[0] });
      const listed = await board.mine(NEVER);
      expect(listed.find(({ id }) => id === mine.id)).toMatchObject({ title: mine.title, plan });
      expect(listed.some(({ id }) => id === other?.id)).toBe(false);
    });

    test('PB8 each area has its category, once; what people named stays', async () => {
      const { board, nameCategory } = opened;
      if (nameCategory === undefined) return;
      await nameCategory(25, 'Ferias');
      await nameCategory(3, 'VENTAS');
      const areas = [
        { id: 'marketing', name: 'Marketing' },
        { id: 'sales', name: 'Ventas' },
        { id: 'nameless', name: '' },
      ];
      const numbers = await board.categories(plan, areas, NEVER);
      expect(numbers).toEqual({ marketing: 24, sales: 3 });
      expect(await board.categories(plan, areas, NEVER)).toEqual(numbers);
      const task = await made({ category: 24 });
      expect(task.categories).toEqual([24]);
      expect((await change(task, { category: 3 })).task.categories.slice().sort()).toEqual([24, 3]);
    });

    test('PB9 a title over 255 characters is refused; what is cancelled ends', async () => {
      const task = await made();
      expect(await failureOf(change(task, { title: 'x'.repeat(256) }))).toEqual({
        kind: 'refused',
        code: 'title-too-long',
      });
      const cancel = cancellable();
      cancel.cancel();
      const { board } = opened;
      expect(await failureOf(board.list(plan, () => undefined, cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(board.change(task, { percent: 100 }, cancel))).toEqual({ kind: 'cancelled' });
      expect((await now(task.id)).percent).toBe(0);
    });
  });
}
