import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 180;

const PAGES = {
  compose: 'the pane',
  read: 'the read pane',
  meeting: 'a meeting',
  channel: "the channel's tab",
  personal: 'the personal tab',
};

/** What each page loads before it draws, beside its budget; no other package does the same, so it is no row of the table. */
export const weightLines = (root: string): readonly string[] =>
  Object.entries(PAGES).map(([page, name]) => {
    const client = path.join(root, 'dist/client');
    const html = readFileSync(path.join(client, `${page}.html`), 'utf8');
    const sizes = [...html.matchAll(/src="([^"]+\.js)"/g)].map(([, file = '']) => {
      const script = readFileSync(path.join(client, file));
      return gzipSync(script, { level: 9 }).length / 1000;
    });
    const sum = sizes.reduce((all, kB) => all + kB, 0);
    return `first script of ${name}: ${sum.toFixed(1)} kB gzip, budget ${BUDGET_KB} kB`;
  });
