/** @jest-environment node */
import type { Browser, Frame } from 'playwright-core';
import { PortFailure } from '../../../src/app/ports/failure';
import type { Seen } from '../../../src/demo/teams/protocol/seen';
import { type OpenedTabHost, tabHostContract } from '../../contracts/tabHostContract';
import { startBrowser } from '../../support/browser';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { openTeams, startTeamsTenant, type TeamsTenant } from '../../support/teams/teamsTenant';
import { until } from '../../support/teams/until';

let tenant: TeamsTenant;
let browser: Browser;
beforeAll(async () => {
  tenant = await startTeamsTenant();
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});

type Asked = Pick<
  OpenedTabHost,
  | 'facts'
  | 'setAddress'
  | 'putAddress'
  | 'addressChanges'
  | 'linkTo'
  | 'steps'
  | 'theme'
  | 'ready'
  | 'openLink'
>;

const fromPane = (frame: () => Frame): Asked => {
  const call = (name: string, ...args: readonly string[]) =>
    frame().evaluate(
      `window.cadenciaTab.${name}(${args.map((one) => JSON.stringify(one)).join()})`,
    ) as Promise<never>;
  return {
    facts: () => call('facts'),
    setAddress: (address) => call('setAddress', address),
    putAddress: async (address) =>
      void (await frame().evaluate(`location.hash = ${JSON.stringify(address)}`)),
    addressChanges: () => call('changes'),
    linkTo: (address) => call('linkTo', address),
    steps: () => frame().evaluate('history.length'),
    theme: () => call('theme'),
    ready: () => call('ready'),
    openLink: (url) => call('openLink', url),
  };
};

tabHostContract('teams', 'teams', async ({ channel, series, address }) => {
  const seen: Partial<Seen> = {
    ...{ frameContext: 'content', chat: '', appId: 'a0c0ffee-cade', entityId: series ?? 'mine' },
    ...(channel !== undefined && {
      place: { group: channel.team, channel: channel.channel, teamName: 't', channelName: 'c' },
    }),
    ...(address !== undefined && { subEntityId: address }),
  };
  const teams = await openTeams(browser, tenant, seen, { name: 'tabPane.html' });
  const started = () => until(teams.frame, 'document.documentElement.dataset.host === "teams"');
  await started();
  return {
    ...fromPane(() => teams.frame),
    async reload() {
      await teams.frame.evaluate('document.documentElement.dataset.host = "old", location.reload()');
      await started();
    },
    showTheme: (theme) =>
      teams.page.evaluate(
        `window.cadenciaHost.showTheme(${JSON.stringify(theme === 'light' ? 'default' : theme)})`,
      ) as Promise<void>,
    isReady: () => teams.host(({ heard }) => heard.loaded.includes('ready')),
    opened: () => teams.host(({ heard }) => heard.opened),
    close: () => teams.page.close(),
  };
});

tabHostContract('window', 'window', async ({ channel, series, address }) => {
  const context = await browser.newContext({ locale: 'es-ES' });
  const page = await context.newPage();
  const ids = new URLSearchParams({ ...channel, ...(series !== undefined && { series }) }).toString();
  const hash = [ids, address ?? ''].filter((part) => part !== '').join('&');
  await page.goto(`${tenant.pane}/tabPane.html?host=window#${hash}`);
  const started = () => until(page, 'document.documentElement.dataset.host === "window"');
  await started();
  return {
    ...fromPane(() => page.mainFrame()),
    async reload() {
      await page.reload();
      await started();
    },
    showTheme: (theme) => page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' }),
    isReady: async () => undefined,
    opened: () => page.evaluate('window.cadenciaTab.opened') as Promise<never>,
    close: () => context.close(),
  };
});

tabHostContract('fake', 'teams', async ({ channel, series, address }) => {
  const host = fakeTabHost({
    channel,
    ...(series !== undefined && { series }),
    ...(address !== undefined && { address }),
  });
  let changes = 0;
  host.address.subscribe(() => (changes += 1));
  return {
    facts: async () => ({
      ...{ kind: host.kind, locale: host.locale, address: host.address.get() },
      ...{ channel: host.channel ?? null, series: host.series ?? null },
    }),
    setAddress: async (to) => host.setAddress(to),
    putAddress: async (to) => host.goTo(to),
    addressChanges: async () => changes,
    linkTo: async (to) => host.linkTo(to),
    reload: async () => undefined,
    steps: async () => 1,
    theme: async () => host.theme.get(),
    showTheme: async (theme) => host.showTheme(theme),
    ready: async () => host.ready(),
    isReady: async () => host.seen.ready,
    openLink: (url) =>
      host.openLink(url).then(
        () => 'done',
        (error: unknown) => (error instanceof PortFailure ? error.failure.kind : String(error)),
      ),
    opened: async () => host.seen.opened,
    close: async () => undefined,
  };
});

test('HF8 an app that Teams names by no id, and that no catalogue holds, links to the page itself', async () => {
  const seen = { frameContext: 'content', chat: '', entityId: 'mine' } as const;
  const teams = await openTeams(browser, tenant, seen, { name: 'tabPane.html' });
  const { linkTo } = fromPane(() => teams.frame);
  expect(await linkTo('part=tasks')).toBe(`${tenant.pane}/tabPane.html#part=tasks`);
  await teams.page.close();
});
