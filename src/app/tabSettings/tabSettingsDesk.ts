import type { SeriesKind } from '../../domain/rhythm/series';
import type { Readable } from '../ports/composeHost';
import type { Failure } from '../ports/failure';
import type { PersonIdentity } from '../ports/identity';

/** What the dialog shows that adds the tab to a channel. */
export type TabSettingsView =
  | { readonly screen: 'starting' }
  /** Nobody is signed in, or consent is missing: one press opens the window for it. */
  | { readonly screen: 'signIn'; readonly failure: Failure | null }
  /** The series could not be read; it is tried again by a press. */
  | { readonly screen: 'failed'; readonly failure: Failure }
  /** There is nothing to follow up yet: planning is done in Outlook. */
  | { readonly screen: 'noSeries'; readonly unreadable: readonly string[] }
  | {
      readonly screen: 'choose';
      readonly series: readonly SeriesChoice[];
      readonly chosen: string;
      /** Files of series that cannot be read: named, and left as they are. */
      readonly unreadable: readonly string[];
      readonly saving: boolean;
      /** What kept the last try from being saved. */
      readonly failure: Failure | null;
    };

export type SeriesChoice = {
  readonly id: string;
  readonly title: string;
  readonly kind: SeriesKind;
  /** Its file stands in my own app folder: the others of the team would see an empty tab. */
  readonly onlyMine: boolean;
  /** It is followed up in another channel until now. */
  readonly elsewhere: boolean;
};

/** The dialog without its drawing; nothing throws. */
export type TabSettingsDesk = {
  readonly view: Readable<TabSettingsView>;
  /** Where an administrator consents to a tier for everybody: to be handed on. */
  readonly adminConsent: PersonIdentity['adminConsent'];
  signIn(): void;
  retry(): void;
  choose(series: string): void;
};
