import { clockOffset, type ClockSample } from '../domain/meeting/serverClock';

/** So many questions at connecting, one behind the other. */
const AT_ONCE = 5;
const KEPT = 12;
/** A sample that says so much else means that a clock was set. */
const STEP = 500;

/** Asks the server what time it is; `tell` hears the offset whenever it is another. */
export function createServerTime(from: {
  readonly now: () => number;
  readonly ask: (sent: number) => void;
  readonly tell: (offset: number) => void;
}): { begin(): void; ask(): void; answered(sent: number, server: number): void } {
  let samples: readonly ClockSample[] = [];
  let left = 0;
  const ask = () => from.ask(from.now());
  return {
    begin() {
      left = AT_ONCE - 1;
      ask();
    },
    ask,
    answered(sent, server) {
      const received = from.now();
      const sample = { sent, received, server };
      const [before, says] = [clockOffset(samples), clockOffset([sample])];
      if (says === null) return;
      const stepped =
        before !== null && Math.abs(says.offset - before.offset) > says.error + before.error + STEP;
      samples = stepped ? [sample] : [...samples, sample].slice(-KEPT);
      from.tell(Math.round(clockOffset(samples)?.offset ?? says.offset));
      if (left > 0) {
        left -= 1;
        ask();
      }
    },
  };
}
