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

/** A command of a surface, which never throws. */
export function guarded<A extends readonly unknown[]>(
  follow: Follow,
  during: FollowStep,
  run: (...args: A) => void,
): (...args: A) => void {
  return (...args) => {
    try {
      run(...args);
    } catch (error) {
      tell(follow, during, error);
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
