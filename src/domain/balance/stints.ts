import type { PersonId } from '../meeting/types';
import type { Instant } from '../time/types';
import type { BalanceEvent, MarkSource } from './types';

/** Somebody whose speech is counted for nobody: what a log holds in place of the id of who does not take part. */
export const UNCOUNTED: PersonId = '';

/** When a mark was forgotten; milliseconds. */
export type Limits = {
  /** So long nobody is heard. */
  readonly silence: number;
  /** So long it stands without a new one. */
  readonly longest: number;
};

/** From a simulation of people who mark: see docs/balance.md. */
export const LIMITS: Limits = { silence: 20_000, longest: 5 * 60_000 };

/** Time somebody was marked, or is supposed to have had the floor; what was said in it is theirs. Half-open. */
export type Stint = {
  readonly person: PersonId;
  readonly source: MarkSource;
  readonly from: Instant;
  readonly until: Instant;
};

type Open = { readonly person: PersonId; readonly source: MarkSource; readonly from: Instant };

/** What the marks say, before anybody asks what was heard. Disjoint, in the order of time; corrections are in it. */
export function stintsOf(events: readonly BalanceEvent[], limits: Limits): readonly Stint[] {
  return logOf(events, limits).closed();
}

/**
 * When the mark that stands ends by itself, if nothing else happens; an instant that is over when it has ended already.
 * Null when nobody is marked.
 */
export function markEndsAt(events: readonly BalanceEvent[]): Instant | null {
  return logOf(events, LIMITS).markEnds();
}

function logOf(events: readonly BalanceEvent[], limits: Limits): Log {
  const signal = events.some(({ kind }) => kind === 'speaking');
  const log = new Log(signal, limits);
  for (const event of events) log.take(event);
  return log;
}

class Log {
  private readonly stints: Stint[] = [];
  private now = -Infinity;
  /** Who is marked, or is supposed to speak, since when. */
  private open: Open | null = null;
  private owner: PersonId | null = null;
  /** Since when nobody is heard; null while somebody is, or where nothing tells. */
  private quietSince: Instant | null;
  /** When the last mark ended other than by another one: whoever still shows it shall take it back. */
  private endedAt: Instant | null = null;

  constructor(
    private readonly signal: boolean,
    private readonly limits: Limits,
  ) {
    this.quietSince = signal ? -Infinity : null;
  }

  take(event: BalanceEvent): void {
    this.goTo(Math.max(this.now, event.at));
    switch (event.kind) {
      case 'mark':
        if (event.person === null) this.begin(this.supposed());
        else this.begin({ person: event.person, source: event.source, from: this.now });
        this.endedAt = null;
        return;
      case 'owner':
        this.owner = event.person;
        this.begin(this.supposed());
        return;
      case 'speaking':
        if (event.on) this.quietSince = null;
        else this.quietSince ??= this.now;
        return;
      case 'correct':
        this.correct(event.person, event.from, event.until);
        return;
      case 'end':
        this.owner = null;
        this.begin(null);
    }
  }

  closed(): readonly Stint[] {
    this.begin(null);
    return this.stints.filter(({ from, until }) => until > from);
  }

  markEnds(): Instant | null {
    return this.isMarked() ? this.ends() : this.endedAt;
  }

  private goTo(now: Instant): void {
    for (let ends = this.ends(); ends <= now; ends = this.ends()) {
      const marked = this.isMarked();
      this.now = ends;
      this.begin(marked ? this.supposed() : null);
    }
    this.now = now;
  }

  private isMarked(): boolean {
    return this.open !== null && this.open.source !== 'owner';
  }

  private ends(): Instant {
    if (this.open === null) return Infinity;
    const byLength = this.open.from + this.limits.longest;
    if (this.quietSince === null || !this.isMarked()) return byLength;
    return Math.min(byLength, Math.max(this.open.from, this.quietSince) + this.limits.silence);
  }

  /** Whoever leads the item: only where a signal tells what is speech. */
  private supposed(): Open | null {
    return this.owner === null || !this.signal
      ? null
      : { person: this.owner, source: 'owner', from: this.now };
  }

  /** From now on somebody else has the floor, or nobody. */
  private begin(next: Open | null): void {
    if (this.open !== null) this.stints.push({ ...this.open, until: this.now });
    if (this.isMarked()) this.endedAt = this.now;
    this.open = next;
  }

  private correct(person: PersonId, from: Instant, until: Instant | null): void {
    const { open } = this;
    if (open?.person === person && open.from <= from) {
      // Whoever is only supposed and says no is supposed no more in this item.
      if (open.source === 'owner') this.owner = null;
      this.begin(this.supposed());
    }
    const at = this.stints.findIndex(
      (one) => one.person === person && one.from <= from && (from < one.until || from === one.from),
    );
    const one = this.stints[at];
    if (one === undefined) return;
    const ends = Math.max(one.from, Math.min(one.until, until ?? one.from));
    this.stints[at] = { ...one, until: ends };
  }
}
