import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import { drawBeside } from '../../support/gallery/tabDraw';
import { tabMeeting, tabViews } from '../../support/gallery/tabViews';

afterEach(cleanup);

const seen = (name: string) => tabViews[name]?.view as MeetingScreen;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('MT17 beside what is left stands what became of the rest, and whether the problems moved', () => {
  drawBeside(MeetingTab, seen('promised'));
  const region = screen.getByRole('region', { name: 'Pendiente de antes: 2' });
  expect(region.textContent).toContain('✓ 1 hecha desde la última: Pasar los precios a Leire (Andrés)');
  expect(region.textContent).toContain(
    'Borradas en Planner, ya no se arrastran: Pedir folletos nuevos (Hugo)',
  );
  expect(within(region).getByRole('heading', { name: '¿Se movió el problema?' })).toBeTruthy();
  cleanup();
  const { left: _, ...nothing } = tabMeeting.before;
  drawBeside(MeetingTab, { ...tabMeeting, before: { ...nothing, left: [] } });
  expect(screen.queryByRole('region', { name: /Pendiente de antes/ })).toBeNull();
});

test('MT18 the review goes into the invitation by one press, behind a question that tells the mails', () => {
  const tab = drawBeside(MeetingTab, seen('promised'));
  press('Poner el repaso en la invitación');
  expect(tab.calls).toEqual([['before.putReview']]);
  cleanup();
  const asked = drawBeside(MeetingTab, seen('askedReview'));
  expect(screen.getByRole('alertdialog').textContent).toMatch(/salen? 8 correos/);
  expect(document.activeElement?.textContent).toBe('Ahora no');
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
  press('Poner el repaso');
  expect(asked.calls).toEqual([
    ['answer', false],
    ['answer', true],
  ]);
  expect(screen.getByText(/La invitación sigue igual/)).toBeTruthy();
});

test('MT18 once it is in it says so; whoever cannot do it is offered nothing', () => {
  const review = { state: 'done', failure: null, mails: 8 } as const;
  drawBeside(MeetingTab, { ...seen('promised'), before: { ...seen('promised').before, review } });
  expect(screen.getByText('✓ El repaso está en la invitación')).toBeTruthy();
  cleanup();
  drawBeside(MeetingTab, { ...seen('promised'), before: { ...seen('promised').before, review: null } });
  expect(screen.queryByRole('button', { name: /repaso/ })).toBeNull();
});

test('MT19 the monthly tells what the weekly could not decide; it is taken off in one press', () => {
  const tab = drawBeside(MeetingTab, seen('monthly'));
  expect(screen.getByText('Lo que la semanal no pudo decidir abre la agenda.')).toBeTruthy();
  press('Quitar de la agenda');
  expect(tab.calls).toEqual([['command', { kind: 'putOff', item: 'decide-1' }]]);
  press(/^Decidir: Acordar/);
  expect(screen.getByRole('button', { name: /^Recortar/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /mensual/ })).toBeNull();
});
