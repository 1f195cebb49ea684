// `npm test`: everything, from a fresh clone. Arguments go to jest: `npm test -- tests/domain`.
// The last line is `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureGenerated } from './generate.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root, runNode, runProgram, step } from './steps.mjs';

const REPORT = path.join(root, 'node_modules/.cache/jest-report.json');

/** Runs a check and turns its failure into a count, so that one red step does not hide the others. */
async function check(title, run) {
  try {
    await step(title, run);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(`✗ ${title}: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

async function bundlePages() {
  for (const set of ['pages', 'demo'])
    await runNode('tests/support/pages/buildPages.mjs', [set], { quiet: true });
}

async function jest(args) {
  rmSync(REPORT, { force: true });
  await runProgram(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '-c',
      '.config/jest.config.mjs',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${REPORT}`,
      ...args,
    ],
    { env: { TZ: process.env.TZ ?? 'America/St_Johns' } },
  );
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

try {
  await ensureInstalled();
  const args = process.argv.slice(2);
  const counts = [];
  if (args.length === 0) {
    ensureGenerated();
    // Each on one core. The suites bundle their pages themselves where nobody has; here nobody waits for it.
    const eslint = ['-c', '.config/eslint.config.mjs', '--max-warnings', '0', 'src', 'tests'];
    counts.push(
      ...(await Promise.all([
        ensureBuilt().then(() => check('Lint', () => runNode('node_modules/eslint/bin/eslint.js', eslint))),
        step('Bundling the pages of the tests', bundlePages).then(() =>
          check('Types', () => runNode('node_modules/typescript/bin/tsc', ['-b'])),
        ),
      ])),
    );
  } else await ensureBuilt();
  counts.push(await jest(args));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
} catch (error) {
  exitWith(error);
}
