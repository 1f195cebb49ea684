import { mayNudge, phaseWantsMany, quietArea } from '../balance/alarm';
import { attributeTurns, turnsOf } from '../balance/attribution';
import { estimatedTalk } from '../balance/estimate';
import { pictureOf } from '../balance/picture';
import { balanceOf } from '../balance/shares';
import { heardOf, speechOf } from '../balance/speaking';
import type { Here } from '../balance/standing';
import { TOO_EARLY } from '../balance/tooEarly';
import type { Balance, BalanceEvent, MyBalance, Talk, Turn } from '../balance/types';
import type { Instant } from '../time/types';
import type { Room } from './applyRoom';
import { isCounted, isOn, spansOf, type BalanceLog } from './measuring';
import { isHere } from './people';
import type { RoomState } from './room';
import { MINUTE } from './timer';
import type { Meeting, PersonId } from './types';

/** What the log says at one moment, for everybody who asks then. */
export type Reading = {
  readonly now: Instant;
  readonly events: readonly BalanceEvent[];
  readonly turns: readonly Turn[];
  readonly people: readonly Here[];
  readonly balance: Balance;
  readonly talk: Talk | null;
};
type Measuring = {
  readonly meeting: Meeting;
  readonly mode: NonNullable<RoomState['balance']>;
  readonly log: BalanceLog;
};

/** A nudge stands for so long, or until its area is heard or the item is another. */
export const NUDGE_STANDS = MINUTE;
/** So many of the last turns are shown to whose they are. */
const LAST_TURNS = 5;
/** The picture's steps: half a minute, longer where it would have too many. */
const STEP = MINUTE / 2;
const MOST_STEPS = 240;

function measuring({ state, private: kept }: Room): Measuring | null {
  const { meeting, balance: mode } = state;
  if (meeting === null || mode === undefined || kept.balance === undefined) return null;
  return { meeting, mode, log: kept.balance };
}

/** Null where nothing is measured. */
export function readingOf(room: Room, now: Instant): Reading | null {
  const all = measuring(room);
  if (all === null) return null;
  const { meeting, log } = all;
  const at = Math.max(now, log.events.at(-1)?.at ?? now);
  const events: readonly BalanceEvent[] = isOn(meeting) ? [...log.events, { at, kind: 'end' }] : log.events;
  const turns = attributeTurns(events);
  const people = meeting.people
    .filter(({ id }) => isCounted(meeting, log, id))
    .map(({ id, area }) => {
      const spans = spansOf(log, id, at);
      return { id, area, spans, present: spans.reduce((sum, { from, until }) => sum + until - from, 0) };
    })
    .filter(({ id, present }) => present > 0 || isHere(meeting, id));
  const balance = balanceOf({ turns, people, speech: speechOf(events) });
  return { now: at, events, turns, people, balance, talk: talkOf(all, turns, people, balance) };
}

/** What that person is told, and nobody else; null where nothing is measured, and for people from outside. */
export function balanceFor(room: Room, reading: Reading, person: PersonId): MyBalance | null {
  const all = measuring(room);
  const known = all?.meeting.people.find(({ id }) => id === person);
  if (all === null || known === undefined || known.outsider === true) return null;
  const { meeting, mode, log } = all;
  const { balance } = reading;
  const counts = isCounted(meeting, log, person);
  const late = balance.speech >= TOO_EARLY;
  const here = meeting.people.filter(({ id }) => isHere(meeting, id));
  const shown = reading.people.filter(({ id }) => log.as[id] === 'shown');
  return {
    mode: mode.mode,
    as: !counts ? 'declined' : log.as[person] === 'shown' && mode.mode === 'persons' ? 'shown' : 'counted',
    counted: { is: here.filter(({ id }) => isCounted(meeting, log, id)).length, of: here.length },
    speech: balance.speech,
    attributed: balance.attributed,
    areas: late ? balance.areas : null,
    own: counts
      ? { share: (late && balance.people[person]) || null, turns: ownTurns(all, reading, person) }
      : null,
    people:
      late && mode.mode === 'persons'
        ? Object.fromEntries(
            shown.flatMap(({ id }) => {
              const share = balance.people[id];
              return share === undefined ? [] : [[id, share] as const];
            }),
          )
        : null,
    quiet: standingNudge(all, reading),
    talk: reading.talk,
  };
}

function ownTurns({ meeting }: Measuring, { events, now }: Reading, person: PersonId) {
  const { speaker } = meeting.floor;
  const turns = turnsOf(events, person).slice(-LAST_TURNS);
  return turns.map((turn, at) => {
    const goesOn =
      speaker === null
        ? turn.source === 'owner' && turn.until === now
        : speaker.person === person && turn.from >= speaker.since;
    const open = goesOn && isOn(meeting) && at === turns.length - 1;
    return open ? { ...turn, until: now, open } : turn;
  });
}

/** The log after a look whether an area should be heard: a few a meeting, and only where many voices are wanted. */
export function withNudge(room: Room, reading: Reading): BalanceLog | null {
  const all = measuring(room);
  if (all === null) return null;
  const { meeting, mode, log } = all;
  const { now, turns, people, events } = reading;
  const before = log.nudges.map(({ at }) => at);
  if (!mode.nudge || !isOn(meeting) || !phaseWantsMany(kindNow(meeting)) || !mayNudge(before, now))
    return log;
  const area = quietArea({ turns, people, heard: heardOf(events), now });
  return area === null ? log : { ...log, nudges: [...log.nudges, { at: now, area }] };
}

/** Behind the last item everybody says a word. */
const kindNow = ({ items, current }: Meeting) =>
  items.find(({ id }) => id === current?.item)?.kind ?? 'round';

function standingNudge({ meeting, log }: Measuring, { now, turns, people }: Reading): string | null {
  const last = log.nudges.at(-1);
  if (last === undefined || !isOn(meeting) || now - last.at >= NUDGE_STANDS) return null;
  const since = meeting.current?.since ?? last.at;
  const ofArea = new Set(people.filter(({ area }) => area === last.area).map(({ id }) => id));
  const heard = turns.some(({ person, until }) => until > last.at && ofArea.has(person));
  return heard || since > last.at ? null : last.area;
}

/** What the record keeps, once the meeting has ended: areas only. */
function talkOf(
  { meeting, log }: Measuring,
  turns: readonly Turn[],
  people: readonly Here[],
  balance: Balance,
): Talk | null {
  const { startedAt: start, ended, panels, presence } = meeting;
  if (start === null || ended === null) return null;
  const alone = ({ id }: Here) =>
    !panels.includes(id) && (presence[id]?.how === 'room' || presence[id]?.how === 'phone');
  const step = STEP * Math.max(1, Math.ceil((ended.at - start) / (STEP * MOST_STEPS)));
  const picture = pictureOf({
    turns,
    areaOf: new Map(people.map(({ id, area }) => [id, area])),
    shared: manyOr(people, people.filter(alone)),
    start,
    until: ended.at,
    step,
    items: log.items,
  });
  return estimatedTalk({ balance, picture });
}

/**
 * Those without a panel, or nobody: where they, or the others of their area, are one person, the part of the picture that is
 * theirs would be that person's turns.
 */
function manyOr(all: readonly Here[], without: readonly Here[]): ReadonlySet<PersonId> {
  const count = (people: readonly Here[], area: string) => people.filter((one) => one.area === area).length;
  const hides = without.every(({ area }) => {
    const [some, whole] = [count(without, area), count(all, area)];
    return some === whole || (some > 1 && whole - some > 1);
  });
  return new Set(hides ? without.map(({ id }) => id) : []);
}
