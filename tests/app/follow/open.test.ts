// FB1 to FB3, FB7, FB8: src/app/SPEC.md
import { createFollowDesk } from '../../../src/app/follow/createFollowDesk';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import type { FollowScreen } from '../../../src/app/follow/followView';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import type { Series } from '../../../src/domain/rhythm/series';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly } from './aFollow';

const MONTHLY = aWeekly({
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  title: 'Mensual de dirección',
  kind: 'monthly',
});
const WEEKLY = aWeekly();
const HERE = { team: 'team-1', channel: '19:marketing@thread.tacv2' };

/** The searches of the calendars wait for a macrotask more. */
const quiet = async () => {
  for (let turn = 0; turn < 6; turn++) await settle();
};

async function opened(ports: Partial<FollowPorts> = {}, team = aTeam(), me = 'm01') {
  const made = team.portsOf(me, ports);
  const desk = createFollowDesk(made.ports);
  await quiet();
  const screen = (): FollowScreen => {
    const view = desk.view.get();
    if (view.screen !== 'series') throw new Error(`${JSON.stringify(view)} shown`);
    return view;
  };
  return { ...made, desk, screen, team };
}

test('FB1 who is signed in and has consented sees the series, its records and its plan', async () => {
  const team = aTeam();
  await team.held(1);
  const { screen, desk } = await opened({}, team);
  expect(screen()).toMatchObject({
    part: 'tasks',
    me: 'm01',
    organiser: { id: 'm01', name: 'Irene Valcárcel', me: true },
    today: '2026-12-01',
    progress: { records: { state: 'ready' }, plan: { state: 'ready' } },
    notice: null,
  });
  expect(screen().tasks.counts.open).toBe(1);
  expect(screen().rhythm.whole.held).toBe(1);
  expect(screen().next?.start).toBe(Date.UTC(2026, 11, 1, 16, 15));
  expect(team.faults).toEqual([]);
  desk.end();
});

test.each<[string, Failure]>([
  ['nobody is signed in', { kind: 'signIn' }],
  ['consent is missing', { kind: 'consent', tier: 'followUp' }],
])('FB1 where %s a press opens the window for it', async (_, failure) => {
  let allowed = false;
  const identity = fakeIdentity(() =>
    allowed ? Promise.resolve('token') : Promise.reject(new PortFailure(failure)),
  );
  const { desk } = await opened({ identity });
  expect(desk.view.get()).toEqual({ screen: 'signIn', failure });
  allowed = true;
  desk.signIn();
  await quiet();
  expect(desk.view.get().screen).toBe('series');
});

test('FB1 an opening that fails is told, and a press opens again', async () => {
  const team = aTeam();
  team.home.failNext({ kind: 'offline' });
  const { desk } = await opened({}, team);
  expect(desk.view.get()).toEqual({ screen: 'failed', failure: { kind: 'offline' } });
  desk.retry();
  await quiet();
  expect(desk.view.get().screen).toBe('series');
});

test('FB1 without any series it says so, and names files that cannot be read', async () => {
  const team = aTeam(undefined, []);
  team.folder.put('series-aaaaaaaa-0000-4000-8000-000000000009.json', '<b>no JSON</b>');
  const { desk } = await opened({}, team);
  expect(desk.view.get()).toEqual({
    screen: 'noSeries',
    unreadable: ['series-aaaaaaaa-0000-4000-8000-000000000009.json'],
  });
  desk.show({ part: 'rhythm' });
  expect(desk.view.get().screen).toBe('noSeries');
});

test('FB2 a home that does not let us in is passed over, and a series in two homes counts once', async () => {
  const team = aTeam();
  const closed = fakeSeriesHome(fakeFolder());
  closed.failNext({ kind: 'denied' });
  const copy = fakeFolder();
  copy.put(`series-${WEEKLY.id}.json`, writeSeriesFile({ ...WEEKLY, title: 'Copia vieja' }));
  const homes = [closed, team.home, fakeSeriesHome(copy, 'appFolder')];
  const { screen } = await opened({ homes }, team);
  expect(screen().all.map(({ title }) => title)).toEqual([WEEKLY.title]);
  expect(screen().place).toBe('site');
});

test('FB2 a series on a clock that nobody knows is named as one that cannot be read', async () => {
  const lost = aWeekly({ id: 'aaaaaaaa-0000-4000-8000-000000000007', zone: 'Europe/Atlantis' });
  const { screen } = await opened({}, aTeam(undefined, [lost, WEEKLY]));
  expect(screen().all.map(({ id }) => id)).toEqual([WEEKLY.id]);
  expect(screen().unreadable).toEqual([`series-${lost.id}.json`]);
});

test('FB2 where no home lets us in the reason is told', async () => {
  const home = fakeSeriesHome();
  home.failNext({ kind: 'consent', tier: 'followUp' });
  const { desk } = await opened({ homes: [home] });
  expect(desk.view.get()).toMatchObject({ screen: 'signIn', failure: { kind: 'consent' } });
});

test('FB3 first shown is what the address names, then the tab, then the channel, then a weekly', async () => {
  const bound = { ...MONTHLY, followUp: { ...FOLLOW_UP, channel: HERE } };
  const other = aWeekly({ id: 'aaaaaaaa-0000-4000-8000-000000000002', title: 'Semanal de Producto' });
  const shown = async (host: Parameters<typeof fakeTabHost>[0], monthly: Series = bound) =>
    (await opened({ host: fakeTabHost(host) }, aTeam(undefined, [monthly, WEEKLY, other]))).screen().series
      .id;
  expect(await shown({ address: `series=${other.id}`, series: MONTHLY.id })).toBe(other.id);
  expect(await shown({ address: 'series=nobody', series: MONTHLY.id })).toBe(MONTHLY.id);
  expect(await shown({})).toBe(MONTHLY.id);
  expect(await shown({}, { ...bound, followUp: FOLLOW_UP })).toBe(WEEKLY.id);
});

test('FB7 records that cannot be read are told and leave tasks of the plan; a press reads them', async () => {
  const team = aTeam();
  await team.held(1);
  const { ports } = team.portsOf('m01');
  const [archive] = ports.archives;
  let broken = true;
  const digests: (typeof ports.archives)[number]['digests'] = (...told) =>
    broken ? Promise.reject(new PortFailure({ kind: 'unavailable' })) : archive!.digests(...told);
  const { desk, screen } = await opened({ archives: [{ ...archive!, digests }] }, team);
  expect(screen().progress.records).toEqual({ state: 'failed', failure: { kind: 'unavailable' } });
  expect(screen().progress.plan).toEqual({ state: 'ready' });
  broken = false;
  desk.retry();
  await quiet();
  expect(screen().progress.records).toEqual({ state: 'ready' });
  expect(screen().tasks.counts.open).toBe(1);
});

test('FB7 other series are read for the decisions only', async () => {
  const team = aTeam(undefined, [WEEKLY, MONTHLY]);
  const { ports } = team.portsOf('m01');
  const asked: string[] = [];
  const archives = ports.archives.map((one) => ({
    ...one,
    digests: (...[series, ...rest]: Parameters<typeof one.digests>) => {
      asked.push(series);
      return one.digests(series, ...rest);
    },
  }));
  const { desk } = await opened({ archives }, team);
  expect(asked).toEqual([WEEKLY.id]);
  desk.show({ part: 'decisions' });
  await quiet();
  expect(asked).toEqual([WEEKLY.id, MONTHLY.id]);
});

test('FB8 the address follows what is shown, and what is shown follows a link', async () => {
  const team = aTeam(undefined, [WEEKLY, MONTHLY]);
  const host = fakeTabHost();
  const { desk, screen } = await opened({ host }, team);
  expect(host.address.get()).toBe(`series=${WEEKLY.id}`);
  desk.show({ part: 'review' });
  desk.tasks.filter({ area: 'sales', search: 'secreto' });
  expect(host.address.get()).toBe(`series=${WEEKLY.id}&part=review&area=sales`);
  desk.show({ series: MONTHLY.id });
  await quiet();
  expect([host.address.get(), screen().tasks.filter]).toEqual([`series=${MONTHLY.id}&part=review`, {}]);
  host.goTo(`series=${MONTHLY.id}&part=rhythm`);
  await quiet();
  expect([screen().series.id, screen().part, screen().tasks.filter]).toEqual([MONTHLY.id, 'rhythm', {}]);
  // An address that names nothing known changes no series.
  host.goTo('series=elsewhere&part=nowhere');
  expect([screen().series.id, screen().part]).toEqual([MONTHLY.id, 'tasks']);
  desk.end();
});

test('FB10 a link opens the way the host opens it, and one that it refuses is told', async () => {
  const host = fakeTabHost();
  const { desk, screen } = await opened({ host });
  desk.openLink('https://teams.microsoft.com/l/meetup-join/1');
  await quiet();
  expect(host.seen.opened).toEqual(['https://teams.microsoft.com/l/meetup-join/1']);
  desk.openLink('javascript:alert(1)');
  await quiet();
  expect(host.seen.opened).toHaveLength(1);
  expect(screen().notice).toMatchObject({ kind: 'failed', failure: { kind: 'refused', code: 'link' } });
});
