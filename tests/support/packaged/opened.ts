import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { Seen } from '../../../src/demo/teams/protocol/seen';
import { filled } from './manifestPages';
import { OUTLOOK, TEAMS } from './names';
import type { PackagedTenant } from './packagedTenant';
import type { TeamsPage } from './teamsPage';

export type Visit = {
  readonly context: BrowserContext;
  /** What a console or a page said that a clean visit does not say, and whoever was asked that nobody may ask. */
  readonly problems: string[];
  /** Teams, or another of its names, around one address of ours. */
  teams(address: string, seen: Partial<Seen>, how?: HowShown): Promise<Shown>;
  /** Outlook on the web, around the page of a button. */
  outlook(address: string, how?: HowShown): Promise<Shown>;
  close(): Promise<void>;
};

export type HowShown = {
  /** The host's name; Teams' first one, or Outlook's. */
  readonly parent?: string;
  /** What else the host page is told in its address. */
  readonly told?: Readonly<Record<string, string>>;
};

export type Shown = {
  readonly page: Page;
  /** Our own page in it. */
  readonly app: Frame;
  host<T>(run: (host: TeamsPage) => T): Promise<T>;
};

/**
 * Whether there is a file of ours is asked by trying, and so is whether somebody may: a browser logs each "no".
 * Microsoft's own Office.js tries to send telemetry and to set styles inline, which our policy does not let it.
 */
const HARMLESS: readonly RegExp[] = [
  /^Failed to load resource: the server responded with a status of 40[349] .*https:\/\/graph\.microsoft\.com\//,
  // The host's own page asks its broker, silently first.
  /status of 400 .*\/demo\/token$/,
  /^Applying inline style violates.*appsforoffice\.microsoft\.com/s,
  /^Connecting to 'https:\/\/browser\.(pipe\.aria|events\.data)\.microsoft\.com/,
];

/** A person's browser, in Spanish, at the tenant's time; every name leads to the tenant. */
export async function visit(browser: Browser, tenant: PackagedTenant): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 860 },
    locale: 'es-ES',
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(setClock, tenant.ahead);
  const problems: string[] = [];
  context.on('console', (message) => {
    const said = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !HARMLESS.some((one) => one.test(said))) problems.push(said);
  });
  context.on('weberror', (error) => problems.push(error.error().message));

  async function shown(page: Page): Promise<Shown> {
    const element = await page.waitForSelector('iframe');
    const app = await element.contentFrame();
    if (app === null) throw new Error('there is no frame');
    return {
      page,
      app,
      host: (run) => page.evaluate(`(${run.toString()})(window.packagedHost)`),
    };
  }
  const open = async (parent: string, name: string, query: Readonly<Record<string, string>>) => {
    const page = await context.newPage();
    await page.goto(`${parent}/${name}.html?${new URLSearchParams(query).toString()}`);
    return shown(page);
  };
  return {
    context,
    problems,
    teams(address, seen, { parent = TEAMS, told } = {}) {
      const all = { ...IRENE, ...seen };
      return open(parent, 'teams', { frame: filled(address, all), seen: JSON.stringify(all), ...told });
    },
    outlook: (frame, { parent = OUTLOOK, told } = {}) => open(parent, 'outlook', { frame, ...told }),
    close: () => context.close(),
  };
}

const IRENE: Seen = {
  frameContext: 'content',
  clientType: 'web',
  theme: 'default',
  locale: 'es-ES',
  role: 'organiser',
  chat: '',
  user: { id: '', tenant: '', mail: 'irene.valcarcel@valdeolmo.example', name: 'Irene Valcárcel Soto' },
  entityId: 'mine',
  session: 'one',
};

/** The clock of the walk in every frame; it runs on. */
function setClock(ahead: number): void {
  const Real = Date;
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    construct: (target, values: [], made) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, made) as Date,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}
