import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from '../bundle';

const PLACE = '<!-- cadencia: what the server knows -->';

/** Writes the smallest host and pane and the real return page into `folder`; answers where their scripts lie. */
export async function buildPanes(folder: string): Promise<string> {
  const scripts = await bundled('pages');
  const page = (name: string, script: string, html: string) =>
    writeFileSync(
      // The host's page is none of the product's: the server must not take it for one.
      path.join(folder, name === 'host' ? 'host.page' : `${name}.html`),
      html.replace('</head>', `<script defer src="${script}.js"></script></head>`),
    );
  const head = '<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>t</title>';
  page('host', 'signInHost', `${head}</head><body><iframe width="300" height="200"></iframe></body></html>`);
  page('pane', 'signInPane', `${head}${PLACE}</head><body><button>Sign in</button></body></html>`);
  page('signInReturn', 'signInReturn', readFileSync(path.join(scripts, 'empty/signInReturn.html'), 'utf8'));
  return scripts;
}
