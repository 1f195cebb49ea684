import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { FollowNotice, FollowQuestion, FollowScreen } from '../../../src/app/follow/followView';
import { drawChannel, drawTab } from '../../support/gallery/channelDraw';
import { channelViews } from '../../support/gallery/channelViews';
import { channel, NEXT, tasks } from '../../support/gallery/followSample';

afterEach(cleanup);

const around = (change: Partial<FollowScreen>): FollowScreen => ({ ...channel, ...change });
const seen = (name: string) => channelViews[name] ?? channel;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const noticed = (notice: FollowNotice) => around({ notice });

test('CB1 until there is a series every state has its screen and one press that goes on', () => {
  const ways = [
    ['signIn', 'Iniciar sesión', 'Iniciar sesión', 'signIn'],
    ['consent', 'Falta un permiso', 'Iniciar sesión', 'signIn'],
    ['failed', 'Todavía no se puede empezar', 'Reintentar', 'retry'],
    ['noSeries', 'Todavía no hay ninguna serie', 'Buscar otra vez', 'retry'],
  ] as const;
  for (const [name, title, way, command] of ways) {
    const { calls } = drawChannel(seen(name));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
    expect(screen.getByRole('status').textContent).not.toBe('');
    press(way);
    expect(calls).toEqual([[command]]);
    cleanup();
  }
  drawChannel(seen('noSeries'));
  expect(screen.getByText(/semanal\.json/).textContent).toBe(
    'Un archivo no se puede leer: semanal.json. Queda como está.',
  );
  cleanup();
  drawChannel(seen('consent'));
  expect(screen.getByRole('status').textContent).toContain('Seguimiento');
  cleanup();
  drawChannel(seen('starting'));
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
});

test('CB2 without a desk it starts; a script that does not arrive is told with a way out', () => {
  drawTab(undefined);
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  cleanup();
  drawTab('notLoaded');
  expect(screen.getByRole('alert').textContent).toContain('Comprobar la conexión');
  expect(button('Reintentar')).toBeTruthy();
});

test('CB3 five parts are tabs, one stop of the Tab key; the series is chosen beside them', () => {
  const { calls } = drawChannel(channel);
  const tabs = screen.getAllByRole('tab');
  expect(tabs.map(({ textContent }) => textContent)).toEqual([
    'Tareas',
    'Repaso',
    'Decisiones',
    'Ritmo',
    'Ajustes',
  ]);
  expect(tabs.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Tareas');
  expect(screen.getByRole('tabpanel', { name: 'Tareas' })).toBeTruthy();
  act(() => tabs[0]?.focus());
  fireEvent.keyDown(tabs[0] as Element, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(tabs[1]);
  fireEvent.click(tabs[1] as Element);
  const series = screen.getByRole('combobox', { name: 'Serie' });
  expect(within(series).getAllByRole('option')).toHaveLength(2);
  fireEvent.change(series, { target: { value: 'monthly' } });
  expect(calls).toEqual([
    ['show', { part: 'review' }],
    ['show', { series: 'monthly' }],
  ]);
});

test('CB4 a failure is an alert with a way out; what is not one is said politely, once more when it happens again', async () => {
  const failed = seen('notice');
  const { calls, show } = drawChannel(failed);
  expect(screen.getByRole('alert').textContent).toBe(
    '⚠ No se pudieron enviar todas las tareas a Planner. Ninguna se pierde ni se repite. Microsoft 365 pide esperar 4\u00a0min. Reintentar después de esa espera.',
  );
  press('Reintentar');
  press('Cerrar');
  expect(calls).toEqual([['retry'], ['dismiss']]);
  await show(noticed({ kind: 'refused', code: 'follow/no-monthly', data: {} }));
  expect(screen.getByRole('alert').textContent).toContain('mensual');
  expect(screen.queryByRole('button', { name: 'Reintentar' })).toBeNull();
  await show(noticed({ kind: 'done', what: 'task' }));
  expect(screen.queryByRole('alert')).toBeNull();
  const said = screen.getByText('Tarea guardada.');
  expect(said.closest('[role=status]')).toBeTruthy();
  await show(noticed({ kind: 'done', what: 'task' }));
  expect(screen.getByText('Tarea guardada.')).not.toBe(said);
});

test('CB5 what stayed in Planner, what waits, and who was asked are said with their fields, numbers and names', async () => {
  const { show } = drawChannel(channel);
  const says = async (notice: FollowNotice) => {
    await show(noticed(notice));
    return button('Cerrar').closest('div')?.parentElement?.textContent ?? '';
  };
  expect(await says({ kind: 'planKept', task: 't1', fields: ['due', 'text'] })).toContain(
    'al mismo tiempo (fecha y texto): se conserva lo de Planner.',
  );
  expect(await says({ kind: 'pushed', done: 38, left: 2, waitUntil: NEXT })).toContain(
    '38 tareas enviadas a Planner. 2 esperan todavía: Planner pide esperar hasta las 17:15.',
  );
  expect(await says({ kind: 'pushed', done: 1, left: 0, waitUntil: null })).toContain(
    '1 tarea enviada a Planner.',
  );
  expect(await says({ kind: 'planFull', code: 'MaximumTasksInPlan' })).toContain('MaximumTasksInPlan');
  expect(await says({ kind: 'asked', organiser: 'Rodrigo' })).toContain('Pedido a Rodrigo');
  expect(await says({ kind: 'merged', fields: ['title'] })).toContain('(título)');
});

test('CB6 a question tells whom it mails, starts at the safe answer, and Esc gives it', async () => {
  const { calls, show } = drawChannel(seen('question'));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toContain(
    'Mover la sesión del mar 8 dic, 17:15 a mié 9 dic, 17:15. 8 personas reciben un correo. ¿Seguir?',
  );
  expect(document.activeElement).toBe(button('No tocar nada'));
  fireEvent.keyDown(dialog, { key: 'Escape' });
  press('Cambiar');
  expect(calls).toEqual([
    ['answer', false],
    ['answer', true],
  ]);
  const asks = async (question: FollowQuestion) => {
    await show(channel);
    await show(around({ question }));
    return screen.getByRole('alertdialog').textContent;
  };
  expect(await asks({ kind: 'erase', person: 'm04', records: 12, remains: 'versions' })).toContain(
    'quitar a Hugo de 12 actas. No se puede deshacer. Las versiones anteriores quedan en el historial',
  );
  expect(await asks({ kind: 'removeTask', task: 't1' })).toContain('«Enviar la lista a Bogotá»');
  expect(await asks({ kind: 'sameTask', task: 't1', text: 'Llamar', found: 2 })).toContain(
    '2 tareas iguales',
  );
  expect(document.activeElement).toBe(button('Es la misma'));
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
  expect(calls.at(-1)).toEqual(['answer', true]);
});

test('CB6 answered, it leads back to where it was asked', async () => {
  const { show } = drawChannel(channel);
  const pressed = screen.getByRole('button', { name: /^Saltar la sesión/ });
  act(() => pressed.focus());
  await show(seen('question') as FollowScreen);
  expect(document.activeElement).toBe(button('No tocar nada'));
  await show(channel);
  expect(document.activeElement).toBe(pressed);
});

test('CB7 what is being read, done or left alone stands in one line; what failed can be tried again', () => {
  drawChannel(seen('loading'));
  expect(screen.getByText('Actas: 12 de 104…')).toBeTruthy();
  expect(screen.getAllByText('Leyendo Planner…', { ignore: '[role=status]' })).toHaveLength(1);
  expect(screen.queryByText(/Todavía no hay tareas/)).toBeNull();
  cleanup();
  drawChannel(seen('sending'));
  expect(screen.getByText('Enviando a Planner: 3 de 40…')).toBeTruthy();
  cleanup();
  const broken = seen('notice') as FollowScreen;
  const { calls } = drawChannel({ ...broken, notice: null });
  expect(screen.getByText(/2026-10-06\.json/)).toBeTruthy();
  expect(screen.getByText(/de una Cadencia más nueva: 2026-11-03\.json/)).toBeTruthy();
  expect(screen.getByText(/se muestra lo que cuentan las actas/)).toBeTruthy();
  press('Reintentar');
  expect(calls).toEqual([['retry']]);
});

test('CB7 where a reading begins and how it ends is said politely, and no count of it', async () => {
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  const at = (change: Partial<FollowScreen['progress']>) =>
    around({ progress: { ...channel.progress, ...change } });
  const { show } = drawChannel(at({}));
  expect(said().join('')).toBe('');
  for (const done of [0, 12, 13]) {
    await show(at({ records: { state: 'reading', done, of: 104 } }));
    expect(said().join('')).toBe('Leyendo las actas…');
  }
  await show(at({ plan: { state: 'reading', done: 100, of: null } }));
  expect(said().filter(Boolean)).toEqual(['Actas leídas.', 'Leyendo Planner…']);
  await show({ ...at({ records: { state: 'reading', done: 0, of: 9 } }), working: { what: 'erase' } });
  expect(said()).toContain('Actas leídas.');
  await show(at({ plan: { state: 'failed', failure: { kind: 'offline' } } }));
  expect(said()).toContain('No se pudo leer Planner: se muestra lo que cuentan las actas.');
});

test('CB8 at most one primary button stands on a screen, and names stand there, never addresses', async () => {
  for (const view of Object.values(channelViews)) {
    const { container } = drawChannel(view);
    await screen.findAllByRole('heading');
    expect(container.querySelectorAll('.fui-Button[class*=primary]').length).toBeLessThanOrEqual(1);
    expect(container.textContent).not.toContain('@');
    cleanup();
  }
  drawChannel(
    around({
      tasks: { ...tasks, names: {}, groups: [{ problem: null, tasks: [{ ...sent, owner: 'x@y.example' }] }] },
    }),
  );
  expect(screen.getByRole('grid').textContent).not.toContain('@');
});

const sent = tasks.groups[0]?.tasks[2] as NonNullable<(typeof tasks.groups)[number]['tasks'][number]>;
