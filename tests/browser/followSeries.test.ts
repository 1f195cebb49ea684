// BC2: a series over its weeks, with what was promised opening each next session; real panels, rooms, Planner and channel.
import { addTab, openTeam } from './channelPages';
import { changeInPlanner } from './followSide';
import { seriesNamed } from './graphSide';
import { addApp, type AtMeeting, capture, type MeetingRoom, tryMeeting } from './meetingPages';
import { chatOf, plannerTasksOf } from './meetingSide';
import { meetingWalks } from './meetingWalks';
import { eventually } from '../support/eventually';

const WEEK = 7 * 24 * 60;
const LASTS = 36;
const FAIR = 'Leads de feria sin llamar';
const HALF_PAGE = 'Escribir media página: qué es un lead aceptado';
const MONTHLY = 'Mensual de dirección de Marketing y Ventas';
const SORTING = 'ordenar la lista por zonas';

const walks = meetingWalks('follow');

const left = ({ panel }: AtMeeting) => panel.getByRole('region', { name: 'Pendiente de antes' });
const moved = ({ panel }: AtMeeting) => panel.getByRole('region', { name: '¿Se movió el problema?' });

/** All that is left from before, as it is read. */
async function leftIn(at: AtMeeting): Promise<string> {
  await left(at).waitFor();
  const more = left(at).getByRole('button', { name: /^Ver las/ });
  if (await more.isVisible()) await more.click();
  return (await left(at).getByRole('listitem').allInnerTexts()).join('\n').replace(/\s+/g, ' ');
}

/** The same, once it reads like this: records and Planner come in their own time. */
async function leftLike(at: AtMeeting, like: RegExp): Promise<string> {
  await eventually(async () => like.test(await leftIn(at)));
  const all = await leftIn(at);
  expect(all).toMatch(like);
  return all;
}

async function note(at: AtMeeting, problem: string, value: string): Promise<void> {
  await moved(at)
    .getByRole('button', { name: `Apuntar: ${problem}` })
    .click();
  const field = moved(at).getByRole('textbox', { name: 'Cifra de hoy' });
  await field.fill(value);
  await field.press('Enter');
}

/** Ends the session and does what its end offers. */
async function end({ panel }: AtMeeting, room: MeetingRoom, name: string, send = 0): Promise<void> {
  walks.tenant.later(LASTS);
  await panel.getByRole('button', { name: 'Más', exact: true }).click();
  await panel.getByRole('button', { name: 'Terminar la reunión' }).click();
  await panel.getByText('Terminada').first().waitFor();
  // What is in Planner from before is not offered again.
  if (send > 0) await panel.getByRole('button', { name: `Llevar ${send} tareas a Planner` }).click();
  await panel.getByText('6 tareas están en Planner').waitFor();
  await panel.getByRole('button', { name: 'Guardar el acta' }).click();
  await panel.getByText('El acta está guardada').waitFor();
  await room.picture(`${name} ended`);
  await panel.getByRole('button', { name: 'Enviar el mensaje' }).click();
  await panel.getByText('El mensaje está en el chat').waitFor();
}

test('BC2 three sessions in a row: what was left opens each, the problem’s number moves, a task carried too often goes to the monthly, whose agenda opens with it', async () => {
  const { address } = walks.tenant;
  const { chat } = await tryMeeting(address, { history: true });
  const room = await walks.open(chat, ['irene', 'rodrigo']);
  await changeInPlanner(room.page, address, 'sergio', 'Llamar a los 21 restantes', { percentComplete: 100 });
  await addApp(room);
  const [irene, rodrigo] = [room.at('irene'), room.at('rodrigo')];

  // The first: what Planner says meanwhile, and the task that was carried too often.
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  await irene.panel.getByText('✓ 2 hechas', { exact: true }).waitFor();
  const first = await leftLike(irene, /Escribir media página.*arrastrada \d veces/);
  expect(first).toContain('Enviar la lista de la feria a Bogotá');
  expect(first).not.toContain('Llamar a los 21');
  await irene.panel.getByText('✓ 2 hechas', { exact: true }).click();
  await irene.panel.getByText(/2 hechas desde la última: .*Llamar a los 21 restantes/).waitFor();
  await room.picture('BC2 1 left');
  await note(irene, FAIR, '9');
  await moved(rodrigo).getByText('Se movió: 21 → 9 (meta 0)').waitFor();
  await irene.panel.getByRole('button', { name: `Llevar a la mensual: ${HALF_PAGE}` }).click();
  await left(irene).getByText(HALF_PAGE).waitFor({ state: 'detached' });
  // By turns it is Rodrigo who chairs.
  await rodrigo.panel.getByRole('button', { name: 'Siguiente' }).click();
  await irene.panel.getByText('Punto 2 de 6').waitFor();
  await capture(irene, `Hugo: ${SORTING} antes del viernes`);
  await rodrigo.panel.getByRole('button', { name: 'Ver las 3' }).click();
  await rodrigo.panel.getByText(new RegExp(SORTING)).first().waitFor();
  await room.picture('BC2 1 captured');
  await end(irene, room, 'BC2 1', 2);
  expect(await plannerTasksOf(room.page, address, 'hugo')).toContain(`${SORTING} 2026-11-27`);
  const said = await chatOf(room.page, address, chat);
  expect(
    said.filter((html) => /Próxima sesión: mar 1 dic/.test(html) && html.includes(SORTING)),
  ).toHaveLength(1);

  // A week later: the new one is carried over, what was done is gone, the number starts from where it stood.
  const nextWeek = async (minutes: number) => {
    walks.tenant.later(minutes);
    await room.page.reload();
    await irene.panel.getByRole('button', { name: 'Empezar' }).click();
    await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  };
  await nextWeek(WEEK - LASTS);
  const second = await leftLike(irene, new RegExp(`Hugo.* · ${SORTING} · .*arrastrada 1 vez`));
  expect(second).not.toMatch(/Llamar a los 21|Escribir media página/);
  await eventually(async () => (await leftIn(rodrigo)) === second);
  expect(await leftIn(rodrigo)).toBe(second);
  await moved(rodrigo).getByText('Antes: 9 (meta 0)').waitFor();
  await note(rodrigo, FAIR, '4');
  await moved(irene).getByText('Se movió: 9 → 4 (meta 0)').waitFor();
  await room.picture('BC2 2 left');
  await end(irene, room, 'BC2 2');

  // The third.
  await nextWeek(WEEK - LASTS);
  await leftLike(irene, new RegExp(`Hugo.* · ${SORTING} · .*arrastrada 2 veces`));
  await moved(rodrigo).getByText('Antes: 4 (meta 0)').waitFor();
  await room.picture('BC2 3 left');
  await end(irene, room, 'BC2 3');
  expect(await plannerTasksOf(room.page, address, 'hugo')).toHaveLength(2);

  // To the last one nobody comes. Then the monthly opens with what the weekly could not decide.
  const [monthly] = await seriesNamed(room.page, address, 'rodrigo', MONTHLY);
  const joinUrl = decodeURIComponent(monthly?.onlineMeeting?.joinUrl ?? '');
  const hall = await walks.open(/meetup-join\/([^/]+)/.exec(joinUrl)?.[1] ?? '', ['rodrigo', 'irene']);
  const { now } = (await (await fetch(`${address}/demo/config`)).json()) as { now: number };
  // Madrid is an hour ahead in winter.
  const start = Date.parse(`${monthly?.start.dateTime.slice(0, 19)}+01:00`);
  walks.tenant.later(Math.ceil((start - now) / 60_000));
  await hall.page.reload();
  await addApp(hall);
  await hall.at('rodrigo').panel.getByRole('button', { name: 'Usar la plantilla' }).click();
  await hall.at('irene').panel.getByText(`Decidir: ${HALF_PAGE}`).first().waitFor();
  await hall.picture('BC2 monthly before');
  await hall.at('rodrigo').panel.getByRole('button', { name: 'Empezar' }).click();
  await hall
    .at('irene')
    .panel.getByText(/^Punto 1 de \d · Decidir: Escribir media página/)
    .first()
    .waitFor();
  await hall
    .at('irene')
    .panel.getByText(/Deciden .*Irene.*Rodrigo|Deciden .*Rodrigo.*Irene/)
    .first()
    .waitFor();
  await hall
    .at('irene')
    .panel.getByText(new RegExp(`Bruno.* · ${HALF_PAGE}`))
    .waitFor();
  await hall.picture('BC2 monthly');

  // The channel’s tab counts what there was.
  const team = await openTeam(walks.browser, address, ['irene'], {}, 'follow');
  await addTab(team, /^Semanal/);
  const { app } = team.at('irene');
  await app.getByText('12 celebradas · 2 saltadas · 2 en pausa').waitFor();
  await app.getByText(SORTING).first().waitFor();
  await team.picture('BC2 tab');
  expect(team.problems).toEqual([]);
  await team.close();
  expect(walks.problems()).toEqual([]);
  expect(walks.tenant.log()).not.toMatch(/Irene|Hugo|lista|leads|thread|eyJ/i);
}, 300_000);
