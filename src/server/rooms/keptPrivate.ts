import type { PrivateState } from '../../room/keeper';

/** The log of a meeting grows each second: what is already there is not written again. */
const LOG_PART = 100;
type Event = NonNullable<PrivateState['balance']>['events'][number];

/** What is to be written, as text: the row when it is another, parts of the log by their number, and from which on it is cut. */
export type PrivateChanges = {
  readonly rest: string | undefined;
  readonly log: readonly (readonly [part: number, data: string])[];
  readonly cut: number | undefined;
};

/** `before` is what is kept already; undefined for nothing, or for what nobody knows. */
export function changesOf(state: PrivateState, before: PrivateState | undefined): PrivateChanges {
  const { rest, log } = taken(state);
  const then = before === undefined ? undefined : taken(before);
  const was = then?.log ?? NO_EVENTS;
  const parts = Math.ceil(log.length / LOG_PART);
  const changed = Array.from({ length: parts }, (_, part) => part).filter((part) => {
    const [now, old] = [partOf(log, part), partOf(was, part)];
    return now.length !== old.length || now.some((event, at) => event !== old[at]);
  });
  return {
    rest: then === undefined || !alike(rest, then.rest) ? JSON.stringify(rest) : undefined,
    log: changed.map((part) => [part, JSON.stringify(partOf(log, part))]),
    cut: then === undefined || log.length < was.length ? parts : undefined,
  };
}

const partOf = (log: readonly Event[], part: number) => log.slice(part * LOG_PART, (part + 1) * LOG_PART);

/** The private part as its row has it, and the log beside it. */
function taken(state: PrivateState): { readonly rest: PrivateState; readonly log: readonly Event[] } {
  const { balance } = state;
  if (balance === undefined) return { rest: state, log: [] };
  return { rest: { ...state, balance: { ...balance, events: NO_EVENTS } }, log: balance.events };
}
const NO_EVENTS: readonly Event[] = [];

/** The row and the parts of the log, in their order, as one again. */
export function joined(row: string, log: readonly string[]): PrivateState {
  const rest = JSON.parse(row) as PrivateState;
  if (rest.balance === undefined) return rest;
  const events = log.flatMap((part) => JSON.parse(part) as readonly Event[]);
  return { ...rest, balance: { ...rest.balance, events } };
}

/** Whether both hold the same values, two levels deep: they are never changed, only replaced. */
function alike(one: PrivateState, other: PrivateState): boolean {
  const same = (a: object, b: object, but: string | null): boolean => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every(
      (name) => name === but || (a as Record<string, unknown>)[name] === (b as Record<string, unknown>)[name],
    );
  };
  return same(one, other, 'balance') && same(one.balance ?? {}, other.balance ?? {}, null);
}
