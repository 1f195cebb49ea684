/** @jest-environment node */
import { TIER_SCOPES } from '../../../src/app/tiers';
import { adminConsent } from '../../../src/hosts/identity/adminConsent';

const ENTRA = 'https://login.microsoftonline.com';
const APP = {
  clientId: '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91',
  authority: `${ENTRA}/our-tenant`,
  graph: 'https://graph.microsoft.com/v1.0',
};
const pathOf = (config: typeof APP, tenant: string | undefined) => {
  const { origin, pathname } = new URL(adminConsent(config, 'plan', tenant, 'https://cadencia.example.com'));
  return [origin, pathname];
};

test('HI10 the link leads to the sign-in service, whatever is known of the organisation', () => {
  expect(pathOf(APP, 'theirs')).toEqual([ENTRA, '/theirs/v2.0/adminconsent']);
  expect(pathOf(APP, undefined)).toEqual([ENTRA, '/our-tenant/v2.0/adminconsent']);
  // A token that names no organisation; an empty part of the path would name another server.
  expect(pathOf(APP, '')).toEqual([ENTRA, '/our-tenant/v2.0/adminconsent']);
  expect(pathOf({ ...APP, authority: ENTRA }, '')).toEqual([ENTRA, '/organizations/v2.0/adminconsent']);
});

test('HI10 sign-in service and scopes are those of the cloud that is configured; a Graph of this machine stands for Microsoft’s', () => {
  const scopesOf = (graph: string) => {
    const link = new URL(
      adminConsent({ ...APP, graph }, 'directory', undefined, 'https://cadencia.example.com'),
    );
    return link.searchParams.get('scope')?.split(' ');
  };
  const named = (resource: string) => TIER_SCOPES.directory.map((scope) => `${resource}/${scope}`);
  expect(scopesOf('https://graph.cloud.example/v1.0')).toEqual(named('https://graph.cloud.example'));
  for (const played of ['http://localhost:3978/graph/v1.0', 'https://127.0.0.1:3978/graph/v1.0', APP.graph])
    expect(scopesOf(played)).toEqual(named('https://graph.microsoft.com'));
  expect(pathOf({ ...APP, authority: 'https://login.cloud.example/our-tenant' }, 'theirs')).toEqual([
    'https://login.cloud.example',
    '/theirs/v2.0/adminconsent',
  ]);
});
