// Tables that come from packages and would be stale as copies: written to src/*/generated, never committed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holidays } from './generate/holidays.mjs';
import { windowsZones } from './generate/windowsZones.mjs';
import { root } from './steps.mjs';

const require = createRequire(path.join(root, 'package.json'));

/** Each folder belongs to one generator: name → text of its files, from one package. */
const TABLES = [
  { folder: 'src/graph/generated', from: 'cldr-core', by: 'windowsZones.mjs', make: windowsZones },
  { folder: 'src/hosts/generated', from: 'date-holidays', by: 'holidays.mjs', make: holidays },
];

const STAMP = '.source';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** What a folder is made from: the package's version and the text of its generator. */
function sourceOf({ from, by }) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules', from, 'package.json'), 'utf8'));
  const text = readFileSync(path.join(root, 'src/tools/generate', by));
  return `${from}@${version} ${createHash('sha256').update(text).digest('hex')}`;
}

/** Stamped last and told whole, so that a folder half written or with a lost file is made again. */
function stampOf(source, names) {
  return [source, ...[...names].sort()].join('\n');
}

function isCurrent(folder, source) {
  const [stampedSource, ...names] = read(path.join(folder, STAMP)).split('\n');
  if (stampedSource !== source) return false;
  return names.every((name) => existsSync(path.join(folder, name)));
}

/** Several processes may do this at once: each file appears whole, and all write the same. */
function writeWhole(folder, name, text) {
  const draft = path.join(folder, `${name}.${process.pid}.draft`);
  mkdirSync(path.dirname(draft), { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, path.join(folder, name));
}

/** Writes the tables that are missing or older than the packages they come from. */
export function ensureGenerated() {
  for (const table of TABLES) {
    const folder = path.join(root, table.folder);
    const source = sourceOf(table);
    if (isCurrent(folder, source)) continue;
    const files = table.make(require);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true }))
      if (name.endsWith('.json') && !files.has(name.replaceAll(path.sep, '/')))
        rmSync(path.join(folder, name), { force: true });
    for (const [name, text] of files) writeWhole(folder, name, text);
    writeWhole(folder, STAMP, stampOf(source, files.keys()));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureGenerated();
