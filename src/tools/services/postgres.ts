import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort, startProgram, type Program } from './child';
import { plainUser, programAt, whyNoServices } from './programs';

export type PostgresService = {
  /** For DATABASE_URL: an empty database of its own name; stays the same over a restart. */
  readonly url: string;
  readonly pid: () => number;
  /** The whole cluster as `kill -9` and a dead machine leave it; what was committed is on disk. */
  kill(): Promise<void>;
  /** Again on the same port, with what was committed. */
  start(): Promise<void>;
  /** SIGSTOP for all of it: sockets stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Every transaction from now on may only read, in open sessions too. */
  readOnly(yes: boolean): Promise<void>;
  /** Rows of one statement, on a connection of its own. */
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Another empty database in the same cluster, for a suite that wants to begin anew. */
  database(name: string): Promise<string>;
  close(): Promise<void>;
};

const USER = 'cadencia';

/** A private PostgreSQL cluster on a port of its own, on loopback only. Refuses where the programs are missing. */
export async function startPostgres(): Promise<PostgresService> {
  const [initdb, postgres, user] = [programAt('initdb'), programAt('postgres'), plainUser()];
  if (initdb === undefined || postgres === undefined || user === undefined)
    throw new Error(whyNoServices() ?? '');
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  // It looks for its time zones and libraries from its own place; of our environment it needs nothing.
  const options = { ...user, cwd: folder, env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' } };
  const data = path.join(folder, 'data');
  const made = startProgram(
    initdb,
    ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    options,
  );
  if ((await made.ended) !== 0) throw new Error(`initdb ended with ${made.child.exitCode}:\n${made.said()}`);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=32MB',
    'logging_collector=off',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  const urlOf = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  let program: Program | undefined;
  const pid = () => program?.child.pid ?? 0;

  async function start(): Promise<void> {
    // Children of a killed one hold its memory for a moment; the new one refuses until they have gone.
    for (let tries = 0; program === undefined; tries += 1) {
      const started = startProgram(postgres as string, args, options);
      try {
        await started.says('database system is ready to accept connections');
        program = started;
      } catch (error) {
        if (tries > 50 || !started.said().includes('shared memory block')) throw error;
      }
    }
  }
  async function kill(): Promise<void> {
    if (program === undefined) return;
    const { child, ended } = program;
    for (const one of [child.pid ?? 0, ...childrenOf(child.pid ?? 0)]) signal(one, 'SIGKILL');
    await ended;
    program = undefined;
  }
  async function query(text: string, values: readonly unknown[] = [], database = USER) {
    const client = new Client({ connectionString: urlOf(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }
  async function database(name: string): Promise<string> {
    await query(`CREATE DATABASE "${name}"`, [], 'postgres');
    return urlOf(name);
  }
  await start();
  await database(USER);
  return {
    url: urlOf(USER),
    pid,
    kill,
    start,
    freeze: () => [pid(), ...childrenOf(pid())].forEach((one) => signal(one, 'SIGSTOP')),
    thaw: () => [pid(), ...childrenOf(pid())].forEach((one) => signal(one, 'SIGCONT')),
    async readOnly(yes) {
      await query(`ALTER SYSTEM SET default_transaction_read_only = ${yes ? 'on' : 'off'}`, [], 'postgres');
      await query('SELECT pg_reload_conf()', [], 'postgres');
      // The first process hears of it in its own time, and new sessions begin as it knows.
      const isSo = async () => (await query('SHOW default_transaction_read_only'))[0];
      while ((await isSo())?.['default_transaction_read_only'] !== (yes ? 'on' : 'off'))
        // Each question is a process more, which a busy machine starts before it tells the first one.
        await new Promise((done) => setTimeout(done, 100));
    },
    query: (text, values) => query(text, values),
    database,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(parent: number): number[] {
  try {
    return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    // Where the kernel does not list them, they end by themselves when they see that the first has gone.
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {
    // It has gone by itself.
  }
}
