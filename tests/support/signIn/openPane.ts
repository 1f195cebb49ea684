import type { BrowserContext, Page } from 'playwright-core';
import type { Tier } from '../../../src/app/ports/failure';
import type { Account, TokenFor } from '../../../src/app/ports/identity';
import type { TokenAsk } from '../../../src/demo/identity/bridge';
import type { HostTest } from './host';
import type { Outcome, PaneTest } from './pane';
import type { SignInTenant } from './signInTenant';

/**
 * How the bridge comes into the pane: with teams-js, before everything as in Outlook, not at all; or one that never
 * answers, or of a host that signs no apps in.
 */
export type Bringing =
  | 'teams'
  | 'injected'
  | 'none'
  | 'mute'
  | 'disabled'
  /** Teams with the bridge that it advises against, without any, and with one that says no. */
  | 'teamsAdvisedAgainst'
  | 'teamsOlder'
  | 'teamsDisabled'
  /** Teams without a bridge that gives this app no tokens either. */
  | 'teamsNothing';

export type OpenPane = {
  readonly page: Page;
  /** Everything that the host, the pane and their windows wrote to the console. */
  readonly said: readonly string[];
  ask(tier: TokenFor, ask?: Parameters<PaneTest['outcome']>[1]): Promise<Outcome>;
  /** Asks twice in one turn of the pane. */
  askTwice(tier: Tier): Promise<readonly Outcome[]>;
  account(): Promise<Account | undefined>;
  /** A person presses the pane's button, which asks for the plan tier with a window. */
  press(): Promise<void>;
  /** What a press asks for from now on. */
  pressFor(what: TokenFor): Promise<void>;
  pressed(): Promise<readonly Outcome[]>;
  /** What came of the presses, once there are so many. */
  untilPressed(count: number): Promise<readonly Outcome[]>;
  /** What the first press got that got a token, once there is one. */
  untilToken(): Promise<Outcome>;
  inPane<T>(run: (test: PaneTest) => T): Promise<T>;
  /** What the pane asked its host for, in order. */
  asked(): Promise<readonly TokenAsk[]>;
  host<T>(change: (host: HostTest) => T): Promise<T>;
};

type Paned = { cadenciaTest: PaneTest };

/** Opens the host page with the pane of somebody in it, each on an origin of its own. */
export async function openPane(
  context: BrowserContext,
  tenant: SignInTenant,
  by: Bringing,
): Promise<OpenPane> {
  const page = await context.newPage();
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const odd = by === 'injected' || by === 'mute' || by === 'disabled';
  const pane = `${tenant.pane}/pane.html${odd ? `?${by}` : ''}`;
  const as = by.startsWith('teams') ? `as=content&${asTeams(by, tenant)}` : '';
  await page.goto(`${tenant.host}/host.html?${as}pane=${encodeURIComponent(pane)}`);
  await page.frameLocator('iframe').locator('button').waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(tenant.pane));
  if (frame === undefined) throw new Error('the pane did not open');
  await frame.waitForFunction(() => 'cadenciaTest' in window);
  const host = <T>(change: (host: HostTest) => T): Promise<T> =>
    page.evaluate(`(${change.toString()})(window.cadenciaHost)`) as Promise<T>;
  return {
    page,
    said,
    ask: (tier, ask) =>
      frame.evaluate(([one, two]) => (window as unknown as Paned).cadenciaTest.outcome(one, two), [
        tier,
        ask,
      ] as const),
    askTwice: (tier) =>
      frame.evaluate((one) => {
        const { outcome } = (window as unknown as Paned).cadenciaTest;
        return Promise.all([outcome(one), outcome(one)]);
      }, tier),
    account: () => frame.evaluate(() => (window as unknown as Paned).cadenciaTest.account()),
    press: () => frame.locator('button').click(),
    pressFor: (what) =>
      frame.evaluate((one) => void ((window as unknown as Paned).cadenciaTest.asks = one), what),
    pressed: () => frame.evaluate(() => (window as unknown as Paned).cadenciaTest.pressed),
    async untilPressed(count) {
      await frame.waitForFunction(
        (least) => (window as unknown as Paned).cadenciaTest.pressed.length >= least,
        count,
        { timeout: 60_000 },
      );
      return frame.evaluate(() => (window as unknown as Paned).cadenciaTest.pressed);
    },
    async untilToken() {
      const got = await frame.waitForFunction(
        () =>
          (window as unknown as Paned).cadenciaTest.pressed.find(({ token }) => token !== undefined) ?? false,
        undefined,
        { timeout: 60_000 },
      );
      return (await got.jsonValue()) as Outcome;
    },
    inPane: <T>(run: (test: PaneTest) => T) =>
      frame.evaluate(`(${run.toString()})(window.cadenciaTest)`) as Promise<T>,
    asked: () => host((one) => one.asks),
    host,
  };
}

function asTeams(by: Bringing, { api }: SignInTenant): string {
  const told = new URLSearchParams();
  if (by !== 'teams' && by !== 'teamsNothing') told.set('api', api);
  if (by === 'teamsAdvisedAgainst') told.set('bridge', 'advisedAgainst');
  if (by === 'teamsOlder' || by === 'teamsNothing') told.set('bridge', 'none');
  if (by === 'teamsDisabled') told.set('disabled', '');
  return `${told.toString()}&`;
}
