import { type Paid, paidMoreLastTime, paysNow } from '../../domain/rhythm/fairness';
import type { Series } from '../../domain/rhythm/series';
import type { SlotRequest } from '../../domain/slots/types';
import type { Instant } from '../../domain/time/types';
import type { PlanOption } from './planView';

/** What each area gives up for each of these options, over the sessions that go ahead. */
export async function paidFor(
  request: SlotRequest,
  options: readonly Pick<PlanOption, 'slot'>[],
): Promise<readonly Paid[]> {
  // The search itself runs elsewhere: its code comes only where there is something to compare.
  const { paidByArea } = await import('../../domain/slots/paid');
  return paidByArea(
    request,
    options.map(({ slot }) =>
      slot.occurrences.flatMap(({ start, held }) => (held && start !== null ? [start] : [])),
    ),
  );
}

/** The options, each with how it treats the area that gave up most the last time this series was planned. */
export async function withFairness(
  options: readonly PlanOption[],
  series: Series,
  request: SlotRequest,
  now: Instant,
): Promise<readonly PlanOption[]> {
  const area = paidMoreLastTime(series, now);
  if (area === null) return options;
  const paid = await paidFor(request, options);
  return options.map((option, n) => ({
    ...option,
    reasons: [
      ...option.reasons,
      { kind: 'paidLastTime' as const, area, now: paysNow(area, paid[n] ?? {}, option.slot.held) },
    ],
  }));
}
