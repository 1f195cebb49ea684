import { planBoardContract } from '../../contracts/planBoardContract';
import { taskStoreContract } from '../../contracts/taskStoreContract';
import { fakePlanBoard } from '../../support/fakes/fakePlanBoard';
import { type FakePlans, fakeTaskStore } from '../../support/fakes/fakeTaskStore';

taskStoreContract('the fake', () => {
  const plans: FakePlans = { plan: 'plan-1', tasks: [] };
  const now = () => Date.UTC(2026, 10, 26, 9);
  const tasks = fakeTaskStore(now, 'm01', plans);
  let titles = 0;
  return Promise.resolve({
    tasks,
    other: { tasks: fakeTaskStore(now, 's01', plans), id: 's01' },
    alone: fakeTaskStore(now, 'm01', { plan: null, tasks: [] }),
    me: 'm01',
    now,
    newTitle: () => `Tarea ${++titles}`,
    loseNextAnswer: () => tasks.loseNextAnswer(),
    titles: () => Promise.resolve(plans.tasks.map(({ title }) => title)),
    close: () => Promise.resolve(),
  });
});

planBoardContract('the fake', () => {
  const plans: FakePlans = { plan: 'plan-1', tasks: [], categories: new Map() };
  const board = fakePlanBoard(plans);
  let titles = 0;
  return Promise.resolve({
    board,
    tasks: fakeTaskStore(() => Date.UTC(2026, 10, 26, 9), 'm01', plans),
    alone: fakePlanBoard({ plan: null, tasks: [] }),
    me: 'm01',
    colleagues: ['s01', 's02'],
    newTitle: () => `Tarea ${++titles}`,
    remove: ({ id }) => Promise.resolve(board.remove(id)),
    nameCategory: (number, name) => Promise.resolve(void plans.categories?.set(number, name)),
    close: () => Promise.resolve(),
  });
});
