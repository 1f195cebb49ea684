// Seven bundles: what browsers load in production, what Outlook runs at sending, the demo tenant's own pages, the Node processes, the bench, the tools, what checks their options.
const path = require('node:path');
const fs = require('node:fs');
const { promisify } = require('node:util');
const zlib = require('node:zlib');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const here = (...parts) => path.join(__dirname, ...parts);
const development = process.env.NODE_ENV === 'development';

const swc = (targets) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      env: { targets },
    },
  },
});

const common = (name, targets) => ({
  name,
  mode: development ? 'development' : 'production',
  devtool: 'source-map',
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    // Two copies of Yjs do not understand each other.
    alias: { yjs$: here('node_modules/yjs/dist/yjs.mjs') },
  },
  module: { rules: [swc(targets)] },
  stats: 'errors-warnings',
  performance: false,
  cache: { type: 'filesystem', cacheDirectory: here('node_modules/.cache/webpack') },
});

/** What the pages have in common stands once: their head, and, where a comment says so, what is seen before a script runs. */
const SKELETON = '<!-- cadencia: the skeleton -->';
const part = (...name) => fs.readFileSync(here('src/entries', ...name), 'utf8');
const whole = (own) => {
  const page = own
    .replace('<head>', () => `<head>\n${part('head.html')}`)
    .replace(SKELETON, () => `<style>\n${part('skeleton.css')}</style>`);
  return `<!doctype html>\n<html lang="es">\n${page}</html>\n`;
};

/** Outlook runs this one without a page too: one file at an address that stays, named by its page itself. */
const ALONE = 'sendCheck';

/** A page: src/entries/<name>/main.tsx drawn into src/entries/<name>/page.html, which holds what only this one has. */
const page = (name) =>
  new HtmlWebpackPlugin({
    filename: `${name}.html`,
    templateContent: () => whole(part(name, 'page.html')),
    chunks: name === ALONE ? [] : [name],
    scriptLoading: 'defer',
    minify: false,
  });

/** The ribbon's icons, at the addresses that the manifests name. */
const ribbonIcons = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('icons', (compilation) => {
      for (const size of [16, 32, 64, 80, 128]) {
        const icon = fs.readFileSync(here(`manifest/icons/icon-${size}.png`));
        compilation.emitAsset(`icons/icon-${size}.png`, new compiler.webpack.sources.RawSource(icon));
      }
    });
  },
};

/** Beside each script of more than a kilobyte what the server hands out instead: compressed once, as small as it gets. */
const compressed = {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const brotli = promisify(zlib.brotliCompress);
    const gzip = promisify(zlib.gzip);
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
    compiler.hooks.thisCompilation.tap('compressed', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'compressed', stage }, async (assets) => {
        const scripts = Object.keys(assets).filter((name) => name.endsWith('.js'));
        const emit = (name, data) => compilation.emitAsset(name, new sources.RawSource(data));
        await Promise.all(
          scripts.map(async (name) => {
            const script = assets[name].buffer();
            if (script.length < 1024) return;
            emit(`${name}.br`, await brotli(script));
            emit(`${name}.gz`, await gzip(script, { level: 9 }));
          }),
        );
      });
    });
  },
};

const pages = [
  'compose',
  'read',
  'meeting',
  'channel',
  'personal',
  'admin',
  'tabSettings',
  'signInReturn',
  'sendCheck',
];
const demoPages = ['demoHome', 'demoOutlook', 'demoTeams'];
const existing = (names) => names.filter((name) => fs.existsSync(here('src/entries', name)));
const mainOf = (name) =>
  ['main.tsx', 'main.ts'].map((file) => here('src/entries', name, file)).find((file) => fs.existsSync(file));
const entriesOf = (names) => Object.fromEntries(existing(names).map((name) => [name, mainOf(name)]));

const BROWSERS = 'chrome 109, edge 109, safari 16.4, firefox 115';

const browser = (name, names, extra = {}) => ({
  ...common(name, BROWSERS),
  // The server hands out no source maps: what it serves shall not point at them either.
  ...(name === 'client' && !development && { devtool: 'hidden-source-map' }),
  target: ['web', 'es2022'],
  entry: { ...entriesOf(names.filter((one) => one !== ALONE)), ...extra },
  output: {
    path: here('dist', name),
    publicPath: 'auto',
    filename: name === 'client' ? 'assets/[name].[contenthash:10].js' : '[name].js',
    chunkFilename: 'assets/[name].[contenthash:10].js',
    // What is built alone lies there too.
    clean: { keep: new RegExp(`^${ALONE}[.]js`) },
  },
  // The server fills the pages by a comment in them: they stay as they were written.
  optimization: { splitChunks: { chunks: 'async' }, minimizeOptions: { html: false } },
  plugins: [
    ...existing(names).map(page),
    ...(name === 'client' ? [ribbonIcons, ...(development ? [] : [compressed])] : []),
  ],
});

/** For the engine of classic Outlook: nothing newer than ECMAScript 5, packages included, and no second file. */
const alone = {
  ...common(ALONE, 'ie 11'),
  devtool: false,
  target: ['web', 'es5'],
  module: { rules: [{ ...swc('ie 11'), exclude: undefined }] },
  entry: entriesOf([ALONE]),
  output: { path: here('dist', 'client'), filename: '[name].js', publicPath: '' },
};

const node = (name, entry) => ({
  ...common(name, 'node 20.19'),
  target: 'node20.19',
  entry,
  output: { path: here('dist', name), filename: '[name].cjs', library: { type: 'commonjs2' }, clean: true },
  // Packages stay packages: Node loads them from node_modules.
  externals: [
    ({ request }, done) => (/^[./]|^[A-Za-z]:/.test(request) ? done() : done(null, `commonjs ${request}`)),
  ],
  optimization: { minimize: false },
});

const present = (files) =>
  Object.fromEntries(Object.entries(files).filter(([, file]) => fs.existsSync(file)));

module.exports = [
  browser('client', pages),
  alone,
  browser(
    'demo',
    demoPages,
    present({
      standIn: here('src/demo/outlook/standIn.ts'),
      officeBefore: here('src/demo/outlook/officeBefore.ts'),
    }),
  ),
  node('server', present({ server: here('src/entries/server.ts'), demo: here('src/entries/demo.ts') })),
  node('bench', present({ bench: here('src/tools/bench.ts') })),
  node(
    'tools',
    present({
      package: here('src/tools/package.ts'),
      register: here('src/tools/register.ts'),
      simulate: here('src/tools/simulate.ts'),
      capacity: here('src/tools/capacity.ts'),
    }),
  ),
  node(
    'options',
    present({
      package: here('src/tools/package/options.ts'),
      register: here('src/tools/register/options.ts'),
    }),
  ),
].filter((config) => Object.keys(config.entry).length > 0);
