import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { TalkReadingView } from '../../../src/app/balance/talkReadingView';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { drawPanel } from '../../support/gallery/panelDraw';
import { panelViews } from '../../support/gallery/panelViews';
import { talkViews, TITLES } from '../../support/gallery/talkViews';

beforeAll(
  () =>
    Promise.all([
      import('../../../src/surfaces/panel/Ended'),
      import('../../../src/surfaces/shared/MeetingTalk'),
    ]),
  60_000,
);
afterEach(cleanup);

/** A meeting that has ended, with that reading behind its end. */
function ended(talk: TalkReadingView | null): MeetingScreen {
  const { view } = panelViews['ended'] ?? {};
  if (view?.screen !== 'meeting') throw new Error('no ended meeting');
  return { ...view, after: { ...view.after, talk } };
}

async function draw(talk: TalkReadingView | null) {
  const drawn = drawPanel(ended(talk));
  await act(async () => undefined);
  return drawn;
}
const part = () => screen.findByRole('region', { name: 'Equilibrio' }, { timeout: 10_000 });

test('TK9 behind the end of a meeting that measured stands its balance, and its transcript is read by a press', async () => {
  const { calls } = await draw(talkViews['offered'] ?? null);
  const shown = within(await part());
  expect(shown.getByRole('table', { name: 'Turnos por área' })).toBeTruthy();
  fireEvent.click(shown.getByRole('button', { name: 'Leer la transcripción' }));
  expect(calls).toEqual([['after.talk.read']]);
});

test('TK7 titles are those that this person may see', async () => {
  const talk = talkViews['offered'];
  await draw(talk ?? null);
  const rows = within(await part())
    .getAllByRole('row')
    .map((row) => within(row).queryByRole('rowheader')?.textContent);
  const { items = [] } = ended(null).running ?? {};
  const known = new Map(items.map(({ id, title }) => [id, title]));
  expect(rows.slice(1)).toEqual(Object.keys(TITLES).map((id) => known.get(id) ?? 'Punto interno'));
});

test('TK4 names are asked among the people of the company', async () => {
  await draw(talkViews['names'] ?? null);
  const [field] = within(await part()).getAllByRole('combobox');
  const names = within(field!)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  for (const { name, outsider } of ended(null).people) expect(names.includes(name)).toBe(!outsider);
});

test('TK9 where nothing is measured there is no such part', async () => {
  await draw(null);
  expect(await screen.findByRole('region', { name: 'Acta' }, { timeout: 10_000 })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Equilibrio' })).toBeNull();
});
