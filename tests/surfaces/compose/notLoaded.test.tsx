import { cleanup, render, screen } from '@testing-library/react';
import { createLocale } from '../../../src/locale/createLocale';
import { createPlanLocale } from '../../../src/locale/planLocale';
import { UnlessNotLoaded } from '../../../src/surfaces/compose/NotLoaded';
import { Pane } from '../../../src/surfaces/compose/Pane';
import { still } from '../../support/fakes/fakePlanning';

afterEach(cleanup);

const says = (title: string, button: string) => {
  expect(screen.getByRole('heading', { name: title })).not.toBeNull();
  expect(screen.getByRole('alert').textContent).not.toBe('');
  expect(screen.getByRole('button', { name: button })).not.toBeNull();
};

test('CP19 a planning that did not arrive is told, in both languages, with a way out', () => {
  const { rerender } = render(
    <Pane planning="notLoaded" locale={createPlanLocale(createLocale('es-ES'))} theme={still('light')} />,
  );
  says('Cadencia no se pudo cargar', 'Reintentar');
  rerender(
    <Pane planning="notLoaded" locale={createPlanLocale(createLocale('en-GB'))} theme={still('light')} />,
  );
  says('Cadencia could not be loaded', 'Try again');
});

test('CP19 a screen that did not arrive is told where an empty pane would be', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Missing = (): never => {
    throw new Error('Loading chunk 42 failed');
  };
  render(
    <UnlessNotLoaded locale={createLocale('es-ES')}>
      <Missing />
    </UnlessNotLoaded>,
  );
  says('Cadencia no se pudo cargar', 'Reintentar');
  quiet.mockRestore();
});
