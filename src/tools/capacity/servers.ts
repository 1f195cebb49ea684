import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, startProgram } from '../services/child';

/** What a server process says of itself, and its port. */
export type Sample = {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly sockets: number;
  readonly rooms: number;
};

export type Servers = {
  readonly ports: readonly number[];
  samples(): Promise<readonly Sample[]>;
  close(): Promise<void>;
};

export type Behind = { readonly redis: string; readonly database: string };

/** So many production servers as they are built: one over its own folder, or all over the same Redis and PostgreSQL. */
export async function startServers(
  root: string,
  environment: Readonly<Record<string, string>>,
  many: number,
  behind: Behind | null,
): Promise<Servers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-capacity-'));
  const file = path.join(root, 'dist/server/server.cjs');
  const { PATH = '' } = process.env;
  const all = await Promise.all(
    Array.from({ length: many }, async (_, at) => {
      const [port, metrics] = [await freePort(), await freePort()];
      const settings = {
        ...environment,
        PATH,
        LANG: 'en',
        NODE_ENV: 'production',
        PORT: String(port),
        METRICS_PORT: String(metrics),
        ROOMS_FOLDER: path.join(folder, String(at)),
        ...(behind !== null && {
          REDIS_URL: behind.redis,
          DATABASE_URL: behind.database,
          PEER_ADDRESS: `127.0.0.1:${await freePort()}`,
        }),
      };
      const program = startProgram(process.execPath, [file], { env: settings });
      await program.says('Cadencia listens at');
      return { port, metrics, program };
    }),
  );
  return {
    ports: all.map(({ port }) => port),
    samples: () => Promise.all(all.map(({ metrics }) => sampleAt(metrics))),
    async close() {
      all.forEach(({ program }) => program.child.kill('SIGTERM'));
      await Promise.all(all.map(({ program }) => program.ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function sampleAt(port: number): Promise<Sample> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    cpuSeconds: value('process_cpu_seconds_total'),
    rssBytes: value('process_resident_memory_bytes'),
    heapBytes: value('nodejs_heap_size_used_bytes'),
    sockets: value('cadencia_sockets'),
    rooms: value('cadencia_rooms'),
  };
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process and its children, also those that have gone, have had; NaN where the kernel does not tell. */
export function cpuSecondsOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = timesOf(String(pid));
    const open = children.flatMap((one) => timesOf(one).slice(0, 2));
    return [...own, ...open].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
  } catch {
    return NaN;
  }
}

/** Ticks in user and in system mode, and those of children that have gone. */
function timesOf(pid: string): readonly number[] {
  // Behind the name, which may hold blanks, they are the 12th to the 15th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return fields.slice(11, 15).map(Number);
}
