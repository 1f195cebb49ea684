import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { applyCommand, REMEMBERED } from './apply';
import type { Problem } from './captured';
import type { Command } from './commands';
import { afterHappening } from './happened';
import { begunLog, loggedChange, stateUnderCap, type BalanceLog } from './measuring';
import { withItem, withItemBack } from './moreItems';
import { answeredBy, type PulseKept } from './pulse';
import { pushedOn } from './pushing';
import type { LeftTask, RoomCommand, RoomState, Seed } from './room';
import { meetingFrom, type Entered } from './seeding';
import { sentOn } from './sending';
import { withCorrection, withTakingPart } from './takingPart';
import { MINUTE, phaseAt, settled } from './timer';
import type { Meeting, PersonId } from './types';

/** What stays with the server: never in the shared document. */
export type RoomPrivate = {
  /** Ids of the last commands, oldest first. */
  readonly applied: readonly string[];
  readonly entered?: readonly Entered[];
  readonly pulse?: PulseKept;
  /** Who had the floor; not there where nothing is measured. */
  readonly balance?: BalanceLog;
  /** Who does not take part, of an agenda that waits: not for everybody's eyes. */
  readonly declined?: readonly PersonId[];
};

export type Room = { readonly state: RoomState; readonly private: RoomPrivate };

/** The room after a command; `notes` are what a seed brings into the shared notes. */
export type Applied = Room & { readonly notes: SeedNotes | null };
export type SeedNotes = { readonly problems: readonly Problem[]; readonly tasks: readonly LeftTask[] };

/** From so long before its start anybody uses a proposed agenda. */
export const PROPOSED_FROM = 5 * MINUTE;
/** So many votes are kept; more than a meeting has. */
const MOST_IDEAS = 2000;

/** Nobody has brought anything. */
export const emptyRoom = (organiser: PersonId | null): RoomState => ({
  organiser,
  meeting: null,
  about: null,
  names: {},
  proposed: null,
  votes: {},
  push: { lease: null, tasks: {} },
  record: null,
});

/**
 * The room after somebody's command; one that comes again changes nothing. Whoever calls it has checked who `by` is.
 * Refuses strangers, those who may not, and what cannot be now.
 */
export function applyRoomCommand(
  { state, private: kept }: Room,
  command: RoomCommand,
  by: PersonId,
  now: Instant,
): Applied {
  if (kept.applied.includes(command.id)) return { state, private: kept, notes: null };
  if (state.meeting !== null && !state.meeting.people.some(({ id }) => id === by))
    throw new Refusal('meeting/not-a-participant');
  const { state: after, notes, keep } = changed(state, kept, command, by, now);
  const { balance: before, ...others } = kept;
  const log = after.balance === undefined ? undefined : (keep?.balance ?? before);
  return {
    state: after,
    private: {
      ...others,
      ...keep,
      applied: [...kept.applied, command.id].slice(-REMEMBERED),
      ...(log !== undefined && {
        balance: loggedChange(log, state.meeting, after.meeting, { command, by }, now),
      }),
    },
    notes,
  };
}

type Changed = {
  readonly state: RoomState;
  readonly notes: SeedNotes | null;
  /** What of the private part is another now. */
  readonly keep?: Omit<RoomPrivate, 'applied'>;
};

function changed(
  state: RoomState,
  kept: RoomPrivate,
  command: RoomCommand,
  by: PersonId,
  now: Instant,
): Changed {
  const only = (change: Partial<RoomState>): Changed => ({ state: { ...state, ...change }, notes: null });
  switch (command.kind) {
    case 'seed':
      if (state.meeting !== null) return only({});
      return by === state.organiser
        ? seeded(state, command.seed, kept.entered ?? [], now)
        : proposedBy(state, command.seed, by, kept.entered ?? []);
    case 'useProposed': {
      if (state.meeting !== null || state.proposed === null) return only({});
      const seed = withDeclined(state.proposed.seed, kept.declined ?? []);
      if (by !== state.organiser && now < seed.start - PROPOSED_FROM)
        throw new Refusal('meeting/not-allowed');
      return seeded(state, seed, kept.entered ?? [], now);
    }
    case 'addItem':
    case 'bringBack': {
      const meeting = runningOr(state, now);
      if (by !== meeting.chair && by !== meeting.organiser) throw new Refusal('meeting/not-allowed');
      return only({
        meeting:
          command.kind === 'addItem' ? withItem(meeting, command.item) : withItemBack(meeting, command.item),
      });
    }
    case 'vote':
      return only({ votes: voted(state.votes, command.idea, by, command.on) });
    case 'lease':
    case 'release':
    case 'intend':
    case 'pushed':
    case 'notPushed':
      ofTheCompany(meetingOf(state), by);
      return only({ push: pushedOn(state.push, command, by, now) });
    case 'recorded':
      if (ofTheCompany(meetingOf(state), by).startedAt === null) throw new Refusal('meeting/not-now');
      return only({ record: { id: command.record, eTag: command.eTag, by } });
    case 'send':
    case 'sent':
    case 'notSent': {
      const { startedAt, ended } = ofTheCompany(meetingOf(state), by);
      if (startedAt === null) throw new Refusal('meeting/not-now');
      return only({ sent: sentOn(state.sent ?? {}, command, { by, now, ended }) });
    }
    case 'pulse': {
      const phase = phaseAt(settled(meetingOf(state), now), now);
      if (phase !== 'closing' && phase !== 'ended') throw new Refusal('meeting/not-now');
      const { shown, kept: pulse } = answeredBy(state.pulse, kept.pulse, command, by);
      return { ...only({ pulse: shown }), keep: { pulse } };
    }
    case 'measureLess':
      ofTheCompany(meetingOf(state), by);
      return { state: stateUnderCap(state, command.mode), notes: null };
    case 'takePart':
    case 'correctTurn': {
      if (state.balance === undefined) throw new Refusal('talk/not-measured');
      // A device knows no log: it shows nothing before the server has answered.
      if (kept.balance === undefined) return only({});
      const balance =
        command.kind === 'takePart'
          ? withTakingPart(state, kept.balance, command.as, by, now)
          : withCorrection(state, kept.balance, command, by, now);
      return { ...only({}), keep: { balance } };
    }
    default:
      return only({ meeting: commanded(meetingOf(state), command, by, now) });
  }
}

/** Ids of commands stay in the room's own list. */
function commanded(meeting: Meeting, command: Command, by: PersonId, now: Instant): Meeting {
  const after = applyCommand({ ...meeting, applied: [] }, command, by, now);
  return { ...after, applied: [] };
}

function seeded(state: RoomState, seed: Seed, entered: readonly Entered[], now: Instant): Changed {
  const { meeting, names } = meetingFrom(seed, state.organiser, entered);
  const panels = entered.filter(({ panel }) => panel).map(({ id }) => id);
  const log = begunLog(seed, now);
  return {
    state: {
      ...state,
      meeting: panels.reduce<Meeting>(
        (at, person) => afterHappening(at, { kind: 'panelOpened', person }, now),
        meeting,
      ),
      about: seed.about,
      names: { ...names, ...state.names },
      proposed: null,
      ...(log !== null &&
        seed.balance !== undefined && {
          balance: { mode: seed.balance.mode, since: seed.balance.since, nudge: seed.balance.nudge },
        }),
    },
    notes: { problems: seed.problems, tasks: seed.tasks },
    keep: { ...(log !== null && { balance: log }), declined: [] },
  };
}

/**
 * The first proposal stays until whoever made it makes another: nobody pushes somebody else's aside, but the company's
 * own goes before one from outside.
 */
function proposedBy(state: RoomState, seed: Seed, by: PersonId, entered: readonly Entered[]): Changed {
  const { proposed } = state;
  const outside = (person: PersonId) => entered.some(({ id, outsider }) => id === person && outsider);
  if (proposed !== null && proposed.by !== by && (outside(by) || !outside(proposed.by)))
    return { state, notes: null };
  // What could not be used is not kept either.
  meetingFrom(seed, null, []);
  return {
    state: { ...state, proposed: { by, seed: withDeclined(seed, []) } },
    notes: null,
    keep: { declined: seed.balance?.declined ?? [] },
  };
}

/** Everybody sees what waits; who does not take part is nobody's business. */
const withDeclined = (seed: Seed, declined: readonly PersonId[]): Seed =>
  seed.balance === undefined ? seed : { ...seed, balance: { ...seed.balance, declined } };

function meetingOf({ meeting }: RoomState): Meeting {
  if (meeting === null) throw new Refusal('meeting/no-agenda');
  return meeting;
}

/** Plan and record are the company's: word of either from outside would have the room forget what nobody has kept. */
function ofTheCompany(meeting: Meeting, by: PersonId): Meeting {
  if (meeting.people.find(({ id }) => id === by)?.outsider === true) throw new Refusal('meeting/not-allowed');
  return meeting;
}

/** The agenda is changed before the meeting and while it runs. */
function runningOr(state: RoomState, now: Instant): Meeting {
  const meeting = settled(meetingOf(state), now);
  const phase = phaseAt(meeting, now);
  if (phase !== 'before' && phase !== 'running') throw new Refusal('meeting/not-now');
  return meeting;
}

/** Ids come from people: one that is the name of a property of every object is an id like others. */
function voted(votes: RoomState['votes'], idea: string, by: PersonId, on: boolean): RoomState['votes'] {
  const had = Object.hasOwn(votes, idea) ? (votes[idea] ?? []) : [];
  if (had.includes(by) === on) return votes;
  const now = on ? [...had, by] : had.filter((id) => id !== by);
  if (now.length > 0 && had.length === 0 && Object.keys(votes).length >= MOST_IDEAS)
    throw new Refusal('meeting/too-many', { what: 'votes', most: MOST_IDEAS });
  const { [idea]: _, ...others } = votes;
  return now.length === 0 ? others : { ...others, [idea]: now };
}
