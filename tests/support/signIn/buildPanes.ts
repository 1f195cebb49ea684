import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundlePages } from '../bundle';
import { ROOT } from '../root';

const PLACE = '<!-- cadencia: what the server knows -->';

/** Bundles the smallest host and pane and the real return page into `folder`, as the product's pages are bundled. */
export async function buildPanes(folder: string): Promise<void> {
  await bundlePages(folder, {
    host: path.join(__dirname, 'host.ts'),
    pane: path.join(__dirname, 'pane.ts'),
    signInReturn: path.join(ROOT, 'src/entries/signInReturn/main.ts'),
  });

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
