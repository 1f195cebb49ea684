import { whatFailed } from '../whatFailed';
import type { Follow } from './followState';
import type { FollowStep } from './followView';

/**
 * Runs a step and tells what went wrong as a notice; `again` is what a press on "retry" does. Answers whether it went
 * through. What nobody meant is reported, and reads as an answer that made no sense.
 */
export async function attempt(
  follow: Follow,
  during: FollowStep,
  run: () => Promise<void>,
  again?: () => void,
): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    tell(follow, during, error, again);
    return false;
  }
}

/** A command of a surface, which never throws; what it answers is handed on. */
export function guarded<A extends readonly unknown[], R>(
  follow: Follow,
  during: FollowStep,
  run: (...args: A) => R,
): (...args: A) => R | undefined {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      tell(follow, during, error);
      return undefined;
    }
  };
}

function tell(follow: Follow, during: FollowStep, error: unknown, again?: () => void): void {
  const what = whatFailed(error, follow.ports.report);
  if (what === undefined) return;
  if (what.kind === 'refused') return follow.change({ notice: what });
  follow.again = again;
  follow.change({ notice: { ...what, during, again: again !== undefined } });
}
