import { writeFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const ROOT = path.resolve(__dirname, '../../..');
const PLACE = "<!-- cadencia: what the server knows, without the host's scripts -->";

/** Bundles the smallest Teams and a page of the product into `folder`, as the product's pages are bundled. */
export async function buildTeams(folder: string): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configs = require(path.join(ROOT, 'webpack.config.js')) as webpack.Configuration[];
  const client = configs.find(({ name }) => name === 'client') ?? configs[0];
  const compiler = webpack({
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    ...(client?.module && { module: client.module }),
    entry: {
      host: path.join(__dirname, 'host.ts'),
      pane: path.join(__dirname, 'pane.ts'),
      tabSettings: path.join(ROOT, 'src/entries/tabSettings/main.tsx'),
    },
    output: { path: folder, publicPath: 'auto', filename: '[name].js', chunkFilename: '[name].js' },
    optimization: { splitChunks: { chunks: 'async' }, minimize: false },
    plugins: (client?.plugins ?? []).filter(
      (plugin) =>
        (plugin as { userOptions?: { filename?: string } }).userOptions?.filename === 'tabSettings.html',
    ),
    performance: false,
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));

  const head =
    '<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>t</title><meta name="viewport" content="width=device-width" />';
  // The host's page is none of the product's: the server must not take it for one.
  writeFileSync(
    path.join(folder, 'host.page'),
    `${head}<script defer src="host.js"></script></head><body><iframe width="280" height="600"></iframe></body></html>`,
  );
  writeFileSync(
    path.join(folder, 'pane.html'),
    `${head}${PLACE}<script defer src="pane.js"></script></head><body><main>pane</main></body></html>`,
  );
}
