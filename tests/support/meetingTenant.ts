import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/tools/services/child';
import { startTenant, WALK_STARTS } from './demoTenant';
import { ROOT } from './root';
import { layWire } from './wire';

/** The demo tenant with a product server of its own beside it, which a test can kill; one clock for both. */
export type MeetingTenant = {
  /** The host's pages: Outlook, Teams, Graph. */
  readonly address: string;
  /** Moves the time of tenant and product, never back. */
  later(minutes: number): void;
  /** Ends the product at once, without a word to anybody. */
  killProduct(): Promise<void>;
  startProduct(): Promise<void>;
  /** Takes the network away from one participant's pages, and gives it back. */
  cut(key: string): void;
  mend(key: string): void;
  /** Where the product keeps its rooms. */
  readonly rooms: string;
  /** What the product wrote to its log. */
  log(): string;
  stop(): Promise<void>;
};

type Settings = Readonly<Record<string, string>>;

/** Starts both: the product as in production, told everything by its environment. */
export async function startMeetingTenant(startsAt = WALK_STARTS): Promise<MeetingTenant> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-meeting-'));
  const rooms = path.join(folder, 'rooms');
  const clockFile = path.join(folder, 'clock');
  let ahead = Date.parse(startsAt) - Date.now();
  const setClock = () => writeFileSync(clockFile, String(ahead));
  setClock();
  const moved = {
    MOVED_CLOCK: clockFile,
    NODE_OPTIONS: `--require ${path.join(ROOT, 'tests/support/movedClock.cjs')}`,
  };
  const port = await freePort();
  const wire = await layWire(port);
  const tenant = await startTenant([], {
    ...moved,
    DEMO_NOW: '',
    DEMO_PRODUCT: `http://{key}.localhost:${wire.port}`,
  });
  const { settings } = (await (await fetch(`${tenant.address}/demo/config`)).json()) as {
    settings: Settings;
  };
  let product: ChildProcess | undefined;
  let said = '';

  async function startProduct(): Promise<void> {
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/server/server.cjs')], {
      env: {
        ...process.env,
        ...settings,
        ...moved,
        PORT: String(port),
        ROOMS_FOLDER: rooms,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    product = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('listens at')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', (code) => reject(new Error(`the product ended with ${code}: ${said}`)));
    });
  }
  const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.on('exit', () => resolve());
      child.kill(signal);
    });
  const end = async (signal: NodeJS.Signals) => {
    if (product !== undefined) await ended(product, signal);
    product = undefined;
  };

  await startProduct();
  return {
    address: tenant.address,
    later(minutes) {
      ahead += minutes * 60_000;
      setClock();
    },
    killProduct: () => end('SIGKILL'),
    startProduct: async () => {
      said = '';
      await startProduct();
    },
    cut: (key) => wire.cut(key),
    mend: (key) => wire.mend(key),
    rooms,
    log: () => said,
    async stop() {
      await wire.close();
      await end('SIGTERM');
      await tenant.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
