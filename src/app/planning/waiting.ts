import type { Series } from '../../domain/rhythm/series';
import { attempt } from './attempt';
import { moveSessions } from './creating';
import { keepSeries } from './keeping';
import { type Plan, seriesOf } from './planState';
import { eventOf, waitingOf } from './viewOf';

/** Moves what was chosen while the series was only a form; each move mails its attendees once. */
export async function applyWaiting(plan: Plan): Promise<void> {
  const state = plan.state.get();
  const series = seriesOf(state);
  const eventId = eventOf(state);
  if (eventId === undefined) return;
  plan.change({ working: 'moving', notice: undefined });
  await attempt(
    plan,
    'move',
    async () => {
      const waiting = waitingOf(series);
      const moved = await moveSessions(plan, eventId, waiting);
      await keepSeries(
        plan,
        withAlternatives(series, eventId, (one) => moved.has(one.original)),
      );
      if (moved.size < waiting.length)
        plan.change({ notice: { kind: 'failed', failure: { kind: 'notFound' }, during: 'move' } });
    },
    () => void applyWaiting(plan),
  );
  plan.change({ working: undefined });
}

export async function dropWaiting(plan: Plan): Promise<void> {
  const series = seriesOf(plan.state.get());
  const last = series.chain.at(-1);
  if (last === undefined) return;
  const alternatives = last.alternatives.filter(({ state }) => state === 'applied');
  const chain = [...series.chain.slice(0, -1), { ...last, alternatives }];
  plan.change({ working: 'saving', notice: undefined });
  await attempt(
    plan,
    'keep',
    async () => void (await keepSeries(plan, { ...series, chain })),
    () => void dropWaiting(plan),
  );
  plan.change({ working: undefined });
}

function withAlternatives(
  series: Series,
  eventId: string,
  moved: (one: { readonly original: number }) => boolean,
): Series {
  const last = series.chain.at(-1);
  if (last === undefined) return series;
  const alternatives = last.alternatives.map((one) =>
    one.state === 'chosen' && moved(one) ? { ...one, state: 'applied' as const } : one,
  );
  return { ...series, chain: [...series.chain.slice(0, -1), { ...last, eventId, alternatives }] };
}
