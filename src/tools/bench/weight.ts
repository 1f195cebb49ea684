import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 180;

/** What the pane loads before it draws, beside its budget; no other package does the same, so it is no row of the table. */
export function weightLines(root: string): readonly string[] {
  const client = path.join(root, 'dist/client');
  const html = readFileSync(path.join(client, 'compose.html'), 'utf8');
  const scripts = [...html.matchAll(/src="([^"]+\.js)"/g)].map(([, file = '']) => {
    const script = readFileSync(path.join(client, file));
    return { file, kB: gzipSync(script, { level: 9 }).length / 1000, raw: script.length / 1000 };
  });
  const sum = scripts.reduce((all, { kB }) => all + kB, 0);
  return [
    `first script of the pane: ${sum.toFixed(1)} kB gzip, budget ${BUDGET_KB} kB`,
    ...scripts.map(({ file, kB, raw }) => `  ${file}: ${kB.toFixed(1)} kB gzip, ${raw.toFixed(0)} kB plain`),
  ];
}
