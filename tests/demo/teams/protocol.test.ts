/** @jest-environment node */
// The host's side of the wire, held against the real teams-js in a frame of another origin.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../support/browser';
import {
  openTeams,
  startTeamsTenant,
  type OpenTeams,
  type TeamsTenant,
} from '../../support/teams/teamsTenant';
import { until } from '../../support/teams/until';

let tenant: TeamsTenant;
let browser: Browser;
let teams: OpenTeams;
beforeAll(async () => {
  tenant = await startTeamsTenant();
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});
afterEach(() => teams?.page.close());
const ready = async () => {
  await until(teams.frame, 'document.documentElement.dataset.host === "teams"');
};

test('TH1 teams-js initialises, finds the bridge, and reads the whole context', async () => {
  teams = await openTeams(browser, tenant, { locale: 'es-CO', theme: 'dark', clientType: 'web' });
  await ready();
  const context = await teams.pane(({ teams: { app } }) => app.getContext());
  expect(context).toMatchObject({
    app: { locale: 'es-CO', theme: 'dark', host: { name: 'Teams', clientType: 'web', sessionId: 'one' } },
    page: { id: 'cadencia', frameContext: 'sidePanel' },
    user: { id: 'p1', tenant: { id: 't' }, loginHint: 'irene@valdeolmo.example' },
    chat: { id: '19:meeting_YWxpbmVhcg@thread.v2' },
  });
  const meeting = Buffer.from(context.meeting?.id ?? '', 'base64').toString();
  expect(meeting).toBe('0#19:meeting_YWxpbmVhcg@thread.v2#0');
  expect(await teams.pane(({ teams: { nestedAppAuth } }) => nestedAppAuth.isNAAChannelRecommended())).toBe(
    true,
  );
  expect(await teams.frame.evaluate('typeof window.nestedAppAuthBridge')).toBe('object');
});

test('TH2 success is answered, failures are noted', async () => {
  teams = await openTeams(browser, tenant);
  await ready();
  expect(await teams.pane(({ teams: { app } }) => app.notifySuccess())).toEqual({
    hasFinishedSuccessfully: true,
  });
  await teams.pane(({ teams: { app } }) => app.notifyFailure({ reason: 'Other' as never }));
  await until(teams.page, 'window.cadenciaHost.heard.loaded.length === 2');
  expect(await teams.host(({ heard }) => heard.loaded)).toEqual(['ready', 'failed']);
});

test('TH3 events come to who registered, and somebody who speaks is told to who comes late', async () => {
  teams = await openTeams(browser, tenant);
  await ready();
  await teams.host((host) => {
    host.speak(true);
    host.speak(true);
    host.speak(false);
    host.speak(true);
  });
  await until(teams.frame, 'window.cadenciaTest.heard.length === 3');
  await teams.frame.evaluate('location.reload()').catch(() => undefined);
  await until(teams.frame, 'window.cadenciaTest?.heard.length === 1');
  expect(await teams.pane(({ heard }) => heard)).toEqual([true]);
});

test('TH4 the stage: organisers may share, stop and ask; attendees are refused; a tab has none', async () => {
  const ask = `new Promise((done) => {
    const { meeting } = window.cadenciaTest.teams;
    const said = [];
    const next = (run) => new Promise((go) => run((...args) => { said.push(args); go(); }));
    next((back) => meeting.getAppContentStageSharingCapabilities(back))
      .then(() => next((back) => meeting.shareAppContentToStage(back, location.origin + '/pane.html')))
      .then(() => next((back) => meeting.getAppContentStageSharingState(back)))
      .then(() => next((back) => meeting.stopSharingAppContentToStage(back)))
      .then(() => done(said));
  })`;
  teams = await openTeams(browser, tenant);
  await ready();
  expect(await teams.frame.evaluate(ask)).toEqual([
    [null, { doesAppHavePermission: true }],
    [null, true],
    [null, { isAppSharing: true }],
    [null, true],
  ]);
  await teams.page.close();
  teams = await openTeams(browser, tenant, { role: 'attendee' });
  await ready();
  const refused = { errorCode: 1000 };
  expect(await teams.frame.evaluate(ask)).toMatchObject([
    [null, { doesAppHavePermission: false }],
    [refused, false],
    [null, { isAppSharing: false }],
    [refused, false],
  ]);
});

test('TH5 what the host does not know, and what the app has no permission for, is refused at once', async () => {
  teams = await openTeams(browser, tenant);
  await ready();
  const raw = (func: string) =>
    teams.frame.evaluate(`new Promise((done) => {
      const id = 991;
      addEventListener('message', ({ data }) => data.id === id && done(data));
      parent.postMessage({ id, uuidAsString: 'u-1', func: ${JSON.stringify(func)}, args: [] }, ${JSON.stringify(tenant.host)});
    })`);
  for (const func of ['conversations.openConversation', 'toString', '__proto__', 'constructor'])
    expect(await raw(func)).toMatchObject({ id: 991, uuidAsString: 'u-1', args: [{ errorCode: 100 }] });
  expect(await raw('meeting.getMeetingDetails')).toMatchObject({ args: [{ errorCode: 1000 }, null] });
  expect(await raw('executeDeepLink')).toMatchObject({ args: [false, 'Invalid link'] });
  expect(await raw('settings.setSettings')).toMatchObject({ args: [false, 'Invalid settings'] });
});

test('TH6 another window of the page’s own or of the app’s origin gets no answer', async () => {
  teams = await openTeams(browser, tenant);
  await ready();
  const answered = (await teams.page.evaluate(`new Promise((done) => {
    const other = document.createElement('iframe');
    other.src = ${JSON.stringify(tenant.pane)} + '/pane.html?patience=500';
    other.onload = () => setTimeout(() => done(window.cadenciaHost.heard.initializes), 1_500);
    document.body.append(other);
  })`)) as number;
  expect(answered).toBe(2);
  const stranger = teams.page.frames().at(-1);
  expect(await stranger?.evaluate('document.documentElement.dataset.host')).toBe('none');
});
