import path from 'node:path';
import webpack from 'webpack';
import { ROOT } from './root';

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
  const compiler = webpack(config);
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/** Bundles pages of a test into `folder` as the product's pages are bundled, but not minimized: that takes longer than all the rest. */
export async function bundlePages(
  folder: string,
  entry: Readonly<Record<string, string>>,
  plugins: webpack.Configuration['plugins'] = [],
): Promise<void> {
  const { module } = await configNamed('client');
  await runWebpack({
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    ...(module && { module }),
    entry: { ...entry },
    output: {
      path: folder,
      publicPath: 'auto',
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
    },
    optimization: { splitChunks: { chunks: 'async' }, minimize: false },
    plugins,
    performance: false,
  });
}
