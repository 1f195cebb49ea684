import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { configNamed, runWebpack } from '../bundle';

/** Builds the demo's own pages and scripts, with `extra` entries, into a temporary folder. */
export async function buildDemo(extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const demo = await configNamed('demo');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-outlook-'));
  await runWebpack({
    ...demo,
    mode: 'development',
    devtool: false,
    cache: false,
    entry: { ...(demo.entry as Record<string, string>), ...extra },
    output: { ...demo.output, path: folder },
  });
  return folder;
}
