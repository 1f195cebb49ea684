import { whatFailed } from '../whatFailed';
import type { Notice, Step } from './planView';
import type { Plan } from './planState';

/**
 * Runs a step; what fails outside, is refused, or is a fault of ours becomes a notice, and `retry` repeats `again`.
 * Answers whether it went through.
 */
export async function attempt(
  plan: Plan,
  during: Step,
  run: () => Promise<void>,
  again: () => void,
): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    const notice = noticeOf(plan, error, during);
    // Whoever cancelled knows it, and the state of the step shows it.
    if (notice === undefined) plan.change({ working: undefined });
    else {
      plan.again = again;
      plan.change({ working: undefined, notice });
    }
    return false;
  }
}

/** A command that changes only what is shown: refusals and faults become notices. */
export function guarded<Values extends readonly unknown[]>(
  plan: Plan,
  command: (...values: Values) => void,
): (...values: Values) => void {
  return (...values) => {
    try {
      command(...values);
    } catch (error) {
      const notice = noticeOf(plan, error, 'start');
      if (notice !== undefined) plan.change({ notice });
    }
  };
}

function noticeOf(plan: Plan, error: unknown, during: Step): Notice | undefined {
  const what = whatFailed(error, (fault) => plan.ports.report?.(fault));
  return what?.kind === 'failed' ? { ...what, during } : what;
}
