import type { TalkReading } from '../../app/balance/talkReadingView';
import type { ZoneName } from '../../domain/time/types';
import type { Locale } from '../../locale/createLocale';
import type { TalkWords } from '../../locale/es/talkWords';

/** What the parts of one session's balance are drawn from, whichever surface they stand in. */
export type TalkProps = {
  readonly desk: TalkReading;
  readonly locale: Locale;
  readonly words: TalkWords;
  readonly zone: ZoneName;
  /** In the order of the series. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** Of the company, who could have spoken. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Of the agenda's items, as far as this person may see them. */
  readonly titles: Readonly<Record<string, string>>;
  /** Short name; empty where nobody knows it. */
  readonly organiser: string;
};
