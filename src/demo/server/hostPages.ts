import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pathOf } from './place';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.css': 'text/css; charset=utf-8',
};

/** The host shows bodies that strangers wrote and asks for everybody's tokens: only its own scripts run, in no frame. */
const POLICY =
  "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Pages of the built demo by the address that people type. */
const ADDRESSES: Readonly<Record<string, string>> = {
  '/': '/demoHome.html',
  '/outlook': '/demoOutlook.html',
  '/teams': '/demoTeams.html',
};

/** Serves a folder of built files, read from disk at each request; answers false when it has none of that name. */
export function hostPages(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const names = new Set(existsSync(folder) ? filesIn(folder) : []);
  return (request, response) => {
    const address = pathOf(request);
    const name = (ADDRESSES[address] ?? address).slice(1);
    if (!names.has(name) || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
    response.writeHead(200, {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      ...(name.endsWith('.html') && { 'content-security-policy': POLICY }),
    });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(path.join(folder, name)));
    return true;
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')]
      : [],
  );
}
