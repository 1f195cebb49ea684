import type { HostTheme, Readable } from './composeHost';

/** Teams' dialog in which somebody adds the tab to a meeting or a channel. */
export interface TabSettingsHost {
  /** BCP 47. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  /** Lets the person save, and saves this when they do. */
  offer(tab: TabToAdd): void;
}

export type TabToAdd = {
  readonly id: string;
  /** On our own origin. */
  readonly address: string;
  /** What stands on the tab until somebody renames it. */
  readonly name: string;
};
