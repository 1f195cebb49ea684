// What is bundled for the browser tests, each set in one compilation: its pages share nearly everything.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../../src/tools/steps.mjs';

const require = createRequire(import.meta.url);
const support = (file) => path.join(root, 'tests/support', file);
const entries = (file) => path.join(root, 'src/entries', file);

/** The product's own configurations, by their names: 'client', 'demo', 'server', 'bench'. */
function configNamed(name) {
  const config = require(path.join(root, 'webpack.config.js')).find((one) => one.name === name);
  if (config === undefined) throw new Error(`no ${name} in webpack.config.js`);
  return config;
}

/** The product's pages, whole but for their scripts, in `empty/`: places in which a test runs scripts of its own. */
const withoutScripts = (plugins) =>
  plugins
    .filter(({ userOptions }) => userOptions !== undefined)
    .map(
      ({ constructor: HtmlPlugin, userOptions }) =>
        new HtmlPlugin({ ...userOptions, filename: `empty/${userOptions.filename}`, chunks: [] }),
    );

/** Pages of the tests as the product's pages are bundled, but not minimized: that takes longer than all the rest. */
function pages() {
  const { module, plugins } = configNamed('client');
  return {
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    module,
    entry: {
      galleryPane: support('gallery/gallery.tsx'),
      galleryPanel: support('gallery/panel.tsx'),
      galleryTab: support('gallery/tab.tsx'),
      galleryRead: support('gallery/read.tsx'),
      galleryTabSettings: support('gallery/tabSettings.tsx'),
      galleryChannel: support('gallery/channel.tsx'),
      galleryRhythm: support('gallery/rhythm.tsx'),
      galleryTalk: support('gallery/talk.tsx'),
      galleryAdmin: support('gallery/admin.tsx'),
      teamsHost: support('teams/host.ts'),
      teamsPane: support('teams/pane.ts'),
      teamsTabPane: support('teams/tabPane.ts'),
      tabSettings: entries('tabSettings/main.tsx'),
      signInHost: support('signIn/host.ts'),
      signInPane: support('signIn/pane.ts'),
      signInReturn: entries('signInReturn/main.ts'),
      talkPage: support('talk/talkPage.ts'),
      searchPage: support('search/searchPage.ts'),
      packagedTeams: support('packaged/teamsPage.ts'),
      packagedOutlook: support('packaged/outlookPage.ts'),
      officeBridge: support('packaged/officeBridge.ts'),
      officeAjax: support('packaged/officeAjax.ts'),
    },
    output: { publicPath: 'auto', filename: '[name].js', chunkFilename: '[name].[contenthash:8].js' },
    optimization: { splitChunks: { chunks: 'async' }, minimize: false },
    plugins: [
      ...plugins.filter(({ userOptions }) => userOptions?.filename === 'tabSettings.html'),
      ...withoutScripts(plugins),
    ],
    performance: false,
  };
}

/** The demo's own pages and scripts, with the bed in which the compose host is tried. */
function demo() {
  const config = configNamed('demo');
  return {
    ...config,
    mode: 'development',
    devtool: false,
    entry: {
      ...config.entry,
      bedHost: support('outlook/bedHost.ts'),
      bedPane: support('outlook/bedPane.ts'),
    },
  };
}

export const SETS = { pages, demo };
