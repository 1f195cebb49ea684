// Builds everything when a source is newer than the last build. `node src/tools/build.mjs --force` builds anyway.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { exitWith, root, runNode, step } from './steps.mjs';

const WEBPACK = 'node_modules/webpack-cli/bin/cli.js';

const STAMP = 'dist/.stamp';
const SOURCES = ['src', 'manifest', 'webpack.config.js', 'package-lock.json'];

function* filesBelow(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) yield [file, stat];
  else
    for (const name of readdirSync(file).sort())
      if (name !== 'generated') yield* filesBelow(path.join(file, name));
}

/** A fingerprint of the sources by path, size and content. */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const [file] of filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

const built = () => {
  try {
    return readFileSync(path.join(root, STAMP), 'utf8');
  } catch {
    return '';
  }
};

/** Builds dist/ unless it was built from exactly these sources. */
export async function ensureBuilt({ force = false } = {}) {
  const now = fingerprint(SOURCES);
  if (!force && built() === now) return;
  await step('Generating tables', () => runNode('src/tools/generate.mjs'));
  await step('Building', () => runNode(WEBPACK, [], { quiet: true }));
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, STAMP), now);
}

/**
 * What is wrong with the options of 'package' or 'register', a sentence each. What checks them is bundled by itself, in
 * seconds: nobody waits minutes for a build to read of a slip of the keys.
 */
export async function optionMistakes(command, argv) {
  if (built() !== fingerprint(SOURCES)) await runNode(WEBPACK, ['--config-name', 'options'], { quiet: true });
  const { [`${command}Options`]: read } = createRequire(import.meta.url)(
    path.join(root, 'dist/options', `${command}.cjs`),
  );
  return read(argv).mistakes ?? [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled()
    .then(() => ensureBuilt({ force: process.argv.includes('--force') }))
    .catch(exitWith);
}
