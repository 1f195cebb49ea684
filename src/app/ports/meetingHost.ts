import type { HostTheme, Readable } from './composeHost';
import type { MeetingPlace } from './room';

/** Where a meeting's surface stands: Teams, or a plain browser window. Contract: tests/contracts/meetingHostContract.ts */
export interface MeetingHost {
  readonly kind: 'teams' | 'window';
  /** BCP 47. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  readonly surface: MeetingSurface;
  /** Undefined outside of a meeting. A hint: who may enter is the server's to say. */
  readonly place: MeetingPlace | undefined;
  /** A phone or tablet: item, time left, capture, ask for the floor. */
  readonly small: boolean;
  /** Tells the host that there is something to see. */
  ready(): void;
  /** Tells whether somebody speaks, nobody knows who; never called where the host has no such signal. */
  onSpeaking(handler: (speaking: boolean) => void): void;
  /** Undefined where there is no stage. Fails with denied when this person may not share. */
  readonly share: (() => Promise<void>) | undefined;
  /** Opens a link of Microsoft 365 or of our own outside of the panel. */
  openLink(url: string): Promise<void>;
  /** The address of this meeting's surface for a plain browser window; holds ids and nothing else. */
  windowAddress(): string | undefined;
}

export type MeetingSurface = 'panel' | 'tab' | 'stage';
