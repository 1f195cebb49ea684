import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const ROOT = path.resolve(__dirname, '../../..');
const PLACE = '<!-- cadencia: what the server knows -->';

/** Bundles the smallest host and pane and the real return page into `folder`, as the product's pages are bundled. */
export async function buildPanes(folder: string): Promise<void> {
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
      signInReturn: path.join(ROOT, 'src/entries/signInReturn/main.ts'),
    },
    output: {
      path: folder,
      publicPath: 'auto',
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
    },
    optimization: { splitChunks: { chunks: 'async' }, minimize: false },
    performance: false,
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));

  const page = (name: string, html: string) =>
    writeFileSync(
      // The host's page is none of the product's: the server must not take it for one.
      path.join(folder, name === 'host' ? 'host.page' : `${name}.html`),
      html.replace('</head>', `<script defer src="${name}.js"></script></head>`),
    );
  const head = '<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>t</title>';
  page('host', `${head}</head><body><iframe width="300" height="200"></iframe></body></html>`);
  page('pane', `${head}${PLACE}</head><body><button>Sign in</button></body></html>`);
  page('signInReturn', readFileSync(path.join(ROOT, 'src/entries/signInReturn/page.html'), 'utf8'));
}
