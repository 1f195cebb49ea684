import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

const ROOT = path.resolve(__dirname, '../../..');

/** Builds the demo's own pages and scripts, with `extra` entries, into a temporary folder. */
export async function buildDemo(extra: Readonly<Record<string, string>> = {}): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configs = require(path.join(ROOT, 'webpack.config.js')) as webpack.Configuration[];
  const demo = configs.find(({ name }) => name === 'demo');
  if (demo === undefined) throw new Error('no demo in webpack.config.js');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-outlook-'));
  const compiler = webpack({
    ...demo,
    mode: 'development',
    devtool: false,
    cache: false,
    entry: { ...(demo.entry as Record<string, string>), ...extra },
    output: { ...demo.output, path: folder },
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return folder;
}
