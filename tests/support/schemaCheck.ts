import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root';

const DATA = path.resolve(ROOT, '../shared/data');

/** What Microsoft's own schema says against the exchanges of a log; undefined where the schema is not at hand. */
export function schemaViolations(
  log: string,
): { readonly exchanges: number; readonly said: string } | undefined {
  const checker = path.join(DATA, 'csdl-check.mjs');
  if (!existsSync(checker)) {
    process.stderr.write(
      `The exchanges with Graph were NOT checked against Microsoft's schema: there is no ${checker}.\n`,
    );
    return undefined;
  }
  const exchanges = readFileSync(log, 'utf8').split('\n').filter(Boolean).length;
  try {
    return {
      exchanges,
      said: execFileSync('node', [checker, path.join(DATA, 'v1.0-Prod.csdl'), log], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }),
    };
  } catch (error) {
    // It ends with 1 when there is a violation, and has printed it.
    return { exchanges, said: String((error as { stdout?: unknown }).stdout) };
  }
}
