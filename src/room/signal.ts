/** A host may flicker; the server hears no more often. Milliseconds. */
export const SIGNAL_EVERY = 250;

/** Passes the host's signal on, the last word always: not while there is no line, and again when there is one. */
export type Signal = {
  say(on: boolean): void;
  /** The line is there, or anew: what was last said is said again. */
  again(): void;
};

/** `send` answers whether there was a line. */
export function createSignal(
  send: (on: boolean) => boolean,
  after: (milliseconds: number, run: () => void) => unknown,
): Signal {
  let said: boolean | null = null;
  let sent: boolean | null = null;
  let resting = false;
  const go = (): void => {
    if (resting || said === null || said === sent || !send(said)) return;
    sent = said;
    resting = true;
    after(SIGNAL_EVERY, () => {
      resting = false;
      go();
    });
  };
  return {
    say(on) {
      said = on;
      go();
    },
    again() {
      sent = null;
      go();
    },
  };
}
