import { TIERS } from '../faults';
import type { Caller } from '../types';

/** What the tenant's administrator has decided about transcripts (facts/graph.md, section 6). */
export type TenantSwitches = {
  /** Teams admin centre: Graph access to transcripts. */
  readonly transcripts: boolean;
  /** … with the names of who speaks. */
  readonly attribution: boolean;
  /** Contents have to be paid for, as they were until 2026. */
  readonly metered: boolean;
  /** Whoever was invited finds the meeting by its address too, as connectors of 2026 do; in 2022 it was 403. */
  readonly attendees: boolean;
  /** Consent to the scopes of the tier `transcripts`. */
  readonly consent: boolean;
};

export const SWITCHES = ['transcripts', 'attribution', 'metered', 'attendees', 'consent'] as const;

/** The switches of a tenant, both of Teams' own off as they are since July 2026. */
export class Switches {
  private state: TenantSwitches = {
    transcripts: false,
    attribution: false,
    metered: false,
    attendees: false,
    consent: true,
  };

  now(): TenantSwitches {
    return this.state;
  }

  set(change: Partial<TenantSwitches>): void {
    this.state = { ...this.state, ...change };
  }

  /** The caller without what nobody consented to. */
  limited(caller: Caller): Caller {
    if (this.state.consent) return caller;
    const withheld = TIERS['transcripts'] ?? [];
    return { ...caller, scopes: caller.scopes.filter((scope) => !withheld.includes(scope)) };
  }
}
