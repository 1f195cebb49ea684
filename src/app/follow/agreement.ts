import {
  areasMissing,
  areasOfOne,
  askFor,
  inForce,
  isMore,
  lower,
  mayAgree,
  sayYes,
  settled,
  takeBack,
  takePart,
  takesPart,
  withNudge,
  withoutName,
} from '../../domain/balance/agreement';
import type { BalanceMode, TakesPart } from '../../domain/balance/types';
import type { Series } from '../../domain/rhythm/series';
import type { Instant } from '../../domain/time/types';
import { Refusal } from '../../domain/refusal';
import { attempt } from './attempt';
import { foundIn, meIn } from './changingDates';
import type { FollowDesk } from './followDesk';
import { followUpOf } from './followUpOf';
import { chosenIn, type Follow, type FollowState } from './followState';
import type { MeasuringAsk, MeasuringView } from './followView';
import { notifyMeasured, notifyMeasuring } from './noticing';
import { keepIn } from './settings';

/** The agreement to measure, of the series that is shown (FM1 to FM5). */
export function measuringCommands(follow: Follow): Omit<FollowDesk['measuring'], 'erase'> {
  const { balanceCap } = follow.ports;
  const here = (): string => chosenIn(follow.state.get()).series.id;
  const me = (): string => meIn(follow);
  const change = (edit: Edit): void => void keepAgreed(follow, here(), edit);
  return {
    ask(mode) {
      const id = here();
      const asks: Edit = (series, now) => askFor(series, mode, me(), now, balanceCap);
      void keepAgreed(follow, id, asks, () => notifyMeasuring(follow, id));
    },
    yes: (mode) => sayYesIn(follow, here(), mode),
    no: () => sayNoIn(follow, here()),
    lower: (mode) => change((series, now) => lower(series, mode, now)),
    takePart: (as: TakesPart) => change((series, now) => takePart(series, me(), as, now)),
    nudge: (on) => change((series, now) => withNudge(series, on, now)),
    forgetName: (name) => change((series) => withoutName(series, name)),
  };
}

export function sayYesIn(follow: Follow, id: string, mode: 'areas' | 'persons'): void {
  const { balanceCap } = follow.ports;
  void keepAgreed(follow, id, (series, now) => sayYes(series, mode, meIn(follow), now, balanceCap));
}

export function sayNoIn(follow: Follow, id: string): void {
  void keepAgreed(follow, id, (series, now) => takeBack(series, meIn(follow), now));
}

type Edit = (series: Series, now: Instant) => Series;

/**
 * Keeps a step of the agreement. Two who say yes at the same time have agreed by what both wrote: whoever wrote second
 * sees it and brings it into force.
 */
async function keepAgreed(follow: Follow, id: string, edit: Edit, then?: () => Promise<void>): Promise<void> {
  if (follow.state.get().working !== null) {
    const { code, data } = new Refusal('follow/busy');
    return follow.change({ notice: { kind: 'refused', code, data } });
  }
  follow.change({ working: { what: 'settings' }, notice: null });
  const done = await attempt(
    follow,
    'measuring',
    async () => {
      const now = follow.now();
      const before = measured(foundIn(follow, id).series);
      const kept = await keepIn(follow, foundIn(follow, id), (series) => edit(series, now));
      if (settled(kept, now) !== kept)
        await keepIn(follow, foundIn(follow, id), (series) => settled(series, now));
      await then?.();
      if (measured(foundIn(follow, id).series) !== before) await notifyMeasured(follow, id);
    },
    () => void keepAgreed(follow, id, edit, then),
  );
  const { notice } = follow.state.get();
  follow.change({
    working: null,
    ...(done && notice === null && { notice: { kind: 'done', what: 'measuring' } }),
  });
}

const measured = (series: Series): BalanceMode =>
  followUpOf(series).agreement === undefined ? 'off' : followUpOf(series).balance;

/** What is measured, what is asked, and what this person may do about it: plain data. */
export function measuringView(
  series: Series,
  me: string,
  cap: BalanceMode,
  kept: number | null,
): MeasuringView {
  const { agreement } = followUpOf(series);
  const agreed = measured(series);
  const { asked } = agreement ?? {};
  return {
    mode: inForce(series, cap)?.mode ?? 'off',
    agreed,
    cap,
    since: agreement?.since ?? null,
    asked: askedOf(series, me),
    mayAsk: mayAgree(series, me)
      ? (['areas', 'persons'] as const).filter(
          (mode) => isMore(mode, agreed) && !isMore(mode, cap) && mode !== asked?.mode,
        )
      : [],
    as: takesPart(series, me),
    nudge: agreement?.nudge ?? true,
    names: Object.entries(agreement?.names ?? {})
      .map(([name, means]) => ({ name, means }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    alone: areasOfOne(series),
    kept,
  };
}

/** What is asked of a series now; null where nothing is. */
export function askedOf(series: Series, me: string): MeasuringAsk | null {
  const asked = followUpOf(series).agreement?.asked;
  if (asked === undefined) return null;
  const { mode, by, at, yes } = asked;
  const said = series.people.filter(({ id }) => yes.includes(id) && mayAgree(series, id));
  return {
    mode,
    byName: series.people.find(({ id }) => id === by)?.name ?? '',
    at,
    yes: said.map(({ name, area }) => ({ name, area })),
    missing: areasMissing(series),
    me: by === me ? 'asked' : yes.includes(me) ? 'yes' : mayAgree(series, me) ? 'answers' : 'none',
  };
}

/** Records of the chosen series that know who talked how much. */
export const talkKept = ({ archives, chosen }: FollowState): number | null => {
  const files = chosen === null ? undefined : archives[chosen]?.summary.files;
  return files === undefined ? null : files.filter(({ digest }) => digest.talk !== undefined).length;
};
