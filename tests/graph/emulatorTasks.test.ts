// TC and PB on the demo tenant's Graph, over HTTP: the team of the home's site, and a team that is named.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { type OpenedPlanBoard, planBoardContract } from '../contracts/planBoardContract';
import { type OpenedTaskStore, taskStoreContract } from '../contracts/taskStoreContract';
import { NEVER } from '../contracts/outcome';
import { ALL_SCOPES, type Bed, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { live, TEAMS_SCOPES, valuesOf } from '../demo/graph/teamsBed';

const SCOPES = [...ALL_SCOPES, ...TEAMS_SCOPES];
type Team = { readonly homeSite?: string; readonly team?: string };

/** `lose` says once that the answer of the next POST does not arrive. */
const tasksOf = (bed: Bed, as: string, team: Team, lose?: () => boolean) =>
  portsOf(bed, as, team, lose).tasks;

function portsOf(bed: Bed, as: string, team: Team, lose: () => boolean = () => false) {
  return createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(as, SCOPES),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    async fetch(url, init) {
      const response = await fetch(url, init);
      if (init.method === 'POST' && lose()) throw new TypeError('fetch failed');
      return response;
    },
    ...team,
  });
}

async function opened(teamOf: (bed: Bed) => Team): Promise<OpenedTaskStore> {
  const bed = await openBed({ log: LOG });
  let losing = false;
  let titles = 0;
  const tasks = tasksOf(bed, 'm01', teamOf(bed), () => {
    const lost = losing;
    losing = false;
    return lost;
  });
  const group = bed.company.team?.groupId ?? '';
  return {
    tasks,
    other: { tasks: tasksOf(bed, 's01', teamOf(bed)), id: bed.person('s01').id },
    alone: tasksOf(bed, 'm01', {}),
    me: bed.person('m01').id,
    now: () => bed.clock.now,
    newTitle: () => `Tarea ${++titles}`,
    loseNextAnswer() {
      losing = true;
    },
    async titles() {
      const { body } = await live(bed, 'm01', 'GET', `/groups/${group}/planner/plans`);
      const plan = String(valuesOf(body)[0]?.['id']);
      const { body: listed } = await live(bed, 'm01', 'GET', `/planner/plans/${plan}/tasks`);
      return valuesOf(listed).map((one) => String(one['title']));
    },
    close: () => bed.close(),
  };
}

taskStoreContract('the team of the emulator’s site', () =>
  opened(({ company }) => ({ homeSite: company.team?.siteId ?? '' })),
);
taskStoreContract('a team of the emulator that is named', () =>
  opened(({ company }) => ({ team: company.team?.groupId ?? '' })),
);

planBoardContract('the team of the emulator', async (): Promise<OpenedPlanBoard> => {
  const bed = await openBed({ log: LOG });
  const { board, tasks } = portsOf(bed, 'm01', { team: bed.company.team?.groupId ?? '' });
  let titles = 0;
  return {
    board,
    tasks,
    alone: portsOf(bed, 'm01', {}).board,
    me: bed.person('m01').id,
    colleagues: [bed.person('s01').id, bed.person('s02').id],
    newTitle: () => `Tarea ${++titles}`,
    async remove({ id, eTag }) {
      const { status } = await live(bed, 's01', 'DELETE', `/planner/tasks/${id}`, undefined, {
        'if-match': eTag,
      });
      expect(status).toBe(204);
    },
    async nameCategory(number, name) {
      const plan = (await tasks.plan(NEVER)) ?? '';
      const { body } = await live(bed, 's01', 'GET', `/planner/plans/${plan}/details`);
      const { status } = await live(
        bed,
        's01',
        'PATCH',
        `/planner/plans/${plan}/details`,
        { categoryDescriptions: { [`category${number}`]: name } },
        { 'if-match': String(body['@odata.etag']) },
      );
      expect(status).toBe(204);
    },
    close: () => bed.close(),
  };
});

describe('what the plan shows', () => {
  let bed: Bed;
  beforeEach(async () => {
    bed = await openBed({ log: LOG });
  });
  afterEach(() => bed.close());

  test('GP3 GP5 the emulator keeps a task’s owner, its day and its note', async () => {
    const tasks = tasksOf(bed, 'm01', { team: bed.company.team?.groupId ?? '' });
    const plan = (await tasks.plan(NEVER)) ?? '';
    const owner = bed.person('s01').id;
    const task = { title: 'Enviar la lista', owner, due: '2026-12-04', note: 'Listas tarde' };
    const id = await tasks.create(plan, task, NEVER);
    const { body } = await live(bed, 's01', 'GET', `/planner/tasks/${id}`);
    expect(body).toMatchObject({ assignments: { [owner]: {} } });
    expect(Date.parse(String(body['dueDateTime']))).toBe(Date.UTC(2026, 11, 4, 10));
    const { body: details } = await live(bed, 's01', 'GET', `/planner/tasks/${id}/details`);
    expect(details['description']).toBe('Listas tarde');
  });
});

schemaCheck();
