import { PortFailure } from '../../../src/app/ports/failure';
import { lower } from '../../../src/domain/balance/agreement';
import type { MyBalance } from '../../../src/domain/balance/types';
import type { BalanceAgreement, FollowUp } from '../../../src/domain/rhythm/followUp';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { readRecordFile } from '../../../src/graph/recordFile';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { type AMeeting, aMeeting, MINUTE, PEOPLE, START } from './aMeeting';
import { settle } from './testTime';

const SINCE = START - 30 * 86_400_000;

const agreed = (change: Partial<BalanceAgreement> = {}, mode: FollowUp['balance'] = 'areas') =>
  aMeeting(undefined, undefined, {
    followUp: {
      ...FOLLOW_UP,
      balance: mode,
      agreement: { since: SINCE, people: {}, nudge: true, names: {}, ...change },
    },
  });

const inFile = ({ folder, series }: AMeeting): BalanceAgreement['people'] => {
  const read = readSeriesFile(folder.files.get(`series-${series.id}.json`)?.content ?? '');
  if (read.kind !== 'series') throw new Error(read.kind);
  return read.series.followUp?.agreement?.people ?? {};
};

test('ML1 the agenda brings what is agreed, with who declined under the ids of the room', async () => {
  const meeting = agreed({ people: { s02: 'declined', m02: 'shown', 'x@out.example': 'declined' } });
  await meeting.open();
  expect(meeting.rooms.state().balance).toEqual({ mode: 'areas', since: SINCE, nudge: true });
  // Not for everybody's eyes.
  expect(JSON.stringify(meeting.rooms.state())).not.toMatch(/declined/);
  const hugo = await meeting.open({ me: 's02' });
  expect(hugo.screen().balance).toMatchObject({ as: 'declined', begun: true, own: null });
});

test('ML1 ML5 who has another id in the roster than in the chat is the same person', async () => {
  const people = PEOPLE.map((one) => (one.id === 's02' ? { ...one, id: 'roster-s02' } : one));
  const { followUp } = agreed({ people: { 'roster-s02': 'declined' } }).series;
  const meeting = aMeeting(undefined, undefined, { people, ...(followUp !== undefined && { followUp }) });
  await meeting.open();
  // A device that has said it in this room already brings nothing more: it comes with the agenda.
  const told = { has: async () => true, add: async () => undefined };
  const hugo = await meeting.open({ me: 's02', ports: { told } });
  expect(hugo.screen().balance?.as).toBe('declined');
  hugo.desk.balance.takePart('counted');
  await settle();
  expect(hugo.screen().balance?.as).toBe('counted');
  expect(inFile(meeting)).toEqual({});
});

test.each([
  [
    'nobody has agreed, whatever an older setting says',
    { ...FOLLOW_UP, balance: 'areas' as const },
    'persons',
  ],
  [
    'it was switched off',
    { ...FOLLOW_UP, agreement: { since: SINCE, people: {}, nudge: true, names: {} } },
    'persons',
  ],
  [
    'the tenant allows nothing',
    {
      ...FOLLOW_UP,
      balance: 'areas' as const,
      agreement: { since: SINCE, people: {}, nudge: true, names: {} },
    },
    'off',
  ],
] as const)('ML1 nothing is measured, and nothing said, where %s', async (_, followUp, balanceCap) => {
  const meeting = aMeeting(undefined, undefined, { followUp });
  const { screen } = await meeting.open({ ports: { balanceCap } });
  expect(meeting.rooms.state().meeting).not.toBeNull();
  expect(meeting.rooms.state().balance).toBeUndefined();
  expect(screen().balance).toBeNull();
});

test('ML1 the tenant may allow less than was agreed', async () => {
  const meeting = agreed({}, 'persons');
  const { screen } = await meeting.open({ ports: { balanceCap: 'areas' } });
  expect(meeting.rooms.state().balance?.mode).toBe('areas');
  expect(screen().balance).toMatchObject({ mode: 'areas', cap: 'areas' });
});

test('ML2 what is agreed is told before the agenda is there, and not where one without it is', async () => {
  const meeting = agreed({ people: { s01: 'declined' } });
  const rodrigo = await meeting.open({ me: 's01', occurrence: { bodyHtml: '<p>Hola</p>' } });
  expect(rodrigo.screen().running).toBeNull();
  expect(rodrigo.screen().balance).toMatchObject({
    begun: false,
    mode: 'areas',
    as: 'declined',
    areas: null,
  });
  const guest = await meeting.open({ me: 'x01', occurrence: null });
  expect(guest.screen().balance).toBeNull();
  const other = aMeeting();
  await other.open();
  other.folder.put(
    `series-${other.series.id}.json`,
    meeting.folder.files.get(`series-${meeting.series.id}.json`)?.content ?? '',
  );
  expect((await other.open({ me: 's01' })).screen().balance).toBeNull();
});

const share = { milliseconds: 300_000, share: 0.5, fair: 0.5 };

test('ML3 shares are what the server tells this person; before ten minutes only how long that takes', async () => {
  const meeting = agreed();
  const irene = await meeting.started();
  meeting.rooms.tell('m01', { speech: 4 * MINUTE, areas: null });
  expect(irene.screen().balance).toMatchObject({ areas: null, tooEarlyFor: 6 * MINUTE });
  // Speech that nobody's mark belongs to says nothing yet either.
  meeting.rooms.tell('m01', { speech: 11 * MINUTE, areas: null });
  expect(irene.screen().balance?.tooEarlyFor).toBeGreaterThan(0);
  const areas = { marketing: share, sales: share };
  const own: MyBalance['own'] = { share, turns: [] };
  meeting.rooms.tell('m01', { speech: 11 * MINUTE, areas, own, attributed: 0.8 });
  expect(irene.screen().balance).toMatchObject({ areas, own, tooEarlyFor: 0, attributed: 0.8 });
});

test('ML4 what is measured is told once on each device, and again when more is', async () => {
  const meeting = agreed();
  const irene = await meeting.open();
  expect(irene.screen().balance?.news).toBe(true);
  irene.desk.balance.known();
  expect(irene.screen().balance?.news).toBe(false);
  irene.desk.end();
  const again = await meeting.open();
  expect(again.screen().balance?.news).toBe(false);
  // Somebody else at the same machine has not read it.
  expect((await meeting.open({ me: 's01' })).screen().balance?.news).toBe(true);
  const more = agreed({ since: SINCE + 86_400_000 });
  for (const what of meeting.heard) more.heard.add(what);
  expect((await more.open()).screen().balance?.news).toBe(true);
});

test('ML4 until the device has answered nothing is told, and a press is not undone by its answer', async () => {
  const meeting = agreed();
  let answer: (before: boolean) => void = () => undefined;
  const asked: string[] = [];
  const has = (what: string) =>
    new Promise<boolean>((resolve) => {
      asked.push(what);
      answer = resolve;
    });
  const { desk, screen } = await meeting.open({ ports: { told: { has, add: async () => undefined } } });
  expect(screen().balance).toMatchObject({ begun: true, news: false });
  desk.balance.known();
  answer(false);
  await settle();
  expect(screen().balance?.news).toBe(false);
  expect(asked).toHaveLength(1);
});

test('ML5 how I take part is said to the room at once and kept in the series, and nothing else there changes', async () => {
  const meeting = agreed({ people: { s01: 'declined' } });
  const irene = await meeting.started();
  irene.desk.balance.takePart('declined');
  await settle();
  expect(irene.screen()).toMatchObject({
    balance: { as: 'declined', own: null, news: false },
    notice: { kind: 'takesPart', as: 'declined' },
  });
  expect(inFile(meeting)).toEqual({ s01: 'declined', m01: 'declined' });
  irene.desk.balance.takePart('counted');
  await settle();
  expect(irene.screen().balance?.as).toBe('counted');
  expect(inFile(meeting)).toEqual({ s01: 'declined' });
});

test('ML5 what cannot be kept is told, counts in the room all the same, and a press tries again', async () => {
  const meeting = agreed();
  const home = fakeSeriesHome(meeting.folder);
  let closed = true;
  const update: typeof home.update = (...all) =>
    closed ? Promise.reject(new PortFailure({ kind: 'unavailable' })) : home.update(...all);
  const irene = await meeting.open({ ports: { homes: [{ ...home, update }] } });
  irene.desk.balance.takePart('declined');
  await settle();
  expect(irene.screen()).toMatchObject({
    balance: { as: 'declined' },
    notice: { kind: 'failed', step: 'takePart', failure: { kind: 'unavailable' } },
  });
  closed = false;
  irene.desk.retry();
  await settle();
  expect(inFile(meeting)).toEqual({ m01: 'declined' });
  expect(irene.screen().notice).toEqual({ kind: 'takesPart', as: 'declined' });
});

test('ML5 before the agenda it is kept in the series alone; nobody is shown where areas are measured', async () => {
  const meeting = agreed();
  const rodrigo = await meeting.open({ me: 's01', occurrence: { bodyHtml: '' } });
  rodrigo.desk.balance.takePart('declined');
  await settle();
  expect(rodrigo.screen().balance).toMatchObject({ begun: false, as: 'declined' });
  expect(inFile(meeting)).toEqual({ s01: 'declined' });
  rodrigo.desk.balance.takePart('shown');
  await settle();
  expect(rodrigo.screen().notice).toEqual({ kind: 'refused', code: 'talk/not-measured', data: {} });
  expect(inFile(meeting)).toEqual({ s01: 'declined' });
});

test('ML6 my own device, and none but mine, brings into the room that I am shown', async () => {
  const meeting = agreed({ people: { m01: 'shown', s01: 'shown' } }, 'persons');
  const irene = await meeting.open();
  expect(irene.screen().balance?.as).toBe('shown');
  // The file is the team's: whom it calls shown is told so.
  expect(irene.screen().notice).toEqual({ kind: 'takesPart', as: 'shown' });
  const rodrigo = await meeting.open({ me: 's01' });
  expect(rodrigo.screen().balance?.as).toBe('shown');
  // What I say in the room stands, also after a reload when it could not be kept.
  meeting.rooms.by('m01', { kind: 'takePart', as: 'counted' });
  irene.desk.end();
  await settle();
  expect((await meeting.open()).screen().balance?.as).toBe('counted');
});

test('ML6 who declined after the agenda came is not counted either', async () => {
  const meeting = agreed();
  await meeting.open();
  const { series } = meeting;
  const stored = await meeting.home.read(series.id, { cancelled: false } as never);
  const agreement = stored.series.followUp?.agreement;
  if (stored.series.followUp === undefined || agreement === undefined) throw new Error('no agreement');
  const people = { s01: 'declined' as const };
  const followUp = { ...stored.series.followUp, agreement: { ...agreement, people } };
  await meeting.home.update({ ...stored.series, followUp }, stored.version, { cancelled: false } as never);
  expect((await meeting.open({ me: 's01' })).screen().balance?.as).toBe('declined');
});

/** Somebody stops it in the settings. */
async function stopped(meeting: AMeeting, at: number): Promise<void> {
  const stored = await meeting.home.read(meeting.series.id, { cancelled: false } as never);
  const series = lower(stored.series, 'off', at);
  await meeting.home.update(series, stored.version, { cancelled: false } as never);
}

test('ML14 what the team stopped after the agenda came is not measured: whoever opens the meeting brings it', async () => {
  const meeting = agreed();
  const irene = await meeting.open();
  expect(meeting.rooms.state().balance?.mode).toBe('areas');
  await stopped(meeting, START - 60_000);
  const rodrigo = await meeting.open({ me: 's01' });
  expect(meeting.rooms.state().balance).toBeUndefined();
  expect([irene, rodrigo].map(({ screen }) => screen().balance)).toEqual([null, null]);
  irene.desk.command({ kind: 'start' });
  await settle();
  expect(irene.screen().balance).toBeNull();
});

test('ML14 what was stopped once the meeting had begun counts for the next one', async () => {
  const meeting = agreed();
  await meeting.started();
  await stopped(meeting, START + 5 * MINUTE);
  await meeting.open({ me: 's01' });
  expect(meeting.rooms.state().balance?.mode).toBe('areas');
});

test('ML7 my own turn is taken back or cut, one that runs ends, and what is none of mine is refused', async () => {
  const meeting = agreed();
  const irene = await meeting.started();
  const rodrigo = await meeting.open({ me: 's01' });
  irene.desk.command({ kind: 'give', person: 's01' });
  await meeting.time.pass(2 * MINUTE);
  irene.desk.command({ kind: 'endTurn', person: 's01' });
  await settle();
  const turn = rodrigo.screen().balance?.own?.turns[0];
  expect(turn).toMatchObject({ from: START, until: START + 2 * MINUTE, source: 'chair' });
  rodrigo.desk.balance.correct(START, START + MINUTE);
  await settle();
  expect(rodrigo.screen().balance?.own?.turns).toMatchObject([{ from: START, until: START + MINUTE }]);
  expect(rodrigo.screen().notice).toEqual({ kind: 'turnCorrected', gone: false });
  irene.desk.command({ kind: 'give', person: 's01' });
  await meeting.time.pass(MINUTE);
  meeting.rooms.by('m01', { kind: 'ask', person: 'm01' });
  await settle();
  const open = rodrigo.screen().balance?.own?.turns.find((one) => one.open === true);
  expect(open?.from).toBe(START + 2 * MINUTE);
  rodrigo.desk.balance.correct(START + 2 * MINUTE, null);
  await settle();
  expect(rodrigo.screen()).toMatchObject({
    floor: { speaker: null },
    notice: { kind: 'turnCorrected', gone: true },
  });
  expect(rodrigo.screen().balance?.own?.turns).toHaveLength(1);
  irene.desk.balance.correct(START, null);
  await settle();
  expect(irene.screen().notice).toEqual({ kind: 'refused', code: 'talk/unknown-turn', data: {} });
});

test("ML8 the host's signal goes to the room while it measures, nothing twice, and nowhere else", async () => {
  const meeting = agreed();
  const { desk, host } = await meeting.open();
  host.speak(true);
  host.speak(true);
  host.speak(false);
  expect(meeting.rooms.heard).toEqual([true, false]);
  await meeting.time.pass(START - meeting.time.now());
  desk.command({ kind: 'start' });
  desk.command({ kind: 'end' });
  await settle();
  host.speak(true);
  expect(meeting.rooms.heard).toEqual([true, false]);
  const without = aMeeting();
  const panel = await without.open();
  panel.host.speak(true);
  expect(without.rooms.heard).toEqual([]);
  expect(panel.screen().speaking).toBe(true);
});

test('ML8 a signal from before the agenda is passed on when the measuring begins', async () => {
  const meeting = agreed();
  const { desk, host } = await meeting.open({ occurrence: { bodyHtml: '' } });
  host.speak(true);
  expect(meeting.rooms.heard).toEqual([]);
  desk.useTemplate();
  await settle();
  expect(meeting.rooms.heard).toEqual([true]);
});

test('ML9 an area is to be heard: not while it speaks, put away until another one is, and off on this device', async () => {
  const meeting = agreed();
  const { desk, screen } = await meeting.started();
  const quiet = (area: string | null) => meeting.rooms.tell('m01', { quiet: area });
  quiet('sales');
  expect(screen().balance).toMatchObject({ nudge: 'sales', nudges: true });
  desk.command({ kind: 'give', person: 's02' });
  expect(screen().balance?.nudge).toBeNull();
  desk.command({ kind: 'endTurn', person: 's02' });
  expect(screen().balance?.nudge).toBe('sales');
  desk.balance.putNudgeAway();
  expect(screen().balance?.nudge).toBeNull();
  quiet(null);
  quiet('marketing');
  expect(screen().balance?.nudge).toBe('marketing');
  // It was put away for then, not for good.
  quiet('sales');
  expect(screen().balance?.nudge).toBe('sales');
  desk.balance.setNudges(false);
  expect(screen().balance).toMatchObject({ nudge: null, nudges: false });
});

test('ML9 where the team wants none there is none', async () => {
  const meeting = agreed({ nudge: false });
  const { screen } = await meeting.started();
  meeting.rooms.tell('m01', { quiet: 'sales' });
  expect(screen().balance).toMatchObject({ nudge: null, nudges: null });
});

test('ML10 while nobody is marked the owner of the item is supposed to speak, where anything tells that somebody does', async () => {
  const meeting = agreed();
  const { desk, screen } = await meeting.started({
    occurrence: {
      bodyHtml: (await import('../../../src/domain/agenda/html')).agendaToHtml({
        language: 'es',
        items: [{ kind: 'topic', title: 'Feria', minutes: 35, owner: 'Rodrigo Beltrán' }],
      }),
    },
  });
  const rodrigo = await meeting.open({ me: 's01' });
  expect(screen().floor.supposed).toBeNull();
  for (const person of ['m01', 's01']) meeting.rooms.tell(person, { attributed: 0.5 });
  expect(screen().floor.supposed).toBe('s01');
  expect(rodrigo.screen().floor.supposed).toBe('s01');
  meeting.rooms.tell('s01', { attributed: 0.5, as: 'declined' });
  expect(rodrigo.screen().floor.supposed).toBeNull();
  desk.command({ kind: 'give', person: 's02' });
  expect(screen().floor.supposed).toBeNull();
  desk.command({ kind: 'endTurn', person: 's02' });
  desk.present('s01', 'away');
  expect(screen().floor.supposed).toBeNull();
});

test('ML11 the record keeps the talk of the areas, also when it comes after it was kept, and nobody of them', async () => {
  const meeting = agreed();
  const irene = await meeting.started();
  irene.desk.command({ kind: 'give', person: 's02' });
  await meeting.time.pass(12 * MINUTE);
  meeting.rooms.tell('m01', { talk: null });
  irene.desk.command({ kind: 'end' });
  irene.desk.after.keepRecord();
  await settle();
  const kept = () => {
    const file = [...meeting.records.folder.files].find(([path]) => path.endsWith('.json'))?.[1].content;
    const read = readRecordFile(file ?? '');
    if (read.kind !== 'record') throw new Error(read.kind);
    return read.record.talk;
  };
  expect(kept()).toBeUndefined();
  const talk = { source: 'estimate', areas: { marketing: 200_000, sales: 500_000 } } as const;
  meeting.rooms.tell('m01', { talk });
  await settle();
  expect(kept()).toEqual(talk);
});

test('ML12 an area of which one person is counted is named', async () => {
  const meeting = agreed({ people: { s02: 'declined' } });
  const irene = await meeting.open();
  expect(irene.screen().balance?.alone).toEqual(['sales']);
  const everybody = agreed();
  expect((await everybody.open()).screen().balance?.alone).toEqual([]);
});

test('ML13 whoever belongs to no area is told that nothing of them is counted', async () => {
  const meeting = agreed();
  expect((await meeting.open()).screen().balance?.mayCount).toBe(true);
  const people = PEOPLE.filter(({ id }) => id !== 's02');
  const other = aMeeting(undefined, undefined, {
    people,
    followUp: { ...FOLLOW_UP, ...meeting.series.followUp },
  });
  const hugo = await other.open({ me: 's02' });
  await other.open();
  expect(hugo.screen().balance?.mayCount).toBe(false);
});
