import type { Instant } from '../time/types';
import type { Series } from './series';

/** Person-minutes of their working rhythm that areas give up. */
export type Paid = Readonly<Record<string, number>>;

/** Half an hour of one person in each session: less between two areas is not worth a word. */
const WORTH_A_WORD = 30;

/** Which area gave up more than every other the last time the series was planned (SPEC FA2); null where that is not worth a word. */
export function paidMoreLastTime({ chain }: Series, now: Instant): string | null {
  // What was planned a moment ago and has not begun is this time, not the last one.
  const last = chain.filter(({ paid, starts }) => paid !== undefined && (starts[0] ?? now) < now).at(-1);
  if (last?.paid === undefined) return null;
  const [most] = Object.entries(last.paid).sort((a, b) => b[1] - a[1]);
  if (most === undefined) return null;
  return paysNow(most[0], last.paid, last.starts.length) === 'more' ? most[0] : null;
}

/** Whether that area gives up more or less than whichever other gives up most, over so many sessions (SPEC FA3). */
export function paysNow(area: string, paid: Paid, sessions: number): 'less' | 'more' | 'same' {
  const others = Object.entries(paid).flatMap(([id, minutes]) => (id === area ? [] : [minutes]));
  if (others.length === 0) return 'same';
  const more = ((paid[area] ?? 0) - Math.max(...others)) / Math.max(1, sessions);
  return more >= WORTH_A_WORD ? 'more' : more <= -WORTH_A_WORD ? 'less' : 'same';
}
