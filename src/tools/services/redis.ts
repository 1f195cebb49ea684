import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort, startProgram, type Program } from './child';
import { programAt, whyNoServices } from './programs';

export type RedisService = {
  /** For REDIS_URL; stays the same over a restart. */
  readonly url: string;
  readonly pid: () => number;
  /** As `kill -9`; what it held is gone. */
  kill(): Promise<void>;
  /** Again on the same port, empty. */
  start(): Promise<void>;
  /** SIGSTOP: sockets stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Refuses every write for want of memory (`noeviction`), as a full one does; reads go on. */
  fill(): Promise<void>;
  /** There is room again. */
  empty(): Promise<void>;
  /** Any command, on a connection of its own. */
  ask(command: string, ...args: readonly (string | number)[]): Promise<unknown>;
  close(): Promise<void>;
};

/** A private redis-server on a port of its own, which writes nothing to disk. Refuses where the program is missing. */
export async function startRedis(): Promise<RedisService> {
  const file = programAt('redis-server');
  if (file === undefined) throw new Error(whyNoServices() ?? '');
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-redis-'));
  const url = `redis://127.0.0.1:${port}`;
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  let program: Program | undefined;
  async function ask(command: string, ...rest: readonly (string | number)[]): Promise<unknown> {
    const client = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      return await client.call(command, ...rest);
    } finally {
      client.disconnect();
    }
  }
  async function kill(): Promise<void> {
    program?.child.kill('SIGKILL');
    await program?.ended;
    program = undefined;
  }
  async function start(): Promise<void> {
    if (program !== undefined) return;
    program = startProgram(file as string, args, { env: { LANG: 'C' } });
    await program.says('Ready to accept connections');
  }
  await start();
  return {
    url,
    pid: () => program?.child.pid ?? 0,
    kill,
    start,
    freeze: () => void program?.child.kill('SIGSTOP'),
    thaw: () => void program?.child.kill('SIGCONT'),
    async fill() {
      await ask('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
      await ask('CONFIG', 'SET', 'maxmemory', 1);
    },
    async empty() {
      await ask('CONFIG', 'SET', 'maxmemory', 0);
    },
    ask,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
