import { breachesAt, decidersOf } from './breaches';
import { changesFor, type Others } from './changes';
import { hasBit } from './bits';
import { MINUTE_MS } from '../time/civilDays';
import type { Evaluation } from './evaluation';
import type { WhyNot, whyNotReader } from './missing';
import type { Ranked } from './rank';
import type { Reason } from './types';

/** What the reasons of all ranked answers share. */
export type Around = Others & { readonly whyNot: ReturnType<typeof whyNotReader> };

/** What is worth saying about one ranked answer, most important first (SPEC SL12). */
export function reasonsOf(evaluation: Evaluation, ranked: Ranked, around: Around): Reason[] {
  const reasons = attendanceReasons(evaluation, ranked);
  const broken = brokenOf(evaluation, ranked);
  reasons.push(...brokenReasons(evaluation, ranked, broken, around));
  if (isLeastFocusLoss(ranked, around.shown)) reasons.push({ kind: 'leastFocusLoss' });
  reasons.push(...protectedReasons(evaluation, ranked));
  reasons.push(...changesFor(evaluation, ranked, broken, around));
  return reasons;
}

function attendanceReasons({ people }: Evaluation, { held }: Ranked): Reason[] {
  const reasons: Reason[] = [];
  const never: string[] = [];
  let most: string | undefined;
  let mostTimes = 0;
  for (const { person, available } of people) {
    let missed = 0;
    for (const i of held) if (!hasBit(available, i)) missed++;
    if (missed === held.length) never.push(person.id);
    else if (missed > mostTimes) [most, mostTimes] = [person.id, missed];
  }
  if (never.length === 0 && most === undefined) return [{ kind: 'everyone' }];
  if (never.length > 0) reasons.push({ kind: 'never', people: never });
  if (most !== undefined) {
    reasons.push({ kind: 'mostMissed', person: most, times: mostTimes, of: held.length });
  }
  return reasons;
}

/** Occurrences that exist, are outside the pauses and are not held. */
function brokenOf({ held, paused }: Evaluation, { series }: Ranked): readonly number[] {
  return (series?.occurrences ?? []).filter((i) => i >= 0 && held[i] === 0 && !(paused && hasBit(paused, i)));
}

// Among equals the first is told.
const WHY_NOT = ['closed', 'hours', 'busy', 'unknown'] as const;
const WHYS = [...WHY_NOT, 'clock'] as const;

/** Each broken occurrence once: by what keeps most of those whose absence decides. */
function brokenReasons(
  evaluation: Evaluation,
  { series }: Ranked,
  broken: readonly number[],
  { whyNot }: Around,
): Reason[] {
  const found = new Map<WhyNot | 'clock', { times: number; people: Map<string, number> }>();
  const entryFor = (why: WhyNot | 'clock'): { times: number; people: Map<string, number> } => {
    const entry = found.get(why) ?? { times: 0, people: new Map<string, number>() };
    found.set(why, entry);
    return entry;
  };
  for (const i of broken) {
    const byWhy = new Map<WhyNot, string[]>();
    for (const breach of breachesAt(evaluation, i)) {
      for (const state of decidersOf(breach, i)) {
        const why = whyNot(state, i);
        const people = byWhy.get(why);
        if (people) people.push(state.person.id);
        else byWhy.set(why, [state.person.id]);
      }
    }
    let main: WhyNot = 'hours';
    let most = 0;
    for (const why of WHY_NOT) {
      const times = byWhy.get(why)?.length ?? 0;
      if (times > most) [main, most] = [why, times];
    }
    const entry = entryFor(main);
    entry.times++;
    for (const id of byWhy.get(main) ?? []) entry.people.set(id, (entry.people.get(id) ?? 0) + 1);
  }
  const skipped = series?.occurrences.filter((i) => i < 0).length ?? 0;
  if (skipped > 0) entryFor('clock').times = skipped;
  return [...found]
    .sort((a, b) => b[1].times - a[1].times || WHYS.indexOf(a[0]) - WHYS.indexOf(b[0]))
    .map(([why, { times, people }]) => {
      const inOrder = [...people].sort((a, b) => b[1] - a[1]).map(([id]) => id);
      return { kind: 'broken', why, times, people: inOrder };
    });
}

/** Less for each held occurrence than some other answer shown, and than none more. */
function isLeastFocusLoss(ranked: Ranked, shown: readonly Ranked[]): boolean {
  const each = ({ parts, held }: Ranked): number => parts.focusLoss / held.length;
  const own = each(ranked);
  return shown.every((one) => each(one) >= own) && shown.some((one) => each(one) > own);
}

function protectedReasons({ areas }: Evaluation, { held }: Ranked): Reason[] {
  return areas.flatMap(({ area, groups }): Reason[] => {
    let ms = 0;
    for (const { counts, protectedMs } of groups) {
      if (protectedMs) for (const i of held) ms += (protectedMs[i] as number) * (counts[i] as number);
    }
    return ms > 0 ? [{ kind: 'protected', area: area.id, minutes: ms / MINUTE_MS }] : [];
  });
}
