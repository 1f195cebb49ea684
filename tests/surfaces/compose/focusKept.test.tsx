import { act, cleanup, render, screen } from '@testing-library/react';
import { createLocale } from '../../../src/locale/createLocale';
import { createPlanLocale } from '../../../src/locale/planLocale';
import { Pane } from '../../../src/surfaces/compose/Pane';
import { fakePlanning, still } from '../../support/fakes/fakePlanning';
import { areasView, slotsView } from '../../support/gallery/sampleViews';

// A document of jsdom has the focus only while one of its elements has it; a browser's keeps it.
beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

function draw(...[view]: Parameters<typeof fakePlanning>) {
  const fake = fakePlanning(view);
  render(
    <Pane planning={fake.planning} locale={createPlanLocale(createLocale('es-ES'))} theme={still('light')} />,
  );
  return { show: (next: typeof view) => act(async () => fake.show(next)) };
}

test('CP20 a button that goes with its row hands the focus to the next that is left', async () => {
  const pane = draw(areasView);
  const [gone, next] = areasView.series.people.filter(({ area }) => area === 'marketing').slice(1);
  const button = await screen.findByRole('button', { name: `Quitar ${gone?.name}` });
  act(() => button.focus());
  const people = areasView.series.people.filter((member) => member !== gone);
  await pane.show({ ...areasView, series: { ...areasView.series, people } });
  expect(button.isConnected).toBe(false);
  expect(document.activeElement?.getAttribute('aria-label')).toBe(`Papel de ${next?.name}`);
});

test('CP20 a button that is switched off hands the focus to the one before, when none comes after', async () => {
  const pane = draw({ ...slotsView, canUndo: true });
  act(() => screen.getByRole('button', { name: 'Deshacer' }).focus());
  await pane.show({ ...slotsView, canUndo: false });
  expect(document.activeElement?.textContent).toBe('Insertar en la invitación');
});

test('CP20 somebody who went on to another place is left there', async () => {
  const pane = draw({ ...slotsView, canUndo: true });
  act(() => screen.getByRole('button', { name: 'Deshacer' }).focus());
  act(() => screen.getByRole('button', { name: 'Cambiar la serie' }).focus());
  await pane.show({ ...slotsView, canUndo: false });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Cambiar la serie');
});
