import type { Interval } from '../time/types';
import type { BalanceEvent } from './types';

/**
 * When somebody spoke, by the host's signal; null without any. The last event ends what is open. Before the first signal
 * nobody was heard, since a host is silent as long as people are. Behind `end` nothing is heard until an item or a mark
 * begins anew.
 */
export function heardOf(events: readonly BalanceEvent[]): readonly Interval[] | null {
  if (!events.some(({ kind }) => kind === 'speaking')) return null;
  const heard: Interval[] = [];
  let now = -Infinity;
  let on = false;
  let over = false;
  let since = now;
  for (const event of events) {
    const at = Math.max(now, event.at);
    if (on && !over && at > since) push(heard, { from: since, until: at });
    now = since = at;
    if (event.kind === 'speaking') on = event.on;
    else if (event.kind === 'end') over = true;
    else if (event.kind !== 'correct') over = false;
  }
  return heard;
}

/** Milliseconds in which somebody spoke, up to the last event; null without a signal. */
export function speechOf(events: readonly BalanceEvent[]): number | null {
  const heard = heardOf(events);
  return heard === null ? null : heard.reduce((sum, { from, until }) => sum + until - from, 0);
}

/** Touching ones are one. */
function push(all: Interval[], one: Interval): void {
  const last = all.at(-1);
  if (last?.until === one.from) all[all.length - 1] = { from: last.from, until: one.until };
  else all.push(one);
}
