/** A clock and timers that stand still until a test moves them. */
export function testTime(start: number) {
  let now = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    waiting: () => timers.length,
    /** Lets so much time pass, with everything that happens in it. */
    async pass(milliseconds: number): Promise<void> {
      const until = now + milliseconds;
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = until;
      await settle();
    },
    /** Somebody sets the machine's clock; the timers run on. */
    set(instant: number) {
      timers = timers.map(({ at, run }) => ({ at: at - now + instant, run }));
      now = instant;
    },
  };
}

/** Until nothing moves any more: every port here answers in microtasks. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}
