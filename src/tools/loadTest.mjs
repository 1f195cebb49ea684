// `npm run load`: the production server under an outside client and meetings for half an hour; whether its memory stays flat.
// `--minutes N` for another time. Ends with 1 where it does not.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const bundle = path.join(root, 'dist/tools/capacity.cjs');
  const { loadTest } = createRequire(import.meta.url)(bundle);
  process.exit((await loadTest(root, bundle, process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  exitWith(error);
}
