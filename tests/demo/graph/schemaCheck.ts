import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DATA = path.resolve(__dirname, '../../../../shared/data');
const CHECKER = path.join(DATA, 'csdl-check.mjs');
const SCHEMA = path.join(DATA, 'v1.0-Prod.csdl');

const folder = mkdtempSync(path.join(tmpdir(), 'graph-log-'));

/** Where this test file's emulators write what they exchange. */
export const LOG = path.join(folder, 'exchanges.jsonl');

/**
 * The last test of a file: what was exchanged agrees with Microsoft's own schema of Graph. Where requests are wrong on
 * purpose only the answers count. Without the schema beside the checkout it says so and checks nothing.
 */
export function schemaCheck(requests: 'right' | 'wrong on purpose' = 'right'): void {
  describe('the schema of Graph', () => {
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test(`EM20 no ${requests === 'right' ? 'exchange' : 'answer'} contradicts Microsoft’s schema`, () => {
      if (!existsSync(CHECKER) || !existsSync(SCHEMA)) {
        process.stderr.write(`LEFT OUT: ${SCHEMA} is not there, so exchanges were not checked against it.\n`);
        return;
      }
      expect(existsSync(LOG)).toBe(true);
      const lines = report().split('\n');
      const wrong = lines.filter((line) =>
        requests === 'right' ? line !== '' : / (\[batch [^\]]*\] )?response/.test(line),
      );
      if (requests === 'right')
        expect(wrong).toEqual([expect.stringMatching(/^[1-9]\d* exchanges, 0 violations$/)]);
      else expect(wrong).toEqual([]);
    });
  });
}

function report(): string {
  try {
    return execFileSync('node', [CHECKER, SCHEMA, LOG], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    // It ends with 1 when there is a violation, and has printed it.
    return (error as { stdout?: string }).stdout ?? String(error);
  }
}
