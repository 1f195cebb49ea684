/** @jest-environment node */
import type { Browser } from 'playwright-core';
import { PortFailure } from '../../../src/app/ports/failure';
import type { MeetingHost, MeetingSurface } from '../../../src/app/ports/meetingHost';
import type { FrameContext, Seen } from '../../../src/demo/teams/protocol/seen';
import { startBrowser } from '../../support/browser';
import { CHAT, meetingHostContract, type OpenedMeetingHost } from '../../contracts/meetingHostContract';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import {
  openTeams,
  startTeamsTenant,
  type OpenTeams,
  type TeamsTenant,
} from '../../support/teams/teamsTenant';
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

const CONTEXTS: Readonly<Record<MeetingSurface, FrameContext>> = {
  panel: 'sidePanel',
  tab: 'content',
  stage: 'meetingStage',
};
const WIRE = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;
type Paned = Pick<OpenTeams, 'pane' | 'frame'>;

const fromPane = ({ pane, frame }: Paned) => ({
  facts: () => pane((one) => one.facts()) as Promise<never>,
  theme: () => pane((one) => one.theme()) as Promise<never>,
  themeChanges: () => pane((one) => one.changes()),
  ready: async () => void (await pane((one) => one.ready())),
  heard: () => pane((one) => one.heard),
  share: () => pane((one) => one.share()),
  openLink: (url: string) =>
    frame.evaluate(`window.cadenciaTest.openLink(${JSON.stringify(url)})`) as Promise<string>,
});

meetingHostContract('teams', { kind: 'teams', teams: true }, async ({ surface, chat, phone, role }) => {
  const seen: Partial<Seen> = {
    frameContext: CONTEXTS[surface],
    clientType: phone === true ? 'android' : 'desktop',
    role: role ?? 'organiser',
    chat: chat ?? '',
  };
  const teams = await openTeams(browser, tenant, seen);
  return {
    ...fromPane(teams),
    showTheme: (theme) =>
      teams.page.evaluate(`window.cadenciaHost.showTheme(${JSON.stringify(WIRE[theme])})`) as Promise<void>,
    isReady: () => teams.host(({ heard }) => heard.loaded.includes('ready')),
    speak: (speaking) => teams.page.evaluate(`window.cadenciaHost.speak(${speaking})`) as Promise<void>,
    opened: () => teams.host(({ heard }) => heard.opened),
    close: () => teams.page.close(),
  };
});

meetingHostContract('window', { kind: 'window', teams: false }, async ({ surface, chat, phone }) => {
  const context = await browser.newContext({
    locale: 'es-ES',
    ...(phone === true && { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }),
  });
  const page = await context.newPage();
  const hash = new URLSearchParams({ surface, ...(chat !== undefined && { chat }) });
  await page.goto(`${tenant.pane}/pane.html?host=window#${hash.toString()}`);
  await until(page, `document.documentElement.dataset['host'] === 'window'`);
  const frame = page.mainFrame();
  const pane: OpenTeams['pane'] = (run) =>
    frame.evaluate(`(${run.toString()})(window.cadenciaTest)`) as never;
  return {
    ...fromPane({ pane, frame }),
    showTheme: (theme) =>
      page.emulateMedia({
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        forcedColors: theme === 'contrast' ? 'active' : 'none',
      }),
    isReady: async () => undefined,
    speak: async () => undefined,
    opened: () => pane(({ opened }) => opened),
    close: () => context.close(),
  };
});

meetingHostContract('fake', { kind: 'teams', teams: true }, async ({ surface, chat, phone, role }) => {
  const host = fakeMeetingHost({
    surface,
    place: chat === undefined ? undefined : { kind: 'chat', chat },
    small: phone === true,
    mayShare: role !== 'attendee',
  });
  return fromFake(host);
});

function fromFake(host: ReturnType<typeof fakeMeetingHost>): OpenedMeetingHost {
  const heard: boolean[] = [];
  let changes = 0;
  host.onSpeaking((speaking) => heard.push(speaking));
  host.theme.subscribe(() => (changes += 1));
  const ended = (work: Promise<void> | undefined) =>
    work?.then(
      () => 'done',
      (error: unknown) => (error instanceof PortFailure ? error.failure.kind : String(error)),
    ) ?? Promise.resolve('none');
  const { kind, locale, surface, small, place } = host as MeetingHost;
  return {
    facts: async () => ({
      ...{ kind, locale, surface, small, place: place ?? null },
      canShare: host.share !== undefined,
      windowAddress: host.windowAddress() ?? null,
    }),
    theme: async () => host.theme.get(),
    showTheme: async (theme) => host.showTheme(theme),
    themeChanges: async () => changes,
    ready: async () => host.ready(),
    isReady: async () => host.seen.ready,
    speak: async (speaking) => host.speak(speaking),
    heard: async () => heard,
    share: () => ended(host.share?.()),
    openLink: (url) => ended(host.openLink(url)),
    opened: async () => host.seen.opened,
    close: async () => undefined,
  };
}

test('HT1 a page that nobody frames is told at once that it is not in Teams', async () => {
  const page = await browser.newPage();
  await page.goto(`${tenant.pane}/pane.html?patience=600000`);
  await until(page, `document.documentElement.dataset['host'] !== undefined`);
  expect(await page.evaluate('window.cadenciaTest.none')).toBe(true);
  await page.close();
});

test('HT1 a frame whose parent is no Teams is given up after its patience, not after a minute', async () => {
  const teams = await openTeams(browser, tenant, {}, { name: 'pane.html?patience=400', mute: true });
  await until(teams.frame, `document.documentElement.dataset['host'] !== undefined`);
  expect(await teams.pane((one) => one.none)).toBe(true);
  expect(await teams.pane((one) => one.took)).toBeLessThan(30_000);
  await teams.page.close();
});

test('HT2 host and sign-in start teams-js once, and both work', async () => {
  const teams = await openTeams(browser, tenant);
  const token = (await teams.pane((one) => one.token())) as string;
  expect(token.split('.')).toHaveLength(3);
  expect(await teams.pane((one) => one.facts())).toMatchObject({ kind: 'teams', place: { chat: CHAT } });
  expect(await teams.host(({ heard }) => heard.initializes)).toBe(1);
  expect(teams.complaints).toEqual([]);
  await teams.page.close();
});
