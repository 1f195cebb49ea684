// `npm run package -- --host cadencia.example.com --client-id UUID`: builds, fills and checks the manifest, and writes
// the package for Teams and Outlook. `--version 1.2.0`, `--out FILE`, `--website`, `--privacy`, `--terms` with addresses.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt, optionMistakes } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root, StepFailed } from './steps.mjs';

const argv = process.argv.slice(2);
try {
  await ensureInstalled();
  const mistakes = await optionMistakes('package', argv);
  if (mistakes.length > 0) throw new StepFailed(mistakes.join('\n✗ '));
  await ensureBuilt();
  const { packageCommand } = createRequire(import.meta.url)(path.join(root, 'dist/tools/package.cjs'));
  process.exitCode = packageCommand(root, argv);
} catch (error) {
  exitWith(error);
}
