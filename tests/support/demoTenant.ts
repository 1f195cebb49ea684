import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './root';
import { schemaViolations } from './schemaCheck';

/** The day on which every walk happens, whatever day it is: holidays and clock changes stay where they are. */
export const WALK_STARTS = '2026-11-24T10:00:00Z';

export type DemoTenant = {
  readonly address: string;
  readonly said: readonly string[];
  stop(): Promise<void>;
};

/**
 * Starts `npm start` as a person does, on a free port; answers when it says where it is. Every exchange with Graph is
 * written down, and stopping holds them against Microsoft's schema.
 */
export async function startTenant(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoTenant> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-graph-'));
  const log = environment['GRAPH_LOG'] ?? path.join(folder, 'graph.jsonl');
  const child = spawn(process.execPath, [path.join(ROOT, 'src/tools/start.mjs'), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      LANG: 'es_ES.UTF-8',
      DEMO_NOW: WALK_STARTS,
      GRAPH_LOG: log,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said.push(...chunk.toString().split('\n').filter(Boolean));
      const found = said.map((line) => /(https?:\/\/localhost:\d+)/.exec(line)?.[1]).find(Boolean);
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said.join('\n')}`)));
  });
  return {
    address,
    said,
    async stop() {
      await stopped(child);
      const checked = existsSync(log) ? schemaViolations(log) : undefined;
      rmSync(folder, { recursive: true });
      if (checked !== undefined && !/\b0 violations/.test(checked.said)) throw new Error(checked.said);
    },
  };
}

/** Runs `npm start` to its end, for starts that are refused. */
export async function refusedStart(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/tools/start.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LANG: 'es_ES.UTF-8', DEMO_NOW: WALK_STARTS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
