import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { configFrom, ConfigRefused } from '../../src/server/config';
import { checkedConfig } from '../../src/server/configCheck';
import { Environment } from '../../src/server/configRules';
import { languageOf, sentenceOf } from '../../src/server/configWords';
import { ROOT } from '../support/root';
import { daysLeft, endsSoon, keepCertificate, type Certificate } from '../../src/server/tls';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const GOOD = {
  AUTHORITY: 'https://login.microsoftonline.com/organizations',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
const mistakes = (environment: Readonly<Record<string, string>>, now = NOW) => {
  try {
    checkedConfig(environment, folder, now, true);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.mistakes.map(({ setting, why }) => `${setting}: ${why}`);
    throw error;
  }
};

/** A certificate on disk, of a name of its own. */
async function files(name: string, from: number, until: number) {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    notBeforeDate: new Date(from),
    notAfterDate: new Date(until),
  });
  const [certFile, keyFile] = [path.join(folder, `${name}.pem`), path.join(folder, `${name}.key`)];
  writeFileSync(certFile, made.cert);
  writeFileSync(keyFile, made.private);
  return { certFile, keyFile };
}
const told = ({ certFile, keyFile }: { certFile: string; keyFile: string }) => ({
  ...GOOD,
  TLS_CERT_FILE: certFile,
  TLS_KEY_FILE: keyFile,
});

test('SV1 every mistake is named at once, each once', () => {
  expect(
    mistakes({
      CLIENT_ID: 'x',
      PORT: '99999',
      GRAPH_BASE: 'http://graph.example',
      IDENTITY_BASE: 'http://login.example',
      HOST_SCRIPTS: 'http://cdn.example/office.js',
      BALANCE_CAP: 'all',
      ROOMS_FOLDER: path.join(__filename, 'rooms'),
      CLIENT_SECRET_FILE: '/nowhere',
      API_SCOPE: 'https://host/x',
      TRUSTED_PROXIES: '10.0.0.0/8 everybody',
      TLS_KEY_FILE: '/nowhere',
      METRICS_HOST: '0.0.0.0',
    }).sort(),
  ).toEqual(
    [
      'API_SCOPE: malformed',
      'AUTHORITY: missing',
      'BALANCE_CAP: malformed',
      'CLIENT_ID: malformed',
      'CLIENT_SECRET_FILE: unreadable',
      'GRAPH_BASE: plain-http',
      'HOST_SCRIPTS: plain-http',
      'IDENTITY_BASE: plain-http',
      'METRICS_PORT: missing',
      'PORT: malformed',
      'ROOMS_FOLDER: unwritable',
      'TENANT_ID: missing',
      'TLS_CERT_FILE: missing',
      'TRUSTED_PROXIES: malformed',
    ].sort(),
  );
});

test.each([
  ['an authority on plain http', { AUTHORITY: 'http://login.example/x' }, 'AUTHORITY: plain-http'],
  ['a script that is none', { HOST_SCRIPTS: 'javascript:0' }, 'HOST_SCRIPTS: malformed'],
  [
    'a network that is too narrow to be one',
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    'TRUSTED_PROXIES: malformed',
  ],
  ['metrics where the pages are', { PORT: '80', METRICS_PORT: '80' }, 'METRICS_PORT: same-port'],
])('SV1 %s is refused', (_what, changed, expected) => {
  expect(mistakes({ ...GOOD, ...changed } as Record<string, string>)).toEqual([expected]);
});

const ENTRA = 'https://login.microsoftonline.com';
const ROOMS = {
  AUTHORITY: `${ENTRA}/21111111-2222-4333-8444-555555555555`,
  CLIENT_ID: GOOD.CLIENT_ID,
  TENANT_ID: '21111111-2222-4333-8444-555555555555',
  API_SCOPE: `api://cadencia.example.com/${GOOD.CLIENT_ID}/access_as_user`,
  CLIENT_SECRET: 'x',
  ROOMS_FOLDER: folder,
};

test.each([
  ['the sign-in of every organisation', { AUTHORITY: `${ENTRA}/organizations` }, 'AUTHORITY: other-tenant'],
  ['a sign-in of no organisation', { AUTHORITY: ENTRA }, 'AUTHORITY: other-tenant'],
  ['the sign-in of another one', { AUTHORITY: `${ENTRA}/${GOOD.CLIENT_ID}/` }, 'AUTHORITY: other-tenant'],
  [
    'a scope of another application',
    { API_SCOPE: `api://cadencia.example.com/${ROOMS.TENANT_ID}/access_as_user` },
    'API_SCOPE: other-application',
  ],
])('SV1 rooms beside %s are refused: nobody could enter them', (_what, changed, expected) => {
  expect(mistakes({ ...ROOMS, ...changed } as Record<string, string>)).toEqual([expected]);
});

test('SV1 an organisation may be named by its domain and in capitals, and a demo tenant has none', () => {
  expect(mistakes(ROOMS)).toEqual([]);
  for (const named of ['contoso.onmicrosoft.com', `${ROOMS.TENANT_ID}/v2.0`, ROOMS.TENANT_ID.toUpperCase()])
    expect(mistakes({ ...ROOMS, AUTHORITY: `${ENTRA}/${named}` })).toEqual([]);
  expect(mistakes({ ...ROOMS, AUTHORITY: 'https://login.demo.localhost/organizations' })).toEqual([]);
});

test('SV1 a site is named as Graph addresses it, never by its address in the browser', () => {
  const id =
    'contoso.sharepoint.com,11111111-0000-4000-8000-000000000000,22222222-0000-4000-8000-000000000000';
  for (const site of ['contoso.sharepoint.com', 'contoso.sharepoint.com:/sites/Marketing y Ventas', id])
    expect(mistakes({ ...GOOD, HOME_SITE: site })).toEqual([]);
  for (const site of [
    'https://contoso.sharepoint.com/sites/Marketing',
    'contoso.sharepoint.com/sites/Marketing',
    'Marketing y Ventas',
  ])
    expect(mistakes({ ...GOOD, HOME_SITE: site })).toEqual(['HOME_SITE: malformed']);
});

test('SV1 what is good is taken as it stands', () => {
  const config = configFrom(
    { ...GOOD, TRUSTED_PROXIES: '127.0.0.1, fd00::/8', METRICS_PORT: '9464' },
    folder,
  );
  expect(config.proxies).toEqual(['127.0.0.1', 'fd00::/8']);
  expect(config.metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(mistakes({ ...GOOD })).toEqual([]);
});

test('SV10 a mistake is one sentence with the variable, why, and an example, in the terminal’s language; never the value', () => {
  expect(sentenceOf({ setting: 'CLIENT_ID', why: 'malformed' }, 'en')).toBe(
    'CLIENT_ID is malformed. It is the id of the application in Entra. Example: CLIENT_ID=11111111-2222-4333-8444-555555555555',
  );
  expect(sentenceOf({ setting: 'CLIENT_ID', why: 'malformed' }, 'es')).toBe(
    'CLIENT_ID está mal escrita. Es el id de la aplicación en Entra. Ejemplo: CLIENT_ID=11111111-2222-4333-8444-555555555555',
  );
  expect(['es_ES.UTF-8', 'C.UTF-8', '', 'en_GB', 'de_DE'].map((LANG) => languageOf({ LANG }))).toEqual([
    'es',
    'es',
    'es',
    'en',
    'en',
  ]);
});

test('SV10 every setting stands in the operator’s page', () => {
  const page = readFileSync(path.join(ROOT, 'docs/operate.md'), 'utf8');
  const told = Object.keys(Environment.entries).filter((name) => !page.includes(`\`${name}\``));
  expect(told).toEqual([]);
});

test('SV11 a certificate that cannot be served with is refused, and says why', async () => {
  const good = await files('good', NOW - DAY, NOW + 60 * DAY);
  const other = await files('other', NOW - DAY, NOW + 60 * DAY);
  expect(mistakes(told(good))).toEqual([]);
  expect(mistakes(told(good), NOW + 61 * DAY)).toEqual(['TLS_CERT_FILE: expired']);
  expect(mistakes(told(good), NOW - 2 * DAY)).toEqual(['TLS_CERT_FILE: not-yet']);
  expect(mistakes(told({ ...good, keyFile: other.keyFile }))).toEqual(['TLS_KEY_FILE: other-key']);
  expect(mistakes(told({ ...good, keyFile: good.certFile }))).toEqual(['TLS_KEY_FILE: malformed']);
  expect(mistakes(told({ ...good, certFile: good.keyFile }))).toEqual(['TLS_CERT_FILE: malformed']);
  expect(mistakes(told({ ...good, certFile: '/nowhere' }))).toEqual(['TLS_CERT_FILE: unreadable']);
});

test('SV11 a renewed certificate is taken, a bad one leaves the old in use', async () => {
  const place = await files('renewed', NOW - DAY, NOW + 10 * DAY);
  const config = checkedConfig(told(place), folder, NOW, true);
  const used: Certificate[] = [];
  const first: Certificate = { cert: '', key: '', notAfter: NOW + 10 * DAY };
  const keeper = keepCertificate(config.tls ?? place, first, (one) => void used.push(one));
  expect(keeper.look(NOW)).toBe('taken');
  expect(keeper.look(NOW)).toBe('same');
  expect([endsSoon(keeper.current(), NOW), daysLeft(keeper.current(), NOW)]).toEqual([true, 10]);
  await files('renewed', NOW - DAY, NOW + 90 * DAY);
  expect(keeper.look(NOW)).toBe('taken');
  expect([used.length, endsSoon(keeper.current(), NOW)]).toEqual([2, false]);
  writeFileSync(place.certFile, 'half a file');
  expect(keeper.look(NOW)).toEqual({ setting: 'TLS_CERT_FILE', why: 'malformed' });
  expect(daysLeft(keeper.current(), NOW)).toBe(90);
});
