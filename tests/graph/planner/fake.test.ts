import { taskStoreContract } from '../../contracts/taskStoreContract';
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
