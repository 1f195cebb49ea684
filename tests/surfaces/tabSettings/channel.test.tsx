import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { TabSettingsDesk, TabSettingsView } from '../../../src/app/tabSettings/tabSettingsDesk';
import { tabSettingsLocale } from '../../../src/locale/tabSettings';
import { TabSettings } from '../../../src/surfaces/tabSettings/TabSettings';
import { consentAddress } from '../../support/consentAddress';

const LIGHT = { get: () => 'light' as const, subscribe: () => () => undefined };
const WEEKLY = { id: 'w', title: 'Semanal', kind: 'weekly', onlyMine: false, elsewhere: false } as const;
const MONTHLY = { id: 'm', title: 'Mensual', kind: 'monthly', onlyMine: true, elsewhere: true } as const;
const CHOOSE: TabSettingsView = {
  screen: 'choose',
  series: [WEEKLY, MONTHLY],
  chosen: 'w',
  unreadable: [],
  saving: false,
  failure: null,
};

function shown(view: TabSettingsView, language = 'es-ES') {
  const calls: string[] = [];
  const desk: TabSettingsDesk = {
    view: { get: () => view, subscribe: () => () => undefined },
    adminConsent: consentAddress,
    signIn: () => void calls.push('signIn'),
    retry: () => void calls.push('retry'),
    choose: (series) => void calls.push(`choose ${series}`),
  };
  render(
    <TabSettings words={tabSettingsLocale(language).words} theme={LIGHT} place={{ kind: 'channel', desk }} />,
  );
  return calls;
}
afterEach(cleanup);

test('TS6 the series are one group of radio buttons, chosen by keyboard, each with what it means for the team', () => {
  const calls = shown(CHOOSE);
  expect(screen.getByRole('radiogroup', { name: '¿Qué serie?' })).toBeDefined();
  const weekly = screen.getByRole<HTMLInputElement>('radio', { name: /^Semanal/ });
  expect(weekly.checked).toBe(true);
  const monthly = screen.getByRole('radio', { name: /^Mensual.*el resto del equipo no puede.*otro canal/ });
  weekly.focus();
  fireEvent.click(monthly);
  expect(calls).toEqual(['choose m']);
  expect(screen.getByText(/Todo el equipo de este canal ve la pestaña/)).toBeDefined();
});

test('TS7 every other state is named, with a press where one helps, in both languages', () => {
  const calls = shown({ screen: 'signIn', failure: { kind: 'consent', tier: 'followUp' } });
  expect(screen.getByRole('status').textContent).toMatch(/no ha dado permiso/);
  fireEvent.click(screen.getByRole('button', { name: 'Iniciar sesión' }));
  cleanup();
  const again = shown({ screen: 'failed', failure: { kind: 'offline' } }, 'en-GB');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  cleanup();
  shown({ screen: 'noSeries', unreadable: ['series-x.json'] });
  expect(screen.getByText(/se planifica en Outlook/)).toBeDefined();
  expect(screen.getByText(/series-x\.json/)).toBeDefined();
  cleanup();
  shown({ screen: 'starting' });
  expect(screen.getByRole('status').textContent).toBe('Buscando las series…');
  expect([calls, again]).toEqual([['signIn'], ['retry']]);
});

test('SI5 the alert holds the sentence; the link for an administrator stands beside it', async () => {
  shown({ ...CHOOSE, failure: { kind: 'consent', tier: 'followUp' } });
  await screen.findByText(consentAddress('followUp'), {}, { timeout: 30_000 });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(/«Guardar» otra vez\.$/);
  expect(within(alert).queryByRole('button')).toBeNull();
});

test('TS8 what kept it from being saved is an alert; while it is saved nothing can be chosen', () => {
  shown({ ...CHOOSE, failure: { kind: 'conflict' } });
  expect(screen.getByRole('alert').textContent).toMatch(/Otra persona.*No se ha guardado nada/);
  cleanup();
  shown({ ...CHOOSE, saving: true });
  for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('Guardando…');
});
