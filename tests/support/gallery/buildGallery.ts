import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { contentSecurityPolicy } from '../../../src/server/policy';

const ROOT = path.resolve(__dirname, '../../..');

/** Bundles the gallery as the pane itself is bundled, into `folder`; it never ships. Tells the weight of the first scripts. */
export async function buildGallery(folder: string): Promise<{ readonly initialGzip: number }> {
  const loaded: unknown = await import(path.join(ROOT, 'webpack.config.js'));
  const configs = (loaded as { readonly default: readonly webpack.Configuration[] }).default;
  const client = configs.find(({ name }) => name === 'client') ?? configs[0];
  const compiler = webpack({
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    ...(client?.module && { module: client.module }),
    entry: {
      gallery: path.join(__dirname, 'gallery.tsx'),
      // The pane itself, only to be weighed.
      compose: path.join(ROOT, 'src/entries/compose/main.tsx'),
    },
    output: {
      path: folder,
      publicPath: 'auto',
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
    },
    optimization: { splitChunks: { chunks: 'async' } },
    performance: false,
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error || !done ? reject(error ?? new Error('no stats')) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  const html = readFileSync(path.join(ROOT, 'src/entries/compose/page.html'), 'utf8');
  writeFileSync(
    path.join(folder, 'index.html'),
    html.replace('</head>', '<script defer src="gallery.js"></script></head>'),
  );
  return { initialGzip: gzipSync(readFileSync(path.join(folder, 'compose.js'))).length };
}

/** The policy that the production server sends with the pane's page. */
export function policyOf(html: string): string {
  return contentSecurityPolicy(html, {
    hostScripts: [],
    fileOrigins: [],
    client: { graph: 'https://graph.example', authority: 'https://login.example/organizations', parents: [] },
  } as unknown as Parameters<typeof contentSecurityPolicy>[1]);
}
