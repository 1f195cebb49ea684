// FM1 to FM6: src/app/SPEC.md
import { measuringCommands, measuringView } from '../../../src/app/follow/agreement';
import { createFollowDesk } from '../../../src/app/follow/createFollowDesk';
import { eraseTalk } from '../../../src/app/follow/erasingTalk';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { chosenIn } from '../../../src/app/follow/followState';
import { readArchive } from '../../../src/app/follow/archives';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { fakeAnnouncing } from '../../support/fakes/fakeAnnouncing';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly, START } from './aFollow';

type Team = ReturnType<typeof aTeam>;
const TALK = { source: 'measured', areas: { marketing: 600_000, sales: 400_000 } } as const;

async function tabOf(team: Team, me: string, ports: Partial<FollowPorts> = {}) {
  const tab = await team.follow(me, ports);
  const series = () => chosenIn(tab.now()).series;
  return {
    ...tab,
    series,
    measuring: measuringCommands(tab.follow),
    view: () => measuringView(series(), me, tab.ports.balanceCap, null),
  };
}

test('FM1 what one area asks for comes into force with a yes of the other, for both heads and since then', async () => {
  const team = aTeam();
  const irene = await tabOf(team, 'm01');
  expect(irene.view()).toMatchObject({
    mode: 'off',
    agreed: 'off',
    since: null,
    mayAsk: ['areas', 'persons'],
  });
  irene.measuring.ask('areas');
  expect(irene.now().working).toEqual({ what: 'settings' });
  await settle();
  expect(irene.now().notice).toEqual({ kind: 'done', what: 'measuring' });
  expect(irene.view().asked).toEqual({
    mode: 'areas',
    byName: 'Irene Valcárcel',
    at: team.time.now(),
    yes: [{ name: 'Irene Valcárcel', area: 'marketing' }],
    missing: ['sales'],
    me: 'asked',
  });
  expect(irene.view().mayAsk).toEqual(['persons']);
  const rodrigo = await tabOf(team, 's01');
  expect(rodrigo.view().asked?.me).toBe('answers');
  team.time.set(START);
  rodrigo.measuring.yes('areas');
  await settle();
  expect(rodrigo.view()).toMatchObject({ mode: 'areas', agreed: 'areas', since: START, asked: null });
});

test('FM1 two who say yes at the same time: whoever writes second brings it into force', async () => {
  const people = [...aWeekly().people, { ...aWeekly().people[0]!, id: 'p01', area: 'product', name: 'Pía' }];
  const areas = [...aWeekly().areas, { ...aWeekly().areas[0]!, id: 'product' }];
  const team = aTeam(undefined, [aWeekly({ people, areas })]);
  const irene = await tabOf(team, 'm01');
  irene.measuring.ask('areas');
  await settle();
  const [rodrigo, pia] = [await tabOf(team, 's01'), await tabOf(team, 'p01')];
  rodrigo.measuring.yes('areas');
  await settle();
  expect(rodrigo.view().agreed).toBe('off');
  pia.measuring.yes('areas');
  await settle();
  expect(pia.view()).toMatchObject({ agreed: 'areas', asked: null });
});

test('FM2 the key people of areas that have not said yes get a notice, nobody else; without one it is asked all the same', async () => {
  const channel = { team: 'team-1', channel: 'channel-1' };
  const team = aTeam(undefined, [aWeekly({ followUp: { ...FOLLOW_UP, channel } })]);
  const announcing = fakeAnnouncing();
  const irene = await tabOf(team, 'm01', { announcing });
  irene.measuring.ask('areas');
  await settle();
  expect(announcing.notified.map(({ to, notice }) => [to, notice.preview])).toEqual([
    ['s01', 'Irene Valcárcel: measuring areas'],
  ]);
  // What comes into force is told too, to the key people of both areas; nobody gets a second notice the same day.
  const rodrigo = await tabOf(team, 's01', { announcing });
  rodrigo.measuring.yes('areas');
  await settle();
  expect(announcing.notified.slice(1).map(({ to, notice }) => [to, notice.kind, notice.preview])).toEqual([
    ['m01', 'measuring', 'Rodrigo Beltrán: measures areas'],
  ]);
  const quiet = await tabOf(aTeam(), 'm01');
  quiet.measuring.ask('areas');
  await settle();
  expect(quiet.view().asked?.mode).toBe('areas');
});

test('FM3 the tenant’s cap: what it does not allow is not offered, and refused; what is agreed waits for it', async () => {
  const team = aTeam();
  const capped = await tabOf(team, 'm01', { balanceCap: 'areas' });
  expect(capped.view().mayAsk).toEqual(['areas']);
  capped.measuring.ask('persons');
  await settle();
  expect(capped.now().notice).toEqual({ kind: 'refused', code: 'talk/capped', data: {} });
  const irene = await tabOf(team, 'm01');
  irene.measuring.ask('areas');
  await settle();
  const off = await tabOf(team, 's01', { balanceCap: 'areas' });
  off.measuring.yes('areas');
  await settle();
  expect(measuringView(off.series(), 's01', 'off', null)).toMatchObject({ mode: 'off', agreed: 'areas' });
});

test('FM4 anybody stops it at once; no, taking back, nudge, part and names are kept in the file', async () => {
  const team = aTeam();
  const irene = await tabOf(team, 'm01');
  irene.measuring.ask('areas');
  await settle();
  const sergio = await tabOf(team, 's02');
  sergio.measuring.no();
  await settle();
  expect(sergio.view().asked).toBeNull();
  sergio.measuring.ask('areas');
  await settle();
  const hugo = await tabOf(team, 'm02');
  hugo.measuring.yes('areas');
  await settle();
  hugo.measuring.takePart('declined');
  await settle();
  hugo.measuring.nudge(false);
  await settle();
  expect(hugo.view()).toMatchObject({ as: 'declined', nudge: false, alone: ['marketing'] });
  hugo.measuring.lower('off');
  await settle();
  const again = await tabOf(team, 'm01');
  expect(again.view()).toMatchObject({ agreed: 'off', nudge: false });
  expect(again.series().followUp?.agreement?.people).toEqual({ m02: 'declined' });
});

test('FM5 what cannot be kept is told, and a press keeps it; while something else is done nothing is begun', async () => {
  const team = aTeam();
  const irene = await tabOf(team, 'm01');
  team.home.failNext({ kind: 'offline' });
  irene.measuring.ask('areas');
  await settle();
  expect(irene.now().notice).toMatchObject({ kind: 'failed', during: 'measuring', again: true });
  expect(irene.view().asked).toBeNull();
  irene.follow.again?.();
  await settle();
  expect(irene.view().asked?.mode).toBe('areas');
  irene.follow.change({ working: { what: 'export' } });
  irene.measuring.lower('off');
  expect(irene.now().notice).toEqual({ kind: 'refused', code: 'follow/busy', data: {} });
});

test('FM5 the desk refuses without throwing, and its view tells how many records know', async () => {
  const team = aTeam();
  await team.held(1, { talk: TALK });
  await team.held(2);
  const { ports } = team.portsOf('m01');
  const desk = createFollowDesk(ports);
  await settle();
  await settle();
  const view = () => desk.view.get();
  expect(view()).toMatchObject({ measuring: { kept: 1, agreed: 'off' } });
  expect(() => desk.measuring.yes('areas')).not.toThrow();
  await settle();
  expect(view()).toMatchObject({ notice: { kind: 'refused', code: 'follow/answered' } });
  desk.end();
});

test('FM6 erasing asks with the number of records; a no changes nothing, a yes takes the talk out of each', async () => {
  const team = aTeam();
  for (const weeks of [1, 2, 3]) await team.held(weeks, weeks === 2 ? {} : { talk: TALK });
  const { follow, now } = await team.follow();
  await readArchive(follow, chosenIn(now()).series.id);
  const before = new Map(team.records.folder.files);
  await eraseTalk(follow);
  expect(now().question).toEqual({ kind: 'eraseTalk', records: 2 });
  follow.change({ question: null });
  follow.asked?.(false);
  await settle();
  expect(team.records.folder.files).toEqual(before);
  const working: unknown[] = [];
  follow.state.subscribe(() => void working.push(now().working));
  await eraseTalk(follow);
  follow.asked?.(true);
  await settle();
  expect(now().notice).toEqual({ kind: 'done', what: 'eraseTalk' });
  expect(working).toContainEqual({ what: 'erase', done: 1, of: 2 });
  const texts = [...team.records.folder.files.values()].map(({ content }) => content);
  expect(texts.filter((text) => text.includes('"talk"'))).toEqual([]);
  expect(texts.length).toBeGreaterThan(2);
  expect(Object.values(now().archives)[0]?.summary.files.some(({ digest }) => 'talk' in digest)).toBe(false);
  // Nothing is left: there is nothing to ask.
  follow.change({ question: null });
  await eraseTalk(follow);
  expect(now().question).toBeNull();
});

test('FM6 what fails in the middle is told, and a press goes on with those that still know', async () => {
  const team = aTeam();
  for (const weeks of [1, 2, 3]) await team.held(weeks, { talk: TALK });
  const { follow, now } = await team.follow();
  await readArchive(follow, chosenIn(now()).series.id);
  const { update } = team.records;
  let writes = 0;
  const records = [
    {
      ...team.records,
      update: (...all: Parameters<typeof update>) => {
        if (++writes === 2) team.records.failNext({ kind: 'unavailable' });
        return update(...all);
      },
    },
  ];
  Object.assign(follow.ports, { records });
  await eraseTalk(follow);
  follow.asked?.(true);
  await settle();
  expect(now().notice).toMatchObject({ kind: 'failed', during: 'eraseTalk', again: true });
  follow.again?.();
  await settle();
  expect(writes).toBe(4);
  expect(now().notice).toEqual({ kind: 'done', what: 'eraseTalk' });
});
