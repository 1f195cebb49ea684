import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { makePackage } from '../../../src/tools/package/makePackage';
import { ROOT } from '../../support/root';
import { drawn } from './drawn';
import { asFile, CLIENT_ID, HOST, readManifest, sources } from './sources';

const OPTIONS = { host: HOST, clientId: CLIENT_ID };
type Changed = Parameters<typeof sources>[0];
const mistakesOf = (changed: Changed, options: Partial<typeof OPTIONS> & { version?: string } = {}) => {
  const made = makePackage({ ...OPTIONS, ...options }, sources(changed));
  return made.ok ? [] : made.mistakes;
};
/** The template with one change; what it reads is never the file itself. */
const changedBy = (change: (manifest: ReturnType<typeof JSON.parse>) => void): Changed => {
  const manifest = readManifest();
  change(manifest);
  return { manifest: { 'manifest.json': asFile(manifest) } };
};

test('PK4 our own manifest, filled, holds to everything', () => {
  expect(mistakesOf({})).toEqual([]);
});

test('PK10 the package holds the manifest, two icons and the languages, filled, and nothing else', () => {
  const made = makePackage({ ...OPTIONS, version: '3.2.1' }, sources());
  if (!made.ok) throw new Error(made.mistakes.join('\n'));
  const files = unzipSync(made.zip);
  expect(Object.keys(files).sort()).toEqual([
    'es.json',
    'icons/color.png',
    'icons/outline.png',
    'manifest.json',
  ]);
  const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
  expect(text).not.toContain('{{');
  expect(JSON.parse(text)).toMatchObject({
    version: '3.2.1',
    validDomains: [HOST],
    // Pages that the server has (tests/server/publicPages.test.ts).
    developer: {
      websiteUrl: `https://${HOST}/`,
      privacyUrl: `https://${HOST}/privacy`,
      termsOfUseUrl: `https://${HOST}/terms`,
    },
    webApplicationInfo: { id: CLIENT_ID, resource: `api://${HOST}/${CLIENT_ID}` },
    staticTabs: [{ contentUrl: `https://${HOST}/personal.html` }],
  });
});

test('PK10 the same sources and options give the same bytes, in every time zone', () => {
  const script = `
    const { makePackage } = require('./src/tools/package/makePackage');
    const { sources } = require('./tests/tools/package/sources');
    const made = makePackage(${JSON.stringify(OPTIONS)}, sources());
    process.stdout.write(require('crypto').createHash('sha256').update(made.zip).digest('hex'));`;
  const runIn = (zone: string) =>
    execFileSync(process.execPath, ['-e', `${REGISTER}${script}`], {
      cwd: ROOT,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
  const sums = ['UTC', 'America/Bogota', 'Pacific/Kiritimati'].map(runIn);
  expect(sums[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(sums).size).toBe(1);
});

test('PK4 what Microsoft’s schema refuses is said with its place, and a version without a schema too', () => {
  const saidOf = (change: Parameters<typeof changedBy>[0]) => mistakesOf(changedBy(change)).join('\n');
  expect(saidOf((one) => (one.name.short = 'x'.repeat(31)))).toMatch(
    /schema at name\.short: .*30 characters/,
  );
  expect(saidOf((one) => (one.colour = 'green'))).toMatch(/additional properties \(colour\)/);
  expect(saidOf((one) => delete one.developer)).toMatch(/'developer'/);
  expect(saidOf((one) => (one.configurableTabs[0].context[0] = 'meetingCompose'))).toMatch(
    /configurableTabs\.0/,
  );
  expect(saidOf((one) => (one.manifestVersion = '1.99'))).toMatch(/no schema of/);
  expect(saidOf((one) => (one.manifestVersion = '../1.25'))).toMatch(/no schema of/);
  expect(saidOf((one) => (one.name.full = 'Cadencia for {{tenant}}'))).toMatch(/a gap \{\{tenant\}\}/);
});

test('PK4 files that are missing or no JSON are named', () => {
  expect(mistakesOf({ manifest: { 'manifest.json': null } })[0]).toMatch(
    /manifest\.json is missing or no JSON/,
  );
  expect(mistakesOf({ manifest: { 'manifest.json': Buffer.from('{') } })[0]).toMatch(/is missing or no JSON/);
  expect(mistakesOf({ manifest: { 'es.json': null } })[0]).toMatch(/es\.json is missing or no JSON/);
});

test('PK5 a language without words for a text, with too many or too long ones, or with other fields is refused', () => {
  const spanish = readManifest('es.json');
  const said = (change: Record<string, unknown>) =>
    mistakesOf({ manifest: { 'es.json': asFile({ ...spanish, ...change }) } });
  const { 'staticTabs[0].name': _gone, ...less } = spanish;
  expect(mistakesOf({ manifest: { 'es.json': asFile(less) } })).toEqual([
    'manifest/es.json has no words for “staticTabs[0].name”: add them.',
  ]);
  expect(said({ 'staticTabs[1].name': 'Otra' })).toEqual([
    'manifest/es.json has words for “staticTabs[1].name”, which manifest.json has no text at: take them out.',
  ]);
  expect(said({ 'description.short': 'x'.repeat(81) })).toEqual([
    expect.stringMatching(/manifest\/es\.json .*80 characters/),
  ]);
  expect(said({ 'activities.activityTypes[0].templateText': '{actor} pide algo' })).toEqual([
    expect.stringContaining('has other fields in braces'),
  ]);
  expect(said({ 'staticTabs[0].nombre': 'x' }).join()).toMatch(/staticTabs\[0\]\.nombre/);
});

test('PK5 a text of the manifest is no longer than a translation of it may be', () => {
  const long = changedBy((one) => {
    const [control] = one.extensions[0].ribbons[0].tabs[0].groups[0].controls;
    control.supertip.title = 'x'.repeat(65);
  });
  expect(mistakesOf(long).join()).toMatch(/64 characters/);
});

test('PK6 an address elsewhere, one that the build does not hold and a second domain are refused', () => {
  const saidOf = (change: Parameters<typeof changedBy>[0]) => mistakesOf(changedBy(change)).join('\n');
  expect(
    saidOf((one) => (one.staticTabs[0].contentUrl = 'https://elsewhere.example.com/personal.html')),
  ).toMatch(/outside of https:\/\/cadencia\.example\.com at “staticTabs\[0\]\.contentUrl”/);
  expect(saidOf((one) => (one.staticTabs[0].contentUrl = 'http://{{host}}/personal.html'))).toMatch(
    /outside of|schema/,
  );
  expect(saidOf((one) => (one.staticTabs[0].contentUrl = 'https://{{host}}.evil.com/personal.html'))).toMatch(
    /outside of/,
  );
  expect(saidOf((one) => (one.staticTabs[0].contentUrl = 'https://{{host}}/mine.html'))).toMatch(
    /names mine\.html at “staticTabs\[0\]\.contentUrl”, and the build holds no such file/,
  );
  expect(saidOf((one) => one.validDomains.push('*.example.com'))).toMatch(
    /must hold cadencia\.example\.com and nothing else/,
  );
  expect(mistakesOf({ built: { 'compose.html': null } }).join()).toMatch(/names compose\.html/);
});

test('PK7 icons of another size, missing ones and a coloured outline are refused', () => {
  const [small, green] = [
    drawn(64, 'opacity', () => [255, 255, 255, 0], 0),
    drawn(32, 'colour', () => [0, 99, 0], 0),
  ];
  expect(mistakesOf({ manifest: { 'icons/color.png': small } })).toEqual([
    'The icon manifest/icons/color.png has 64 × 64 pixels: it must have 192 × 192.',
  ]);
  expect(mistakesOf({ manifest: { 'icons/outline.png': green } })).toEqual([
    expect.stringContaining('another colour'),
  ]);
  expect(mistakesOf({ manifest: { 'icons/outline.png': null } })).toEqual([
    'The icon manifest/icons/outline.png is missing: put a PNG of 32 × 32 pixels there.',
  ]);
  expect(mistakesOf({ built: { 'icons/icon-80.png': green } })).toEqual([
    'The icon icons/icon-80.png has 32 × 32 pixels: it must have 80 × 80.',
  ]);
  const without = changedBy((one) => one.extensions[0].ribbons[0].tabs[0].groups[0].controls[0].icons.pop());
  expect(mistakesOf(without)).toEqual([
    'The button “plan” has no icon of 80 pixels: name one of 16, 32 and 80.',
  ]);
});

test('PK8 a button without an action and an action without a button are refused', () => {
  const renamed = changedBy((one) => (one.extensions[0].runtimes[0].actions[0].id = 'openPlan'));
  expect(mistakesOf(renamed)).toEqual([
    expect.stringContaining('calls the action “openCompose”, which no runtime'),
    expect.stringContaining('The action “openPlan” of a runtime is called by no button'),
  ]);
});

test('PK9 scopes that no tier has in this order, and a broker of another host, are refused', () => {
  const live = changedBy((one) => one.webApplicationInfo.nestedAppAuthInfo[1].scopes.reverse());
  expect(mistakesOf(live)).toEqual([
    expect.stringContaining('“nestedAppAuthInfo[1]” of the manifest names scopes'),
  ]);
  const broker = changedBy(
    (one) => (one.webApplicationInfo.nestedAppAuthInfo[0].redirectUri = 'https://{{host}}'),
  );
  expect(mistakesOf(broker)).toEqual([expect.stringContaining(`must come back to brk-multihub://${HOST}`)]);
  const other = changedBy((one) => (one.webApplicationInfo.resource = 'api://{{clientId}}'));
  expect(mistakesOf(other)).toEqual([
    expect.stringContaining('“webApplicationInfo” of the manifest must name'),
  ]);
});

test('PK3 the manifest’s own id is no client id', () => {
  expect(mistakesOf({}, { clientId: String(readManifest()['id']) })).toEqual([
    expect.stringContaining("--client-id is the id of the app's manifest"),
  ]);
});

/** TypeScript for the child process, the way jest reads it. */
const REGISTER = `
  const { transformSync } = require(${JSON.stringify(path.join(ROOT, 'node_modules/@swc/core'))});
  require('module')._extensions['.ts'] = (module, file) => module._compile(transformSync(
    require('fs').readFileSync(file, 'utf8'),
    { filename: file, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
  ).code, file);`;
