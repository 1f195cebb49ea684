import type { Failure, Tier } from './ports/failure';

/** What a retry must ask the person for first: where their session or a consent was missing, silence would fail again. */
export function missingFor(failure: Failure): Tier | undefined {
  if (failure.kind === 'consent') return failure.tier;
  return failure.kind === 'signIn' ? 'plan' : undefined;
}
