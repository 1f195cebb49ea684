/** @jest-environment-options {"customExportConditions": ["require", "node"]} */
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createFollowDesk } from '../../../src/app/follow/createFollowDesk';
import { aProblem, aTask, inPlanner } from '../../app/follow/aBoard';
import { aTeam, START, WEEK } from '../../app/follow/aFollow';
import { drawTab } from '../../support/gallery/channelDraw';

// The machine may do something else at the same time.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

/** The tab of somebody of a team with two tasks in Planner and one that was carried over three times. */
async function atWork() {
  const team = aTeam();
  const [sent, thrice] = [aTask('sent'), aTask('thrice', { carried: 3 })];
  await team.held(1, {
    problems: [aProblem('p1', { readings: [{ at: START - WEEK, value: 38 }], goal: 0 })],
    tasks: [sent, thrice],
    planner: { sent: 'P1', thrice: 'P2' },
  });
  inPlanner(team, 'P1', sent);
  inPlanner(team, 'P2', thrice);
  const desk = createFollowDesk(team.portsOf('m01').ports);
  drawTab(desk);
  await screen.findByRole('grid');
  await screen.findByRole('button', { name: new RegExp(sent.text) });
  return { team, desk, sent, thrice };
}

const percents = (team: Awaited<ReturnType<typeof atWork>>['team']) =>
  team.plans.tasks.map(({ percent }) => percent ?? 0);

test('CB28 over the desk itself: what is changed in the tab is changed in Planner, without a complaint', async () => {
  const { team, desk, sent } = await atWork();
  fireEvent.click(screen.getByRole('button', { name: new RegExp(sent.text) }));
  const row = screen.getByRole('textbox', { name: 'Tarea' }).closest('[role=row]') as HTMLElement;
  fireEvent.change(within(row).getByLabelText('Estado'), { target: { value: 'inProgress' } });
  fireEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(percents(team)).toEqual([50, 0]));
  await waitFor(() => expect(within(screen.getByRole('grid')).getByText('En curso')).toBeTruthy());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(team.faults).toEqual([]);
  desk.end();
});

test('CB28 over the desk itself: the review goes by keyboard to its end, and keeps the number of the problem', async () => {
  const { team, desk, thrice } = await atWork();
  fireEvent.click(screen.getByRole('tab', { name: 'Repaso' }));
  const review = await screen.findByRole('region', { name: 'Repaso' });
  expect(within(review).getByRole('heading', { level: 2 }).textContent).toBe(thrice.text);
  expect(screen.getByText('1 de 2')).toBeTruthy();
  const number = screen.getByRole('textbox', { name: 'Ahora' });
  fireEvent.change(number, { target: { value: '21' } });
  fireEvent.keyDown(number, { key: 'Enter' });
  await screen.findByText(/38 → 21 \(meta 0\)/);
  fireEvent.keyDown(review, { key: '3' });
  await waitFor(() => expect(percents(team)).toEqual([0, 100]));
  await screen.findByText('1 de 1');
  fireEvent.keyDown(review, { key: '3' });
  await screen.findByText('No queda nada por repasar.');
  expect(percents(team)).toEqual([100, 100]);
  expect(team.faults).toEqual([]);
  desk.end();
});
