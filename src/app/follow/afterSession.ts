import { chairsAhead } from '../../domain/rhythm/chairing';
import type { RecordDigest } from '../../domain/rhythm/digest';
import type { Series } from '../../domain/rhythm/series';
import { type Session, sessionsOf } from '../../domain/rhythm/sessions';
import { wholeDays } from '../../domain/rhythm/toSlotRequest';
import { boardTasks } from '../../domain/tasks/boardTasks';
import type { PlanTask } from '../../domain/tasks/board';
import { localTime } from '../../domain/time/calendarDays';
import type { Instant } from '../../domain/time/types';
import type { AfterSession } from '../ports/followWording';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** A message of more lines is not read. */
const MOST_PROMISES = 8;
/** A pause that is further away is no news yet. */
const LOOKS_AHEAD = 6 * WEEK;

export type ToTell = {
  readonly series: Series;
  /** Newest first; the session that is just over may be among them or not. */
  readonly digests: readonly RecordDigest[];
  /** By Planner's id; null where nobody has read the plan. */
  readonly planned: ReadonlyMap<string, PlanTask> | null;
  readonly now: Instant;
};

/** What the message after a session tells: the next one, what is promised, and the next break. Nothing internal (FE1). */
export function afterSessionOf({ series, digests, planned, now }: ToTell): AfterSession {
  const sessions = sessionsOf(series, digests, now);
  const ahead = sessions.filter(({ start }) => start > now);
  const next = ahead.find(({ state }) => state === 'coming');
  const gap = ahead.find(
    ({ state, start }) => (state === 'paused' || state === 'skipped') && start <= now + LOOKS_AHEAD,
  );
  const nameOf = namesIn(series, digests);
  const chair =
    next === undefined ? undefined : (chairsAhead(series, digests, sessions).get(next.original) ?? null);
  const open = promisesIn(series, digests, planned, now);
  return {
    series,
    next:
      next === undefined ? null : { start: next.start, chair: chair ? (nameOf.get(chair) ?? null) : null },
    promises: open
      .slice(0, MOST_PROMISES)
      .map(({ text, owner, due }) => ({ text, owner: nameOf.get(owner) ?? '…', due })),
    more: Math.max(0, open.length - MOST_PROMISES),
    breakAhead:
      gap === undefined
        ? null
        : {
            start: gap.start,
            why: gap.state === 'paused' ? 'pause' : 'skipped',
            label: gap.state === 'paused' ? labelOf(series, gap) : '',
          },
  };
}

/** Open and not internal, the earliest first; what somebody deleted in Planner is promised no more. */
function promisesIn(
  series: Series,
  digests: ToTell['digests'],
  planned: ToTell['planned'],
  now: Instant,
): readonly { readonly text: string; readonly owner: string; readonly due: string }[] {
  const today = localTime(now, series.zone).day;
  return boardTasks({ digests, planned, hasPlan: planned !== null, series, today })
    .filter(({ state, internal, in: where }) => OPEN.includes(state) && !internal && where !== 'gone')
    .map(({ text, owner, due }) => ({ text, owner: owner ?? '', due: due ?? '' }))
    .sort((a, b) => (a.due || '9999').localeCompare(b.due || '9999'));
}

const OPEN: readonly string[] = ['notStarted', 'inProgress'];

function namesIn({ people }: Series, digests: ToTell['digests']): ReadonlyMap<string, string> {
  const then = [...digests].reverse().flatMap((digest) => digest.people);
  return new Map([...then, ...people].map(({ id, name }) => [id, name]));
}

function labelOf({ pauses, zone }: Series, { start, minutes }: Session): string {
  const end = start + minutes * MINUTE;
  const pause = pauses.find((one) => {
    const { from, until } = wholeDays(one, zone);
    return from < until && start < until && end > from;
  });
  return pause?.label ?? '';
}
