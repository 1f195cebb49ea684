import type { Cancellation } from '../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../src/app/ports/failure';

/** For calls that nobody means to stop. */
export const NEVER: Cancellation = { cancelled: false, onCancel: () => () => undefined };

/** How `work` failed; a test that expects a failure fails when there is none, or another kind of error. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown }),
  );
  if ('thrown' in outcome && outcome.thrown instanceof PortFailure) return outcome.thrown.failure;
  throw new Error('expected a PortFailure', 'thrown' in outcome ? { cause: outcome.thrown } : {});
}
