// `node buildPages.mjs pages`: bundles a set unless it was bundled from exactly these sources, and says its folder.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fingerprint } from '../../../src/tools/build.mjs';
import { ensureGenerated } from '../../../src/tools/generate.mjs';
import { root } from '../../../src/tools/steps.mjs';
import { oneAtATime } from './oneAtATime.mjs';
import { SETS } from './sets.mjs';

const CACHE = path.join(root, 'node_modules/.cache');
const SOURCES = ['src', 'tests/support', 'webpack.config.js', 'package-lock.json'];
/** A folder that nobody asked for since is not read by a suite that still runs. */
const FORGOTTEN = 6 * 60 * 60_000;

async function bundle(set, folder) {
  // Only now: whoever finds the pages bundled does not load it.
  const webpack = createRequire(import.meta.url)('webpack');
  const config = SETS[set]();
  const compiler = webpack({
    ...config,
    // Written behind a compilation: the next one, after a change, is of that change.
    cache: { type: 'filesystem', name: `test-${set}`, cacheDirectory: path.join(CACHE, 'webpack') },
    output: { ...config.output, path: folder, clean: false },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  await new Promise((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
}

/** The folder of a set, bundled whole. */
export async function pagesOf(set) {
  ensureGenerated();
  const sets = path.join(CACHE, 'test-pages');
  mkdirSync(sets, { recursive: true });
  const folder = path.join(sets, `${set}-${fingerprint(SOURCES).slice(0, 16)}`);
  const now = new Date();
  if (!existsSync(folder))
    await oneAtATime(`${sets} ${set}`, async () => {
      if (existsSync(folder)) return;
      const draft = `${folder}.${process.pid}.draft`;
      try {
        await bundle(set, draft);
        // Of two that come to this at once the second finds the place taken, by the same.
        if (!existsSync(folder)) renameSync(draft, folder);
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
      for (const name of readdirSync(sets)) {
        const old = path.join(sets, name);
        if (now.getTime() - statSync(old).mtimeMs > FORGOTTEN) rmSync(old, { recursive: true, force: true });
      }
    });
  utimesSync(folder, now, now);
  return folder;
}

if (process.argv[1] === import.meta.filename) console.log(await pagesOf(process.argv[2]));
