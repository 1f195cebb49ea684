// BB: the balance of a meeting from the agreement to the transcript, by everything that is real.
import { readFileSync } from 'node:fs';
import type { AtTeam } from './channelPages';
import {
  agreeToMeasure,
  balanceOf,
  decide,
  drop,
  floorOf,
  inMore,
  keptTalks,
  speak,
  SWITCH,
  teamFiles,
} from './balanceSide';
import { heardIn, leaksIn, numbersIn, type Secret, secretsIn } from './balanceLeaks';
import { type Watch, watch } from './balanceWatch';
import {
  addApp,
  type AtMeeting,
  openTeams,
  type MeetingRoom,
  type TriedMeeting,
  tryMeeting,
} from './meetingPages';
import { meetingWalks } from './meetingWalks';

const MINUTE = 60_000;
const PEOPLE = ['irene', 'catalina', 'rodrigo', 'andres'] as const;
const SPEAKS = {
  irene: /^Habla Irene/,
  catalina: /^Habla Catalina/,
  rodrigo: /^Habla Rodrigo/,
  andres: /^Habla Andr/,
} as const;
/** A name that is nobody's account. */
const STRANGE = 'Portátil de la feria';

const walks = meetingWalks('balance');
let teams: readonly AtTeam[] = [];
let meeting: TriedMeeting;
/** One window for all three walks: it goes on from session to session. */
let room: MeetingRoom;
let catalinas: Watch;
const secrets: Secret[] = [];
afterEach(async () => {
  const [walk = ''] = expect.getState().currentTestName?.split(' ') ?? [];
  await room?.picture(`end of ${walk}`);
  for (const team of teams) await team.close();
  teams = [];
});

const at = (key: (typeof PEOPLE)[number]): AtMeeting => room.at(key);
const all = () => PEOPLE.map(at);
const every = <T>(see: (one: AtMeeting) => Promise<T>) => Promise.all(all().map(see));
const press = (one: AtMeeting, name: string | RegExp) =>
  one.panel.getByRole('button', { name, exact: typeof name === 'string' }).click();
const sees = (text: string | RegExp) => (one: AtMeeting) => one.panel.getByText(text).first().waitFor();
/** Minutes in which somebody speaks; the floor is theirs by then. */
const speaks = async (who: keyof typeof SPEAKS, minutes: number) => {
  await speak(room, SPEAKS[who]);
  await heardIn(walks.tenant.rooms, secrets.length + 1);
  walks.tenant.later(minutes);
};
/** Ids of the four to their areas. */
const idsOf = async (): Promise<Readonly<Record<string, string>>> => {
  type Config = { people: { key: string; id: string }[] };
  const { people } = (await (await fetch(`${walks.tenant.address}/demo/config`)).json()) as Config;
  return Object.fromEntries(people.map(({ key, id }) => [key, id]));
};
const areasOf = async () => {
  const ids = await idsOf();
  const areas = { irene: 'marketing', catalina: 'marketing', rodrigo: 'sales' };
  return Object.fromEntries(Object.entries(areas).map(([key, area]) => [ids[key] ?? '', area]));
};
const demo = (path: string, body: object) =>
  fetch(`${walks.tenant.address}/demo/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat: meeting.chat, ...body }),
  });

test('BB1 agreed by both areas, marked by four of whom one declined, told after ten minutes; the transcript comes late and takes the place of the estimate', async () => {
  const { address } = walks.tenant;
  meeting = await tryMeeting(address);
  teams = await agreeToMeasure(walks.browser, address, 'balance');

  // No panel is there before the app is: nothing of hers passes unseen.
  room = await openTeams(walks.browser, address, meeting.chat, PEOPLE, {}, 'balance');
  catalinas = watch(room.page, 'catalina');
  await addApp(room);
  const [irene, catalina, rodrigo, andres] = all() as [AtMeeting, AtMeeting, AtMeeting, AtMeeting];
  await every(sees('Leads de feria sin llamar'));
  await every(sees('Aquí se estima cuánto habla cada área. No se graba ni se escucha nada.'));
  await press(andres, 'No participar');
  await andres.panel.getByText('Ya no participas: no se cuenta nada tuyo').first().waitFor();
  await press(catalina, 'Entendido');
  await room.picture('BB1 before');
  await room.page.getByRole('checkbox', { name: 'Transcribir' }).check();
  await press(irene, 'Empezar');
  await every(sees('Punto 1 de 6'));

  // Marks: my own press, a tap on a face, the queue. Nothing is told before ten minutes of speech.
  await press(irene, 'Tengo la palabra');
  await every(async (one) =>
    floorOf(one)
      .getByText(/Irene.* · Marketing/)
      .waitFor(),
  );
  await speaks('irene', 4);
  await press(irene, /^Catalina.*: dar la palabra$/);
  await every(async (one) =>
    floorOf(one)
      .getByText(/Catalina.* · Marketing/)
      .waitFor(),
  );
  await speaks('catalina', 3);
  await press(andres, 'Pedir la palabra');
  await every(sees('Piden la palabra: Andrés'));
  await press(irene, 'Dar la palabra a Andrés');
  await every(async (one) =>
    floorOf(one)
      .getByText(/Andrés.* · Ventas/)
      .waitFor(),
  );
  await speaks('andres', 1);
  await press(irene, 'Siguiente');
  await every(sees('Punto 2 de 6'));
  await press(irene, 'Siguiente');
  await every(sees('Punto 3 de 6'));
  await every((one) =>
    balanceOf(one)
      .getByText(/^Equilibrio: todavía es pronto, faltan [23]\smin hablados · cuenta a 3 de 4/)
      .waitFor(),
  );
  expect(await balanceOf(andres).innerText()).toContain('sin ti');
  await room.picture('BB1 too early');

  await press(irene, /^Irene.*: dar la palabra$/);
  await speaks('irene', 4);
  await press(irene, /^Catalina.*: dar la palabra$/);
  await every((one) =>
    balanceOf(one)
      .getByText(/^Marketing 100\s% · Ventas 0\s% · Estimación, 9\d\s% de lo hablado/)
      .waitFor(),
  );

  // One area was not heard: one quiet line, of areas alone, which goes by itself.
  await every(sees('Falta oír a Ventas en este punto'));
  await room.picture('BB1 nudge');
  await speaks('catalina', 4);
  await press(irene, 'Siguiente');
  await every(sees('Punto 4 de 6'));
  await every((one) => one.panel.getByText('Falta oír a Ventas en este punto').waitFor({ state: 'hidden' }));

  // A round: everybody has the floor once, as long as the others.
  await inMore(irene, 'Modera', () => press(irene, 'Ronda de un minuto por persona'));
  await every(sees(/^Ronda/));
  const spoke: string[] = [];
  for (let turn = 0; turn < PEOPLE.length; turn++) {
    const said = await floorOf(irene).locator('strong').innerText();
    const key = PEOPLE.find((one) => said.startsWith(one.slice(0, 3).replace(/^./, (c) => c.toUpperCase())));
    if (key === undefined) throw new Error(`nobody is called ${said}`);
    spoke.push(key);
    await at(key).panel.getByRole('button', { name: 'Terminar mi turno' }).waitFor();
    await speaks(key, 0.8);
    await press(at(key), 'Terminar mi turno');
    await floorOf(irene).getByText(said, { exact: true }).waitFor({ state: 'hidden' });
  }
  expect([...spoke].sort()).toEqual([...PEOPLE].sort());

  // My own turn was shorter: I say so, and nobody else can.
  await press(rodrigo, 'Tengo la palabra');
  await every(async (one) =>
    floorOf(one)
      .getByText(/Rodrigo.* · Ventas/)
      .waitFor(),
  );
  await speaks('rodrigo', 4.5);
  await press(rodrigo, 'Terminar mi turno');
  await every((one) =>
    floorOf(one).getByText('Rodrigo · Ventas', { exact: true }).waitFor({ state: 'hidden' }),
  );
  await inMore(rodrigo, 'Equilibrio', async () => {
    const turns = rodrigo.panel.getByRole('region', { name: 'Tus últimos turnos' });
    await turns.getByRole('button', { name: /^Duró menos: .*[45]\smin/ }).click();
    await turns.getByRole('combobox').selectOption(String(3 * MINUTE));
    await rodrigo.panel.getByText('Turno recortado').first().waitFor();
    await turns
      .getByText(/3\smin/)
      .first()
      .waitFor();
    await room.picture('BB1 corrected');
    await catalinas.look();
  });
  await balanceOf(catalina)
    .getByText(/^Marketing 8\d\s% · Ventas 1\d\s%/)
    .waitFor();

  await inMore(irene, 'Agenda', () => press(irene, 'Terminar la reunión'));
  await speak(room, null);
  await every(sees('Terminada'));
  await press(irene, 'Guardar el acta');
  await irene.panel.getByText('El acta está guardada').waitFor();
  await irene.panel.getByText('estimación, por las marcas de la reunión').waitFor();
  const [estimate] = await keptTalks(room.page, address, meeting.series ?? '');
  expect(estimate).toMatchObject({ source: 'estimate' });
  const minutesOf = (area: string) => (estimate?.areas[area] ?? 0) / MINUTE;
  expect(minutesOf('marketing')).toBeGreaterThan(16);
  expect(minutesOf('marketing')).toBeLessThan(18);
  expect(minutesOf('sales')).toBeGreaterThan(3.5);
  expect(minutesOf('sales')).toBeLessThan(4.5);
  await room.picture('BB1 ended');

  // The call ends. Its transcript comes late, and another one in which somebody is called as nobody is.
  await demo('transcript', {
    start: Date.parse(meeting.start) + 15 * MINUTE,
    cues: [{ name: STRANGE, from: 1000, until: 61_000 }],
    arrives: false,
  });
  await room.page.getByRole('button', { name: 'Terminar la llamada' }).click();
  await decide(room, SWITCH.transcripts, true);
  await decide(room, SWITCH.attribution, true);
  await press(irene, 'Leer la transcripción');
  await irene.panel.getByText(/^La transcripción todavía no está\. Se mira otra vez a las/).waitFor();
  await room.picture('BB1 waiting');
  await room.page.getByRole('button', { name: 'Que llegue ya' }).click();
  await room.page.getByText('La transcripción está lista.').waitFor();
  await press(irene, 'Mirar ahora');
  const names = irene.panel.getByRole('group', { name: '¿De quién son estos nombres?' });
  await names.waitFor();
  await room.picture('BB1 names');
  expect(await names.getByRole('combobox').count()).toBe(1);
  await names.getByLabel(new RegExp(`^${STRANGE}`)).selectOption({ label: 'Rodrigo Beltrán Ayuso' });
  await press(irene, 'Seguir');
  await irene.panel.getByText('El acta tiene lo medido con la transcripción.').waitFor();
  await irene.panel.getByText(/^medido con la transcripción; la estimación/).waitFor();
  const picture = irene.panel.getByRole('region', { name: 'Turnos por área' });
  const drawn = await picture
    .locator('path')
    .evaluateAll((paths) => paths.map((one) => one.getAttribute('d')));
  expect(drawn).toHaveLength(2);
  for (const path of drawn) expect(path).toMatch(/^M\d/);
  await room.picture('BB1 measured');
  const [measured] = await keptTalks(room.page, address, meeting.series ?? '');
  expect(measured).toMatchObject({ source: 'measured' });
  // Rodrigo spoke on where his own word had cut it; a minute of the strange name is his, too.
  expect((measured?.areas['sales'] ?? 0) / MINUTE).toBeGreaterThan(6);
  expect(measured?.off).toBeGreaterThan(3);
  expect((measured?.unattributed ?? 0) / MINUTE).toBeGreaterThan(1.5);
  expect((measured?.unattributed ?? 0) / MINUTE).toBeLessThan(2.5);
  await every((one) => one.panel.getByText('El acta está guardada').waitFor());
  secrets.push(secretsIn(walks.tenant.rooms, await areasOf()));
  expect(room.problems).toEqual([]);
}, 300_000);

test('BB2 the next session: each way of Graph to refuse has its sentence, and a file of Teams does it; a name that was explained is not asked again', async () => {
  const { address } = walks.tenant;
  const now = async () => ((await (await fetch(`${address}/demo/config`)).json()) as { now: number }).now;
  const next = Date.parse(meeting.start) + 7 * 24 * 60 * MINUTE;
  walks.tenant.later((next - (await now())) / MINUTE + 0.5);
  await room.page.reload();
  const [irene, catalina, rodrigo] = all() as [AtMeeting, AtMeeting, AtMeeting];
  // It is the other area's turn to chair.
  await press(rodrigo, 'Empezar');
  await every(sees('Punto 1 de 6'));
  const began = await now();
  await press(rodrigo, /^Irene.*: dar la palabra$/);
  await speaks('irene', 4);
  await press(rodrigo, /^Rodrigo.*: dar la palabra$/);
  await speaks('rodrigo', 4);
  await press(rodrigo, /^Catalina.*: dar la palabra$/);
  await speaks('catalina', 4.5);
  await press(catalina, 'Terminar mi turno');
  // Who declined in the first session still does: the series knows.
  await every(async (one) =>
    balanceOf(one)
      .getByText(/cuenta a 3 de 4/)
      .waitFor(),
  );
  await speak(room, null);
  await inMore(rodrigo, 'Agenda', () => press(rodrigo, 'Terminar la reunión'));
  await every(sees('Terminada'));
  await press(irene, 'Guardar el acta');
  await every((one) => one.panel.getByText('El acta está guardada').waitFor());
  secrets.push(secretsIn(walks.tenant.rooms, await areasOf()));

  const cue = (name: object, from: number, until: number) => ({ ...name, from, until });
  await demo('transcript', {
    start: began,
    cues: [
      cue({ person: 'irene' }, 30_000, 270_123),
      cue({ person: 'rodrigo' }, 240_000, 480_500),
      cue({ person: 'catalina' }, 481_000, 601_000),
      cue({ person: 'andres' }, 602_000, 662_000),
      cue({ name: STRANGE }, 663_000, 723_000),
    ],
    arrives: false,
  });
  await room.page.getByRole('button', { name: 'Terminar la llamada' }).click();

  const alert = irene.panel.getByRole('alert');
  const refusedWith = async (title: string, line?: RegExp) => {
    await alert.getByText(title).waitFor();
    await irene.panel.getByText('La estimación sigue como estaba.').waitFor();
    await irene.panel.getByText('Mientras tanto: soltar el archivo.').waitFor();
    if (line !== undefined) expect(await irene.panel.locator('code').innerText()).toMatch(line);
    await room.picture(`BB2 ${title.replaceAll(' ', '-')}`);
  };
  await press(irene, 'Leer la transcripción');
  await irene.panel.getByText(/^La transcripción todavía no está/).waitFor();
  await press(irene, 'Cancelar');
  await room.page.getByRole('button', { name: 'Que llegue ya' }).click();
  await room.page.getByText('La transcripción está lista.').waitFor();
  await decide(room, SWITCH.transcripts, false);
  await press(irene, 'Leer la transcripción');
  await refusedWith(
    'La organización no da transcripciones a las aplicaciones',
    /EnableGraphTranscriptAccess/,
  );
  await decide(room, SWITCH.transcripts, true);
  await decide(room, SWITCH.attribution, false);
  await press(irene, 'Reintentar');
  await refusedWith('La organización da transcripciones sin nombres', /EnableAttributedTranscripts/);
  await decide(room, SWITCH.attribution, true);
  await decide(room, SWITCH.metered, true);
  await press(irene, 'Reintentar');
  await refusedWith('Microsoft cobra por esta lectura y no está contratada');
  await decide(room, SWITCH.consent, false);
  await press(irene, 'Reintentar');
  await refusedWith('Falta el permiso para leer transcripciones', /adminconsent/);
  await decide(room, SWITCH.consent, true);
  await press(rodrigo, 'Leer la transcripción');
  await rodrigo.panel.getByText('Solo quien organiza puede leer esta transcripción').waitFor();
  await rodrigo.panel.getByText(/^Pedir a Irene.* que la lea desde aquí\.$/).waitFor();
  await decide(room, SWITCH.transcripts, false);

  // What people download in Teams, dropped here: exact to the millisecond, and nobody is asked who that was.
  const before = await keptTalks(room.page, address, meeting.series ?? '');
  expect(before.map((talk) => talk?.source)).toEqual(['measured', 'estimate']);
  const vtt = await downloaded('Descargar .vtt');
  await drop(irene, vtt);
  await irene.panel.getByText('El acta tiene lo medido con la transcripción.').waitFor();
  await room.picture('BB2 dropped');
  const [, measured] = await keptTalks(room.page, address, meeting.series ?? '');
  expect(measured).toMatchObject({
    source: 'measured',
    areas: { marketing: 240_123 + 120_000, sales: 240_500 + 60_000 },
    unattributed: 60_000,
  });
  expect(await irene.panel.getByRole('region', { name: 'Turnos por área' }).locator('path').count()).toBe(2);

  // The Word file, by the button.
  const docx = await downloaded('Descargar .docx');
  const choosing = room.page.waitForEvent('filechooser', { timeout: 60_000 });
  await irene.panel.getByText('Medir otra vez').click();
  await press(irene, 'Elegir un archivo');
  const chooser = await choosing;
  await chooser.setFiles({ ...docx, mimeType: '' });
  await irene.panel.getByText('El acta tiene lo medido con la transcripción.').waitFor();
  const [, ofWord] = await keptTalks(room.page, address, meeting.series ?? '');
  // It tells when turns begin and no more, and that is said.
  expect(ofWord).toMatchObject({ source: 'measured', rough: true });
  for (const area of ['marketing', 'sales'])
    expect(Math.abs((ofWord?.areas[area] ?? 0) - (measured?.areas[area] ?? 0))).toBeLessThan(MINUTE);
  await room.picture('BB2 word');
  expect(room.problems).toEqual([]);
}, 300_000);

/** What the demo's Teams gives to people. */
async function downloaded(name: string) {
  const [download] = await Promise.all([
    room.page.waitForEvent('download'),
    room.page.getByRole('link', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

test('BB3 in nothing that one of them received, sent or kept, nor in files and log, is another’s turn or share', async () => {
  const ids = await idsOf();
  const me = ids['catalina'] ?? '';
  const seen = await catalinas.look();
  const counts: Record<string, number> = {};
  for (const { where } of seen) counts[where] = (counts[where] ?? 0) + 1;
  // There is enough of it, of every kind, and her own turns are in it: what is looked for can be found.
  expect(counts).toMatchObject({
    http: expect.any(Number),
    websocketsent: expect.any(Number),
    websocketreceived: expect.any(Number),
    indexedDB: expect.any(Number),
  });
  expect(counts['websocketreceived']).toBeGreaterThan(100);
  expect(secrets).toHaveLength(2);
  const people = PEOPLE.map((key) => ids[key] ?? '');
  const files = Object.entries(await teamFiles(room.page, walks.tenant.address)).map(([where, text]) => ({
    where,
    text,
  }));
  for (const secret of secrets) {
    const of = (who: string) => [...secret.numbers].flatMap(([number, id]) => (id === who ? [number] : []));
    expect(of(ids['irene'] ?? '').length).toBeGreaterThan(0);
    const found = numbersIn(seen);
    expect(of(me).some((number) => found.has(number))).toBe(true);
    expect(leaksIn(seen, { ...secret, people }, me)).toEqual([]);
    expect(leaksIn(files, { ...secret, people }, '')).toEqual([]);
  }
  expect(walks.tenant.log()).not.toMatch(new RegExp(`${people.join('|')}|Irene|Rodrigo|Catalina|thread|eyJ`));
}, 60_000);
