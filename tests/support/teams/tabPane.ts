// A tab of the product, as small as it can be: its host adapters, asked by the test.
import type { ClientConfig } from '../../../src/app/clientConfig';
import { PortFailure } from '../../../src/app/ports/failure';
import type { TabHost } from '../../../src/app/ports/tabHost';
import { teamsTabHost } from '../../../src/hosts/teams/teamsTabHost';
import { windowTabHost } from '../../../src/hosts/window/windowTabHost';

const config = JSON.parse(document.getElementById('cadencia-config')?.textContent ?? '') as ClientConfig;
const inWindow = new URLSearchParams(window.location.search).get('host') === 'window';
const opened: string[] = [];
window.open = (url) => {
  opened.push(String(url));
  return null;
};
let changes = 0;
const starting: Promise<TabHost | undefined> = inWindow
  ? Promise.resolve(windowTabHost())
  : teamsTabHost(config, { patienceMs: 3_000 });
const there = async (): Promise<TabHost> => {
  const host = await starting;
  if (host === undefined) throw new Error('no host');
  return host;
};

const test = {
  opened,
  changes: () => changes,
  async facts() {
    const { kind, locale, channel = null, series = null, address } = await there();
    return { kind, locale, channel, series, address: address.get() };
  },
  theme: async () => (await there()).theme.get(),
  ready: async () => (await there()).ready(),
  setAddress: async (to: string) => (await there()).setAddress(to),
  linkTo: async (to: string) => (await there()).linkTo(to),
  openLink: async (url: string) =>
    (await there()).openLink(url).then(
      () => 'done',
      (error: unknown) => (error instanceof PortFailure ? error.failure.kind : String(error)),
    ),
};
export type TabPaneTest = typeof test;
Object.assign(window, { cadenciaTab: test });

void starting.then((host) => {
  host?.address.subscribe(() => (changes += 1));
  document.documentElement.dataset['host'] = host?.kind ?? 'none';
});
