// Suites that take long start first, so that two workers end together. Jest orders by what it remembers of the last
// run; in a fresh clone it remembers nothing and would go by the size of the files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const Sequencer = createRequire(import.meta.url)('@jest/test-sequencer').default;

const root = path.resolve(import.meta.dirname, '..');
/** Seconds by suite on two quiet cores; only their order matters. */
const seconds = JSON.parse(readFileSync(path.join(import.meta.dirname, 'longSuites.json'), 'utf8'));
/** Of a walk through the browser that is not listed yet. */
const WALK = 15;

export default class LongestFirst extends Sequencer {
  time(test) {
    const name = path.relative(root, test.path).replaceAll(path.sep, '/');
    return super.time(test) ?? 1000 * (seconds[name] ?? (name.startsWith('tests/browser/') ? WALK : 0));
  }
}
