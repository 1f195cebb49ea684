import type { Talk } from '../../domain/balance/types';
import { forOutsiders } from '../../domain/meeting/captured';
import { type MeetingRecord, plannerIds } from '../../domain/meeting/record';
import type { RoomState } from '../../domain/meeting/room';
import { settled } from '../../domain/meeting/timer';
import type { PersonId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { MeetingPlace, RoomNotes } from '../ports/room';

/** Who said an idea and who liked it is nobody's business after the meeting; how many did is. */
const NOBODY: PersonId = '-';

/** What is kept of the meeting as it stands; null before it has begun. */
export function recordOf(
  { meeting, about, names, push, pulse }: RoomState,
  notes: RoomNotes,
  place: MeetingPlace,
  start: Instant,
  now: Instant,
  /** Which tasks are in Planner from before: the record tells it of its own ones without the older records. */
  before: Readonly<Record<string, string>> = {},
  /** Of the areas, as the server tells it once the meeting has ended. */
  talk: Talk | null = null,
): MeetingRecord | null {
  if (meeting === null || about === null || meeting.startedAt === null) return null;
  const at = settled(meeting, now);
  return {
    series: about.series ?? ownId(place),
    start,
    planned: { start: meeting.planned.start, minutes: meeting.planned.minutes },
    startedAt: meeting.startedAt,
    endedAt: at.ended?.at ?? now,
    about,
    chair: at.chair,
    people: at.people.map(({ id, area }) => ({
      id,
      name: Object.hasOwn(names, id) ? (names[id] ?? '') : '',
      area,
      how: at.presence[id]?.how ?? 'unknown',
    })),
    items: at.items,
    problems: notes.problems.map(({ from: _, state, ...problem }) => ({
      ...problem,
      ...(state !== undefined && state !== 'open' && { state }),
    })),
    ideas: notes.ideas.map((idea) => ({ ...idea, by: NOBODY, votes: idea.votes.map(() => NOBODY) })),
    decisions: notes.decisions,
    tasks: notes.tasks.flatMap(({ gone: deleted, ...task }) => (deleted === true ? [] : [task])),
    ...(talk !== null && { talk }),
    ...(pulse !== undefined && pulse.counts !== null && { pulse: pulse.counts }),
    planner: {
      ...Object.fromEntries(
        notes.tasks.flatMap(({ id, gone }) => {
          const planner = Object.hasOwn(before, id) ? before[id] : undefined;
          return planner === undefined || gone === true ? [] : [[id, planner]];
        }),
      ),
      ...plannerIds(push),
    },
  };
}

/** A meeting without a series is kept under its place. */
const ownId = (place: MeetingPlace): string =>
  place.kind === 'chat' ? place.chat : [place.team, place.channel, place.message].join('/');

/** The record as people from outside may read it. */
export function recordForOutsiders(record: MeetingRecord): MeetingRecord {
  const { problems, ideas, decisions, tasks } = forOutsiders(record);
  const shown = new Set(tasks.map(({ id }) => id));
  return {
    ...record,
    items: record.items.filter(({ internal }) => internal !== true),
    problems,
    ideas,
    decisions,
    tasks,
    planner: Object.fromEntries(Object.entries(record.planner).filter(([task]) => shown.has(task))),
  };
}
