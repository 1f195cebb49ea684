// BC3, BC4: the channel's tab as the team uses it: tasks in place, the rhythm that fades, and the series in other hands.
import { addTab, type AtTeam, openTeam } from './channelPages';
import { changeInPlanner, mineNamed, plannerTask } from './followSide';
import { tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';
import { eventually } from '../support/eventually';

const TITLE = 'Semanal de Marketing y Ventas';
const PERMISSION = 'Pedir permiso a tres clientes';
const FORM = { name: 'Tarea', owner: 'Responsable', due: 'Vence', state: 'Estado' };

const PAUSE = { from: '2026-12-21', last: '2027-01-06' };

/** «lun 21 dic» */
const dayOf = (date: string) => {
  const parts = new Intl.DateTimeFormat('es', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return parts
    .format(new Date(`${date.slice(0, 10)}T12:00Z`))
    .replace(',', '')
    .replaceAll('.', '');
};

const patternOf = (date = '') => `${new Date(date.slice(0, 10)).getUTCDay()} ${date.slice(11)}`;

const walks = meetingWalks('follow');
let teams: AtTeam[] = [];
const open = async (person: string) => {
  const team = await openTeam(walks.browser, walks.tenant.address, [person], {}, 'follow');
  teams.push(team);
  return team;
};
afterEach(async () => {
  const [walk = ''] = expect.getState().currentTestName?.split(' ') ?? [];
  for (const [index, team] of teams.entries()) {
    await team.picture(`end of ${walk} ${index + 1}`);
    await team.close();
  }
  teams = [];
});
const part = (team: AtTeam, person: string, name: string) =>
  team.at(person).app.getByRole('tab', { name }).click();

test('BC3 tasks are changed in place and Planner has them; a rhythm that fades is proposed another time, and one press does it', async () => {
  const { address } = walks.tenant;
  await tryMeeting(address, { history: true });
  const team = await open('irene');
  await addTab(team, /^Semanal/);
  const { app } = team.at('irene');
  await app.getByText('38 → 21 (meta 0)').waitFor();
  await app.getByText('9 celebradas · 1 saltada · 2 en pausa').waitFor();
  await team.picture('BC3 tasks');

  // Changed in place.
  const form = (name: string) => app.getByRole('grid').getByRole('button', { name });
  await app.getByRole('button', { name: /^Llamar a los 21 restantes/ }).click();
  await app.getByRole('grid').getByRole('combobox', { name: FORM.state }).selectOption('inProgress');
  await form('Guardar').click();
  await app.getByRole('row', { name: /Llamar a los 21 restantes.*En curso/ }).waitFor();
  const percent = async () =>
    (await plannerTask(team.page, address, 'sergio', 'Llamar a los 21 restantes')).percentComplete;
  await eventually(async () => (await percent()) === 50);
  expect(await percent()).toBe(50);
  // Somebody changes the same field in Planner while it is edited here: theirs stays.
  await app.getByRole('button', { name: new RegExp(`^${PERMISSION}`) }).click();
  await changeInPlanner(team.page, address, 'gonzalo', PERMISSION, { dueDateTime: '2026-12-18T10:00:00Z' });
  const grid = app.getByRole('grid');
  await grid.getByLabel(FORM.due).fill('2026-12-04');
  await form('Guardar').click();
  await app
    .getByText('Alguien cambió la tarea en Planner al mismo tiempo (fecha): se conserva lo de Planner.')
    .first()
    .waitFor();
  await team.picture('BC3 kept');
  expect((await plannerTask(team.page, address, 'gonzalo', PERMISSION)).dueDateTime).toMatch(/^2026-12-18/);

  // A holiday breaks a session: whoever does not organise asks, and the organiser does it.
  const other = await open('rodrigo');
  const asking = other.at('rodrigo').app;
  const more = asking.getByRole('button', { name: /^Ver \d más$/ });
  await asking
    .getByText(/^⚠ .* Alternativa: /)
    .first()
    .waitFor();
  if (await more.isVisible()) await more.click();
  await other.picture('BC3 breaks');
  await asking.getByRole('button', { name: /^Pedir a Irene: Mover la sesión: del mar 8 dic/ }).click();
  await asking.getByText('Ya está pedido a Irene').waitFor();
  await other.picture('BC3 asked');
  await team.page.reload();
  await part(team, 'irene', 'Ritmo');
  await app.getByRole('button', { name: /^Hacerlo: Mover la sesión del mar 8 dic, 11:00/ }).click();
  const question = app.getByRole('alertdialog');
  await question.getByText(/Mover la sesión del mar 8 dic, 11:00 a .* personas reciben/).waitFor();
  await team.picture('BC3 question');
  const accept = async (why: string, asked: RegExp) => {
    const proposal = app.getByRole('listitem').filter({ hasText: why });
    await proposal.getByRole('button', { name: 'Buscar horario' }).click();
    await proposal.getByRole('radio').first().waitFor();
    await team.picture(`BC3 ${why.slice(0, 9)} found`);
    await proposal.getByRole('button', { name: 'Hacerlo' }).click();
    await question.getByText(asked).waitFor();
    await team.picture(`BC3 ${why.slice(0, 9)} asked`);
    await question.getByRole('button', { name: 'Cambiar' }).click();
    await app.getByText('Serie cambiada.').first().waitFor();
  };
  const [before] = await mineNamed(team.page, address, 'irene', TITLE);
  await question.getByRole('button', { name: 'Cambiar' }).click();
  await app.getByText('Sesión cambiada.').first().waitFor();
  const [after] = await mineNamed(team.page, address, 'irene', TITLE);
  expect(before?.dates.slice(-2)).toEqual(['2026-12-08T11:00', '2026-12-15T11:00']);
  expect(after?.dates).toHaveLength(before?.dates.length ?? 0);
  expect(after?.dates).not.toContain('2026-12-08T11:00');

  // A pause that is planned, and the renewal that goes round it.
  await part(team, 'irene', 'Ajustes');
  const pauses = app.getByRole('region', { name: 'Pausas' });
  const added = pauses.getByRole('group');
  await added.getByRole('textbox').first().fill('Navidad');
  await added.getByLabel('Desde').fill(PAUSE.from);
  await added.getByLabel('Último día').fill(PAUSE.last);
  await added.getByRole('button').click();
  await pauses.getByRole('button', { name: /Navidad/ }).waitFor();
  await team.picture('BC3 settings');
  await part(team, 'irene', 'Ritmo');
  await accept('Quedan 4 sesiones', /Renovar la serie: .* 16 sesiones .* personas reciben/);
  const [first, renewed] = await mineNamed(team.page, address, 'irene', TITLE);
  expect(renewed?.dates[0]?.slice(0, 10)).toMatch(/^2026-12-(1[6-9]|2|3)/);
  const paused = renewed?.dates.filter((date) => date >= PAUSE.from && date < `${PAUSE.last}T24`) ?? [];
  for (const date of paused)
    await app
      .getByRole('button', { name: new RegExp(`^${dayOf(date)}, .*: en pausa \\(Navidad\\)$`) })
      .waitFor();

  // Weeks in which nobody meets: the old dates, and two of the new ones.
  const missed = renewed?.dates.filter((date) => !paused.includes(date)).slice(0, 2) ?? [];
  const { now } = (await (await fetch(`${address}/demo/config`)).json()) as { now: number };
  // Madrid is an hour ahead in winter.
  walks.tenant.later(Math.ceil((Date.parse(`${missed[1]}+01:00`) - now) / 60_000) + 120);
  await team.page.reload();
  await part(team, 'irene', 'Tareas');
  await app
    .getByText(`9 celebradas · ${1 + 4 + missed.length} saltadas · ${2 + paused.length} en pausa`)
    .waitFor();
  await team.picture('BC3 skipped');
  await part(team, 'irene', 'Ritmo');
  await accept('El ritmo se apaga: 2 de las últimas 2 saltadas', /A otra hora: .* personas reciben/);
  await team.picture('BC3 changed');
  const [oldest, old, fresh, ...none] = await mineNamed(team.page, address, 'irene', TITLE);
  expect(oldest?.dates).toHaveLength(first?.dates.length ?? 0);
  expect(old?.dates.every((date) => date < (fresh?.dates[0] ?? ''))).toBe(true);
  expect((old?.dates.length ?? 0) + (fresh?.dates.length ?? 0)).toBe(16);
  expect(patternOf(fresh?.dates[0])).not.toBe(patternOf(old?.dates[0]));
  expect(none).toEqual([]);
  expect([...team.problems, ...other.problems]).toEqual([]);
}, 240_000);

test('BC4 the series goes to a successor, whose calendar has it; whoever had it ends the old one', async () => {
  const { address } = walks.tenant;
  const mine = await open('irene');
  await part(mine, 'irene', 'Ajustes');
  const { app: irene } = mine.at('irene');
  const handing = irene.getByRole('region', { name: 'Pasar la serie' });
  await handing.getByRole('combobox').selectOption({ label: 'Rodrigo Beltrán Ayuso' });
  await handing.getByRole('button', { name: 'Pasar la serie' }).click();
  await irene
    .getByRole('alertdialog')
    .getByText(/Pasar la serie a Rodrigo/)
    .waitFor();
  await mine.picture('BC4 handing over');
  await irene.getByRole('alertdialog').getByRole('button', { name: 'Cambiar' }).click();
  await irene.getByText('Serie cambiada.').first().waitFor();
  await part(mine, 'irene', 'Ritmo');
  await irene.getByText('La serie pasa a Rodrigo: falta que la tome.').waitFor();

  const theirs = await open('rodrigo');
  await part(theirs, 'rodrigo', 'Ritmo');
  const { app: rodrigo } = theirs.at('rodrigo');
  await rodrigo.getByText('Esta serie espera a que la organices tú').waitFor();
  await theirs.picture('BC4 waits');
  await rodrigo.getByRole('button', { name: 'Hacerme cargo' }).click();
  await rodrigo.getByRole('alertdialog').getByRole('button', { name: 'Cambiar' }).click();
  await rodrigo.getByText('Esta serie espera').waitFor({ state: 'detached' });
  await theirs.picture('BC4 taken');
  const made = await mineNamed(theirs.page, address, 'rodrigo', TITLE);
  expect(made).toHaveLength(1);
  const [begins = ''] = made[0]?.dates ?? [];
  for (const [name, text] of [
    ['Tareas', 'Llamar a los 21 restantes'],
    ['Decisiones', 'Todo lead de feria recibe una llamada en 24 horas laborables'],
    ['Ajustes', 'Organiza Rodrigo'],
  ] as const) {
    await part(theirs, 'rodrigo', name);
    await rodrigo.getByText(text).first().waitFor();
  }
  await theirs.picture('BC4 taken over');

  const ahead = async () =>
    (await mineNamed(mine.page, address, 'irene', TITLE))
      .flatMap(({ dates }) => dates)
      .filter((date) => date >= begins);
  expect(await ahead()).toEqual(made[0]?.dates);
  await mine.page.reload();
  await part(mine, 'irene', 'Ritmo');
  await irene
    .getByText('Rodrigo ya la organiza. La serie anterior sigue todavía en tu calendario.')
    .waitFor();
  await mine.picture('BC4 old one');
  await irene.getByRole('button', { name: 'Terminar mi serie' }).click();
  await irene.getByRole('alertdialog').getByRole('button', { name: 'Cambiar' }).click();
  await irene.getByRole('button', { name: 'Terminar mi serie' }).waitFor({ state: 'detached' });
  await mine.picture('BC4 ended');
  expect(await ahead()).toEqual([]);
  expect([...mine.problems, ...theirs.problems]).toEqual([]);
  expect(walks.tenant.log()).not.toMatch(/Irene|Rodrigo|lista|leads|thread|eyJ/i);
}, 180_000);
