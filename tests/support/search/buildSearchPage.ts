import path from 'node:path';
import webpack from 'webpack';

/** Bundles the page and, by webpack's own rule for workers, the worker beside it. */
export async function buildSearchPage(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    entry: { page: path.join(__dirname, 'searchPage.ts') },
    output: { path: folder, publicPath: 'auto', filename: '[name].js', chunkFilename: '[name].js' },
    resolve: { extensions: ['.ts', '.mjs', '.js'] },
    optimization: { minimize: false },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
          },
        },
      ],
    },
  });
  await new Promise<void>((done, fail) => {
    compiler?.run((error, stats) => {
      if (error) fail(error);
      else if (stats?.hasErrors()) fail(new Error(stats.toString('errors-only')));
      else done();
    });
  });
}
