import type { HostTheme, Readable } from './composeHost';
import type { TeamChannel } from './announcing';

/** Teams' dialog in which somebody adds the tab to a meeting or a channel. */
export interface TabSettingsHost {
  /** BCP 47. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  /** The channel that gets the tab; undefined for a meeting's chat, and for the meeting of a channel. A hint, no right. */
  readonly channel: TeamChannel | undefined;
  /** Tells the host that there is something to see. */
  ready(): void;
  /**
   * Lets the person save. When they do, `save` is waited for and says what the tab is; where it fails nothing is saved,
   * and the dialog is told so. Undefined: there is nothing to save.
   */
  offer(save: (() => Promise<TabToAdd>) | undefined): void;
}

export type TabToAdd = {
  readonly id: string;
  /** On our own origin. */
  readonly address: string;
  /** The same outside of Teams. */
  readonly outside?: string;
  /** What stands on the tab until somebody renames it. */
  readonly name: string;
};
