import { hasNumber } from '../../domain/meeting/carryOver';
import type { Instant } from '../../domain/time/types';
import type { RoomProblem } from '../ports/room';
import type { MovingView } from './meetingView';

/** Numbers that were said within so long are of one session. */
const HALF_A_DAY = 12 * 3_600_000;

export const isOfToday = (at: Instant, now: Instant): boolean => Math.abs(now - at) < HALF_A_DAY;

/** Problems left from before and whether they moved; those with a number first. */
export function movingView(problems: readonly RoomProblem[], now: Instant): readonly MovingView[] {
  const left = problems.filter(({ from, state }) => from === 'before' && state !== 'monthly');
  return [...left.filter(hasNumber), ...left.filter((problem) => !hasNumber(problem))].map((problem) => {
    const { id, title, goal, internal, readings, state } = problem;
    const [today, earlier] = [
      readings.filter(({ at }) => isOfToday(at, now)),
      readings.filter(({ at }) => !isOfToday(at, now)),
    ];
    return {
      id,
      title,
      ...(goal !== undefined && { goal }),
      ...(internal === true && { internal }),
      before: earlier.at(-1)?.value ?? null,
      now: today.at(-1)?.value ?? null,
      solved: state === 'solved',
    };
  });
}
