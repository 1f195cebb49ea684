import type { AgendaKind } from '../agenda/types';
import { phaseWantsMany } from '../balance/alarm';
import { UNCOUNTED } from '../balance/stints';
import type { BalanceEvent, BalanceMode, MarkSource } from '../balance/types';
import type { Instant, Interval } from '../time/types';
import { isHere, speaksFor } from './people';
import type { RoomCommand, RoomState, Seed } from './room';
import type { ItemId, Meeting, PersonId } from './types';

/** Who had the floor, in a meeting that measures it: the server's alone, and in no shared state. */
export type BalanceLog = {
  /** In the order in which it happened. Who does not take part is in it as UNCOUNTED. */
  readonly events: readonly BalanceEvent[];
  /** When those who are counted were there while the meeting ran; `until` is null while they are. */
  readonly here: readonly Stretch[];
  readonly items: readonly { readonly item: ItemId; readonly from: Instant }[];
  /** Everybody else is counted. */
  readonly as: Readonly<Record<PersonId, 'declined' | 'shown'>>;
  readonly nudges: readonly { readonly at: Instant; readonly area: string }[];
};
type Stretch = { readonly person: PersonId; readonly from: Instant; readonly until: Instant | null };

/** More than two hours of a signal that changes each second. The log is closed there, and what was counted stands. */
export const MOST_EVENTS = 8000;
const MOST_STRETCHES = 5000;
const MOST_ITEMS = 200;

const ORDER: readonly BalanceMode[] = ['off', 'areas', 'persons'];

/** What an agenda may have measured under the tenant's cap. */
export function underCap({ balance, ...seed }: Seed, cap: BalanceMode): Seed {
  if (balance === undefined || cap === 'off') return seed;
  const mode = ORDER.indexOf(balance.mode) > ORDER.indexOf(cap) ? cap : balance.mode;
  return { ...seed, balance: { ...balance, mode } };
}

/** The log of a meeting whose agenda comes now; null where nothing was agreed before. Never backwards. */
export function begunLog({ balance }: Seed, now: Instant): BalanceLog | null {
  if (balance === undefined || balance.since > now) return null;
  const as = Object.fromEntries(balance.declined.map((id) => [id, 'declined'] as const));
  return { events: [], here: [], items: [], as, nudges: [] };
}

/** Whether that somebody may take part at all: of an area, and not from outside. */
export const mayTakePart = ({ people }: Meeting, person: PersonId): boolean =>
  people.some(({ id, area, outsider }) => id === person && area !== '' && outsider !== true);

export const isCounted = (meeting: Meeting, { as }: BalanceLog, person: PersonId): boolean =>
  mayTakePart(meeting, person) && as[person] !== 'declined';

export const isOn = (meeting: Meeting | null): meeting is Meeting =>
  meeting?.phase === 'running' || meeting?.phase === 'closing';

export const isFull = ({ events }: BalanceLog): boolean => events.length >= MOST_EVENTS;

/** What made the change: somebody's command, or nobody's. */
export type Cause = { readonly command: RoomCommand; readonly by: PersonId } | null;

/** The log after the meeting changed from one state to the next. */
export function loggedChange(
  log: BalanceLog,
  before: Meeting | null,
  after: Meeting | null,
  cause: Cause,
  now: Instant,
): BalanceLog {
  const [was, is] = [isOn(before), isOn(after)];
  if (after === null || (!was && !is)) return log;
  const at = Math.max(now, log.events.at(-1)?.at ?? now);
  const counted = (person: PersonId) => isCounted(after, log, person);
  const events: BalanceEvent[] = [];
  const item = is ? (after.current?.item ?? null) : null;
  const begins = is && (!was || (before?.current?.item ?? null) !== item);
  if (begins) {
    const begun = after.items.find(({ id }) => id === item);
    const owner = begun !== undefined && isPresented(begun.kind) ? (begun.owner ?? null) : null;
    events.push({ at, kind: 'owner', person: owner !== null && counted(owner) ? owner : null });
  }
  const [spoke, speaks] = [before?.floor.speaker ?? null, after.floor.speaker];
  if (is && (spoke?.person !== speaks?.person || spoke?.since !== speaks?.since)) {
    const person = speaks === null ? null : counted(speaks.person) ? speaks.person : UNCOUNTED;
    events.push({ at, kind: 'mark', person, source: sourceOf(after, cause) });
  }
  if (!is) events.push({ at, kind: 'end' });
  const logged = withEvents(log, events);
  const more = begins && item !== null && log.items.length < MOST_ITEMS;
  return withPresence(more ? { ...logged, items: [...log.items, { item, from: at }] } : logged, after, at);
}

/** Whose mark it is. Who is stood for speaks through that panel as if it were theirs; anybody else's press is the chair's kind. */
function sourceOf(meeting: Meeting, cause: Cause): MarkSource {
  const kind = cause?.command.kind;
  if (kind === 'giveNext') return 'queue';
  if (kind === 'round' || (kind !== 'give' && meeting.floor.round !== null)) return 'round';
  const of = meeting.floor.speaker?.person ?? (cause?.by === meeting.chair ? undefined : cause?.by);
  return cause !== null && of !== undefined && speaksFor(meeting, cause.by, of) ? 'self' : 'chair';
}

/** The log with more events; the last one that has room in it is an end. */
export function withEvents(log: BalanceLog, more: readonly BalanceEvent[]): BalanceLog {
  const room = MOST_EVENTS - log.events.length;
  if (more.length === 0 || room <= 0) return log;
  const last = more[room - 1];
  const fit = last === undefined ? more : [...more.slice(0, room - 1), { at: last.at, kind: 'end' as const }];
  return { ...log, events: [...log.events, ...fit] };
}

/** Stretches end for who is no longer there, and begin for who is. */
export function withPresence(log: BalanceLog, meeting: Meeting, at: Instant): BalanceLog {
  const on = isOn(meeting);
  const there = (person: PersonId) => on && isHere(meeting, person) && isCounted(meeting, log, person);
  const open = new Set(log.here.filter(({ until }) => until === null).map(({ person }) => person));
  const gone = [...open].some((person) => !there(person));
  const come = meeting.people.map(({ id }) => id).filter((id) => !open.has(id) && there(id));
  if (!gone && come.length === 0) return log;
  const kept = log.here.map((one) =>
    one.until === null && !there(one.person) ? { ...one, until: at } : one,
  );
  const more = come.map((person) => ({ person, from: at, until: null }));
  return { ...log, here: kept.length + more.length > MOST_STRETCHES ? kept : [...kept, ...more] };
}

/** When somebody was there, until now. */
export const spansOf = ({ here }: BalanceLog, person: PersonId, now: Instant): readonly Interval[] =>
  here.flatMap(({ person: one, from, until }) =>
    one === person && (until ?? now) > from ? [{ from, until: until ?? now }] : [],
  );

/** Whether the log says now that somebody speaks. */
function isHeard({ events }: BalanceLog): boolean {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at];
    if (event?.kind === 'speaking') return event.on;
  }
  return false;
}

/** The host's signal of all panels together, where it is another than the log has and the meeting runs. */
export function withSignal(log: BalanceLog, meeting: Meeting | null, on: boolean, now: Instant): BalanceLog {
  if (!isOn(meeting)) return log;
  if (isHeard(log) === on) return log;
  return withEvents(log, [{ at: Math.max(now, log.events.at(-1)?.at ?? now), kind: 'speaking', on }]);
}

/** What the tenant no longer allows, or the team no longer wants, is gone from a room and from an agenda that waits in it. */
export function stateUnderCap({ balance, ...state }: RoomState, cap: BalanceMode): RoomState {
  const { proposed } = state;
  const allowed = proposed === null ? null : { ...proposed, seed: underCap(proposed.seed, cap) };
  if (balance === undefined || cap === 'off') return { ...state, proposed: allowed };
  const mode = ORDER.indexOf(balance.mode) > ORDER.indexOf(cap) ? cap : balance.mode;
  return { ...state, proposed: allowed, balance: { ...balance, mode } };
}

/** Where many are to speak, what nobody marked is not supposed to be the owner's; a topic may be either. */
const isPresented = (kind: AgendaKind): boolean => kind === 'topic' || !phaseWantsMany(kind);
