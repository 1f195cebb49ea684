// Loaded into a process before everything else (NODE_OPTIONS=--require): its clock is ahead by the milliseconds that
// stand in the file MOVED_CLOCK, so that a test can move the time of the product and of the tenant together.
const { readFileSync, statSync } = require('node:fs');

const file = process.env.MOVED_CLOCK;
if (file !== undefined) {
  const RealDate = Date;
  let ahead = 0;
  let written = -1;
  let looked = -Infinity;
  const moved = () => {
    const now = performance.now();
    // Looking at the disk at each "now" would be slow; a fiftieth of a second late is in time.
    if (now - looked > 20) {
      looked = now;
      try {
        const { mtimeMs } = statSync(file);
        if (mtimeMs !== written) {
          ahead = Number(readFileSync(file, 'utf8')) || 0;
          written = mtimeMs;
        }
      } catch {
        ahead = 0;
      }
    }
    return RealDate.now() + ahead;
  };
  globalThis.Date = class Date extends RealDate {
    constructor(...told) {
      if (told.length === 0) super(moved());
      else super(...told);
    }
    static now() {
      return moved();
    }
  };
}
