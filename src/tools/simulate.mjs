// `npm run simulate`: the figures of docs/balance.md, the same each time. `--write` puts them there.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const { simulate } = createRequire(import.meta.url)(path.join(root, 'dist/tools/simulate.cjs'));
  simulate(root, process.argv.slice(2));
} catch (error) {
  exitWith(error);
}
