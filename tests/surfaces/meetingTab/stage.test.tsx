import { cleanup, screen } from '@testing-library/react';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { MeetingStage } from '../../../src/surfaces/stage/MeetingStage';
import { balance } from '../../support/gallery/panelSample';
import { drawBeside } from '../../support/gallery/tabDraw';
import { stageViews } from '../../support/gallery/tabViews';

afterEach(cleanup);

const draw = (name: string, tag?: string) => {
  const shown = stageViews[name];
  if (shown === undefined) throw new Error(`no view ${name}`);
  return drawBeside(MeetingStage, shown.view, tag, shown.tick);
};
const text = () => document.body.textContent ?? '';

test('MT14 the stage shows item, time, next, problem, ideas by votes, decisions, tasks, the floor and its queue', () => {
  draw('stage-running');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Punto 3 de 6 · Ideas');
  for (const part of [
    '04:10',
    'Después: Decisión',
    'Leads de feria sin llamar',
    'Se movió: 38 → 21 (meta 0)',
    'Llamar en 24 h+2',
    'Lista única en CRM+1',
    'Se llama en 24 h, también en ferias',
    'Hugo · Enviar la lista a Bogotá · vie 4 dic',
    'Tiene la palabra: Andrés · Ventas',
    'Piden la palabra: Catalina, Hugo',
    '… y 1 más',
  ])
    expect(text()).toContain(part);
});

test.each(Object.keys(stageViews))('MT14 %s needs no press and has nothing to press', async (name) => {
  draw(name);
  await screen.findByRole('heading', { level: 1 });
  expect(document.querySelectorAll('button, a, input, select, textarea, [tabindex]')).toHaveLength(0);
});

test('MT20 the stage shows the balance of the areas as an estimate, and nothing of a person', () => {
  draw('stage-measured');
  expect(text()).toMatch(/Marketing 61.% · Ventas 39.% · Estimación, 82.% de lo hablado · cuenta a 7 de 8$/);
  expect(text()).not.toMatch(/18.%/);
  cleanup();
  // Nor whether whoever opened it takes part.
  const view = stageViews['stage-measured']?.view as MeetingScreen;
  drawBeside(MeetingStage, { ...view, balance: { ...balance, as: 'declined', own: null } });
  expect(text()).toMatch(/cuenta a 7 de 8$/);
  cleanup();
  draw('stage-supposed');
  expect(text()).toContain('Se supone: Amparo · Ventas, lleva el punto');
  expect(text()).toContain('Equilibrio: todavía es pronto, faltan 4\u00a0min hablados');
});

test('MT14 before the start it shows the agenda, in a round who is still to come, at the end what came of it', () => {
  draw('stage-before', 'en-GB');
  expect(text()).toContain('03:00');
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  cleanup();
  draw('stage-round');
  expect(text()).toContain('Ronda, faltan: Catalina, Amparo');
  cleanup();
  draw('stage-ended');
  expect(text()).toContain('Terminada · Semanal de Marketing y Ventas');
  expect(screen.queryByRole('timer')).toBeNull();
  cleanup();
  draw('stage-over');
  expect(screen.getByRole('timer').textContent).toContain('+1:20');
});

test('MT15 a tick draws nothing but the time', async () => {
  const stage = draw('stage-running');
  const changed: Node[] = [];
  const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await stage.tick({ itemLeft: 249_000 });
  observer.disconnect();
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((node) => screen.getByRole('timer').contains(node))).toBe(true);
  expect(screen.getByRole('timer').getAttribute('aria-live')).toBe('off');
});
