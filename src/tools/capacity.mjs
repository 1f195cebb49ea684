// `npm run capacity`: how many rooms and clients a core and a GB carry, as a Markdown table. `--write` puts it into
// docs/capacity.md, `--quick` measures the smallest settings only.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const bundle = path.join(root, 'dist/tools/capacity.cjs');
  const { capacity } = createRequire(import.meta.url)(bundle);
  await capacity(root, bundle, process.argv.slice(2));
  process.exit(0);
} catch (error) {
  exitWith(error);
}
