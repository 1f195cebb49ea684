import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../support/root';

const CLIENT = path.join(ROOT, 'dist/client');

/** The scripts that a built page names, each with what it weighs on the way to the browser. */
export function initialScripts(page: string): readonly { readonly file: string; readonly gzip: number }[] {
  const html = readFileSync(path.join(CLIENT, page), 'utf8');
  return [...html.matchAll(/<(?:script|link)[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(([, file = '']) => ({
    file,
    gzip: gzipSync(readFileSync(path.join(CLIENT, file)), { level: 9 }).length,
  }));
}

/** The files that a built script was made of, as its source map tells them. */
export function sourcesOf(script: string): readonly string[] {
  const map = JSON.parse(readFileSync(path.join(CLIENT, `${script}.map`), 'utf8')) as {
    readonly sources: readonly string[];
  };
  return map.sources;
}
