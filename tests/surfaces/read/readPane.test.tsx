// RW: the pane beside a meeting that is only read, over scripted desks.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { PersonalView } from '../../../src/app/follow/followView';
import type { Reading } from '../../../src/app/reading/readingView';
import { createLocale } from '../../../src/locale/createLocale';
import { createReadLocale } from '../../../src/locale/readLocale';
import { ReadPane } from '../../../src/surfaces/read/ReadPane';
import { still } from '../../support/fakes/fakePlanning';
import { readingOf } from '../../support/gallery/readDraw';
import { type ReadShown, readViews } from '../../support/gallery/readViews';

/** The machine may be busy with other suites. */
const LONG = { timeout: 20_000 };

async function draw(shown: ReadShown | string, tag = 'es-ES') {
  const made = readingOf(typeof shown === 'string' ? (readViews[shown] as ReadShown) : shown);
  await drawn(made.reading, tag);
  return made;
}

async function drawn(reading: Reading | 'notLoaded' | undefined, tag = 'es-ES') {
  const locale = createReadLocale(createLocale(tag));
  render(<ReadPane reading={reading} locale={locale} theme={still('light')} />);
  // The parts behind the account come as a script of their own.
  if (reading !== undefined) await waitFor(() => expect(screen.queryByText('Preparando…')).toBeNull(), LONG);
}

const said = () => document.body.textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const buttons = () => screen.queryAllByRole('button').map((one) => one.textContent);

test('RW1 it tells what, when and where, on the reader’s clock and that of colleagues elsewhere', async () => {
  await draw('whole');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Semanal de Marketing y Ventas');
  expect(said()).toContain('mar 1 dic, 11:15–11:50 · 35\u00a0min');
  expect(said()).toContain('Madrid 17:15');
  expect(said()).not.toContain('Bogotá 11:15');
  expect(said()).toContain('Sala Encina (Madrid)');
  const link = screen.getByRole('link', { name: 'Abrir el chat de la reunión en Teams' });
  expect(link.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\//);
  expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
});

test('RW2 the agenda stands as in the invitation, with minutes, their sum and who leads', async () => {
  await draw('alone');
  const agenda = screen.getByRole('region', { name: 'Agenda · 35 de 35\u00a0min' });
  const items = within(agenda).getAllByRole('listitem');
  expect(items.map((one) => one.textContent)).toHaveLength(6);
  expect(items[1]?.textContent).toBe('2.El problema de la semana · Rodrigo Beltrán Ayuso5\u00a0min');
  expect(said()).toContain('⚠ Sin enlace de Teams');
});

test.each(['alone', 'short', 'noAgenda', 'unreadable'])(
  'RW3 of %s the invitation is all: no button that leads nowhere',
  async (view) => {
    await draw(view);
    expect(buttons()).toEqual([]);
    expect(screen.queryByRole('textbox')).toBeNull();
  },
);

test('RW3 without an agenda of ours it says whose it is to put one in', async () => {
  await draw('noAgenda');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
    'Esta invitación no tiene agenda de Cadencia',
  );
  expect(said()).toContain('La pone quien organiza');
});

test('RW3 whoever organises reads that the agenda is changed in the form', async () => {
  await draw('organiser');
  expect(said()).toContain('La agenda se cambia en el formulario');
  await draw('noAgendaMine');
  expect(said()).toContain('Para ponerla: editar la reunión y pulsar Cadencia.');
});

test('RW4 my open tasks of the series stand with their day, late ones marked; the state is changed in place', async () => {
  const { own } = await draw('whole');
  const tasks = screen.getByRole('region', { name: 'Mis tareas de esta serie: 3' });
  expect(within(tasks).getAllByRole('listitem')).toHaveLength(3);
  expect(tasks.textContent).toContain('Llamar a los 21 restantes');
  expect(tasks.textContent).not.toContain('Mirar el panel de ventas');
  const [state] = within(tasks).getAllByRole('combobox', { name: 'Estado: Llamar a los 21 restantes' });
  fireEvent.change(state as HTMLElement, { target: { value: 'done' } });
  expect(own).toEqual([['tasks.change', 't2', { state: 'done' }]]);
});

test('RW4 where not all could be read it says so, and counts nothing', async () => {
  const { own } = await draw('far');
  const tasks = screen.getByRole('region', { name: 'Mis tareas de esta serie' });
  expect(tasks.textContent).toContain('No se pudo leer todo');
  fireEvent.click(within(tasks).getByRole('button', { name: 'Reintentar' }));
  expect(own).toEqual([['retry']]);
});

test('RW5 a problem is brought as in the meeting’s tab; what was sent is withdrawn by whoever sent it', async () => {
  const { session } = await draw('whole');
  fireEvent.change(screen.getByRole('textbox', { name: '¿Qué problema traes?' }), {
    target: { value: 'Página sin precios' },
  });
  fireEvent.click(screen.getByRole('checkbox', { name: 'solo interno' }));
  press('Proponer');
  press('Retirar: Leads de feria sin llamar');
  expect(session).toEqual([
    ['before.propose', 'Página sin precios', true],
    ['remove', 'problem', 'p1'],
  ]);
  expect(said()).toContain('Propuesta enviada a Irene');
  expect(said()).not.toContain('Se propone para');
});

test('RW5 somebody from outside has no way to keep a problem internal', async () => {
  await draw('outsider');
  expect(screen.getByRole('textbox', { name: '¿Qué problema traes?' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('RW5 where another session of the series is the one at hand, it says for which', async () => {
  await draw('far');
  expect(said()).toContain('Se propone para: Semanal de Marketing y Ventas · mar 1 dic, 11:15');
});

test.each([
  ['notNear', 'Se puede desde siete días antes de la sesión.'],
  ['underWay', 'La reunión está en marcha.'],
  ['over', 'Esta sesión terminó.'],
])('RW5 where nothing can be brought it says why and where: %s', async (view, text) => {
  await draw(view);
  expect(said()).toContain(text);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('RW6 where nobody is signed in, one press serves all', async () => {
  const { calls } = await draw('signedOut');
  expect(buttons()).toEqual(['Iniciar sesión']);
  press('Iniciar sesión');
  expect(calls).toEqual([['signIn']]);
});

test('RW6 what stands in the way of signing in is told beside that press', async () => {
  await draw({
    ...(readViews['signedOut'] as ReadShown),
    meeting: {
      screen: 'signIn',
      notice: { kind: 'failed', step: 'open', failure: { kind: 'signIn', why: 'policy' } },
    },
  });
  expect(await screen.findByText(/^Las normas de la organización/, {}, LONG)).toBeTruthy();
  expect(buttons()).toEqual(['Iniciar sesión']);
});

test('RW6 a consent that keeps somebody out, or that the list of tasks lacks, has the link for an administrator', async () => {
  await draw({
    ...(readViews['outside'] as ReadShown),
    meeting: { screen: 'outside', why: 'consent' },
    mine: {
      ...((readViews['far'] as ReadShown).mine as Extract<PersonalView, { screen: 'mine' }>),
      progress: { state: 'failed', failure: { kind: 'consent', tier: 'followUp' } },
    },
  });
  for (const name of ['Traer un problema', 'Mis tareas de esta serie'])
    expect(
      await within(screen.getByRole('region', { name })).findByRole(
        'button',
        { name: 'Copiar enlace' },
        LONG,
      ),
    ).toBeTruthy();
});

test('RW6 a permission that is missing is named where it is missing, with a press that may ask for it', async () => {
  const { session, own } = await draw('consent');
  const tasks = screen.getByRole('region', { name: 'Mis tareas de esta serie' });
  expect(tasks.textContent).toContain('Falta el permiso de la organización para «Seguimiento»');
  const bring = screen.getByRole('region', { name: 'Traer un problema' });
  expect(bring.textContent).toContain('«Reunión en vivo»');
  for (const part of [tasks, bring])
    fireEvent.click(within(part).getByRole('button', { name: 'Iniciar sesión' }));
  expect([session, own]).toEqual([[['signIn']], [['signIn']]]);
});

test('RW6 files that are closed are told by the name of their permission', async () => {
  const { own } = await draw('denied');
  const tasks = screen.getByRole('region', { name: 'Mis tareas de esta serie' });
  expect(tasks.textContent).toContain('Falta el permiso «Seguimiento» o el acceso al sitio del equipo.');
  fireEvent.click(within(tasks).getByRole('button', { name: 'Reintentar' }));
  expect(own).toEqual([['retry']]);
});

test('RW6 what fails is said with a way out, and the agenda stays', async () => {
  const { session, own } = await draw('outside');
  expect(said()).toContain('Todavía fuera de esta reunión');
  expect(said()).toContain('No hay conexión.');
  for (const button of screen.getAllByRole('button', { name: 'Reintentar' })) fireEvent.click(button);
  expect([session, own]).toEqual([[['retry']], [['retry']]]);
  expect(screen.getByRole('region', { name: /^Agenda/ })).toBeTruthy();
});

test('RW7 scripts and an invitation that do not come are said, with a press that fetches them', async () => {
  const late = await draw('notLoaded');
  press('Reintentar');
  expect(late.calls).toEqual([['retry']]);
  document.body.innerHTML = '';
  const failed = await draw('failed');
  press('Reintentar');
  expect(failed.calls).toEqual([['retry']]);
  document.body.innerHTML = '';
  await drawn('notLoaded');
  expect(screen.getByRole('alert').textContent).toContain('La invitación sigue como está.');
  document.body.innerHTML = '';
  await drawn(undefined);
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
});

test('RW7 without an appointment it says where to open it', async () => {
  await draw('noItem', 'en-GB');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Open from a meeting');
  expect(buttons()).toEqual([]);
});
