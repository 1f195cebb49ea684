import type { ItemId, Meeting, Phase, PersonId, PresenceHow } from './types';

/** What somebody asks for. The id is made by whoever sends it and stays the same when the network repeats it. */
export type Command = { readonly id: string } & CommandBody;

export type CommandBody =
  | { readonly kind: 'start' }
  /** Names the item it leaves, so that two of them advance once. */
  | { readonly kind: 'next' | 'previous'; readonly leaves: ItemId | null }
  | {
      readonly kind: 'setMinutes';
      readonly item: ItemId;
      readonly minutes: number;
      readonly against: Against;
    }
  /** Shares another length out over what is still ahead. */
  | { readonly kind: 'setLength'; readonly minutes: number }
  | { readonly kind: 'putOff'; readonly item: ItemId }
  | { readonly kind: 'handOver'; readonly to: PersonId }
  | { readonly kind: 'takeOver' | 'end' | 'reopen' }
  | {
      readonly kind: 'present';
      readonly person: PersonId;
      readonly how: PresenceHow;
      readonly through?: PersonId;
    }
  | { readonly kind: 'standIn'; readonly for: PersonId; readonly person: PersonId | null }
  | { readonly kind: 'ask' | 'withdraw' | 'give'; readonly person: PersonId }
  /** To the first of the queue. */
  | { readonly kind: 'giveNext'; readonly leaves: PersonId | null }
  /** Ends that person's turn; in a round the floor passes to the next. */
  | { readonly kind: 'endTurn'; readonly person: PersonId }
  | { readonly kind: 'round'; readonly milliseconds: number }
  | { readonly kind: 'endRound' };

/** Where minutes go to or come from: one item, those still ahead, or the end of the meeting. */
export type Against =
  { readonly kind: 'item'; readonly item: ItemId } | { readonly kind: 'ahead' } | { readonly kind: 'end' };

export type CommandKind = CommandBody['kind'];
export type Who =
  | 'chair'
  | 'organiser'
  /** Whose agenda it is until the meeting begins. */
  | 'organiserBefore'
  | 'anybody'
  | 'anybodyAfterPlannedEnd'
  | 'anybodyWhenChairIsGone';

/** The states and transitions: in which phases a command is possible, and who may give it. */
export const RULES: Readonly<
  Record<CommandKind, { readonly phases: readonly Phase[]; readonly who: readonly Who[] }>
> = {
  start: { phases: ['before'], who: ['chair', 'organiser'] },
  next: { phases: ['running'], who: ['chair'] },
  previous: { phases: ['running', 'closing'], who: ['chair'] },
  setMinutes: { phases: ['before', 'running'], who: ['chair'] },
  setLength: { phases: ['before', 'running'], who: ['chair'] },
  putOff: { phases: ['before', 'running'], who: ['chair', 'organiserBefore'] },
  handOver: { phases: ['before', 'running', 'closing'], who: ['chair'] },
  takeOver: { phases: ['before', 'running', 'closing'], who: ['anybodyWhenChairIsGone'] },
  end: { phases: ['running', 'closing'], who: ['chair', 'organiser', 'anybodyAfterPlannedEnd'] },
  reopen: { phases: ['ended'], who: ['chair', 'organiser', 'anybodyAfterPlannedEnd'] },
  present: { phases: ['before', 'running', 'closing'], who: ['anybody'] },
  standIn: { phases: ['before', 'running', 'closing'], who: ['anybody'] },
  ask: { phases: ['running', 'closing'], who: ['anybody'] },
  withdraw: { phases: ['running', 'closing'], who: ['anybody'] },
  give: { phases: ['running', 'closing'], who: ['anybody'] },
  giveNext: { phases: ['running', 'closing'], who: ['chair'] },
  endTurn: { phases: ['running', 'closing'], who: ['anybody'] },
  round: { phases: ['running', 'closing'], who: ['chair'] },
  endRound: { phases: ['running', 'closing'], who: ['chair'] },
};

/** What the command asks for is already so, or its moment has passed: it changes nothing and is no mistake. */
export function isOutdated(meeting: Meeting, command: CommandBody): boolean {
  switch (command.kind) {
    case 'start':
      return meeting.startedAt !== null;
    case 'next':
    case 'previous':
      return meeting.startedAt !== null && (meeting.current?.item ?? null) !== command.leaves;
    case 'end':
      return meeting.phase === 'ended';
    case 'reopen':
      return meeting.phase !== 'ended' && meeting.startedAt !== null;
    case 'giveNext':
      return (meeting.floor.speaker?.person ?? null) !== command.leaves;
    case 'endTurn':
      return meeting.floor.speaker?.person !== command.person;
    default:
      return false;
  }
}
