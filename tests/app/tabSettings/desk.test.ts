import { createTabSettings } from '../../../src/app/tabSettings/createTabSettings';
import { cancellable } from '../../../src/app/cancel';
import { PortFailure } from '../../../src/app/ports/failure';
import type { TabToAdd } from '../../../src/app/ports/tabSettingsHost';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { aSeries } from '../../support/aSeries';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';

const HERE = { team: '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10', channel: '19:here@thread.tacv2' };
const THERE = { ...HERE, channel: '19:there@thread.tacv2' };
const WEEKLY = aSeries();
const MONTHLY = aSeries({
  id: '7b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
  kind: 'monthly',
  title: 'Mensual de dirección',
});

type Setting = { readonly token?: () => Promise<string> };

async function opened(
  { token }: Setting = {},
  fill: (
    site: ReturnType<typeof fakeSeriesHome>,
    mine: ReturnType<typeof fakeSeriesHome>,
  ) => Promise<unknown> = (site) =>
    Promise.all([site.create(WEEKLY, cancellable()), site.create(MONTHLY, cancellable())]),
) {
  const folder = fakeFolder();
  const site = fakeSeriesHome(folder);
  const mine = fakeSeriesHome(fakeFolder(), 'appFolder');
  await fill(site, mine);
  let save: (() => Promise<TabToAdd>) | undefined;
  const faults: unknown[] = [];
  const desk = createTabSettings({
    host: { offer: (next) => void (save = next) },
    channel: HERE,
    identity: fakeIdentity(token),
    homes: [site, mine],
    tab: (series) => ({ address: `https://cadencia.example/channel.html?${series}` }),
    report: (fault) => faults.push(fault),
  });
  await settled();
  return { desk, site, mine, folder, faults, save: () => save };
}

const settled = () => new Promise((go) => setTimeout(go, 5));

test('TS1 every series that I can see is offered, the one of this channel chosen, and can be saved', async () => {
  const { desk, save } = await opened({}, async (site, mine) => {
    await site.create({ ...WEEKLY, followUp: { ...FOLLOW_UP, channel: HERE } }, cancellable());
    await site.create({ ...MONTHLY, followUp: { ...FOLLOW_UP, channel: THERE } }, cancellable());
    // A copy that stayed behind in my own folder is no second series.
    await mine.create(WEEKLY, cancellable());
    await mine.create(
      { ...WEEKLY, id: 'aa0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f', title: 'Zeta' },
      cancellable(),
    );
  });
  expect(desk.view.get()).toMatchObject({
    screen: 'choose',
    chosen: WEEKLY.id,
    series: [
      { title: 'Mensual de dirección', kind: 'monthly', onlyMine: false, elsewhere: true },
      { title: 'Semanal de Marketing y Ventas', kind: 'weekly', onlyMine: false, elsewhere: false },
      { title: 'Zeta', onlyMine: true, elsewhere: false },
    ],
  });
  expect(save()).toBeDefined();
});

test('TS1 where none is followed up here a weekly one is chosen first', async () => {
  const { desk } = await opened();
  expect(desk.view.get()).toMatchObject({
    chosen: WEEKLY.id,
    series: [{ kind: 'monthly' }, { kind: 'weekly' }],
  });
});

test('TS2 saving keeps the channel in the file first, and leaves the rest of how it is followed up', async () => {
  const { desk, save, site } = await opened({}, (home) =>
    home.create({ ...WEEKLY, followUp: { ...FOLLOW_UP, pulse: false, channel: THERE } }, cancellable()),
  );
  desk.choose(WEEKLY.id);
  expect(await save()?.()).toEqual({
    id: WEEKLY.id,
    name: WEEKLY.title,
    address: `https://cadencia.example/channel.html?${WEEKLY.id}`,
  });
  const { series } = await site.read(WEEKLY.id, cancellable());
  expect(series).toEqual({ ...WEEKLY, followUp: { ...FOLLOW_UP, pulse: false, channel: HERE } });
});

test('TS2 a series that has this channel already is not written again', async () => {
  const { save, site } = await opened({}, (home) =>
    home.create({ ...WEEKLY, followUp: { ...FOLLOW_UP, channel: HERE } }, cancellable()),
  );
  const { version } = await site.read(WEEKLY.id, cancellable());
  await save()?.();
  expect((await site.read(WEEKLY.id, cancellable())).version).toBe(version);
});

test('TS3 what another head wrote meanwhile stays', async () => {
  const { desk, save, site } = await opened();
  desk.choose(MONTHLY.id);
  const stored = await site.read(MONTHLY.id, cancellable());
  await site.update({ ...stored.series, title: 'Mensual, otro nombre' }, stored.version, cancellable());
  expect((await save()?.())?.name).toBe('Mensual, otro nombre');
  expect((await site.read(MONTHLY.id, cancellable())).series.followUp?.channel).toEqual(HERE);
});

test('TS3 what could not be kept is not saved, is said, and can be saved by another press', async () => {
  const { desk, save, site } = await opened();
  desk.choose(WEEKLY.id);
  site.failNext({ kind: 'offline' });
  await expect(save()?.()).rejects.toMatchObject({ failure: { kind: 'offline' } });
  expect(desk.view.get()).toMatchObject({ screen: 'choose', saving: false, failure: { kind: 'offline' } });
  expect((await site.read(WEEKLY.id, cancellable())).series.followUp).toBeUndefined();
  await save()?.();
  expect(desk.view.get()).toMatchObject({ failure: null });
});

test('TS3 while it is kept nothing else can be chosen', async () => {
  const { desk, save } = await opened();
  desk.choose(WEEKLY.id);
  const saving = save()?.();
  expect(desk.view.get()).toMatchObject({ saving: true });
  desk.choose(MONTHLY.id);
  expect((await saving)?.id).toBe(WEEKLY.id);
});

test.each([
  [{ kind: 'signIn' } as const, 'signIn'],
  [{ kind: 'consent', tier: 'followUp' } as const, 'signIn'],
  [{ kind: 'cancelled' } as const, 'signIn'],
  [{ kind: 'offline' } as const, 'failed'],
])(
  'TS4 without %o the screen says so, nothing can be saved, and a press asks again',
  async (failure, screen) => {
    let fail = true;
    const { desk, save } = await opened({
      token: async () => {
        if (fail) throw new PortFailure(failure);
        return 'token';
      },
    });
    expect([desk.view.get().screen, save()]).toEqual([screen, undefined]);
    fail = false;
    if (screen === 'signIn') desk.signIn();
    else desk.retry();
    await settled();
    expect([desk.view.get().screen, save() !== undefined]).toEqual(['choose', true]);
  },
);

test('TS4 a home that does not let us in is passed over; where none does, that is what failed', async () => {
  const half = await opened({}, async (site, mine) => {
    await mine.create(WEEKLY, cancellable());
    site.failNext({ kind: 'denied' });
  });
  expect(half.desk.view.get()).toMatchObject({ screen: 'choose', series: [{ onlyMine: true }] });
  const none = await opened({}, async (site, mine) => {
    site.failNext({ kind: 'denied' });
    mine.failNext({ kind: 'notFound' });
  });
  expect(none.desk.view.get()).toEqual({ screen: 'failed', failure: { kind: 'denied' } });
});

test('TS5 without any series there is nothing to save; files that cannot be read are named', async () => {
  const { desk, save, faults } = await opened({}, async () => undefined);
  expect([desk.view.get(), save()]).toEqual([{ screen: 'noSeries', unreadable: [] }, undefined]);
  expect(faults).toEqual([]);
  const broken = await opened({}, async (site) => {
    await site.create(WEEKLY, cancellable());
  });
  broken.folder.put('series-9b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f.json', '{');
  broken.desk.retry();
  await settled();
  expect(broken.desk.view.get()).toMatchObject({
    unreadable: ['series-9b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f.json'],
  });
});

test('TS5 what nobody meant is reported, and a long title is cut for the tab', async () => {
  const odd = await opened({ token: () => Promise.reject(new TypeError('oops')) });
  expect([odd.desk.view.get(), odd.faults.length]).toEqual([
    { screen: 'failed', failure: { kind: 'malformed' } },
    1,
  ]);
  const long = await opened({}, (site) => site.create({ ...WEEKLY, title: 'x'.repeat(200) }, cancellable()));
  expect((await long.save()?.())?.name).toHaveLength(60);
});
