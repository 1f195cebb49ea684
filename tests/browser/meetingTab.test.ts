// BT: around the panel, as somebody new to it walks: the tab, the next session, a guest, a phone, English.
import { seriesNamed } from './graphSide';
import { addApp, capture, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';
import { addTo, newMeeting, openOutlook } from './outlookPage';

const PICTURES = 'meeting-tab';
const WEEK = 7 * 24 * 60;

const walks = meetingWalks(PICTURES);

test('BT5 what was planned in Outlook is met in Teams: its chat, its agenda, its people, its start', async () => {
  const outlook = await openOutlook(walks.browser, walks.tenant.address, PICTURES);
  await newMeeting(outlook);
  for (const name of ['Bruno', 'Hugo']) await addTo(outlook, 'Marketing', name);
  for (const name of ['Rodrigo', 'Sergio']) await addTo(outlook, 'Ventas', name);
  await outlook.pane.getByRole('button', { name: 'Buscar horario' }).click();
  await outlook.pane.getByRole('radio').first().waitFor();
  await outlook.pane.getByRole('button', { name: 'Crear en Teams' }).click();
  const title = 'Semanal de Marketing y Ventas';
  await outlook.pane.getByRole('heading', { name: 'Reunión creada en Teams' }).waitFor();
  const [event] = await seriesNamed(outlook.page, walks.tenant.address, 'irene', title);
  await outlook.picture('BT5 planned');
  await outlook.close();
  const joinUrl = event?.onlineMeeting?.joinUrl ?? '';
  const chat = /meetup-join\/([^/]+)/.exec(decodeURIComponent(joinUrl))?.[1] ?? '';
  expect(chat).toContain('thread');

  // Madrid is an hour ahead in winter.
  const start = Date.parse(`${event?.start.dateTime.slice(0, 19)}+01:00`);
  const { now } = (await (await fetch(`${walks.tenant.address}/demo/config`)).json()) as { now: number };
  walks.tenant.later(Math.floor((start - now) / 60_000) - 1);
  const room = await walks.open(chat, ['irene', 'rodrigo']);
  await addApp(room);
  const [irene, rodrigo] = [room.at('irene').panel, room.at('rodrigo').panel];
  await rodrigo.getByText('Modera Irene', { exact: false }).first().waitFor();
  await room.picture('BT5 before');
  for (const panel of [irene, rodrigo]) {
    await panel.getByText(/Marketing: \d de 3/).waitFor();
    await panel.getByText(/Ventas: \d de 2/).waitFor();
    await panel
      .getByText(event?.start.dateTime.slice(11, 16).replace(/^0/, '') ?? '', { exact: false })
      .first()
      .waitFor();
  }
  await irene.getByRole('button', { name: 'Empezar' }).click();
  await rodrigo.getByText('Punto 1 de 6').waitFor();
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BT1 in the tab a problem is brought, taken into the agenda and told to be', async () => {
  const { chat } = await tryMeeting(walks.tenant.address);
  const first = await walks.open(chat, ['irene']);
  await addApp(first);
  const attending = await walks.open(chat, ['amparo'], { surface: 'tab' });
  await attending.page.setViewportSize({ width: 1180, height: 860 });
  const organising = await walks.open(chat, ['irene'], { surface: 'tab' });
  await organising.page.setViewportSize({ width: 1180, height: 860 });
  const [amparo, irene] = [attending.at('amparo').panel, organising.at('irene').panel];
  await irene.getByRole('heading', { name: /^Semanal de Marketing y Ventas · / }).waitFor();
  await amparo.getByText(/Aceptan \d de 8/).waitFor();
  await amparo.getByText('Modera Irene', { exact: false }).waitFor();

  const propose = async (title: string, internal: boolean) => {
    await amparo.getByRole('textbox', { name: '¿Qué problema traes?' }).fill(title);
    if (internal) await amparo.getByRole('checkbox', { name: 'solo interno' }).check();
    await amparo.getByRole('button', { name: 'Proponer' }).click();
  };
  await propose('Página de Gota 3 sin precios', false);
  await amparo.getByText('Propuesta enviada a Irene').waitFor();
  await propose('Descuentos que nadie aprueba', true);
  await organising.picture('BT1 proposed');
  await irene.getByText(/Amparo · Ventas · solo interno/).waitFor();
  await irene.getByRole('button', { name: 'A la agenda: Descuentos que nadie aprueba' }).click();
  await irene.getByText('✓ en la agenda').waitFor();
  await amparo.getByText('✓ en la agenda').waitFor();
  await irene.getByRole('heading', { name: 'Agenda · 35 de 35 min' }).waitFor();
  await attending.picture('BT1 attendee');
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BT2 what one session leaves opens the next one, with its minutes; a task carried too often is decided on', async () => {
  const { chat } = await tryMeeting(walks.tenant.address);
  const first = await walks.open(chat, ['irene']);
  await addApp(first);
  const before = first.at('irene');
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await capture(before, 'Hugo: enviar la lista antes del viernes');
  await capture(before, 'Sergio: acordar qué es un lead aceptado antes del viernes');
  const more = () => before.panel.getByRole('button', { name: 'Más', exact: true }).click();
  const meet = async () => {
    walks.tenant.later(36);
    await more();
    await before.panel.getByRole('button', { name: 'Terminar la reunión' }).click();
    await before.panel.getByRole('button', { name: 'Guardar el acta' }).click();
    await before.panel.getByText('El acta está guardada').waitFor();
  };
  await meet();
  walks.tenant.later(WEEK - 40);
  await before.page.reload();
  await first.picture('BT2 second session');
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await before.panel.getByText('arrastrada 1 vez').first().waitFor();
  await first.picture('BT2 carried once');
  await meet();
  const tab = await walks.open(chat, ['irene'], { surface: 'tab' });
  await tab.page.setViewportSize({ width: 1180, height: 860 });
  const irene = tab.at('irene').panel;
  walks.tenant.later(WEEK - 40);
  await tab.page.reload();
  await irene.getByRole('button', { name: 'Sesión anterior: acta' }).click();
  await irene
    .getByRole('region', { name: 'Sesión anterior: acta' })
    .getByText(/enviar la lista/)
    .waitFor();
  await tab.picture('BT2 last minutes');
  await irene.getByRole('button', { name: 'Hecha: enviar la lista' }).click();
  await irene.getByText('Pendiente de antes: 1').waitFor();

  // Another session, and it must be decided on.
  await before.page.reload();
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await meet();
  walks.tenant.later(WEEK - 40);
  await tab.page.reload();
  await irene.getByRole('button', { name: 'Decidir: acordar qué es un lead aceptado' }).click();
  await irene.getByRole('button', { name: 'Dividir: acordar qué es un lead aceptado' }).click();
  await tab.picture('BT2 decide');
  for (const [part, text] of [
    ['Parte 1', 'escribir qué es'],
    ['Parte 2', 'contarlo a ventas'],
  ] as const) {
    const group = irene.getByRole('group', { name: part });
    await group.getByRole('textbox', { name: 'Qué se hará' }).fill(text);
    await group.getByLabel('Fecha').fill('2026-12-18');
  }
  await irene.getByRole('button', { name: 'Guardar', exact: true }).click();
  await irene
    .getByRole('button', { name: 'Decidir: acordar qué es un lead aceptado' })
    .waitFor({ state: 'detached' });
  await irene.getByText('Pendiente de antes: 2').waitFor();
  await irene.getByText('contarlo a ventas').waitFor();
  await tab.picture('BT2 split');
  expect(walks.problems()).toEqual([]);
}, 240_000);

test('BT3 a guest takes part, and nothing internal comes into her browser', async () => {
  const { chat } = await tryMeeting(walks.tenant.address, { guest: true });
  const inside = await walks.open(chat, ['irene']);
  await addApp(inside);
  const irene = inside.at('irene');
  const outside = await walks.open(chat, []);
  const bytes: string[] = [];
  outside.page.on('websocket', (socket) => {
    // The page shows others beside her.
    if (!socket.url().includes('elena.localhost')) return;
    socket.on('framereceived', ({ payload }) => bytes.push(payload.toString()));
  });
  await outside.page.getByRole('combobox', { name: 'Añadir participante' }).selectOption('elena');
  const elena = outside.at('elena');
  await elena.panel.getByText('Leads de feria sin llamar').first().waitFor();
  const tab = await walks.open(chat, ['rodrigo'], { surface: 'tab' });
  const rodrigo = tab.at('rodrigo').panel;
  await rodrigo.getByRole('textbox', { name: '¿Qué problema traes?' }).fill('Secreto de la casa');
  await rodrigo.getByRole('checkbox', { name: 'solo interno' }).check();
  await rodrigo.getByRole('button', { name: 'Proponer' }).click();
  await rodrigo.getByText('Propuesta enviada a Irene').waitFor();
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await elena.panel.getByText('Punto 1 de 6').waitFor();
  await capture(elena, 'idea: Un formulario más corto');
  await irene.panel.getByText('Un formulario más corto').first().waitFor();
  await capture(irene, 'idea: Llamar en 24 horas');
  await elena.panel.getByText('Llamar en 24 horas').first().waitFor();
  await outside.picture('BT3 guest');
  const heard = bytes.join('');
  expect(heard.includes('Llamar en 24 horas')).toBe(true);
  expect(heard.includes('Secreto')).toBe(false);
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BT4 in English the main path holds no Spanish; the stage is seen by everybody, a phone shows what is needed', async () => {
  const { chat } = await tryMeeting(walks.tenant.address, { language: 'en' });
  const room = await walks.open(chat, ['irene', 'rodrigo'], { locale: 'en-US' });
  await room.page.setViewportSize({ width: 1500, height: 860 });
  await addApp(room);
  const [irene, rodrigo] = [room.at('irene').panel, room.at('rodrigo').panel];
  await irene.getByRole('button', { name: 'Start', exact: true }).click();
  await irene.getByText('Item 1 of 6').waitFor();
  await rodrigo.getByText('Item 1 of 6').waitFor();
  await room.picture('BT4 running');
  const said = (await irene.locator('main').innerText()).replace(/Irene|Rodrigo/g, '');
  expect(said).not.toMatch(/[áéíóúñ¿¡]|\b(de|la|el|en|min restantes|quedan|reunión)\b/i);

  await irene.getByRole('button', { name: 'More', exact: true }).click();
  await irene.getByRole('button', { name: 'Share to the screen' }).click();
  for (const name of ['Irene Valcárcel Soto', 'Rodrigo Beltrán Ayuso']) {
    const stage = room.page.frameLocator(`iframe[title="Cadencia, escenario de ${name}"]`);
    await stage.getByText('Open tasks').first().waitFor();
  }
  await room.picture('BT4 stage');

  const phone = await walks.open(chat, ['andres'], { client: 'android', locale: 'en-US' });
  const andres = phone.at('andres').panel;
  await andres.getByText('Item 1 of 6').waitFor();
  await andres.getByRole('button', { name: /Ask for the floor/ }).click();
  // The stage beside it is a frame of the same origin.
  const beside = room.page.frameLocator('iframe[title="Cadencia, panel de Irene Valcárcel Soto"]');
  await beside.getByRole('button', { name: 'Back to the item' }).click();
  await beside.getByText('Asking for the floor: Andrés').waitFor();
  expect(await andres.getByRole('region', { name: 'Ideas' }).count()).toBe(0);
  await phone.picture('BT4 phone');
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BT6 who is not prepared uses the template; presence, hand over, put off, over time, the hour, and again', async () => {
  const { chat } = await tryMeeting(walks.tenant.address, { adHoc: true });
  const room = await walks.open(chat, ['irene', 'rodrigo']);
  await addApp(room);
  const [irene, rodrigo] = [room.at('irene').panel, room.at('rodrigo').panel];
  await rodrigo.getByText('Esta reunión aún no tiene agenda').waitFor();
  await room.picture('BT6 no agenda');
  await irene.getByRole('button', { name: 'Usar la plantilla' }).click();
  await rodrigo.getByText('Lo que se va a hacer').waitFor();
  walks.tenant.later(4);
  await irene.getByRole('button', { name: 'Empezar' }).click();
  await irene.getByText(/Empezó .* tarde\. ¿/).waitFor();
  await room.picture('BT6 late');
  await irene.getByRole('button', { name: 'Recortar lo que falta' }).click();
  await irene.getByText(/¿Cómo se recupera\?/).waitFor({ state: 'detached' });

  // Who is here, marked by anybody.
  const more = (panel: typeof irene) => panel.getByRole('button', { name: 'Más', exact: true }).click();
  await more(rodrigo);
  await rodrigo.getByRole('tab', { name: 'Quién está' }).click();
  await rodrigo
    .getByRole('combobox', { name: /Cómo participa Bruno/ })
    .selectOption({ label: 'en sala, con mi panel' });
  await rodrigo
    .getByRole('combobox', { name: /Cómo participa Amparo/ })
    .selectOption({ label: 'por teléfono' });
  await room.picture('BT6 presence');
  await irene.getByText(/1 en sala, 1 por teléfono/).waitFor();

  // Put off, and back.
  await more(irene);
  await irene
    .getByRole('button', { name: /^Aplazar / })
    .last()
    .click();
  await irene.getByRole('button', { name: /^Recuperar / }).waitFor();
  await room.picture('BT6 put off');
  await irene.getByRole('button', { name: /^Recuperar / }).click();
  await irene.getByRole('button', { name: /^Recuperar / }).waitFor({ state: 'detached' });

  // The chair goes to Rodrigo.
  await irene.getByRole('tab', { name: 'Modera' }).click();
  await irene.getByRole('combobox', { name: 'Pasar la moderación a' }).selectOption({ label: 'Rodrigo' });
  await irene.getByRole('button', { name: 'Pasar', exact: true }).click();
  await irene.getByRole('button', { name: 'Volver al punto' }).click();
  await rodrigo.getByRole('button', { name: 'Volver al punto' }).click();
  await irene.getByText('Modera Rodrigo', { exact: false }).first().waitFor();
  // What was put off gave its minutes to the item that runs.
  walks.tenant.later(12);
  await rodrigo.getByText('Pasado de tiempo').first().waitFor();
  await room.picture('BT6 over');
  await rodrigo
    .getByRole('button', { name: /^Tomar / })
    .first()
    .click();
  await rodrigo.getByText('Pasado de tiempo').first().waitFor({ state: 'detached' });

  // The hour.
  walks.tenant.later(61);
  await irene.getByText('Se cumplió la hora', { exact: false }).waitFor();
  await room.picture('BT6 closing');
  await rodrigo.getByRole('button', { name: 'Terminar', exact: true }).click();
  await irene.getByText('Terminada').first().waitFor();
  await irene.getByRole('button', { name: 'Reabrir la reunión' }).click();
  await rodrigo.getByText('Se cumplió la hora', { exact: false }).waitFor();
  expect(walks.problems()).toEqual([]);
}, 180_000);
