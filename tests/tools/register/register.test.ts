import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { registerCommand } from '../../../src/tools/register';
import { schemaViolations } from '../../support/schemaCheck';
import { virtualTiming } from '../../support/virtualTiming';
import { fakeTenant, SITE, SITE_ID, TENANT, TOKEN, type Exchange, type FakeTenant } from './fakeTenant';

const HOST = 'cadencia.example.com';
const PERMISSIONS = [
  'openid',
  'profile',
  'offline_access',
  'email',
  ...Object.values(TIER_SCOPES).flat(),
  'Mail.ReadWrite',
];
const NEW_ID = '77777777-0000-4000-8000-000000000007';
const exchanges: Exchange[] = [];
let tenant: FakeTenant;

beforeEach(() => (tenant = fakeTenant(PERMISSIONS)));
afterEach(() => void exchanges.push(...tenant.log));

/** Runs the command in the tenant; the token comes from the environment unless `how` says otherwise. */
async function run(
  argv: readonly string[],
  how: { environment?: Record<string, string>; input?: string; fetch?: FakeTenant['fetch'] } = {},
) {
  const timing = virtualTiming();
  const [out, err]: [string[], string[]] = [[], []];
  const code = await timing.settle(
    registerCommand(argv, {
      ...{ timing, newId: () => NEW_ID, fetch: how.fetch ?? tenant.fetch },
      environment: how.environment ?? { GRAPH_TOKEN: TOKEN },
      input: () => Promise.resolve(how.input),
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    }),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const apply = (...more: string[]) => run(['--host', HOST, '--apply', ...more]);
const check = (clientId: string, ...more: string[]) =>
  run(['--host', HOST, '--check', '--client-id', clientId, ...more]);
const ours = () => tenant.applications[0] as NonNullable<(typeof tenant.applications)[0]>;
const writes = () =>
  tenant.log.filter(({ method }) => method !== 'GET').map(({ method, path: at }) => `${method} ${at}`);

test('RG1 without a wish it prints the registration and the steps, and asks nobody', async () => {
  const { code, out } = await run(['--host', HOST], { environment: {} });
  expect(code).toBe(0);
  const application = JSON.parse(out.slice(0, out.indexOf('\n}') + 2)) as {
    api: { preAuthorizedApplications: unknown[] };
  };
  expect(application).toMatchObject({
    signInAudience: 'AzureADMyOrg',
    spa: { redirectUris: [`https://${HOST}/signInReturn.html`, `brk-multihub://${HOST}`] },
    identifierUris: [`api://${HOST}/<client id>`],
    optionalClaims: { accessToken: [{ name: 'acct' }] },
  });
  expect(application.api.preAuthorizedApplications).toHaveLength(8);
  expect(out).toContain(
    '5. API permissions, Microsoft Graph, delegated: openid, profile, offline_access, User.Read',
  );
  // An application of one organisation is refused at the address of every one (AADSTS50194).
  expect(out).toContain('https://login.microsoftonline.com/<tenant id>/adminconsent?client_id=<client id>');
  expect(tenant.log).toEqual([]);
});

test('RG2 a new registration is made whole, known in the organisation, consented to and let onto the one site', async () => {
  const { code, out, err } = await apply('--consent', '--site', `${SITE}/`);
  expect(err).toBe('');
  expect([code, out.includes('✓ The registration is as it must be.')]).toEqual([0, true]);
  const { appId } = ours();
  const api = ours()['api'] as {
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[];
  };
  expect(ours()).toMatchObject({
    displayName: 'Cadencia',
    identifierUris: [`api://${HOST}/${appId}`],
    spa: { redirectUris: [`https://${HOST}/signInReturn.html`, `brk-multihub://${HOST}`] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: NEW_ID, value: 'access_as_user', isEnabled: true, type: 'User' }],
    },
    optionalClaims: { accessToken: [{ name: 'acct', essential: false }] },
    groupMembershipClaims: 'DirectoryRole',
  });
  expect(api.preAuthorizedApplications.map((one) => one.appId)).toEqual(
    expect.arrayContaining([
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
      appId,
    ]),
  );
  expect(api.preAuthorizedApplications.every((one) => one.delegatedPermissionIds[0] === NEW_ID)).toBe(true);
  expect(tenant.grants).toEqual([expect.objectContaining({ consentType: 'AllPrincipals' })]);
  expect(String(tenant.grants[0]?.['scope'])).toContain('Calendars.ReadWrite');
  expect(String(tenant.grants[0]?.['scope'])).not.toContain('OnlineMeetingTranscript');
  expect(tenant.sitePermissions).toEqual([expect.objectContaining({ roles: ['write'] })]);
  for (const line of [
    `TENANT_ID=${TENANT}`,
    `CLIENT_ID=${appId}`,
    `API_SCOPE=api://${HOST}/${appId}/access_as_user`,
    'HOME_SITE=contoso.sharepoint.com:/sites/Marketing',
  ])
    expect(out).toContain(line);
});

test('RG3 a second run changes nothing', async () => {
  await apply('--consent', '--site', SITE);
  const before = writes().length;
  const { code } = await apply('--consent', '--site', SITE, '--client-id', ours().appId);
  expect([code, writes().length]).toEqual([0, before]);
  expect((await check(ours().appId, '--site', SITE)).code).toBe(0);
});

test('RG3 what others added stays, and is told', async () => {
  await apply('--consent');
  const { appId } = ours();
  const mail = (tenant.principals[0]?.['oauth2PermissionScopes'] as { id: string; value: string }[]).find(
    ({ value }) => value === 'Mail.ReadWrite',
  );
  const theirs = {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    value: 'files.read',
    type: 'Admin',
    isEnabled: true,
  };
  const before = ours() as unknown as {
    api: Record<string, unknown[]>;
    spa: { redirectUris: string[] };
  };
  tenant.applications[0] = {
    ...ours(),
    spa: { redirectUris: [...before.spa.redirectUris.slice(1), 'https://old.example.com/'] },
    api: {
      ...before.api,
      oauth2PermissionScopes: [theirs, ...(before.api['oauth2PermissionScopes'] ?? [])],
      preAuthorizedApplications: [
        { appId: 'BBBBBBBB-0000-4000-8000-000000000001', delegatedPermissionIds: [theirs.id] },
      ],
    },
    requiredResourceAccess: [
      {
        resourceAppId: '00000003-0000-0ff1-ce00-000000000000',
        resourceAccess: [{ id: theirs.id, type: 'Scope' }],
      },
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [
          { id: mail?.id, type: 'Scope' },
          { id: theirs.id, type: 'Role' },
        ],
      },
    ],
    optionalClaims: {
      idToken: [{ name: 'email', essential: false }],
      accessToken: [{ name: 'ipaddr', essential: true }],
    },
  };
  tenant.grants[0] = { ...tenant.grants[0], scope: 'Mail.ReadWrite' };
  const { code, out } = await apply('--consent', '--client-id', appId);
  expect(code).toBe(0);
  expect(out).toContain(
    'is more than Cadencia needs: Single-page application: redirect URI https://old.example.com/',
  );
  expect(out).toContain(
    'is more than Cadencia needs: API permissions: Microsoft Graph, delegated, Mail.ReadWrite',
  );
  expect(out).toContain('application (not delegated)');
  const after = JSON.stringify(ours());
  for (const kept of [
    'https://old.example.com/',
    theirs.id,
    'bbbbbbbb-0000',
    '0ff1-ce00',
    'ipaddr',
    mail?.id ?? '?',
    `https://${HOST}/signInReturn.html`,
    'idToken',
  ])
    expect([kept, after.includes(kept)]).toEqual([kept, true]);
  expect(String(tenant.grants[0]?.['scope'])).toMatch(/^Mail\.ReadWrite openid /);
});

test('RG4 a check names each difference, by its place in Entra, and changes nothing', async () => {
  await apply('--consent', '--site', SITE);
  const { appId } = ours();
  const api = ours()['api'] as {
    oauth2PermissionScopes: object[];
    preAuthorizedApplications: { appId: string }[];
  };
  tenant.applications[0] = {
    ...ours(),
    signInAudience: 'AzureADMultipleOrgs',
    identifierUris: [],
    spa: { redirectUris: [`https://${HOST}/signInReturn.html`] },
    api: {
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: api.oauth2PermissionScopes.map((one) => ({ ...one, isEnabled: false })),
      preAuthorizedApplications: api.preAuthorizedApplications.slice(1),
    },
    optionalClaims: null,
    groupMembershipClaims: 'ApplicationGroup',
  };
  (ours()['requiredResourceAccess'] as { resourceAccess: unknown[] }[])[0]?.resourceAccess.pop();
  tenant.grants[0] = {
    ...tenant.grants[0],
    scope: String(tenant.grants[0]?.['scope']).replace(' Calendars.ReadWrite', ''),
  };
  tenant.sitePermissions[0] = { ...tenant.sitePermissions[0], roles: ['read'] };
  const before = writes().length;
  const { code, out } = await check(appId, '--site', SITE);
  expect([code, writes().length]).toEqual([2, before]);
  for (const line of [
    'is wrong: Supported account types',
    `is missing: Application ID URI api://${HOST}/${appId}`,
    `is missing: Single-page application: redirect URI brk-multihub://${HOST}`,
    'is wrong: Manifest: api.requestedAccessTokenVersion is not 2',
    'is wrong: Expose an API: the scope access_as_user is off',
    'is missing: Expose an API: authorized client application 1fec8e78-bce4-4aaf-ab1b-5451cc387264 (Teams on desktop and phones)',
    'is missing: API permissions: Microsoft Graph, delegated, Mail.Send',
    'is missing: Token configuration: optional claim of access tokens acct',
    'is missing: Token configuration: groups claim, directory roles',
    'is missing: Admin consent: Microsoft Graph, delegated, Calendars.ReadWrite',
    `is missing: ${SITE}: the right of this application to write there`,
    `https://login.microsoftonline.com/${TENANT}/adminconsent?client_id=${appId}`,
    '11 to do',
  ])
    expect(out).toContain(line);
  expect((await apply('--client-id', appId, '--consent', '--site', SITE)).code).toBe(0);
  expect(ours()['groupMembershipClaims']).toBe('ApplicationGroup, DirectoryRole');
  expect(tenant.sitePermissions[0]?.['roles']).toEqual(['write']);
});

test('RG5 what is new is not known everywhere at once: it is asked again', async () => {
  tenant.notYet = 5;
  tenant.unlisted = 4;
  const made = await apply('--consent');
  expect([made.code, made.err]).toEqual([0, '']);
  expect(writes().filter((one) => one.startsWith('PATCH')).length).toBeGreaterThan(5);
});

test('RG5 an answer that was lost leaves no second application: the next run is told of the first', async () => {
  tenant.once.push({ begins: 'POST /applications', status: 503, after: true });
  const first = await apply();
  expect([first.code, first.err]).toEqual([
    1,
    expect.stringContaining('nobody knows whether the last step was done'),
  ]);
  const second = await apply();
  expect([second.code, second.err]).toEqual([
    1,
    expect.stringContaining(`go on with it by --client-id ${ours().appId}`),
  ]);
  expect(tenant.applications).toHaveLength(1);
  await apply('--client-id', ours().appId);
  expect(ours()['identifierUris']).toEqual([`api://${HOST}/${ours().appId}`]);
});

test('RG6 the token comes from the environment or standard input, never from an option, and is never said', async () => {
  const fromInput = await run(['--host', HOST, '--apply'], { environment: {}, input: `${TOKEN}\n` });
  expect(fromInput.err).toBe('');
  const none = await run(['--host', HOST, '--apply'], { environment: {} });
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('GRAPH_TOKEN')]);
  for (const bad of ['short', `${TOKEN}\r\nX-Other: 1`, `${TOKEN} ${TOKEN}`])
    expect((await run(['--host', HOST, '--apply'], { environment: { GRAPH_TOKEN: bad } })).code).toBe(1);
  const typed = await run(['--host', HOST, '--apply', '--token', TOKEN]);
  expect(typed.err).toContain('--token is no option');
  for (const { out, err } of [fromInput, none, typed]) expect(out + err).not.toContain(TOKEN);
});

test('RG6 the token goes to Graph and nowhere else', async () => {
  for (const base of ['http://graph.example.com/v1.0', 'https://graph.microsoft.com', 'ftp://x/v1.0']) {
    const asked = jest.fn();
    const answer = await run(['--host', HOST, '--apply'], {
      environment: { GRAPH_TOKEN: TOKEN, GRAPH_BASE: base },
      fetch: asked,
    });
    expect([answer.code, answer.err, asked.mock.calls]).toEqual([
      1,
      expect.stringContaining('GRAPH_BASE'),
      [],
    ]);
  }
});

test('RG7 each refusal is one sentence that says what to do', async () => {
  const expired = await run(['--host', HOST, '--apply'], { environment: { GRAPH_TOKEN: `${TOKEN}x` } });
  expect(expired.err).toContain('fetch a new one');
  expect(expired.err).toContain('was cut when it was pasted');
  tenant.rights = new Set(['Application.Read.All']);
  expect((await apply('--consent')).err).toContain(
    'Application.ReadWrite.All, DelegatedPermissionGrant.ReadWrite.All',
  );
  expect((await check(NEW_ID)).err).toContain('--client-id names no application of this tenant');
  tenant = fakeTenant(PERMISSIONS.filter((name) => name !== 'TeamsActivity.Send'));
  expect((await apply()).err).toContain('no permission TeamsActivity.Send');
  tenant = fakeTenant(PERMISSIONS);
  expect((await apply('--site', 'https://contoso.sharepoint.com/sites/Other')).err).toContain(
    '--site names no site',
  );
});

test('RG8 options are checked at once, each mistake one sentence', async () => {
  const saidOf = async (...argv: string[]) => (await run(argv)).err.split('\n').filter((line) => line !== '');
  expect(
    await saidOf('--check', '--apply', '--tiers', 'plan,life', '--site', 'https://contoso.com/x'),
  ).toEqual([
    expect.stringContaining('--host is missing'),
    expect.stringContaining(
      '--tiers knows no “life”: write some of plan,live,followUp,mail,directory,transcripts',
    ),
    expect.stringContaining('--site is the address of a site in SharePoint'),
    expect.stringContaining('--check only looks'),
    expect.stringContaining('--client-id is missing'),
  ]);
  expect(await saidOf('--host', HOST, '--consent')).toEqual([expect.stringContaining('it needs --apply')]);
  expect(await saidOf('--host', HOST, '--name', 'a\nb')).toEqual([
    expect.stringContaining('--name is one line'),
  ]);
  for (const site of [
    `${SITE}/Shared Documents`,
    `${SITE}?x=1`,
    `${SITE}%zz`,
    `${SITE}%ff`,
    'http://contoso.sharepoint.com/sites/a',
    `https://contoso.sharepoint.com.evil.com/sites/a`,
  ])
    expect(await saidOf('--host', HOST, '--site', site)).toEqual([
      expect.stringContaining('--site is the address'),
    ]);
  expect(tenant.log).toEqual([]);
});

test('RG8 the tiers that were chosen, and no others, are registered and consented to', async () => {
  await apply('--consent', '--tiers', 'transcripts,plan');
  const scopes = String(tenant.grants[0]?.['scope']).split(' ');
  expect(scopes).toEqual([
    'openid',
    'profile',
    'offline_access',
    ...TIER_SCOPES.plan,
    ...TIER_SCOPES.transcripts,
  ]);
});

test('RG9 nothing that is sent or answered contradicts Microsoft’s schema', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-'));
  const log = path.join(folder, 'log.jsonl');
  writeFileSync(log, exchanges.map((one) => JSON.stringify(one)).join('\n'));
  const checked = schemaViolations(log);
  rmSync(folder, { recursive: true });
  expect(exchanges.length).toBeGreaterThan(50);
  expect(exchanges.some(({ path: at }) => at.includes(encodeURIComponent(SITE_ID)))).toBe(true);
  if (checked !== undefined) expect(checked.said).toMatch(/, 0 violations/);
});
