// `npm run bench`: builds, measures, prints one table and writes bench.json; beside it what the page itself weighs and
// takes. `--quick` leaves out the slow rows and the browser.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

/** Loaded late: its packages are there only after the installing. */
async function sayPage() {
  const { pageLines } = await import('./bench/page.mjs');
  console.log((await pageLines()).join('\n'));
}

try {
  await ensureInstalled();
  await ensureBuilt();
  const { bench } = createRequire(import.meta.url)(path.join(root, 'dist/bench/bench.cjs'));
  const args = process.argv.slice(2);
  await bench(root, args);
  if (!args.includes('--quick')) await sayPage();
} catch (error) {
  exitWith(error);
}
