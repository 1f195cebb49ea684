import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { schemaViolations } from '../../support/schemaCheck';

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
      expect(existsSync(LOG)).toBe(true);
      const checked = schemaViolations(LOG);
      if (checked === undefined) return;
      const lines = checked.said.trim().split('\n');
      const wrong = lines.filter((line) =>
        requests === 'right' ? line !== '' : / (\[batch [^\]]*\] )?response/.test(line),
      );
      if (requests === 'right')
        expect(wrong).toEqual([expect.stringMatching(/^[1-9]\d* exchanges, 0 violations$/)]);
      else expect(wrong).toEqual([]);
    });
  });
}
