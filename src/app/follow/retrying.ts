import { missingFor } from '../letIn';
import { attempt } from './attempt';
import type { Follow } from './followState';

/** Repeats what failed, or `otherwise`; where a session or a consent was missing, the press may open the window first. */
export function retry(follow: Follow, otherwise: () => void): void {
  const { notice } = follow.state.get();
  const again = follow.again ?? otherwise;
  follow.again = undefined;
  follow.change({ notice: null });
  const tier = notice?.kind === 'failed' ? missingFor(notice.failure) : undefined;
  if (notice?.kind !== 'failed' || tier === undefined) return again();
  const asked = async () => void (await follow.ports.identity.token(tier, { interactive: true }));
  void attempt(follow, notice.during, asked, again).then((letIn) => {
    if (letIn) again();
  });
}
