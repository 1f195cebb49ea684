import type { Desk } from './deskState';

/** Resolves after so many milliseconds. */
export const pause = (desk: Desk, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const forget = desk.ports.after(milliseconds, resolve);
    desk.onEnd(() => {
      forget();
      resolve();
    });
  });
