/** @jest-environment node */
import { adminConsent } from '../../../src/hosts/identity/adminConsent';

const ENTRA = 'https://login.microsoftonline.com';
const APP = { clientId: '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91', authority: `${ENTRA}/our-tenant` };
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
