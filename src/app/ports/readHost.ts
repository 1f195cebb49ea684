import type { Instant, ZoneName } from '../../domain/time/types';
import type { HostTheme, Readable } from './composeHost';

/** The appointment that somebody only reads, beside which the pane runs. Contract: tests/contracts/readHostContract.ts */
export interface ReadHost {
  /** BCP 47, as the host shows itself. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  /** The zone of the mailbox's owner, when the host knows it. */
  readonly zone: ZoneName | undefined;
  /** Fails where the host does not hand the body out. */
  read(): Promise<ShownAppointment>;
}

/** What stands in the form; everything in it was written by somebody else. */
export type ShownAppointment = {
  readonly subject: string;
  readonly bodyHtml: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Where it takes place, as it was typed. */
  readonly place: string;
  /** Whoever reads it is its organiser. */
  readonly isOrganiser: boolean;
  /** The clock on which its series is planned; undefined for a single meeting, and where nobody knows the zone. */
  readonly seriesZone: ZoneName | undefined;
};
