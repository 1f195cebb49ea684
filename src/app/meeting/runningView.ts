import { isOne } from '../../domain/meeting/people';
import { EARLIEST_START, LATEST_START, REVERSIBLE } from '../../domain/meeting/phases';
import { LATE_FROM, lateStart, overTime, type Proposal } from '../../domain/meeting/proposals';
import { RULES, type CommandKind } from '../../domain/meeting/commands';
import { settled } from '../../domain/meeting/timer';
import type { Meeting, MeetingItem, PersonId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { Choice, ItemView, RunningView } from './meetingView';
import { isToDecide } from './toDecide';

/** The agenda as it stands at that moment, and what this person may do with it. */
export function runningView(
  meeting: Meeting,
  me: PersonId,
  now: Instant,
  lateAway: Instant | null,
): RunningView {
  const at = settled(meeting, now);
  const open = at.items.filter(({ putOff }) => putOff !== true);
  const current = open.findIndex(({ id }) => id === at.current?.item);
  const items = at.items.map((item) => itemView(at, item));
  const shown = (item: MeetingItem | undefined) => items.find(({ id }) => id === item?.id) ?? null;
  const may = (kind: CommandKind) =>
    RULES[kind].phases.includes(at.phase) && RULES[kind].who.some((who) => isOne(at, me, who, now));
  const mayRun = at.chair === me && at.phase !== 'ended';
  const toStart = at.planned.start - now;
  const late = at.startedAt === null ? 0 : at.startedAt - at.planned.start;
  const asksLate = at.phase === 'running' && mayRun && lateAway !== at.startedAt;
  return {
    phase: at.phase,
    items,
    at: current < 0 ? null : current + 1,
    of: open.length,
    current: shown(open[current]),
    next: shown(open.slice(current + 1).find(({ id }) => shownAhead(items, id))),
    late: late < LATE_FROM ? 0 : late,
    lateChoices: asksLate ? choices(at, lateStart(at)?.proposals ?? []) : [],
    overChoices: mayRun ? choices(at, overTime(at, now)?.proposals ?? []) : [],
    mayRun,
    mayStart: may('start') && toStart <= EARLIEST_START && -toStart <= LATEST_START,
    mayEnd: may('end'),
    mayReopen: may('reopen') && at.ended !== null && now - at.ended.at < REVERSIBLE,
  };
}

const shownAhead = (items: readonly ItemView[], id: string): boolean =>
  items.some((item) => item.id === id && item.state === 'ahead');

function itemView(meeting: Meeting, { id, kind, title, minutes, internal, putOff }: MeetingItem): ItemView {
  return {
    id,
    kind,
    title,
    minutes,
    internal: internal === true,
    state: putOff === true ? 'putOff' : stateOf(meeting, id),
    ...(isToDecide(id) && { opens: true as const }),
  };
}

function stateOf({ phase, items, current }: Meeting, id: string): ItemView['state'] {
  if (phase === 'before') return 'ahead';
  if (current === null) return 'over';
  const place = items.findIndex((item) => item.id === id);
  const now = items.findIndex((item) => item.id === current.item);
  return place < now ? 'over' : place === now ? 'now' : 'ahead';
}

const choices = ({ items }: Meeting, proposals: readonly Proposal[]): readonly Choice[] =>
  proposals.map((proposal) => ({
    kind: proposal.kind,
    title: 'item' in proposal ? (items.find(({ id }) => id === proposal.item)?.title ?? null) : null,
    by: 'by' in proposal ? proposal.by : null,
    until: 'until' in proposal ? proposal.until : null,
    command: proposal.command,
  }));
