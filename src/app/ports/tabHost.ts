import type { HostTheme, Readable } from './composeHost';
import type { TeamChannel } from './announcing';

/** Where the tab of a channel, or the personal one, stands: Teams, or a plain browser window. Contract: tests/contracts/tabHostContract.ts */
export interface TabHost {
  readonly kind: 'teams' | 'window';
  /** BCP 47. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  /** The channel around the tab; undefined in the personal one and in a window without an address. A hint, no right. */
  readonly channel: TeamChannel | undefined;
  /** What the tab was configured with: the id of a series, or undefined. */
  readonly series: string | undefined;
  /** What stands in the address behind '#', or came with a link: opaque ids, never words (see follow/address). */
  readonly address: Readable<string>;
  /** Puts it there without a step back being added. */
  setAddress(address: string): void;
  /** A link to this tab with this address, to be copied. */
  linkTo(address: string): string;
  ready(): void;
  /** Opens a link of Microsoft 365 outside of the tab. */
  openLink(url: string): Promise<void>;
}
