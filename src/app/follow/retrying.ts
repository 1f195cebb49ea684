import { missingFor } from '../letIn';
import type { Failure } from '../ports/failure';
import { attempt } from './attempt';
import type { Follow, FollowState } from './followState';
import type { FollowStep } from './followView';

/** Repeats what failed, or `otherwise`; where a session or a consent was missing, the press may open the window first. */
export function retry(follow: Follow, otherwise: () => void): void {
  const failed = failedIn(follow.state.get());
  const again = follow.again ?? otherwise;
  follow.again = undefined;
  follow.change({ notice: null });
  const tier = failed && missingFor(failed.failure);
  if (failed === undefined || tier === undefined) return again();
  const asked = async () => void (await follow.ports.identity.token(tier, { interactive: true }));
  void attempt(follow, failed.during, asked, again).then((letIn) => {
    if (letIn) again();
  });
}

/** What was said to have failed; else what could not be read, which is said without a notice. */
function failedIn({
  notice,
  progress,
}: FollowState): { readonly failure: Failure; readonly during: FollowStep } | undefined {
  if (notice?.kind === 'failed') return notice;
  const { records, plan } = progress;
  if (records.state === 'failed') return { failure: records.failure, during: 'records' };
  return plan.state === 'failed' ? { failure: plan.failure, during: 'plan' } : undefined;
}
