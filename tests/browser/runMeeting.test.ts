// BM: a whole meeting with real teams-js, real MSAL, the real room server and four people in three places.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/demoTenant';
import { type MeetingTenant, startMeetingTenant } from '../support/meetingTenant';
import { askGraph } from './graphSide';
import {
  addApp,
  type AtMeeting,
  capture,
  type MeetingRoom,
  openTeams,
  type TriedMeeting,
  tryMeeting,
} from './meetingPages';

let tenant: MeetingTenant;
let browser: Browser;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startMeetingTenant(), startBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

/** All of them, at once. */
const every = <T>(people: readonly AtMeeting[], see: (at: AtMeeting) => Promise<T>) =>
  Promise.all(people.map(see));
const heading = (text: string) => (at: AtMeeting) =>
  at.panel.getByText(text, { exact: false }).first().waitFor();

test('BM1 four people in three places run the agenda; one reloads, one loses the network, the server is killed; all see the same', async () => {
  const meeting: TriedMeeting = await tryMeeting(tenant.address);
  const madrid = await openTeams(browser, tenant.address, meeting.chat, ['irene', 'rodrigo']);
  await addApp(madrid);
  const bogota = await openTeams(browser, tenant.address, meeting.chat, ['catalina']);
  const home = await openTeams(browser, tenant.address, meeting.chat, ['andres'], { locale: 'es-CO' });
  const places: readonly MeetingRoom[] = [madrid, bogota, home];
  const [irene, rodrigo] = [madrid.at('irene'), madrid.at('rodrigo')];
  const [catalina, andres] = [bogota.at('catalina'), home.at('andres')];
  const all = [irene, rodrigo, catalina, andres];

  await every(all, heading('Leads de feria sin llamar'));
  await madrid.picture('1 before');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await every(all, heading('Punto 1 de 6'));
  await madrid.picture('2 running');

  tenant.later(5);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 2 de 6'));
  tenant.later(4);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 3 de 6'));

  // Ideas, all at once.
  await capture(catalina, 'idea: Llamar en 24 horas');
  await capture(andres, 'idea: Lista única en el CRM');
  await every(all, (at) => at.panel.getByText('Lista única en el CRM').first().waitFor());
  await rodrigo.panel.getByRole('button', { name: /^Llamar en 24 horas: \+0/ }).click();
  await irene.panel.getByRole('button', { name: /^Llamar en 24 horas: \+1/ }).waitFor();

  // The floor: asked for, given.
  await andres.panel.getByRole('button', { name: 'Pedir la palabra' }).click();
  await every(all, heading('Piden la palabra: Andrés'));
  await irene.panel.getByRole('button', { name: /Dar la palabra a Andrés/ }).click();
  await every(all, heading('Andrés · Ventas'));
  await madrid.picture('3 ideas');

  // One loses the network, and goes on.
  await home.context.setOffline(true);
  await andres.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(andres, 'idea: Un turno de llamadas cada mañana');
  await home.picture('4 offline');
  tenant.later(9);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await home.context.setOffline(false);
  await every(all, heading('Punto 4 de 6'));
  await every(all, (at) => at.panel.getByText('Un turno de llamadas cada mañana').first().waitFor());

  // One reloads.
  await bogota.page.reload();
  await heading('Punto 4 de 6')(catalina);
  await catalina.panel.getByText('Llamar en 24 horas').first().waitFor();

  // The server is killed, and what is said meanwhile is not lost.
  await tenant.killProduct();
  await irene.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(irene, 'decisión: Todo lead de feria recibe una llamada en 24 horas');
  await tenant.startProduct();
  await every(all, (at) =>
    at.panel.getByText('Todo lead de feria recibe una llamada en 24 horas').first().waitFor(),
  );

  tenant.later(6);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 5 de 6'));
  await capture(irene, 'Hugo: enviar la lista antes del viernes');
  await capture(rodrigo, 'Sergio: llamar a los 21 restantes el jueves');
  await every(all, (at) => at.panel.getByText(/Sergio · llamar a los 21 restantes · jue/).waitFor());
  await every(all, (at) => at.panel.getByText(/Hugo · enviar la lista · vie/).waitFor());
  await madrid.picture('5 tasks');

  // Over time: one press takes the minutes from a later item.
  tenant.later(6);
  await irene.panel
    .getByText(/Pasado de tiempo|de más/)
    .first()
    .waitFor();
  await madrid.picture('6 over time');
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 6 de 6'));
  tenant.later(3);
  await irene.panel.getByRole('button', { name: 'Ronda de cierre' }).click();
  await every(all, heading('Ronda de cierre'));
  await irene.panel.getByRole('button', { name: 'Terminar', exact: true }).click();
  await every(all, heading('Terminada'));
  await madrid.picture('7 ended');

  // Everything offered, nothing sent unasked.
  await irene.panel.getByRole('button', { name: 'Llevar 2 tareas a Planner' }).click();
  await irene.panel.getByText('2 tareas están en Planner').waitFor();
  await irene.panel.getByRole('button', { name: 'Guardar el acta' }).click();
  await irene.panel.getByText('El acta está guardada').waitFor();
  await irene.panel.getByRole('button', { name: 'Enviar el acta al chat' }).click();
  await irene.panel.getByText('El acta está en el chat').waitFor();
  await madrid.picture('8 done');
  await every(all, (at) => at.panel.getByText('El acta está guardada').waitFor());

  const { value: tasks } = await askGraph<{ value: { title: string; dueDateTime: string }[] }>(
    madrid.page,
    tenant.address,
    'irene',
    ['Tasks.ReadWrite'],
    '/me/planner/tasks',
  );
  expect(tasks).toBeDefined();
  for (const place of places) expect(place.problems).toEqual([]);
  await Promise.all(places.map((place) => place.close()));
}, 300_000);
