// BK: a meeting in the panel with the keyboard alone, what is heard of it, and what axe says. BK1 to BK5 are the pane's.
import {
  focusIn,
  frameOf,
  heard,
  listen,
  pressButton,
  pressIn,
  pressTo,
  said,
  soon,
  tabIn,
} from './meetingKeys';
import { addApp, type AtMeeting, capture, type MeetingRoom, tryMeeting } from './meetingPages';
import { axeSays } from '../support/axe';
import { meetingWalks } from './meetingWalks';

const LINE = /^Captar:/;

const walks = meetingWalks('meeting-keyboard');

/** Irene, who chairs, in a window; Andrés in another one. */
async function two(): Promise<{ irene: AtMeeting; andres: AtMeeting; picture: MeetingRoom['picture'] }> {
  const { chat } = await tryMeeting(walks.tenant.address);
  const before = await walks.open(chat, ['irene']);
  await addApp(before);
  await before.at('irene').panel.getByRole('button', { name: 'Empezar' }).waitFor();
  await before.close();
  const madrid = await walks.open(chat, ['irene']);
  const home = await walks.open(chat, ['andres']);
  const [irene, andres] = [madrid.at('irene'), home.at('andres')];
  for (const { panel } of [irene, andres])
    await panel.getByText('Leads de feria sin llamar').first().waitFor();
  await irene.panel.getByRole('button', { name: 'Empezar' }).waitFor();
  await irene.page.bringToFront();
  return { irene, andres, picture: madrid.picture };
}

const shows = ({ panel }: AtMeeting, text: string | RegExp) => panel.getByText(text).first().waitFor();

test('BK6 the chair runs a whole meeting with the keyboard alone, and the focus is never lost nor out of sight', async () => {
  const { irene, andres, picture } = await two();
  const { page, panel } = irene;
  await pressButton(irene, /^Empezar$/);
  await shows(irene, 'Punto 1 de 6');
  expect((await focusIn(irene, 'the start')).inPane).toBe(true);
  // The press that ends an item stays where it is for the next.
  await tabIn(irene, /^Siguiente$/);
  for (const at of [2, 3]) {
    const { name } = await pressIn(irene, 'Enter');
    await shows(irene, `Punto ${at} de 6`);
    expect(name).toBe('Siguiente');
  }

  // A task without owner or date is not saved: Enter leads to what is lacking.
  await tabIn(irene, LINE, 'Shift+Tab');
  await page.keyboard.type('tarea: llamar a los expositores');
  await pressTo(irene, 'Enter', /^Responsable$/);
  // Letters pass through others' names; the field stays until it is left.
  await page.keyboard.type('Andr');
  const passed = await focusIn(irene, 'letters');
  expect(passed.name).toBe('Responsable');
  await page.waitForTimeout(1_200);
  await page.keyboard.type('Hugo');
  expect((await focusIn(irene, 'letters')).value).not.toBe(passed.value);
  await tabIn(irene, /^Fecha límite$/);
  await page.keyboard.type('04122026');
  await shows(irene, /Hugo.* · llamar a los expositores · vie 4 dic/);
  await picture('capture');
  await pressTo(irene, 'Escape', LINE);
  await pressIn(irene, 'Enter');
  const saved = await focusIn(irene, 'saving');
  expect([LINE.test(saved.name), saved.value]).toEqual([true, '']);
  // By its button as well, and Esc empties the line.
  await page.keyboard.type('Sergio: enviar la lista el viernes');
  await pressButton(irene, /^Guardar$/);
  expect((await focusIn(irene, 'saving')).name).toMatch(LINE);
  await page.keyboard.type('no era nada');
  expect((await pressIn(irene, 'Escape')).value).toBe('');

  await page.keyboard.type('idea: Llamar en 24 horas');
  await pressIn(irene, 'Enter');
  await shows(irene, 'Llamar en 24 horas');
  await tabIn(irene, /^Llamar en 24 horas: \+0$/, 'Shift+Tab');
  await pressTo(irene, 'Space', /^Llamar en 24 horas: \+1, con el mío$/);
  // The field for ideas stays open for the next one; Esc goes back to its button.
  await pressButton(irene, /añadir idea$/);
  await page.keyboard.type('Lista única');
  await pressTo(irene, 'Enter', /^Idea nueva$/);
  await pressIn(irene, 'Escape');
  expect((await focusIn(irene, 'Esc')).name).toMatch(/añadir idea$/);
  // What is taken out of sight hands the focus on, and can be had back.
  await tabIn(irene, /^Quitar Lista única$/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await pressButton(irene, /^Deshacer$/);
  await shows(irene, 'Lista única');
  await focusIn(irene, 'undoing');
  // The problem's own part opens and closes where it is.
  await tabIn(irene, /^Cambiar de problema/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await tabIn(irene, /^Cifra de hoy$/);
  await pressTo(irene, 'Escape', /^Cambiar de problema/);

  // The floor: eight faces are one stop; arrows go round.
  await andres.panel.getByRole('button', { name: 'Pedir la palabra' }).click();
  await shows(irene, /Piden la palabra: Andrés/);
  const first = await tabIn(irene, /: dar la palabra$/);
  const second = await pressIn(irene, 'ArrowRight');
  expect(second.name).not.toBe(first.name);
  expect((await pressIn(irene, 'ArrowLeft')).name).toBe(first.name);
  await pressIn(irene, 'End');
  expect((await pressIn(irene, 'ArrowRight')).name).toBe(first.name);
  await pressTo(irene, 'Enter', /terminar el turno$/);
  expect((await pressIn(irene, 'Enter')).name).toBe(first.name);
  await pressTo(irene, 'Tab', /^Dar la palabra a Andrés$/);
  await pressIn(irene, 'Enter');
  await shows(irene, 'Andrés · Ventas');
  await focusIn(irene, 'giving the floor');

  // Everything else: presence, and the chair handed over and taken back.
  await tabIn(irene, /^Más$/, 'Shift+Tab');
  await pressTo(irene, 'Enter', /^Agenda$/);
  await pressTo(irene, 'ArrowRight', /^Quién está$/);
  await pressTo(irene, 'Enter', /^Quién está$/);
  await tabIn(irene, /^Cómo participa Bruno/);
  await page.keyboard.type('por tel');
  await picture('presence');
  await pressTo(irene, 'Escape', /^Más$/);
  await shows(irene, /1 por teléfono/);
  await pressIn(irene, 'Enter');
  await pressIn(irene, 'End');
  await pressIn(irene, 'Enter');
  await tabIn(irene, /^Pasar la moderación a$/);
  await page.keyboard.type('Andr');
  await pressButton(irene, /^Pasar$/);
  await shows(irene, /Modera Andrés/);
  await focusIn(irene, 'handing over');
  await pressIn(irene, 'Escape');
  await shows(andres, 'Moderas tú').catch(() => undefined);
  await andres.panel.getByRole('button', { name: 'Más', exact: true }).click();
  await andres.panel.getByRole('tab', { name: 'Modera' }).click();
  await andres.panel
    .getByRole('combobox', { name: 'Pasar la moderación a' })
    .selectOption({ label: 'Irene' });
  await andres.panel.getByRole('button', { name: 'Pasar', exact: true }).click();
  await shows(irene, /Modera Irene/);

  // Over time: one press.
  walks.tenant.later(11);
  await shows(irene, 'Pasado de tiempo');
  await picture('over');
  await tabIn(irene, /^Recortar lo que falta$/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await panel.getByText('Pasado de tiempo').first().waitFor({ state: 'detached' });
  await focusIn(irene, 'taking minutes');

  await tabIn(irene, /^Siguiente$/);
  for (const text of ['Punto 4 de 6', 'Punto 5 de 6', 'Punto 6 de 6', 'Última palabra de cada quien']) {
    await pressIn(irene, 'Enter');
    await shows(irene, new RegExp(text));
    await focusIn(irene, text);
  }
  await picture('closing');
  expect((await focusIn(irene, 'closing')).name).toBe('Terminar');
  await pressIn(irene, 'Enter');
  await shows(irene, /Terminada/);
  expect((await focusIn(irene, 'the end', 3_000)).inPane).toBe(true);

  // What the end offers.
  await picture('ended');
  await tabIn(irene, /^Llevar 2 tareas a Planner$/);
  await pressIn(irene, 'Enter');
  await shows(irene, '2 tareas están en Planner');
  await focusIn(irene, 'tasks', 3_000);
  await tabIn(irene, /^Guardar el acta$/, 'Tab', 4).catch(() =>
    tabIn(irene, /^Guardar el acta$/, 'Shift+Tab'),
  );
  await pressIn(irene, 'Enter');
  await shows(irene, 'El acta está guardada');
  await focusIn(irene, 'the record', 3_000);
  await tabIn(irene, /^Reabrir la reunión$/);
  await pressIn(irene, 'Enter');
  await shows(irene, 'Última palabra de cada quien');
  expect((await focusIn(irene, 'opening again', 3_000)).inPane).toBe(true);
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BK7 each event is said once, my own presses are not, and the time that runs says nothing', async () => {
  const { irene, andres } = await two();
  await listen(irene);
  await listen(andres);
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await shows(andres, 'Punto 1 de 6');
  const start = [await soon(irene), await said(andres)];
  expect(start[0]).toEqual([]);
  expect(start[1]).toEqual([expect.stringMatching(/^Ahora: /)]);

  // Ten seconds of the timer.
  await irene.page.waitForTimeout(10_000);
  expect([await heard(irene), await heard(andres)]).toEqual([[], []]);

  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await shows(andres, 'Punto 2 de 6');
  expect([await said(andres), await soon(irene)]).toEqual([[expect.stringMatching(/^Ahora: /)], []]);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await shows(andres, 'Punto 3 de 6');
  expect([await said(andres), await soon(irene)]).toEqual([[expect.stringMatching(/^Ahora: /)], []]);

  // What is typed is not said; what was saved is, once, to whoever saved it.
  await capture(irene, 'Hugo: enviar la lista antes del viernes');
  await shows(andres, /enviar la lista/);
  expect([await said(irene), await soon(andres)]).toEqual([['Tarea guardada: enviar la lista'], []]);
  // The same words twice are two events.
  await capture(irene, 'Hugo: enviar la lista antes del viernes');
  expect(await said(irene)).toEqual(['Tarea guardada: enviar la lista']);
  await soon(andres);

  await irene.panel.getByRole('button', { name: 'Más', exact: true }).click();
  await irene.panel.getByRole('tab', { name: 'Modera' }).click();
  await irene.panel
    .getByRole('combobox', { name: 'Pasar la moderación a' })
    .selectOption({ label: 'Andrés' });
  await irene.panel.getByRole('button', { name: 'Pasar', exact: true }).click();
  await shows(andres, 'Modera Andrés');
  const handed = [await soon(irene), await said(andres)];
  expect(handed[1]).toEqual([expect.stringMatching(/^Modera Andrés/)]);
  expect(handed[0]?.length).toBeLessThanOrEqual(1);
}, 180_000);

test('BK8 axe finds nothing in the real panel, tab and stage, from before the start to after the end', async () => {
  const { irene, andres } = await two();
  const { chat } = { chat: new URLSearchParams(new URL(irene.page.url()).hash.slice(1)).get('chat') ?? '' };
  const beside = await walks.open(chat, ['rodrigo'], { surface: 'tab' });
  const shared = await walks.open(chat, ['catalina'], { surface: 'stage' });
  const [tab, stage] = [beside.at('rodrigo'), shared.at('catalina')];
  await tab.panel.getByText('Leads de feria sin llamar').first().waitFor();
  const onStage = shared.page.frameLocator('iframe[src*="surface=stage"]');
  await onStage.locator('main:not([aria-busy])').first().waitFor();
  const found: string[] = [];
  const look = async (state: string): Promise<void> => {
    const frames = [
      ['panel of the chair', await frameOf(irene)],
      ['panel', await frameOf(andres)],
      ['tab', await frameOf(tab)],
      ['stage', await frameOf(stage, 'surface=stage')],
    ] as const;
    for (const [name, frame] of frames)
      found.push(...(await axeSays(frame)).map((one) => `${state}, ${name}: ${one}`));
    await beside.picture(`axe ${state} tab`);
    await shared.picture(`axe ${state} stage`);
  };
  await look('before');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  for (const at of [2, 3]) {
    await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
    await shows(andres, `Punto ${at} de 6`);
  }
  await capture(irene, 'idea: Llamar en 24 horas');
  await capture(irene, 'decisión: Todo lead recibe una llamada');
  await capture(andres, 'Hugo: enviar la lista antes del viernes');
  await andres.panel.getByRole('button', { name: 'Pedir la palabra' }).click();
  await shows(irene, /Piden la palabra/);
  await irene.panel.getByRole('textbox', { name: LINE }).fill('llamar a los expositores');
  await look('running');
  await irene.panel.getByRole('textbox', { name: LINE }).fill('');
  await irene.panel.getByRole('button', { name: 'Más', exact: true }).click();
  for (const part of ['Agenda', 'Quién está', 'Modera']) {
    await irene.panel.getByRole('tab', { name: part }).click();
    found.push(...(await axeSays(await frameOf(irene))).map((one) => `${part}: ${one}`));
  }
  await irene.panel.getByRole('button', { name: 'Volver al punto' }).click();
  walks.tenant.later(16);
  await shows(irene, 'Pasado de tiempo');
  await look('over');
  await irene.panel.getByRole('button', { name: 'Más', exact: true }).click();
  await irene.panel.getByRole('button', { name: 'Terminar la reunión' }).click();
  await shows(andres, /Terminada/);
  await look('ended');
  expect(found).toEqual([]);
}, 120_000);
