// `npm run bench`: builds, measures, prints one table and writes bench.json.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const { bench } = createRequire(import.meta.url)(path.join(root, 'dist/bench/bench.cjs'));
  await bench(root, process.argv.slice(2));
} catch (error) {
  exitWith(error);
}
