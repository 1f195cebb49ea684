import type { Visit } from '../rooms/store';
import type { RoomPart } from '../../room/wire';

/** One thing that a store is told to write. */
export type Change =
  | { readonly kind: 'append'; readonly room: string; readonly part: RoomPart; readonly data: Uint8Array }
  /** All updates of a part so far go. */
  | { readonly kind: 'clear'; readonly room: string; readonly part: RoomPart }
  | { readonly kind: 'private'; readonly room: string; readonly text: string }
  | { readonly kind: 'log'; readonly room: string; readonly part: number; readonly text: string }
  /** The log has no parts from that one on. */
  | { readonly kind: 'cut'; readonly room: string; readonly from: number }
  | { readonly kind: 'recorded'; readonly room: string; readonly at: number }
  /** Who was there, or is not any more; of no owner: whoever asked Graph writes it. */
  | { readonly kind: 'visit'; readonly room: string; readonly person: string; readonly visit: Visit | null };

/** About as much as it holds in memory. */
export function sizeOf(change: Change): number {
  if (change.kind === 'append') return 200 + change.data.length;
  return 'text' in change ? 200 + change.text.length : 200;
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** What is left of many changes when only the outcome counts, in an order in which it may be written. */
export type Outcome = {
  readonly clears: readonly Of<'clear'>[];
  readonly appends: readonly Of<'append'>[];
  readonly privates: readonly Of<'private'>[];
  readonly recorded: readonly Of<'recorded'>[];
  readonly cuts: readonly Of<'cut'>[];
  readonly logs: readonly Of<'log'>[];
  readonly visits: readonly Of<'visit'>[];
};

/** Updates that were compacted before they were written are never written; of everything else the last word counts. */
export function outcomeOf(changes: readonly Change[]): Outcome {
  const clears = new Map<string, Of<'clear'>>();
  let appends: Of<'append'>[] = [];
  const privates = new Map<string, Of<'private'>>();
  const recorded = new Map<string, Of<'recorded'>>();
  const cuts = new Map<string, Of<'cut'>>();
  const logs = new Map<string, Of<'log'>>();
  const visits = new Map<string, Of<'visit'>>();
  const mark = (...parts: readonly (string | number)[]) => JSON.stringify(parts);
  for (const change of changes) {
    const { room } = change;
    switch (change.kind) {
      case 'append':
        appends.push(change);
        break;
      case 'clear':
        clears.set(mark(room, change.part), change);
        appends = appends.filter((one) => one.room !== room || one.part !== change.part);
        break;
      case 'private':
        privates.set(room, change);
        break;
      case 'recorded':
        // The first time counts.
        if (!recorded.has(room)) recorded.set(room, change);
        break;
      case 'cut':
        for (const [name, log] of logs) if (log.room === room && log.part >= change.from) logs.delete(name);
        if ((cuts.get(room)?.from ?? Infinity) > change.from) cuts.set(room, change);
        break;
      case 'log':
        logs.set(mark(room, change.part), change);
        break;
      case 'visit':
        visits.set(mark(room, change.person), change);
    }
  }
  return {
    clears: [...clears.values()],
    appends,
    privates: [...privates.values()],
    recorded: [...recorded.values()],
    cuts: [...cuts.values()],
    logs: [...logs.values()],
    visits: [...visits.values()],
  };
}
