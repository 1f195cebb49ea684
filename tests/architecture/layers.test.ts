import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(__dirname, '../../src');

/** Of our folders, what each may import; DESIGN section 4. */
const LAYERS: Record<string, readonly string[]> = {
  domain: [],
  app: ['domain'],
  graph: ['app', 'domain'],
  room: ['app', 'domain'],
  hosts: ['app', 'domain'],
  locale: ['app', 'domain'],
  surfaces: ['app', 'domain', 'locale'],
  server: ['domain', 'room', 'graph'],
  demo: [],
  tools: ['*'],
  entries: ['*'],
};

/** Edges that may carry types only. */
const TYPES_ONLY: readonly (readonly [string, string])[] = [
  ['locale', 'domain'],
  ['locale', 'app'],
  ['surfaces', 'domain'],
];

/** The packages each folder may import: a name, or a prefix that ends in '/'. */
const PACKAGES: Record<string, readonly string[]> = {
  domain: ['temporal-polyfill', 'htmlparser2'],
  app: ['@preact/signals-core'],
  graph: ['@microsoft/microsoft-graph-client', '@microsoft/microsoft-graph-types', 'valibot'],
  room: ['yjs', 'y-protocols/', '@hocuspocus/provider', '@preact/signals-core', 'valibot'],
  hosts: ['@microsoft/teams-js', '@azure/msal-browser', '@azure/msal-browser/', 'idb-keyval', 'fflate'],
  locale: [],
  surfaces: [
    'react',
    'react/',
    'react-dom',
    'react-dom/',
    '@fluentui/react-components',
    '@fluentui/react-charts',
    '@fluentui/react-icons',
    '@tanstack/react-virtual',
    '@preact/signals-core',
  ],
  server: [
    'node:',
    'fastify',
    '@fastify/',
    '@hocuspocus/server',
    'ws',
    'yjs',
    'libsql',
    'pg',
    'ioredis',
    'jose',
    'valibot',
    'prom-client',
  ],
  demo: [
    'node:',
    'luxon',
    'ical.js',
    'jose',
    'selfsigned',
    'react',
    'react/',
    'react-dom/',
    '@fluentui/react-components',
    '@fluentui/react-icons',
    'htmlparser2',
  ],
  tools: ['*'],
  entries: ['node:', 'react', 'react/', 'react-dom/', '@preact/signals-core', '@azure/msal-browser/'],
};

type Import = { file: string; specifier: string; typeOnly: boolean };

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (name === 'generated') return [];
    return statSync(file).isDirectory() ? filesBelow(file) : /\.tsx?$/.test(name) ? [file] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?'([^']+)'\s*\)|new URL\(\s*'(\.[^']+)'/g;

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => ({
    file: path.relative(SRC, file),
    specifier: (match[3] ?? match[4] ?? match[5]) as string,
    typeOnly: match[2] !== undefined,
  }));
}

const imports = filesBelow(SRC).flatMap(importsOf);
const layerOf = (file: string) => file.split(path.sep)[0] as string;
const isLocal = ({ specifier }: Import) => specifier.startsWith('.');
const targetOf = ({ file, specifier }: Import) =>
  path.relative(SRC, path.resolve(SRC, path.dirname(file), specifier));
const shown = (wrong: Import[]) => wrong.map(({ file, specifier }) => `${file} imports ${specifier}`);

test('AR1 each folder imports only the folders that the design allows', () => {
  const wrong = imports.filter((one) => {
    if (!isLocal(one)) return false;
    const from = layerOf(one.file);
    const to = layerOf(targetOf(one));
    const allowed = LAYERS[from] ?? [];
    return from !== to && !allowed.includes('*') && !allowed.includes(to);
  });
  expect(shown(wrong)).toEqual([]);
});

test('AR2 words and screens take only types where the design says types', () => {
  const wrong = imports.filter(
    (one) =>
      isLocal(one) &&
      !one.typeOnly &&
      TYPES_ONLY.some(([from, to]) => layerOf(one.file) === from && layerOf(targetOf(one)) === to),
  );
  expect(shown(wrong)).toEqual([]);
});

test('AR3 each folder uses only the packages on its list', () => {
  const wrong = imports.filter((one) => {
    if (isLocal(one)) return false;
    const allowed = PACKAGES[layerOf(one.file)] ?? [];
    return !allowed.some(
      (name) =>
        name === '*' || name === one.specifier || (/[/:]$/.test(name) && one.specifier.startsWith(name)),
    );
  });
  expect(shown(wrong)).toEqual([]);
});

test('AR4 nothing imports tools or entries, and nobody but entries imports demo', () => {
  const wrong = imports.filter((one) => {
    if (!isLocal(one)) return false;
    const [from, to] = [layerOf(one.file), layerOf(targetOf(one))];
    return (
      from !== to &&
      (to === 'tools' || to === 'entries' || (to === 'demo' && from !== 'entries' && from !== 'tools'))
    );
  });
  expect(shown(wrong)).toEqual([]);
});

test('AR5 there are no barrels', () => {
  const barrels = filesBelow(SRC).filter((file) => /^index\.tsx?$/.test(path.basename(file)));
  const reexports = imports.filter(({ file, specifier }) =>
    new RegExp(
      `export\\s+(\\*|\\{[^}]*\\})\\s+from\\s+'${specifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`,
    ).test(readFileSync(path.join(SRC, file), 'utf8')),
  );
  expect([...barrels.map((file) => path.relative(SRC, file)), ...shown(reexports)]).toEqual([]);
});

test('AR6 no product file branches on the demo', () => {
  const product = filesBelow(SRC).filter(
    (file) => !['demo', 'tools', 'entries'].includes(layerOf(path.relative(SRC, file))),
  );
  const wrong = product.filter((file) => /\bif\s*\([^)]*demo/i.test(readFileSync(file, 'utf8')));
  expect(wrong.map((file) => path.relative(SRC, file))).toEqual([]);
});
