import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { until } from './rooms/client';

const HOOK = path.join(__dirname, 'rooms/swcHook.cjs');
const SERVER = path.join(__dirname, 'serverProcess.ts');

export type RunningServer = {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  readonly said: () => string;
  readonly port: () => number;
  listening(): Promise<void>;
  /** Its exit code. */
  ended(): Promise<number | null>;
};

/** The production server's own entry as a process, with just this environment. */
export function runServer(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): RunningServer {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['-r', HOOK, SERVER, ...args], {
    env: { PATH, LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  let code: number | null | undefined;
  child.once('close', (ended) => (code = ended));
  const found = () => /listens at https?:\/\/[^:]+:(\d+)/.exec(said);
  return {
    child,
    said: () => said,
    port: () => Number(found()?.[1]),
    listening: () => until(() => found() !== null || code !== undefined, 30_000),
    async ended() {
      await until(() => code !== undefined, 30_000);
      return code ?? null;
    },
  };
}
