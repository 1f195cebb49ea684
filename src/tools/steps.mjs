// Running the long steps of a fresh clone so that a person sees what happens and how long it takes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`;

/** Announces a step, runs it, says how long it took. A step that lasts says every ten seconds that it lives. */
export async function step(title, run) {
  const since = performance.now();
  console.log(`• ${title} …`);
  const alive = setInterval(() => console.log(`  … ${title}: ${seconds(since)}`), 10_000);
  try {
    const result = await run();
    console.log(`✓ ${title} (${seconds(since)})`);
    return result;
  } finally {
    clearInterval(alive);
  }
}

/** Runs a program in the checkout. Resolves with its exit code; `quiet` shows its output only when it fails. */
export function runProgram(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const heard = [];
    child.stdout?.on('data', (chunk) => heard.push(chunk));
    child.stderr?.on('data', (chunk) => heard.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(heard));
      resolve(code ?? 1);
    });
  });
}

/** Runs a Node script of the checkout or of a package; throws when it fails. */
export async function runNode(script, args = [], options = {}) {
  const code = await runProgram(process.execPath, [path.join(root, script), ...args], options);
  if (code !== 0) throw new StepFailed(`${script} ${args.join(' ')} ended with ${code}`);
}

/** A step that failed and has already said why: the caller needs no stack. */
export class StepFailed extends Error {}

/** Ends the process with the message of a failed step, and with the stack of anything unexpected. */
export function exitWith(error) {
  console.error(error instanceof StepFailed ? `✗ ${error.message}` : error);
  process.exit(1);
}
