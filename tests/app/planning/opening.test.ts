import { agendaFromHtml } from '../../../src/domain/agenda/html';
import type { AddInMemory } from '../../../src/app/ports/addInMemory';
import { PortFailure } from '../../../src/app/ports/failure';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { aDesk, amparo, bruno, camilo, EMPTY_BODY, irene, rodrigo, withAreas } from './desk';

test('PL1 the first time goes from the areas to the slots to an inserted invitation', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const slots = pane.screen('slots');
  expect(slots.calendars).toMatchObject({ done: 4, of: 4, state: 'ready', unread: [], countries: ['ES'] });
  expect(slots.options.length).toBeGreaterThan(2);
  pane.planning.choose(1);
  const chosen = pane.screen('slots').options[1];
  pane.planning.insert();
  const done = await pane.until('done');
  expect(done).toMatchObject({ how: 'inserted', canUndo: true, teamsLink: false });
  const { form } = desk.form;
  expect(form.subject).toBe('Semanal de Marketing y Ventas');
  expect(form.start).toBe(chosen?.slot.start);
  expect(form.end - form.start).toBe(35 * 60_000);
  expect(form.attendees.map(({ mail, type }) => [mail, type])).toEqual([
    [bruno.mail, 'optional'],
    [rodrigo.mail, 'required'],
    [amparo.mail, 'optional'],
  ]);
  expect(form.recurrence).toEqual({ every: 1, times: 25, weekday: chosen?.slot.pattern?.weekday });
  expect(agendaFromHtml(form.bodyHtml)?.items).toHaveLength(6);
  expect(desk.faults).toEqual([]);
});

test('PL2 with known areas it opens at the slots, one press from inserting the first and two from another', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const pane = desk.open({ host: fakeComposeHost({ bodyHtml: EMPTY_BODY }) });
  const slots = await pane.until('slots');
  expect(slots.options.length).toBeGreaterThan(0);
  expect(pane.seen.map(({ screen }) => screen)).not.toContain('areas');
  pane.planning.choose(1);
  pane.planning.insert();
  await pane.until('done');
});

test('PL3 the first draft holds the organiser and who is invited, each in the area their job tells', async () => {
  const form = fakeComposeHost({
    attendees: [
      { mail: 'S09@valdeolmo.example', name: 'Camilo', type: 'required' },
      { mail: 'elena@tramontana.example', name: 'Elena Doval', type: 'required' },
    ],
  });
  const pane = aDesk(form).open();
  const { series, first, offered } = await pane.until('areas');
  expect(first).toBe(true);
  expect(series.people.map(({ id, area, role }) => [id, area, role])).toEqual([
    [irene.id, 'marketing', 'key'],
    [camilo.id, 'sales', 'optional'],
  ]);
  expect(offered.people.map(({ id }) => id)).toEqual([bruno.id, rodrigo.id, amparo.id]);
});

test('PL3 an address of another company is an outsider, one of ours is not, known to the directory or not', async () => {
  const pane = aDesk().open();
  await pane.until('areas');
  pane.planning.areas.add({ mail: 'elena@tramontana.example', name: 'Elena' }, 'marketing');
  pane.planning.areas.add({ mail: 'Nueva@valdeolmo.example', name: 'Nueva' }, 'sales');
  const { people } = pane.screen('areas').series;
  expect(people.find(({ mail }) => mail === 'elena@tramontana.example')?.outsider).toBe(true);
  expect(people.find(({ mail }) => mail === 'nueva@valdeolmo.example')?.outsider).toBeUndefined();
});

test('PL4 without an appointment beside it, it says so and asks nobody for anything', async () => {
  const desk = aDesk();
  const pane = desk.open({ host: undefined });
  await pane.until('noForm');
  expect(desk.identity.asked).toEqual([]);
});

test('PL5 without a sign-in one press opens the window for it, and the pane goes on', async () => {
  let signedIn = false;
  const identity = fakeIdentity();
  const desk = aDesk();
  const pane = desk.open({
    identity: {
      ...identity,
      async token(tier, ask = {}) {
        if (ask.interactive) signedIn = true;
        if (!signedIn) throw new PortFailure({ kind: 'signIn' });
        return identity.token(tier, ask);
      },
    },
  });
  expect(await pane.until('signIn')).toEqual({ screen: 'signIn', failure: { kind: 'signIn' } });
  pane.planning.signIn();
  await pane.until('areas');
});

test('PL6 a home that does not let us in passes the areas to the next one, and the place is told', async () => {
  const desk = aDesk();
  const closed = fakeSeriesHome(fakeFolder(), 'site');
  closed.failNext({ kind: 'consent', tier: 'followUp' });
  const pane = desk.open({ homes: [closed, fakeSeriesHome(desk.folder, 'appFolder')] });
  expect((await pane.until('areas')).place).toBe('appFolder');
  pane.planning.areas.add(rodrigo, 'sales');
  pane.planning.areas.save();
  await pane.until('slots');
  expect([...desk.folder.files.keys()]).toHaveLength(1);
});

test.each(['offline', 'unavailable', 'denied'] as const)(
  'PL7 a start that fails (%s) says why, and a press starts again',
  async (kind) => {
    const desk = aDesk();
    desk.directory.failNext({ kind });
    const pane = desk.open();
    expect(await pane.until('signIn')).toEqual({ screen: 'signIn', failure: { kind } });
    pane.planning.signIn();
    await pane.until('areas');
    expect(desk.faults).toEqual([]);
  },
);

test('PL8 a file of areas that cannot be read is named and left alone', async () => {
  const desk = aDesk();
  desk.folder.put('series-rota.json', '{"half');
  const pane = desk.open();
  const areas = await pane.until('areas');
  expect(areas.notice).toEqual({ kind: 'unreadable', files: ['series-rota.json'] });
  pane.planning.areas.add(rodrigo, 'sales');
  pane.planning.areas.save();
  await pane.until('slots');
  expect(desk.folder.files.get('series-rota.json')?.content).toBe('{"half');
});

test('PL9 the zone is the host’s, and the machine’s where the host tells none or one that nobody knows', async () => {
  for (const [zone, expected] of [
    ['America/Bogota', 'America/Bogota'],
    ['Customized Time Zone', 'Europe/Madrid'],
    [undefined, 'Europe/Madrid'],
  ] as const) {
    const form = fakeComposeHost({}, zone === undefined ? {} : { zone });
    const host = Object.assign(Object.create(form) as typeof form, { zone });
    const pane = aDesk().open({ host });
    expect((await pane.until('areas')).series.zone).toBe(expected);
  }
});

test('PL10 once ended, nothing is told any more and what was under way stops', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  desk.calendar.holdSchedules(new Promise(() => undefined));
  const pane = desk.open();
  expect((await pane.until('slots')).calendars.state).toBe('loading');
  const before = pane.seen.length;
  pane.planning.end();
  desk.form.type({ attendees: [] });
  await pane.settle();
  expect(pane.seen.length).toBe(before);
});

describe('PL11 what another form of the add-in remembers', () => {
  const memory = (of: AddInMemory['of']) => ({ memory: { of } });
  const UNDER = JSON.stringify({ v: 1, under: 'inserting' });
  const saved = (property?: string) =>
    fakeComposeHost(
      { bodyHtml: EMPTY_BODY },
      { savedId: 'AAMk1', ...(property !== undefined && { property }) },
    );

  test('PL11 counts where this one remembers nothing', async () => {
    const asked: string[] = [];
    const of = (event: string) => Promise.resolve((asked.push(event), UNDER));
    const pane = aDesk().open({ host: saved(), ...memory(of) });
    expect((await pane.until('areas')).notice).toMatchObject({ kind: 'interrupted', what: 'inserting' });
    expect(asked).toEqual(['AAMk1']);
  });

  test('PL11 does not count beside one’s own, nor before the appointment is saved', async () => {
    const of = jest.fn(() => Promise.resolve(UNDER));
    const own = aDesk().open({ host: saved(JSON.stringify({ v: 1, subject: 'x' })), ...memory(of) });
    expect((await own.until('areas')).notice).toBeUndefined();
    const unsaved = aDesk().open({ host: fakeComposeHost({ bodyHtml: EMPTY_BODY }), ...memory(of) });
    expect((await unsaved.until('areas')).notice).toBeUndefined();
    expect(of).not.toHaveBeenCalled();
  });

  test('PL11 is none when it does not answer', async () => {
    const of = () => Promise.reject(new PortFailure({ kind: 'offline' }));
    const pane = aDesk().open({ host: saved(), ...memory(of) });
    expect((await pane.until('areas')).notice).toBeUndefined();
  });
});

test('SI1 the link for an administrator reaches the pane through the guard around its commands', () => {
  const { planning } = aDesk().open();
  expect(planning.adminConsent('plan')).toBe('https://login.example/adminconsent?tier=plan');
  planning.end();
});
