import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Debian keeps PostgreSQL's server programs beside the path, one folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

/** The program's file on this machine; undefined without one. */
export function programAt(name: string): string | undefined {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(DEBIAN, version, 'bin'))
    : [];
  return [...(process.env['PATH'] ?? '').split(path.delimiter), ...debian]
    .map((folder) => path.join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** As whom PostgreSQL runs: it refuses root. Empty for everybody else; undefined where root has nobody to become. */
export function plainUser(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

const NEEDED = { 'redis-server': 'redis-server', initdb: 'postgresql', postgres: 'postgresql' } as const;

/** Why Redis and PostgreSQL cannot be started here, in a sentence; null where they can. */
export function whyNoServices(): string | null {
  const missing = Object.entries(NEEDED).filter(([name]) => programAt(name) === undefined);
  if (missing.length > 0) {
    const packages = [...new Set(missing.map(([, name]) => name))].join(' and ');
    return `${missing.map(([name]) => name).join(', ')} not found: install Debian's ${packages}`;
  }
  return plainUser() === undefined
    ? 'PostgreSQL refuses root, and there is no user postgres or nobody'
    : null;
}
