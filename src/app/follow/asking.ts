import type { Ask, RhythmChange } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import { linksByStart } from '../../domain/rhythm/sessions';
import { Refusal } from '../../domain/refusal';
import { attempt } from './attempt';
import { changeCost, doChangeIn } from './changing';
import { foundIn } from './changingDates';
import { followUpOf } from './followUpOf';
import { type Follow, organiserOf } from './followState';
import { notifyAsked } from './noticing';
import { keepIn } from './settings';

/** Whether my own calendar can do it; else it is asked of whoever's can. */
export function canDo(series: Series, me: string, change: RhythmChange): boolean {
  const organiser = organiserOf(series);
  switch (change.kind) {
    case 'move':
    case 'skip':
      return (linksByStart(series).get(change.original)?.organiser ?? organiser) === me;
    case 'handOver':
      // An organiser who has left can be asked nothing any more.
      return organiser === me || !series.people.some(({ id }) => id === organiser);
    default:
      return organiser === me;
  }
}

/**
 * Does a change after a question that tells its mails. What asked for the same is answered with it. `then` runs once it
 * is done; a press after a failure completes it.
 */
export function offerChange(
  follow: Follow,
  id: string,
  change: RhythmChange,
  then: () => Promise<void>,
): void {
  const { series } = foundIn(follow, id);
  const run = async (): Promise<void> => {
    const single = change.kind === 'move' || change.kind === 'skip';
    follow.change({ working: { what: single ? 'session' : 'rhythm' }, notice: null });
    const done = await attempt(
      follow,
      single ? 'session' : 'rhythm',
      async () => {
        await doChangeIn(follow, id, change);
        await keepIn(follow, foundIn(follow, id), (kept) =>
          withoutAsks(kept, (ask) => same(ask.change, change)),
        );
        await then();
      },
      () => void run(),
    );
    const { notice } = follow.state.get();
    follow.change({
      working: null,
      // What somebody else changed meanwhile is worth more than "done".
      ...(done && notice === null && { notice: { kind: 'done', what: single ? 'session' : 'rhythm' } }),
    });
  };
  follow.asked = (yes) => {
    if (yes) void run();
  };
  follow.change({
    question: { kind: 'change', change, ...changeCost(series, change, follow.now()) },
    notice: null,
  });
}

/** Leaves it with the organiser, in the file of the series, where everybody sees that it waits; the same is asked once. */
export async function askOrganiser(follow: Follow, id: string, change: RhythmChange): Promise<void> {
  follow.change({ working: { what: 'ask' }, notice: null });
  await attempt(
    follow,
    'ask',
    async () => {
      const { series } = foundIn(follow, id);
      const organiser = organiserOf(series);
      const asked = followUpOf(series).asks.find((ask) => same(ask.change, change));
      const ask: Ask = asked ?? {
        id: follow.ports.ids.next(),
        by: follow.state.get().me?.id ?? '',
        at: follow.now(),
        change,
      };
      if (asked === undefined) {
        await keepIn(follow, foundIn(follow, id), (kept) => withAsk(kept, ask));
        await notifyAsked(follow, ask);
      }
      const name = series.people.find((one) => one.id === organiser)?.name ?? '';
      follow.change({ notice: { kind: 'asked', organiser: name } });
    },
    () => void askOrganiser(follow, id, change),
  );
  follow.change({ working: null });
}

/** The ask of that id; refuses one that somebody has answered meanwhile. */
export function askIn(series: Series, id: string): Ask {
  const ask = followUpOf(series).asks.find((one) => one.id === id);
  if (ask === undefined) throw new Refusal('follow/answered');
  return ask;
}

/** Says no to an ask, or takes one's own back. */
export async function dropAsk(follow: Follow, id: string, ask: string): Promise<void> {
  follow.change({ working: { what: 'ask' }, notice: null });
  await attempt(
    follow,
    'ask',
    async () => {
      await keepIn(follow, foundIn(follow, id), (kept) => withoutAsks(kept, (one) => one.id === ask));
    },
    () => void dropAsk(follow, id, ask),
  );
  follow.change({ working: null });
}

function withAsk(series: Series, ask: Ask): Series {
  const followUp = followUpOf(series);
  const there = followUp.asks.some((one) => one.id === ask.id || same(one.change, ask.change));
  return there ? series : { ...series, followUp: { ...followUp, asks: [...followUp.asks, ask] } };
}

function withoutAsks(series: Series, gone: (ask: Ask) => boolean): Series {
  const followUp = followUpOf(series);
  const asks = followUp.asks.filter((ask) => !gone(ask));
  return asks.length === followUp.asks.length ? series : { ...series, followUp: { ...followUp, asks } };
}

/** Both sides come from the same few makers or out of a file: the order of fields may differ. */
function same(a: RhythmChange, b: RhythmChange): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
