import { PortFailure } from '../../../src/app/ports/failure';
import { aMeeting, MINUTE, START } from './aMeeting';
import { settle } from './testTime';

test('MD20 the tick changes each second, and the view stays the same one', async () => {
  const meeting = aMeeting();
  const { desk } = await meeting.started();
  const view = desk.view.get();
  let views = 0;
  const ticks: number[] = [];
  desk.view.subscribe(() => (views += 1));
  desk.tick.subscribe(() => ticks.push(desk.tick.get().itemLeft ?? NaN));
  await meeting.time.pass(10_000);
  expect(ticks).toEqual(Array.from({ length: 10 }, (_, at) => 5 * MINUTE - (at + 1) * 1000));
  expect([desk.view.get() === view, views]).toEqual([true, 0]);
  expect(desk.tick.get()).toMatchObject({ now: START + 10_000, meetingLeft: 35 * MINUTE - 10_000 });
  expect(desk.tick.get().itemShare).toBeCloseTo(10 / 300);
});

test('MD21 a machine whose clock is three hours off shows the same second', async () => {
  const meeting = aMeeting();
  const [irene, rodrigo] = [
    await meeting.started(),
    await meeting.open({ me: 's01', skew: 3 * 60 * MINUTE + 417 }),
  ];
  await meeting.time.pass(90_300);
  expect(rodrigo.desk.tick.get()).toEqual(irene.desk.tick.get());
  // Learnt late: the timer alone is drawn anew.
  const view = rodrigo.desk.view.get();
  rodrigo.device.learnClock(3 * 60 * MINUTE + 1417);
  expect(rodrigo.desk.tick.get().now).toBe(irene.desk.tick.get().now + 1000);
  expect(rodrigo.desk.view.get()).toBe(view);
});

test('MD21 a clock that jumps over a moment shows at once what that moment changed', async () => {
  const meeting = aMeeting();
  const irene = await meeting.started();
  expect(irene.running().overChoices).toEqual([]);
  irene.device.learnClock(6 * MINUTE + 10_000);
  expect(irene.running().overChoices.length).toBeGreaterThan(0);
});

async function late() {
  const meeting = aMeeting();
  const irene = await meeting.open();
  const rodrigo = await meeting.open({ me: 's01' });
  await meeting.time.pass(START + 3 * MINUTE - meeting.time.now());
  irene.desk.command({ kind: 'start' });
  await settle();
  return { meeting, irene, rodrigo };
}

test('MD22 a late start asks the chair at once, and one press answers it', async () => {
  const { irene, rodrigo } = await late();
  expect(irene.running().late).toBe(3 * MINUTE);
  expect(rodrigo.running()).toMatchObject({ late: 3 * MINUTE, lateChoices: [] });
  const choices = irene.running().lateChoices;
  expect(choices.map(({ kind }) => kind)).toContain('endLater');
  const shorten = choices.find(({ kind, title }) => kind === 'shorten' && title === 'Ideas de las dos áreas');
  expect(shorten).toMatchObject({ by: 3 });
  if (shorten !== undefined) irene.desk.choose(shorten);
  await settle();
  expect(irene.running().lateChoices).toEqual([]);
  expect(irene.running().items[2]?.minutes).toBe(7);
});

test('MD22 to end later is to put the question away', async () => {
  const { irene } = await late();
  const later = irene.running().lateChoices.find(({ kind }) => kind === 'endLater');
  expect(later).toMatchObject({ command: null, until: START + 38 * MINUTE });
  if (later !== undefined) irene.desk.choose(later);
  expect(irene.running()).toMatchObject({ late: 3 * MINUTE, lateChoices: [] });
});

test('MD23 an item over its minutes offers choices to the chair, minute by minute, until one is taken', async () => {
  const meeting = aMeeting();
  const irene = await meeting.started();
  const rodrigo = await meeting.open({ me: 's01' });
  await meeting.time.pass(5 * MINUTE - 1);
  expect(irene.running().overChoices).toEqual([]);
  await meeting.time.pass(2);
  const choices = irene.running().overChoices;
  expect(new Set(choices.map(({ kind }) => kind))).toEqual(new Set(['takeFrom', 'cutDown', 'putOff']));
  expect(choices[0]).toMatchObject({ by: 1 });
  expect(rodrigo.running().overChoices).toEqual([]);
  await meeting.time.pass(MINUTE);
  expect(irene.running().overChoices[0]).toMatchObject({ by: 2 });
  const take = irene.running().overChoices.find(({ title }) => title === 'Ronda de cierre');
  if (take !== undefined) irene.desk.choose(take);
  await settle();
  expect(irene.running().overChoices).toEqual([]);
  expect(irene.running().items.map(({ minutes }) => minutes)).toEqual([7, 5, 10, 5, 5, 3]);
});

test('MD23 a clock that turns out to be behind offers them at once', async () => {
  const meeting = aMeeting();
  const irene = await meeting.started();
  irene.device.learnClock(5 * MINUTE + 30_000);
  expect(irene.running().overChoices).not.toEqual([]);
});

test('MD24 the chair is taken over a minute after it has gone, seen by all', async () => {
  const meeting = aMeeting();
  const irene = await meeting.started();
  const [rodrigo, hugo] = [await meeting.open({ me: 's01' }), await meeting.open({ me: 'm02' })];
  expect(hugo.screen().chair).toMatchObject({ name: 'Irene', nextTime: 's01', mayTakeOver: false });
  irene.device.leave();
  expect(hugo.screen().chair).toMatchObject({ goneSince: START, mayTakeOver: false });
  await meeting.time.pass(MINUTE);
  expect(rodrigo.screen().chair.mayTakeOver).toBe(true);
  expect(hugo.screen().chair.mayTakeOver).toBe(true);
  hugo.desk.command({ kind: 'takeOver' });
  await settle();
  expect(hugo.screen().chair).toMatchObject({ mine: true, goneSince: null, mayTakeOver: false });
  expect(rodrigo.screen().notice).toEqual({ kind: 'chairChanged', name: 'Hugo Santos' });
  expect(hugo.screen().notice).toBeNull();
});

test("MD25 another one's next item is told, my own is not, and a failure is not covered by it", async () => {
  const meeting = aMeeting();
  const irene = await meeting.started();
  const rodrigo = await meeting.open({ me: 's01' });
  irene.desk.command({ kind: 'next', leaves: irene.running().current?.id ?? '' });
  await settle();
  expect(irene.screen().notice).toBeNull();
  expect(rodrigo.screen().notice).toEqual({ kind: 'item', title: 'El problema de la semana' });
  rodrigo.desk.command({ kind: 'end' });
  await settle();
  expect(rodrigo.screen().notice).toEqual({ kind: 'refused', code: 'meeting/not-allowed', data: {} });
  irene.desk.command({ kind: 'next', leaves: irene.running().current?.id ?? '' });
  await settle();
  expect(rodrigo.screen().notice).toMatchObject({ kind: 'refused' });
  rodrigo.desk.dismiss();
  expect(rodrigo.screen().notice).toBeNull();
});

test('MD25 the closing round at sixty minutes is told by time alone, and nothing is locked', async () => {
  const meeting = aMeeting();
  const { desk, screen, running } = await meeting.started();
  await meeting.time.pass(60 * MINUTE);
  expect(running()).toMatchObject({ phase: 'closing', current: null, at: null, mayEnd: true });
  expect(screen().notice).toEqual({ kind: 'closing' });
  desk.capture.type('Hugo S: cerrar @2026-12-04');
  desk.capture.set({ owner: 'm02' });
  desk.capture.save();
  expect(meeting.rooms.notes().tasks).toHaveLength(1);
});

test('MD26 a command without an answer is told, and can be repeated', async () => {
  const meeting = aMeeting();
  const { desk, device, screen, running } = await meeting.started();
  device.connect({ kind: 'offline' });
  desk.command({ kind: 'next', leaves: running().current?.id ?? '' });
  device.giveUp();
  await settle();
  expect(screen().notice).toEqual({ kind: 'failed', step: 'command', failure: { kind: 'offline' } });
  device.connect({ kind: 'live' });
  desk.retry();
  await settle();
  expect(running().at).toBe(2);
  expect(screen().notice).toBeNull();
});

test('MD27 everybody with how they take part, who may decide for a key person, and the queue as it is served', async () => {
  const meeting = aMeeting();
  const { desk, screen } = await meeting.started();
  await meeting.open({ me: 'm02' });
  desk.present('s02', 'room', 'm01');
  desk.present('s01', 'away');
  await settle();
  const people = new Map(screen().people.map((person) => [person.id, person]));
  expect(people.get('s02')).toMatchObject({ how: 'room', through: 'm01', hasPanel: false });
  expect(people.get('s01')).toMatchObject({ how: 'away', standInsPossible: ['s02'], decidedBy: null });
  desk.command({ kind: 'standIn', for: 's01', person: 's02' });
  for (const person of ['m01', 'm02', 's02'])
    meeting.rooms.by(person === 's02' ? 'm01' : person, { kind: 'ask', person });
  await settle();
  expect(screen().people.find(({ id }) => id === 's01')?.decidedBy).toBe('s02');
  expect(screen().floor).toMatchObject({ queue: ['m01', 's02', 'm02'], asking: true, mayGive: true });
  expect(screen().areas.map(({ here, of, quorum }) => [here, of, quorum])).toEqual([
    [2, 2, 1],
    [1, 2, 1],
  ]);
  expect(people.has('m09')).toBe(false);
  desk.present('m09', 'phone');
  await settle();
  expect(screen().people.some(({ id }) => id === 'm09')).toBe(true);
});

test('MD28 what this person may do now is said', async () => {
  const meeting = aMeeting(START - 90 * MINUTE);
  const irene = await meeting.open();
  const rodrigo = await meeting.open({ me: 's01' });
  const may = ({ running }: typeof irene) => {
    const { mayRun, mayStart, mayEnd, mayReopen } = running();
    return [mayRun, mayStart, mayEnd, mayReopen];
  };
  expect(may(irene)).toEqual([true, false, false, false]);
  await meeting.time.pass(30 * MINUTE);
  expect(may(irene)).toEqual([true, true, false, false]);
  await meeting.time.pass(60 * MINUTE);
  irene.desk.command({ kind: 'start' });
  await settle();
  expect([may(irene), may(rodrigo)]).toEqual([
    [true, false, true, false],
    [false, false, false, false],
  ]);
  await meeting.time.pass(35 * MINUTE);
  expect(may(rodrigo)).toEqual([false, false, true, false]);
  rodrigo.desk.command({ kind: 'end' });
  await settle();
  expect(may(irene)).toEqual([false, false, false, true]);
  irene.desk.command({ kind: 'reopen' });
  await settle();
  expect(irene.running().phase).toBe('running');
  irene.desk.command({ kind: 'end' });
  await settle();
  irene.desk.end();
  rodrigo.desk.end();
  await meeting.time.pass(24 * 60 * MINUTE);
  expect(may(await meeting.open())).toEqual([false, false, false, false]);
});

test('MD26 the stage and the window are opened, and a refusal of either is told', async () => {
  const meeting = aMeeting();
  const { desk, host, screen } = await meeting.open();
  desk.share();
  desk.openInWindow();
  await settle();
  expect(host.seen).toMatchObject({ shared: 1 });
  expect(host.seen.opened[0]).toMatch(/^https:\/\/cadencia\.example\/meeting\.html#chat=/);
  const refused = await meeting.open({
    ports: { host: { ...host, share: () => Promise.reject(new PortFailure({ kind: 'denied' })) } },
  });
  refused.desk.share();
  await settle();
  expect(refused.screen().notice).toEqual({ kind: 'failed', step: 'share', failure: { kind: 'denied' } });
  host.speak(true);
  expect([screen().speaking, refused.screen().speaking]).toContain(true);
});
