// PW: the package as an administrator makes it, opened where Microsoft's hosts open it.
import { request } from 'node:https';
import path from 'node:path';
import { firstContent, pageName } from '../support/packaged/firstContent';
import { formsOf, ownAddresses, paneAt } from '../support/packaged/manifestPages';
import { HOST, MICROSOFT_365, OUTLOOK, OURS, TEAMS, TEAMS_NEW } from '../support/packaged/names';
import type { Shown } from '../support/packaged/opened';
import { packagedSuite } from '../support/packaged/packagedRun';
import { until } from '../support/teams/until';

const run = packagedSuite({
  before: () => undefined,
  left: (problems) => expect(problems).toEqual([]),
});

/** Presses save in the host's dialog, and answers what the page has set. */
async function saved(shown: Shown) {
  await until(shown.page, 'window.packagedHost.heard.valid');
  await shown.host((host) => host.save());
  await until(shown.page, 'window.packagedHost.heard.saved.length === 1');
  expect(await shown.host(({ heard }) => heard.saved)).toEqual(['saved']);
  return shown.host(({ heard }) => heard.settings);
}

const configuration = () => {
  const [tab] = run.tenant.manifest.configurableTabs ?? [];
  if (tab === undefined) throw new Error('the manifest has no tab to set up');
  return tab;
};

/** One plain request as a browser would make it, without a browser. */
function asked(address: string): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const { pathname } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port: run.tenant.front.port, path: pathname, servername: HOST },
        headers: { host: HOST },
        ca: run.tenant.certificate,
      },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};
const ANCESTORS =
  'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com ' +
  'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com ' +
  'https://outlook-sdf.office365.com';

test('PW1 every address of the manifest at our name is answered as what it is, and framed by nobody but the documented hosts', async () => {
  const { manifest, files } = run.tenant;
  expect(manifest.validDomains).toEqual([HOST]);
  for (const icon of Object.values(manifest.icons)) expect(Object.keys(files)).toContain(icon);
  const addresses = ownAddresses(manifest);
  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) {
    const { status, headers } = await asked(address);
    // What people read has no ending.
    const type = TYPES[path.extname(new URL(address).pathname)] ?? TYPES['.html'];
    expect([address, status, headers['content-type']]).toEqual([address, 200, type]);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeDefined();
    if (type !== TYPES['.html']) continue;
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/localhost|127\.0\.0\.1|unsafe/);
    if (!address.endsWith('.html')) continue;
    // A page without a host around it may stand in a frame of our own: a silent sign-in ends there.
    expect(policy.replace("ancestors 'self'", 'ancestors').split('; ')).toContain(ANCESTORS);
  }
});

test.each([
  ['Teams', TEAMS],
  ['Teams at its new name', TEAMS_NEW],
  ['Outlook', OUTLOOK],
  ['Microsoft 365', MICROSOFT_365],
])('PW2 in %s each tab signs in over the bridge and shows its first content', async (_host, parent) => {
  const { staticTabs = [] } = run.tenant.manifest;
  expect(staticTabs.length).toBeGreaterThan(0);
  for (const { entityId, contentUrl = '' } of staticTabs) {
    const shown = await run.visit.teams(contentUrl, { entityId }, { parent });
    await firstContent(shown, pageName(contentUrl));
    expect(await shown.host(({ heard }) => heard.loaded)).toEqual(['ready']);
    expect(await shown.host(({ heard }) => heard.calls)).toContain('nestedAppAuth.execute');
    await shown.page.close();
  }
});

test('PW3 in a meeting the tab is added by its own page, and opens in the chat, beside the call and on the stage', async () => {
  const { chat } = run.tenant.meeting;
  const { configurationUrl, context = [] } = configuration();
  const tab = await saved(
    await run.visit.teams(configurationUrl, { frameContext: 'settings', chat, entityId: '' }),
  );
  expect(new URL(tab.contentUrl ?? '').host).toBe(HOST);
  const { contentUrl = '', entityId = '' } = tab;
  const places = context.filter((one) => one !== 'channelTab');
  expect([...places].sort()).toEqual([
    'meetingChatTab',
    'meetingDetailsTab',
    'meetingSidePanel',
    'meetingStage',
  ]);
  const inChat = await run.visit.teams(contentUrl, { chat, entityId });
  await inChat.app.getByRole('textbox', { name: '¿Qué problema traes?' }).waitFor();

  const panel = await run.visit.teams(contentUrl, { chat, entityId, frameContext: 'sidePanel' });
  await panel.app.getByRole('button', { name: 'Empezar' }).waitFor();
  // The room itself says that the panel is in it.
  await panel.app.getByText(/1 con panel · guardado/).waitFor();
  expect(run.tenant.front.log).toContain(`GET ${OURS}/rooms`);

  await panel.app.getByRole('button', { name: 'Más' }).click();
  await panel.app.getByRole('button', { name: 'Compartir en pantalla' }).click();
  await until(panel.page, 'window.packagedHost.heard.shared.length === 1');
  const [stage = ''] = await panel.host(({ heard }) => heard.shared);
  expect(new URL(stage).host).toBe(HOST);
  const onStage = await run.visit.teams(stage, { chat, entityId, frameContext: 'meetingStage' });
  await onStage.app.getByText('Leads de feria sin llamar').first().waitFor();
});

test('PW4 in a channel the tab is added for a series, and follows it', async () => {
  const { place } = run.tenant;
  const { configurationUrl, context = [] } = configuration();
  expect(context).toContain('channelTab');
  const settings = await run.visit.teams(configurationUrl, { frameContext: 'settings', place, entityId: '' });
  await settings.app.getByRole('radio', { name: /^Semanal/ }).check();
  const { contentUrl = '', websiteUrl = '', entityId = '' } = await saved(settings);
  expect([contentUrl, websiteUrl].map((address) => new URL(address).host)).toEqual([HOST, HOST]);
  const shown = await run.visit.teams(contentUrl, { place, entityId });
  await firstContent(shown, pageName(contentUrl));
  await shown.app.getByText('Planner leído.').waitFor();
  await shown.app
    .getByRole('heading', { name: /Semanal de Marketing y Ventas/ })
    .first()
    .waitFor();
});

test('PW5 beside Outlook’s form each pane signs in over Outlook’s own bridge, with Microsoft’s own Office.js', async () => {
  const { manifest, invitation } = run.tenant;
  const forms = formsOf(manifest);
  expect(forms).toContain('meetingDetailsOrganizer');
  for (const form of forms) {
    const address = paneAt(manifest, form) ?? '';
    const read = form === 'meetingDetailsAttendee';
    const told = read ? { read: JSON.stringify(invitation), person: 'bruno' } : {};
    const shown = await run.visit.outlook(address, { told });
    await firstContent(shown, pageName(address));
    await shown.page.close();
  }
});

test('PW11 nothing else was asked of the internet, and nobody told the server that something is wrong', () => {
  expect(run.strangers()).toEqual([]);
  // A page that is left while its token is looked at is told `unknown`, and no longer there to hear it.
  const told = run.tenant.said().replaceAll('"event":"denied","code":"unknown"', '');
  expect(told).not.toMatch(/"event":"(denied|fault|clock)"|^!/m);
});
