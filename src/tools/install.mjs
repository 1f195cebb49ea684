// Installs the packages of the lock file when they are not there yet. Needs nothing but Node and its npm.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runProgram, step, StepFailed } from './steps.mjs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
};

/** True when node_modules holds what the lock file names; packages for other platforms may be missing. */
function isInstalled() {
  const wanted = read('package-lock.json')?.packages ?? {};
  const present = read('node_modules/.package-lock.json')?.packages ?? {};
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
  );
}

/** Installs exactly the lock file's packages, unless they are there. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  await step('Installing packages (two minutes the first time)', async () => {
    const npm = process.env.npm_execpath;
    const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
    const code = await runProgram(command, [...args, 'ci', '--no-audit', '--no-fund'], { quiet: true });
    if (code !== 0) throw new StepFailed('npm ci failed: its output stands above');
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new StepFailed(`Cadencia needs Node 20.19 or newer; this is ${process.version}`);
  }
}
