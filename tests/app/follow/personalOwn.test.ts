// TO1 to TO4, FP8, FP9: src/app/SPEC.md
import { eraseOwn, keepOwn, rememberOwn } from '../../../src/app/balance/ownTalk';
import { cancellable } from '../../../src/app/cancel';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { createPersonalDesk } from '../../../src/app/follow/personal';
import { PortFailure } from '../../../src/app/ports/failure';
import type { OwnSession } from '../../../src/app/ports/ownTalk';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { fakeOwnFile, fakeOwnTalk } from '../../support/fakes/fakeOwnTalk';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly, START, WEEK } from './aFollow';

const aSession = (change: Partial<OwnSession> = {}): OwnSession => ({
  series: aWeekly().id,
  title: 'Semanal',
  start: START - WEEK,
  source: 'estimate',
  milliseconds: 240_000,
  share: 0.2,
  fair: 0.25,
  ...change,
});
const kept = async (store: ReturnType<typeof fakeOwnTalk>) =>
  (await store.read(cancellable()))?.talk.sessions ?? null;

test('TO1 without a file nothing of me is written anywhere', async () => {
  const store = fakeOwnTalk();
  expect(await rememberOwn(store, aSession())).toBe(false);
  expect(store.file).toEqual(fakeOwnFile());
});

test('TO2 where I want it each session stands once, and what was measured takes the place of the estimate', async () => {
  const store = fakeOwnTalk();
  await keepOwn(store);
  expect(await rememberOwn(store, aSession())).toBe(true);
  await rememberOwn(store, aSession({ start: START - 2 * WEEK }));
  const measured = aSession({ source: 'measured', share: 0.23 });
  await rememberOwn(store, measured);
  const { version } = store.file;
  // The estimate of another device comes late, and the same again: neither writes.
  await rememberOwn(store, aSession({ share: 0.3 }));
  await rememberOwn(store, measured);
  expect(store.file.version).toBe(version);
  expect(await kept(store)).toEqual([aSession({ start: START - 2 * WEEK }), measured]);
});

test('TO3 two devices of mine lose nothing; a file that was taken away meanwhile stays away', async () => {
  const file = fakeOwnFile();
  const [one, other] = [fakeOwnTalk(file), fakeOwnTalk(file)];
  await keepOwn(one);
  await Promise.all([
    rememberOwn(one, aSession()),
    rememberOwn(other, aSession({ start: START - 2 * WEEK })),
  ]);
  expect(await kept(one)).toHaveLength(2);
  const gone = {
    ...one,
    async write(...all: Parameters<typeof one.write>) {
      await other.remove(all[2]);
      return one.write(...all);
    },
  };
  expect(await rememberOwn(gone, aSession({ start: START }))).toBe(false);
  expect(await kept(one)).toBeNull();
});

test('TO3 what fails fails as the store does, and a file that cannot be read is left as it is', async () => {
  const store = fakeOwnTalk();
  await keepOwn(store);
  store.failNext({ kind: 'offline' });
  await expect(rememberOwn(store, aSession())).rejects.toEqual(new PortFailure({ kind: 'offline' }));
  store.file.content = '{';
  await expect(rememberOwn(store, aSession())).rejects.toBeInstanceOf(PortFailure);
  expect(store.file.content).toBe('{');
});

test('TO4 keeping goes on with what is there; erasing leaves nothing and goes on keeping', async () => {
  const store = fakeOwnTalk();
  expect(await eraseOwn(store)).toBeNull();
  await keepOwn(store);
  await rememberOwn(store, aSession());
  expect((await keepOwn(store)).talk.sessions).toHaveLength(1);
  expect((await eraseOwn(store))?.talk.sessions).toEqual([]);
  expect(await rememberOwn(store, aSession())).toBe(true);
});

async function opened(ports: Partial<FollowPorts>, series = [aWeekly()]) {
  const team = aTeam(undefined, series);
  const desk = createPersonalDesk(team.portsOf('s01', ports).ports);
  for (let turn = 0; turn < 4; turn++) await settle();
  const mine = () => {
    const view = desk.view.get();
    if (view.screen !== 'mine') throw new Error(`the screen is ${view.screen}`);
    return view;
  };
  return { team, desk, mine };
}

test('FP9 my shares by series, under its present title and on its clock; kept, erased and stopped by a press and a yes', async () => {
  const ownTalk = fakeOwnTalk();
  const { desk, mine } = await opened({ ownTalk });
  expect(mine().own).toEqual({ state: 'ready', failure: null, wanted: false, series: [] });
  desk.own.keep();
  await settle();
  expect(mine().own.wanted).toBe(true);
  expect(mine().notice).toEqual({ kind: 'done', what: 'own' });
  await rememberOwn(ownTalk, aSession());
  await rememberOwn(ownTalk, aSession({ start: START - 2 * WEEK, share: 0.1 }));
  await rememberOwn(ownTalk, aSession({ series: 'gone', title: 'La de antes', start: START - 9 * WEEK }));
  const later = (await opened({ ownTalk })).mine().own;
  expect(later.series.map(({ title, sessions }) => [title, sessions.map(({ share }) => share)])).toEqual([
    ['Semanal de Marketing y Ventas', [0.1, 0.2]],
    ['La de antes', [0.2]],
  ]);
});

test('FP9 erasing asks first with how much goes; stopping takes the file away', async () => {
  const ownTalk = fakeOwnTalk();
  await keepOwn(ownTalk);
  await rememberOwn(ownTalk, aSession());
  const { desk, mine } = await opened({ ownTalk });
  desk.own.erase();
  expect(mine().question).toMatchObject({ asked: { kind: 'ownTalk', sessions: 1, stop: false } });
  desk.answer?.(false);
  await settle();
  expect(await kept(ownTalk)).toHaveLength(1);
  desk.own.erase();
  desk.answer?.(true);
  await settle();
  expect(await kept(ownTalk)).toEqual([]);
  expect(mine().own).toMatchObject({ wanted: true, series: [] });
  desk.own.stop();
  desk.answer?.(true);
  await settle();
  expect(await kept(ownTalk)).toBeNull();
  expect(mine().own.wanted).toBe(false);
});

test('FP9 a folder that cannot be read says so, and the rest of the tab is there', async () => {
  const ownTalk = fakeOwnTalk();
  ownTalk.failNext({ kind: 'unavailable' });
  const { mine } = await opened({ ownTalk });
  expect(mine().own).toMatchObject({ state: 'failed', failure: { kind: 'unavailable' } });
  expect(mine().sessions.length).toBeGreaterThan(0);
});

test('FP8 a series that wants to measure waits for my yes or no here; once I have said it, it is gone from here', async () => {
  const asked = { mode: 'areas' as const, by: 'm01', at: START - WEEK, yes: ['m01'] };
  const agreement = {
    since: START - WEEK,
    people: { s02: 'declined' as const },
    nudge: true,
    names: {},
    asked,
  };
  const series = aWeekly({ followUp: { ...FOLLOW_UP, agreement } });
  const { desk, mine, team } = await opened({ ownTalk: fakeOwnTalk() }, [series]);
  expect(mine().measuring).toMatchObject([
    { series: series.id, mode: 'areas', byName: 'Irene Valcárcel', missing: ['sales'], alone: ['sales'] },
  ]);
  desk.measuring.yes(series.id, 'areas');
  await settle();
  expect(mine().measuring).toEqual([]);
  expect((await team.home.read(series.id, cancellable())).series.followUp?.balance).toBe('areas');
});
