// Before any test: the generated tables. Browser tests also need dist/, which `npm test` builds (tests/support/demo.ts says so).
import { ensureGenerated } from '../../src/tools/generate.mjs';

export default () => ensureGenerated();
