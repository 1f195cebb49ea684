// `npm run register -- --host cadencia.example.com`: prints the registration in Entra as JSON and as steps. `--check` looks
// at one (with --client-id), `--apply` makes it or brings it to what it must be, `--consent` consents for everybody,
// `--site ADDRESS` lets it write to one site, `--tiers plan,live,…` says for what. The token of an administrator comes
// from GRAPH_TOKEN or standard input.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const { registerCommand, thisMachine } = createRequire(import.meta.url)(
    path.join(root, 'dist/tools/register.cjs'),
  );
  process.exitCode = await registerCommand(process.argv.slice(2), thisMachine());
} catch (error) {
  exitWith(error);
}
