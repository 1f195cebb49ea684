import type { PersonId } from '../meeting/types';
import type { Instant } from '../time/types';
import type { BalanceEvent, MarkSource } from './types';

/** Somebody whose speech is counted for nobody: what a log holds in place of the id of who does not take part. */
export const UNCOUNTED: PersonId = '';

/** So long nobody is heard, then a mark was forgotten. */
export const SILENCE = 20_000;
/** So long a mark stands without a new one. */
export const LONGEST = 5 * 60_000;

/** Time somebody was marked, or is supposed to have had the floor; what was said in it is theirs. Half-open. */
export type Stint = {
  readonly person: PersonId;
  readonly source: MarkSource;
  readonly from: Instant;
  readonly until: Instant;
};

type Open = { readonly person: PersonId; readonly source: MarkSource; readonly from: Instant };

/** What the marks say, before anybody asks what was heard. Disjoint, in the order of time; corrections are in it. */
export function stintsOf(events: readonly BalanceEvent[]): readonly Stint[] {
  const log = new Log(events.some(({ kind }) => kind === 'speaking'));
  for (const event of events) log.take(event);
  return log.closed();
}

/**
 * When the mark that stands ends by itself, if nothing else happens; an instant that is over when it has ended already.
 * Null when nobody is marked.
 */
export function markEndsAt(events: readonly BalanceEvent[]): Instant | null {
  const log = new Log(events.some(({ kind }) => kind === 'speaking'));
  for (const event of events) log.take(event);
  return log.markEnds();
}

class Log {
  private readonly stints: Stint[] = [];
  private now = -Infinity;
  private mark: Open | null = null;
  private owner: PersonId | null = null;
  private ownerSince = -Infinity;
  /** Since when nobody is heard; null while somebody is, or where nothing tells. */
  private quietSince: Instant | null = null;
  /** A mark that ended other than by a mark: whoever shows it shall take it back. */
  private endedAt: Instant | null = null;
  private over = false;

  constructor(private readonly signal: boolean) {
    if (signal) this.quietSince = -Infinity;
  }

  take(event: BalanceEvent): void {
    this.goTo(Math.max(this.now, event.at));
    switch (event.kind) {
      case 'mark':
        this.closeMark(this.now);
        this.endedAt = null;
        this.over = false;
        if (event.person === null) this.ownerSince = this.now;
        else {
          this.closeOwner();
          this.mark = { person: event.person, source: event.source, from: this.now };
        }
        return;
      case 'owner':
        this.closeMark(this.now);
        this.closeOwner();
        this.owner = event.person;
        this.ownerSince = this.now;
        this.over = false;
        return;
      case 'speaking':
        if (event.on) this.quietSince = null;
        else this.quietSince ??= this.now;
        return;
      case 'correct':
        this.correct(event.person, event.from, event.until);
        return;
      case 'end':
        this.closeMark(this.now);
        this.closeOwner();
        this.over = true;
    }
  }

  closed(): readonly Stint[] {
    this.closeMark(this.now);
    this.closeOwner();
    return this.stints.filter(({ from, until }) => until > from);
  }

  markEnds(): Instant | null {
    return this.mark === null ? this.endedAt : this.ends(this.mark);
  }

  private goTo(now: Instant): void {
    if (this.mark !== null) {
      const ends = this.ends(this.mark);
      if (ends <= now) this.closeMark(ends);
    }
    this.now = now;
  }

  private ends(mark: Open): Instant {
    const byLength = mark.from + LONGEST;
    if (!this.signal || this.quietSince === null) return byLength;
    return Math.min(byLength, Math.max(mark.from, this.quietSince) + SILENCE);
  }

  /** From then on nobody is marked, and the owner is supposed to speak. */
  private closeMark(at: Instant): void {
    if (this.mark === null) return;
    this.stints.push({ ...this.mark, until: at });
    this.mark = null;
    this.endedAt = at;
    this.ownerSince = at;
  }

  private closeOwner(): void {
    if (this.signal && !this.over && this.owner !== null && this.mark === null && this.now > this.ownerSince)
      this.stints.push({ person: this.owner, source: 'owner', from: this.ownerSince, until: this.now });
    this.ownerSince = this.now;
  }

  private correct(person: PersonId, from: Instant, until: Instant | null): void {
    const ends = until ?? from;
    if (this.mark !== null && this.mark.person === person && this.mark.from <= from) {
      this.closeMark(this.now);
      this.ownerSince = this.now;
    } else if (this.mark === null) this.closeOwner();
    const at = this.stints.findIndex(
      (one) => one.person === person && one.from <= from && (from < one.until || from === one.from),
    );
    const one = this.stints[at];
    if (one !== undefined)
      this.stints[at] = {
        ...one,
        until: until === null ? one.from : Math.max(one.from, Math.min(one.until, ends)),
      };
  }
}
