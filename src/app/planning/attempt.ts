import { Refusal } from '../../domain/refusal';
import { PortFailure } from '../ports/failure';
import type { Step } from './planView';
import type { Plan } from './planState';

/**
 * Runs a step; what fails outside or is refused becomes a notice, and `retry` repeats `again`. Answers whether it
 * went through. A bug is thrown on, after the screen is usable again.
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
    plan.change({ working: undefined });
    if (error instanceof PortFailure) {
      // Whoever cancelled knows it, and the state of the step shows it.
      if (error.failure.kind === 'cancelled') return false;
      plan.again = again;
      plan.change({ notice: { kind: 'failed', failure: error.failure, during } });
      return false;
    }
    if (error instanceof Refusal) {
      plan.change({ notice: { kind: 'refused', code: error.code, data: error.data } });
      return false;
    }
    throw error;
  }
}
