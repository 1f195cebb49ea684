import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of the Cadencia whose pages are in that folder (dist/client), as its package says; 'unknown' without one. */
export function versionOf(files: string): string {
  try {
    const { version } = JSON.parse(readFileSync(path.join(files, '../../package.json'), 'utf8')) as {
      version?: unknown;
    };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
}
