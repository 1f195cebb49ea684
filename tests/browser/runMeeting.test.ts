// BM: a whole meeting with real teams-js, real MSAL, the real room server and four people in three places.
import { addApp, type AtMeeting, capture, type TriedMeeting, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';
import { capturedIn, chatOf, plannerTasksOf, recordIn, sentMailsOf } from './meetingSide';
import { trouble } from './trouble';

const walks = meetingWalks('meeting');

/** All of them, at once. */
const every = <T>(people: readonly AtMeeting[], see: (at: AtMeeting) => Promise<T>) =>
  Promise.all(people.map(see));
const heading = (text: string) => (at: AtMeeting) =>
  at.panel.getByText(text, { exact: false }).first().waitFor();

test('BM1 four people in three places run the agenda; one reloads, one loses the network, the server is killed; all see the same', async () => {
  const meeting: TriedMeeting = await tryMeeting(walks.tenant.address);
  const madrid = await walks.open(meeting.chat, ['irene', 'rodrigo']);
  await addApp(madrid);
  const bogota = await walks.open(meeting.chat, ['catalina']);
  const home = await walks.open(meeting.chat, ['andres'], { locale: 'es-CO' });
  const [irene, rodrigo] = [madrid.at('irene'), madrid.at('rodrigo')];
  const [catalina, andres] = [bogota.at('catalina'), home.at('andres')];
  const all = [irene, rodrigo, catalina, andres];

  await every(all, heading('Leads de feria sin llamar'));
  await madrid.picture('1 before');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await every(all, heading('Punto 1 de 6'));
  await madrid.picture('2 running');

  walks.tenant.later(5);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 2 de 6'));
  walks.tenant.later(4);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 3 de 6'));

  // Ideas, all at once; what comes second is said when the first is seen, so that their order is certain.
  await capture(catalina, 'idea: Llamar en 24 horas');
  await andres.panel.getByText('Llamar en 24 horas').first().waitFor();
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
  walks.tenant.cut('andres');
  await home.context.setOffline(true);
  await andres.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(andres, 'idea: Un turno de llamadas cada mañana');
  await home.picture('4 offline');
  walks.tenant.later(9);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  walks.tenant.mend('andres');
  await home.context.setOffline(false);
  await every(all, heading('Punto 4 de 6'));
  await every(all, (at) => at.panel.getByRole('button', { name: 'Ver las 3' }).click());
  await every(all, (at) => at.panel.getByText('Un turno de llamadas cada mañana').first().waitFor());

  // One reloads.
  await bogota.page.reload();
  await heading('Punto 4 de 6')(catalina);
  await catalina.panel.getByText('Llamar en 24 horas').first().waitFor();

  // The server is killed, and what is said meanwhile is not lost.
  await walks.tenant.killProduct();
  await irene.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(irene, 'decisión: Todo lead de feria recibe una llamada en 24 horas');
  await walks.tenant.startProduct();
  await every(all, (at) =>
    at.panel.getByText('Todo lead de feria recibe una llamada en 24 horas').first().waitFor(),
  );

  walks.tenant.later(6);
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 5 de 6'));
  await capture(irene, 'Hugo: enviar la lista antes del viernes');
  await rodrigo.panel.getByText(/Hugo.* · enviar la lista · vie/).waitFor();
  await capture(rodrigo, 'Sergio: llamar a los 21 restantes el jueves');
  await every(all, (at) => at.panel.getByText(/Sergio.* · llamar a los 21 restantes · jue/).waitFor());
  await every(all, (at) => at.panel.getByText(/Hugo.* · enviar la lista · vie/).waitFor());
  await madrid.picture('5 tasks');

  // Over time: one press takes the minutes from a later item.
  walks.tenant.later(6);
  await irene.panel
    .getByText(/Pasado de tiempo|de más/)
    .first()
    .waitFor();
  await madrid.picture('6 over time');
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await every(all, heading('Punto 6 de 6'));
  walks.tenant.later(3);
  await irene.panel.getByRole('button', { name: 'Ronda de cierre' }).click();
  await every(all, heading('Ronda de cierre'));
  const said = await every(all, capturedIn);
  expect(said[0]?.join('\n')).toMatch(
    /Llamar en 24 horas.*\n.*CRM.*\n.*Un turno.*\n.*Todo lead.*\n.*Hugo.*\n.*Sergio/,
  );
  for (const other of said.slice(1)) expect(other).toEqual(said[0]);
  await irene.panel.getByRole('button', { name: 'Terminar', exact: true }).click();
  await every(all, heading('Terminada'));
  await madrid.picture('7 ended');

  // Everything offered, nothing sent unasked. The answer of the first task is lost, and the task is not made twice.
  await trouble(walks.tenant.address, {
    kind: 'lost',
    method: 'POST',
    path: '/planner/tasks',
    when: 'after',
    times: 1,
  });
  await irene.panel.getByRole('button', { name: 'Llevar 2 tareas a Planner' }).click();
  await irene.panel.getByText('2 tareas están en Planner').waitFor();
  await irene.panel.getByRole('button', { name: 'Guardar el acta' }).click();
  await irene.panel.getByText('El acta está guardada').waitFor();
  await irene.panel.getByRole('button', { name: 'Enviar el acta al chat' }).click();
  await irene.panel.getByText('El acta está en el chat').waitFor();
  expect(await sentMailsOf(madrid.page, walks.tenant.address, 'irene')).toEqual([]);
  await irene.panel.getByRole('button', { name: /^Enviar el acta a Noelia.* y Gonzalo/ }).click();
  await irene.panel.getByText(/El acta salió para Noelia.* y Gonzalo/).waitFor();
  await madrid.picture('8 done');
  await every(all, (at) => at.panel.getByText('El acta está guardada').waitFor());
  await every(all, (at) => at.panel.getByText('2 tareas están en Planner').waitFor());
  await every(all, (at) => at.panel.getByText(/El acta salió para Noelia.* y Gonzalo/).waitFor());

  expect(await plannerTasksOf(madrid.page, walks.tenant.address, 'hugo')).toEqual([
    'enviar la lista 2026-11-27',
  ]);
  expect(await plannerTasksOf(madrid.page, walks.tenant.address, 'sergio')).toEqual([
    'llamar a los 21 restantes 2026-11-26',
  ]);
  const record = await recordIn(madrid.page, walks.tenant.address, meeting.series ?? '');
  expect(record).toContain('Todo lead de feria recibe una llamada en 24 horas');
  expect(record).toContain('llamar a los 21 restantes');
  const minutes = await chatOf(madrid.page, walks.tenant.address, meeting.chat);
  expect(minutes.filter((html) => html.includes('llamar a los 21 restantes'))).toHaveLength(1);
  const mails = await sentMailsOf(madrid.page, walks.tenant.address, 'irene');
  expect(mails.map(({ to }) => to)).toEqual([['noelia.quiros', 'gonzalo.cifuentes']]);
  expect(mails[0]?.subject).toMatch(/^Acta: Semanal.* · /);
  expect(mails[0]?.html).toContain('llamar a los 21 restantes');
  // Names, texts and ids of chats stay out of the log.
  expect(walks.tenant.log()).not.toMatch(/Irene|Hugo|lista|leads|thread|eyJ/i);
  expect(walks.problems()).toEqual([]);
}, 300_000);
