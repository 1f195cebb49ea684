import { PortFailure } from '../../app/ports/failure';
import { portFailure } from './failures';

/** Outlook on the web, the new Outlook and phones take three calls at a time and refuse more (facts of 2026-08). */
const AT_ONCE = 3;
/** Saving in a slow network takes seconds; a call without an answer must not hold up all others for ever. */
const ANSWERS_WITHIN_MS = 60_000;

type Result<T> = Pick<Office.AsyncResult<T>, 'status' | 'value' | 'error'>;

/** Runs one call of Office.js, by a queue through which all of them go. Fails with PortFailure only. */
export type Ask = <T>(call: (done: (result: Result<T>) => void) => void) => Promise<T>;

export function createCalls(): Ask {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return async (call) => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await answerOf(call);
    } finally {
      next();
    }
  };
}

function answerOf<T>(call: (done: (result: Result<T>) => void) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => reject(new PortFailure({ kind: 'unavailable' })), ANSWERS_WITHIN_MS);
    const fail = (error: unknown) => {
      clearTimeout(late);
      reject(portFailure(error));
    };
    try {
      call(({ status, value, error }) => {
        // Compared as text: the enumeration lives in the global that may be a stand-in.
        if (String(status) !== 'succeeded') return fail(error);
        clearTimeout(late);
        resolve(value);
      });
    } catch (error) {
      fail(error);
    }
  });
}
