import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beCrowd as crowdOfItsParent, startCrowd } from './capacity/crowdProcess';
import { measure, type Measured, type Setting } from './capacity/measure';
import { conditions, table } from './capacity/table';
import { startTenant } from './capacity/tenant';
import { loadTest as load } from './loadTest';
import { startPostgres } from './services/postgres';
import { whyNoServices } from './services/programs';
import { startRedis } from './services/redis';

/** People of a meeting, and how often each of them writes: some ten times as often as people do. */
const SIZE = 8;
const EVERY_MS = 5000;

const ALONE: readonly Setting[] = [25, 100, 250].map((rooms) => ({ rooms, servers: 1 }));
const TOGETHER: readonly Setting[] = [
  { rooms: 100, servers: 2 },
  { rooms: 100, servers: 3 },
  { rooms: 250, servers: 3 },
];

/**
 * `npm run capacity`: rooms and clients on one server over its own file, and on several over Redis and PostgreSQL where those
 * can be started. Prints one Markdown table and what the machine was doing besides. `--write` puts it into docs/capacity.md,
 * `--quick` takes the smallest of each.
 */
export async function capacity(root: string, bundle: string, argv: readonly string[]): Promise<void> {
  const [quick, before] = [argv.includes('--quick'), os.loadavg()];
  const some = (settings: readonly Setting[]) => (quick ? settings.slice(0, 1) : settings);
  const rows: Measured[] = [];
  const tenant = await startTenant(SIZE);
  const run = async (setting: Setting, behind: Parameters<typeof measure>[0]['behind']) => {
    const crowd = startCrowd(bundle);
    try {
      const measured = await measure({ root, tenant, crowd, size: SIZE, everyMs: EVERY_MS, behind }, setting);
      rows.push(measured);
      console.log(table([measured]).split('\n').at(-1));
    } finally {
      crowd.close();
    }
  };
  try {
    for (const setting of some(ALONE)) await run(setting, null);
    const why = whyNoServices();
    if (why !== null) console.log(`! Several servers are not measured: ${why}`);
    else for (const setting of some(TOGETHER)) await withServices((behind) => run(setting, behind));
  } finally {
    tenant.close();
  }
  const text = `${table(rows)}\n\n${conditions({ size: SIZE, everyMs: EVERY_MS, before })}`;
  console.log(`\n${text}`);
  if (argv.includes('--write')) intoPage(root, text);
}

/** What a child of the tools is asked to be, and the other tool of this bundle. */
export const beCrowd = crowdOfItsParent;
export const loadTest = load;

async function withServices(
  run: (behind: NonNullable<Parameters<typeof measure>[0]['behind']>) => Promise<void>,
): Promise<void> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  try {
    await run({ redis, postgres });
  } finally {
    await Promise.all([redis.close(), postgres.close()]);
  }
}

function intoPage(root: string, text: string): void {
  const file = path.join(root, 'docs/capacity.md');
  const page = readFileSync(file, 'utf8');
  const [before, , after] = page.split(/(?<=<!-- measured -->\n)|(?=<!-- \/measured -->)/);
  writeFileSync(file, `${before}\n${text}\n\n${after}`);
}
