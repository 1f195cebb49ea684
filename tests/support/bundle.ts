import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type webpack from 'webpack';
import { ROOT } from './root';

/**
 * The folder of the bundled test pages (`pages`), or of the demo's own ones (`demo`): see support/pages/sets.mjs. All
 * suites read the same, so nobody writes into it. Whoever comes first bundles; a process of its own does, because
 * webpack inside of jest would be loaded anew, and slowly, by each suite.
 */
export async function bundled(set: 'pages' | 'demo'): Promise<string> {
  const script = path.join(ROOT, 'tests/support/pages/buildPages.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, set]);
  return stdout.trim();
}

/** The product's own configurations, by their names: 'client', 'demo', 'server', 'bench'. */
export async function configNamed(name: string): Promise<webpack.Configuration> {
  const loaded: unknown = await import(path.join(ROOT, 'webpack.config.js'));
  const configs = (loaded as { readonly default: readonly webpack.Configuration[] }).default;
  const config = configs.find((one) => one.name === name);
  if (config === undefined) throw new Error(`no ${name} in webpack.config.js`);
  return config;
}

/** Bundles as it is told; what webpack complains of is thrown. */
export async function runWebpack(config: webpack.Configuration): Promise<void> {
  const { default: make } = await import('webpack');
  const compiler = make(config);
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
