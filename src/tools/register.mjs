// `npm run register -- --host cadencia.example.com`: prints the registration in Entra as JSON and as steps. `--check` looks
// at one (with --client-id), `--apply` makes it or brings it to what it must be, `--consent` consents for everybody,
// `--site ADDRESS` lets it write to one site, `--tiers plan,live,…` says for what. The token of an administrator comes
// from GRAPH_TOKEN or standard input.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt, optionMistakes } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root, StepFailed } from './steps.mjs';

const argv = process.argv.slice(2);
try {
  await ensureInstalled();
  const mistakes = await optionMistakes('register', argv);
  if (mistakes.length > 0) throw new StepFailed(mistakes.join('\n✗ '));
  await ensureBuilt();
  const { registerCommand, thisMachine } = createRequire(import.meta.url)(
    path.join(root, 'dist/tools/register.cjs'),
  );
  process.exitCode = await registerCommand(argv, thisMachine());
} catch (error) {
  exitWith(error);
}
