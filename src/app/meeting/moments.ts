import { PROPOSED_FROM } from '../../domain/meeting/applyRoom';
import { CHAIR_GONE } from '../../domain/meeting/people';
import { EARLIEST_START, LATEST_START, REVERSIBLE } from '../../domain/meeting/phases';
import { LEASE, type RoomState } from '../../domain/meeting/room';
import { closesAt, MINUTE, plannedEnd, settled, spentOn } from '../../domain/meeting/timer';
import type { Meeting } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';

/** The next moment after `now` at which something shown changes although nobody did anything; null when never. */
export function nextMoment(state: RoomState | null, now: Instant): Instant | null {
  if (state === null) return null;
  const { meeting, proposed, sent = {} } = state;
  const moments =
    meeting === null
      ? proposed === null
        ? []
        : [proposed.seed.start - PROPOSED_FROM]
      : [...momentsOf(meeting, now), ...Object.values(sent).map(({ at }) => at + LEASE)];
  const next = Math.min(...moments.filter((moment) => moment > now));
  return Number.isFinite(next) ? next : null;
}

function momentsOf(meeting: Meeting, now: Instant): readonly Instant[] {
  const { planned, chairGoneSince, ended } = meeting;
  return [
    planned.start - EARLIEST_START,
    planned.start + LATEST_START + 1,
    plannedEnd(meeting),
    closesAt(meeting),
    ...(chairGoneSince === null ? [] : [chairGoneSince + CHAIR_GONE]),
    ...(ended === null ? [] : [ended.at + REVERSIBLE]),
    ...overMoments(meeting, now),
  ];
}

/** The item's minutes are over a moment behind their end, and each minute after it asks for one more. */
function overMoments(meeting: Meeting, now: Instant): readonly Instant[] {
  const at = settled(meeting, now);
  const item = at.items.find(({ id }) => id === at.current?.item);
  if (item === undefined) return [];
  const over = spentOn(at, item, now) - item.minutes * MINUTE;
  if (over <= 0) return [now - over + 1];
  return [now - over + (Math.floor(over / MINUTE) + 1) * MINUTE];
}
