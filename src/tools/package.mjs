// `npm run package -- --host cadencia.example.com --client-id UUID`: builds, fills and checks the manifest, and writes
// the package for Teams and Outlook. `--version 1.2.0`, `--out FILE`, `--website`, `--privacy`, `--terms` with addresses.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const { packageCommand } = createRequire(import.meta.url)(path.join(root, 'dist/tools/package.cjs'));
  process.exitCode = packageCommand(root, process.argv.slice(2));
} catch (error) {
  exitWith(error);
}
