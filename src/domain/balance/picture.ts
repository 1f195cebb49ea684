import type { ItemId, PersonId } from '../meeting/types';
import type { Instant } from '../time/types';
import type { TalkPicture, Turn } from './types';

/** What of it the areas keep: `areaOf` are those who take part; `shared` those of them without a panel of their own. */
export type ToPicture = {
  readonly turns: readonly Turn[];
  readonly areaOf: ReadonlyMap<PersonId, string>;
  readonly shared: ReadonlySet<PersonId>;
  readonly start: Instant;
  readonly until: Instant;
  /** Milliseconds. */
  readonly step: number;
  readonly items: readonly { readonly item: ItemId; readonly from: Instant }[];
};

/** Talk by area in equal steps; every area has all steps, silent ones too. What lies outside is left out. */
export function pictureOf(of: ToPicture): TalkPicture {
  const sharing = new Map([...of.areaOf].filter(([person]) => of.shared.has(person)));
  return {
    start: of.start,
    step: of.step,
    areas: stepsOf(of, of.areaOf),
    ...(sharing.size === 0 ? {} : { shared: stepsOf(of, sharing) }),
    items: of.items,
  };
}

function stepsOf(
  { turns, start, until, step }: ToPicture,
  areaOf: ReadonlyMap<PersonId, string>,
): Readonly<Record<string, readonly number[]>> {
  const length = Math.max(0, Math.ceil((until - start) / step));
  const areas = new Map([...areaOf.values()].map((area) => [area, new Array<number>(length).fill(0)]));
  for (const turn of turns) {
    const area = areaOf.get(turn.person);
    const steps = area === undefined ? undefined : areas.get(area);
    if (steps === undefined) continue;
    const end = Math.min(turn.until, until);
    for (let from = Math.max(turn.from, start); from < end;) {
      const at = Math.floor((from - start) / step);
      const to = Math.min(end, start + (at + 1) * step);
      steps[at] = (steps[at] ?? 0) + to - from;
      from = to;
    }
  }
  return Object.fromEntries(areas);
}
