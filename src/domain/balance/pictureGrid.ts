import type { Instant, Interval } from '../time/types';
import { partsOf, Shares, type Head } from './splitting';
import type { TalkPicture } from './types';

/** Steps where no picture was drawn before, and the most that are believed of one. */
const STEPS = 120;
const MOST_STEPS = 1440;
const SHORTEST_STEP = 1000;

/** Talk by area in equal steps over a session, filled while voices are read. Whole milliseconds. */
export type Grid = {
  /** Disjoint spans of somebody of that area. */
  add(area: string, spans: readonly Interval[]): void;
  /**
   * Disjoint spans of whichever of `heads` it was: all to one area where all belong to it; else split step by step
   * (TR13). `nobodys` is what is left to those who are not counted.
   */
  divide(
    heads: readonly Head[],
    spans: readonly Interval[],
  ): { readonly nobodys: number; readonly split: number };
  areas(): ReadonlyMap<string, number>;
  picture(): TalkPicture;
};

/** On the steps of the picture that was drawn live, if it can be believed: then its marks go on, and its items always. */
export function gridOf(session: Interval, before: TalkPicture | undefined, areas: readonly string[]): Grid {
  const { start, step, length, earlier } = stepsOf(session, before);
  const marked = new Map(
    Object.entries((earlier === null ? undefined : before?.shared) ?? {}).map(([area, own]) => [
      area,
      Array.from({ length }, (_, at) => own[at - (earlier ?? 0)] ?? 0),
    ]),
  );
  const steps = new Map(areas.map((area) => [area, new Array<number>(length).fill(0)]));

  const put = (head: Head, at: number, milliseconds: number): number => {
    const own = head === null ? undefined : steps.get(head);
    if (own === undefined) return milliseconds;
    own[at] = (own[at] ?? 0) + milliseconds;
    return 0;
  };
  const eachStep = (spans: readonly Interval[], take: (at: number, milliseconds: number) => void): void => {
    for (const span of spans)
      for (let from = span.from; from < span.until;) {
        const at = Math.floor((from - start) / step);
        const until = Math.min(span.until, start + (at + 1) * step);
        take(at, until - from);
        from = until;
      }
  };
  return {
    add: (area, spans) => eachStep(spans, (at, milliseconds) => put(area, at, milliseconds)),
    divide: (heads, spans) => {
      let nobodys = 0;
      let all = 0;
      const shares = new Shares();
      eachStep(spans, (at, milliseconds) => {
        all += milliseconds;
        const marks = new Map([...marked].map(([area, own]) => [area, own[at] ?? 0]));
        const given =
          heads.length === 0
            ? new Map([[null, milliseconds]])
            : shares.of(milliseconds, partsOf(heads, marks));
        for (const [head, part] of given) nobodys += put(head, at, part);
      });
      return { nobodys, split: new Set(heads).size > 1 ? all : 0 };
    },
    areas: () => new Map([...steps].map(([area, own]) => [area, own.reduce((sum, one) => sum + one, 0)])),
    picture: () => ({
      start,
      step,
      areas: Object.fromEntries(steps),
      ...(marked.size === 0 ? {} : { shared: Object.fromEntries(marked) }),
      items: before?.items ?? [],
    }),
  };
}

/** `earlier`: by how many steps the grid begins before the picture; null when it is another one. */
function stepsOf(
  { from, until }: Interval,
  before: TalkPicture | undefined,
): {
  readonly start: Instant;
  readonly step: number;
  readonly length: number;
  readonly earlier: number | null;
} {
  const whole = [before?.start, before?.step].every(Number.isSafeInteger);
  if (before !== undefined && whole && before.step >= SHORTEST_STEP) {
    const earlier = Math.max(0, Math.ceil((before.start - from) / before.step));
    const start = before.start - earlier * before.step;
    const length = Math.ceil((until - start) / before.step);
    if (length >= 1 && length <= MOST_STEPS) return { start, step: before.step, length, earlier };
  }
  const step = Math.max(SHORTEST_STEP, Math.ceil((until - from) / STEPS / 1000) * 1000);
  return { start: from, step, length: Math.max(1, Math.ceil((until - from) / step)), earlier: null };
}
