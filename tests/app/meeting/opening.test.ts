import { PortFailure } from '../../../src/app/ports/failure';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { anAbout, fakeMeetings } from '../../support/fakes/fakeMeetings';
import { aMeeting, CHANNEL, MINUTE, START } from './aMeeting';
import { settle } from './testTime';

test('MD1 where there is no meeting it says so and asks for nothing', async () => {
  const meeting = aMeeting();
  const { desk, identity } = await meeting.open({
    ports: { host: fakeMeetingHost({ place: undefined }) },
  });
  expect(desk.view.get()).toEqual({ screen: 'noMeeting' });
  expect(identity.asked).toEqual([]);
});

test('MD2 a missing consent is a screen, and its press may open the window for it', async () => {
  const meeting = aMeeting();
  const asked: unknown[] = [];
  const identity = fakeIdentity();
  const { desk } = await meeting.open({
    ports: {
      identity: {
        ...identity,
        token: async (what, ask) => {
          asked.push(ask?.interactive);
          if (ask?.interactive !== true) throw new PortFailure({ kind: 'consent', tier: 'live' });
          return identity.token(what, ask);
        },
      },
    },
  });
  expect(desk.view.get()).toMatchObject({
    screen: 'signIn',
    notice: { kind: 'failed', step: 'open', failure: { kind: 'consent' } },
  });
  desk.signIn();
  await settle();
  expect(desk.view.get().screen).toBe('meeting');
  expect(asked).toEqual([false, true]);
});

test('LI1 in a meeting too, the press of a retry asks for the consent that was missing before it repeats', async () => {
  const meeting = aMeeting();
  const { desk, meetings, identity } = await meeting.open({ me: 'm01' });
  meetings.failNext({ kind: 'consent', tier: 'live' }, 'addPanel');
  desk.before.addPanel();
  await settle();
  expect(desk.view.get()).toMatchObject({ notice: { step: 'addPanel', failure: { kind: 'consent' } } });
  const before = identity.asked.length;
  desk.retry();
  await settle();
  // Once by the retry, once by what it repeats.
  expect(identity.asked.slice(before).map(({ tier }) => tier)).toEqual(['live', 'live']);
  expect(desk.adminConsent('live')).toContain('live');
});

test('MD2 an opening that fails says why, and a press opens again', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(anAbout());
  meetings.failNext({ kind: 'offline' });
  const { desk } = await meeting.open({ ports: { meetings } });
  expect(desk.view.get()).toMatchObject({ screen: 'signIn', notice: { failure: { kind: 'offline' } } });
  desk.retry();
  await settle();
  expect(desk.view.get().screen).toBe('meeting');
});

test('MD2 an opening that a service failed is tried again by itself, without a flicker and no longer than it takes', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(anAbout());
  meetings.failNext({ kind: 'unavailable' });
  const { desk } = await meeting.open({ ports: { meetings } });
  meetings.failNext({ kind: 'unavailable' });
  const screens: string[] = [];
  desk.view.subscribe(() => screens.push(desk.view.get().screen));
  await meeting.time.pass(5000);
  expect(screens.every((screen) => screen === 'signIn')).toBe(true);
  await meeting.time.pass(5000);
  expect(desk.view.get().screen).toBe('meeting');
  expect(meeting.rooms.opened).toHaveLength(1);
});

test('MD2 what only a person can mend is not tried again by itself', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(anAbout());
  meetings.failNext({ kind: 'consent', tier: 'live' });
  const { desk } = await meeting.open({ ports: { meetings } });
  await meeting.time.pass(MINUTE);
  expect(desk.view.get().screen).toBe('signIn');
});

test('MD3 the organiser opens: the room has the agenda of the invitation, the people and the areas', async () => {
  const meeting = aMeeting();
  const panel = await meeting.open();
  const { people, areas, cities, title, end, start } = panel.screen();
  expect(panel.running().items.map(({ minutes }) => minutes)).toEqual([5, 5, 10, 5, 5, 5]);
  expect(people.map(({ id, area }) => `${id} ${area}`)).toEqual([
    'm01 marketing',
    'm02 marketing',
    's01 sales',
    's02 sales',
    'x01 sales',
  ]);
  expect(people[4]).toMatchObject({ name: 'Vera Out', outsider: true });
  expect(people.map(({ short }) => short)).toEqual(['Irene', 'Hugo S.', 'Rodrigo', 'Hugo L.', 'Vera']);
  expect(areas.map(({ id, here, of }) => [id, here, of])).toEqual([
    ['marketing', 1, 2],
    ['sales', 0, 2],
  ]);
  expect(cities).toEqual([{ city: 'Bogotá', zone: 'America/Bogota' }]);
  expect([title, start, end]).toEqual(['Semanal de Marketing y Ventas', START, START + 35 * MINUTE]);
  expect(meeting.faults).toEqual([]);
});

test('MD3 it is seeded once, also by two panels of the organiser and after a reload', async () => {
  const meeting = aMeeting();
  const [first, second] = [await meeting.open(), await meeting.open()];
  const { items } = first.running();
  expect(second.running().items).toEqual(items);
  first.desk.end();
  expect((await meeting.open()).running().items).toEqual(items);
});

test("MD4 another one's copy is a proposal, which the organiser uses at any time", async () => {
  const meeting = aMeeting(START - 30 * MINUTE);
  const rodrigo = await meeting.open({ me: 's01' });
  expect(rodrigo.screen()).toMatchObject({ running: null, proposed: { minutes: 35, mayUse: false } });
  const hugo = await meeting.open({ me: 'm02' });
  expect(meeting.rooms.state().proposed?.by).toBe('s01');
  // From five minutes before it is everybody's to use.
  await meeting.time.pass(25 * MINUTE);
  expect(hugo.screen().proposed).toEqual({ by: 'Rodrigo Beltrán', minutes: 35, mayUse: true });
  hugo.desk.useProposed();
  await settle();
  expect(hugo.running().items).toHaveLength(6);
  expect(rodrigo.running().items).toHaveLength(6);
});

test('MD4 the organiser who comes brings their own over a proposal', async () => {
  const meeting = aMeeting(START - 30 * MINUTE);
  const agenda = { language: 'es', items: [{ kind: 'topic', title: 'Plantada', minutes: 30 }] } as const;
  const guest = await meeting.open({ me: 's01', occurrence: { bodyHtml: agendaToHtml(agenda) } });
  expect(guest.screen().proposed).toMatchObject({ minutes: 30 });
  await meeting.open();
  expect(guest.screen().proposed).toBeNull();
  expect(guest.running().items).toHaveLength(6);
});

test('MD5 without an agenda in the invitation the template is offered, as long as the invitation is', async () => {
  const meeting = aMeeting();
  const time = { from: START, until: START + 30 * MINUTE };
  const { desk, screen, running } = await meeting.open({ occurrence: { bodyHtml: '<p>Hola</p>', time } });
  expect(screen().running).toBeNull();
  desk.useTemplate();
  await settle();
  expect(running().items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
});

test('MD5 before the series is read there is no template: it would know nobody and nothing that is left', async () => {
  const meeting = aMeeting();
  const waiting: (() => void)[] = [];
  const home = {
    ...meeting.home,
    list: async (cancel: Parameters<typeof meeting.home.list>[0]) => {
      await new Promise<void>((resolve) => void waiting.push(resolve));
      return meeting.home.list(cancel);
    },
  };
  const { desk, screen } = await meeting.open({ occurrence: { bodyHtml: '' }, ports: { homes: [home] } });
  desk.useTemplate();
  await settle();
  expect(screen()).toMatchObject({ running: null, knowing: true });
  for (const go of waiting) go();
  await settle();
  expect(screen().knowing).toBeUndefined();
  desk.useTemplate();
  await settle();
  expect(screen().running?.items).toHaveLength(6);
});

test('MD5 the template of somebody else is a proposal', async () => {
  const meeting = aMeeting();
  const { desk, screen } = await meeting.open({ me: 's01', occurrence: { bodyHtml: '' } });
  desk.useTemplate();
  await settle();
  expect(screen()).toMatchObject({ running: null, proposed: { minutes: 35, mayUse: true } });
});

test('MD6 a moved occurrence is the room of its original start', async () => {
  const meeting = aMeeting();
  await meeting.open({ occurrence: { original: START - 86_400_000 } });
  expect(meeting.rooms.opened).toEqual([{ start: START - 86_400_000, me: 'm01' }]);
});

test('MD6 who has no event goes to the room that the server has, else to the one of the day', async () => {
  const meeting = aMeeting();
  const device = meeting.rooms.device();
  await meeting.open({ me: 'x01', occurrence: null, ports: { rooms: device.rooms } });
  expect(meeting.rooms.opened.at(-1)?.start).toBe(Date.UTC(2026, 11, 1));
  const near = { ...meeting.rooms.device().rooms, near: async () => START };
  await meeting.open({ me: 'x01', occurrence: null, ports: { rooms: near } });
  expect(meeting.rooms.opened.at(-1)?.start).toBe(START);
  const deaf = {
    ...meeting.rooms.device().rooms,
    near: () => Promise.reject(new PortFailure({ kind: 'offline' })),
  };
  await meeting.open({ me: 'x01', occurrence: null, ports: { rooms: deaf } });
  expect(meeting.rooms.opened.at(-1)?.start).toBe(Date.UTC(2026, 11, 1));
});

test('MD6 who came before the room was there goes to it once it is, unless something was written meanwhile', async () => {
  const come = async (write: boolean) => {
    const meeting = aMeeting();
    let there: number | null = null;
    const rooms = { ...meeting.rooms.device().rooms, near: () => Promise.resolve(there) };
    const { desk } = await meeting.open({ me: 's01', occurrence: null, ports: { rooms } });
    if (write) desk.before.propose('Precio de Gota 3', false);
    await meeting.time.pass(25_000);
    const before = meeting.rooms.opened.length;
    there = START;
    await meeting.time.pass(25_000);
    desk.end();
    await meeting.time.pass(25_000);
    return [before, ...meeting.rooms.opened.map(({ start }) => start)];
  };
  const day = Date.UTC(2026, 11, 1);
  expect(await come(false)).toEqual([1, day, START]);
  expect(await come(true)).toEqual([1, day]);
});

test('MD6 where no session is known about now none is shown, until an agenda says when it is', async () => {
  const meeting = aMeeting();
  const { screen, desk } = await meeting.open({ occurrence: null });
  expect(screen().unplanned).toBe(true);
  desk.useTemplate();
  await settle();
  expect(screen().unplanned).toBeUndefined();
});

test('MD6 a calendar that does not answer opens no other room; one that may not be read does', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(anAbout());
  meetings.failNext({ kind: 'unavailable' }, 'occurrence');
  const { desk } = await meeting.open({ ports: { meetings } });
  expect(desk.view.get()).toMatchObject({ screen: 'signIn', notice: { failure: { kind: 'unavailable' } } });
  expect(meeting.rooms.opened).toEqual([]);
  meetings.failNext({ kind: 'consent', tier: 'plan' }, 'occurrence');
  desk.retry();
  await settle();
  expect(meeting.rooms.opened).toHaveLength(1);
});

test('MD7 who is not in the chat is told so, and a press asks again', async () => {
  const meeting = aMeeting();
  const meetings = fakeMeetings(null);
  const { desk } = await meeting.open({ ports: { meetings } });
  expect(desk.view.get()).toEqual({ screen: 'outside', why: 'notMember' });
  meetings.shown = anAbout();
  desk.retry();
  await settle();
  expect(desk.view.get().screen).toBe('meeting');
});

test('MD7 who is refused by the server is told why; a press brings a new token', async () => {
  const meeting = aMeeting();
  const { desk, device } = await meeting.open({ connection: { kind: 'denied', why: 'notItsTime' } });
  expect(desk.view.get()).toEqual({ screen: 'outside', why: 'notItsTime' });
  desk.retry();
  desk.signIn();
  expect(device.retried()).toBe(2);
  device.connect({ kind: 'live' });
  expect(desk.view.get().screen).toBe('meeting');
});

test('MD7 who was in goes on while Graph cannot be asked', async () => {
  const meeting = aMeeting();
  const { desk, device, screen } = await meeting.open();
  device.connect({ kind: 'denied', why: 'unknown' });
  expect(screen().connection).toBe('denied');
  device.connect({ kind: 'denied', why: 'notMember' });
  expect(desk.view.get()).toEqual({ screen: 'outside', why: 'notMember' });
});

test('MD11 once ended nothing changes, no timer is left and the room is closed', async () => {
  const meeting = aMeeting();
  const { desk } = await meeting.open();
  const view = desk.view.get();
  let told = 0;
  desk.view.subscribe(() => (told += 1));
  desk.end();
  meeting.rooms.by('m01', { kind: 'present', person: 's01', how: 'phone' });
  await meeting.time.pass(MINUTE);
  expect([desk.view.get(), told, meeting.time.waiting()]).toEqual([view, 0, 0]);
});

test('MD12 what comes from a body is cut to the limits of the room', async () => {
  const meeting = aMeeting();
  const items = [{ kind: 'topic', title: 'a'.repeat(40_000), minutes: 20 }] as const;
  const { running } = await meeting.open({
    occurrence: { bodyHtml: agendaToHtml({ language: 'es', items }), subject: 's'.repeat(5000) },
  });
  expect(running().items[0]?.title.length).toBeLessThanOrEqual(200);
  expect(running().items[0]?.minutes).toBe(20);
});

test('MD72 a fault of ours while opening is reported, and leaves a way out', async () => {
  const meeting = aMeeting();
  const meetings = { ...fakeMeetings(anAbout()), about: () => Promise.reject(new TypeError('ours')) };
  const { desk } = await meeting.open({ ports: { meetings } });
  expect(desk.view.get()).toMatchObject({ screen: 'signIn', notice: { failure: { kind: 'malformed' } } });
  expect(meeting.faults).toHaveLength(1);
});

test('MD6 all of a channel meet in the room of the day', async () => {
  const meeting = aMeeting();
  for (const me of ['m01', 's01'])
    await meeting.open({ me, ports: { host: fakeMeetingHost({ place: CHANNEL }) } });
  expect(meeting.rooms.opened.map(({ start }) => start)).toEqual([
    Date.UTC(2026, 11, 1),
    Date.UTC(2026, 11, 1),
  ]);
});
