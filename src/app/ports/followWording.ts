import type { Agenda, Language } from '../../domain/agenda/types';
import type { BalanceMode } from '../../domain/balance/types';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import type { Series, SeriesKind } from '../../domain/rhythm/series';
import type { Instant } from '../../domain/time/types';
import type { OwnEntry } from './seriesCalendar';
import type { Notice } from './announcing';

/** Words that the follow-up sends or stores; locale's, in the language of the series, whatever the screen's. */
export interface FollowWording {
  readonly language: Language;
  template(kind: SeriesKind, language: Language): Agenda;
  /** The agenda as it stands in an invitation. */
  agendaHtml(agenda: Agenda): string;
  /** The message after a session: HTML with every text escaped, nothing internal. */
  afterSession(told: AfterSession): string;
  prepareEntry(
    series: Series,
    /** `link`: where its meeting is entered, where that is known to be Teams. */
    session: { readonly start: Instant; readonly minutes: number; readonly link?: string },
  ): Pick<OwnEntry, 'subject' | 'html'>;
  notice(
    kind: Notice['kind'],
    told: {
      readonly series: string;
      readonly by: string;
      readonly what: string;
      readonly language: Language;
    },
  ): Notice;
  cancelled(series: Series): string;
  /** What was asked of the organiser, in one plain line. */
  asked(series: Series, change: RhythmChange): string;
  /** What a series measures, as the end of a sentence. */
  measures(mode: BalanceMode, language: Language): string;
  /** What a series is asked to measure, as what somebody proposes. */
  measuring(mode: 'areas' | 'persons', language: Language): string;
  taskNote(problem: string, doneBy: string | undefined): string;
  /** What people call an area that was given no name; without it such an area has no category in Planner. */
  areaName?(area: string, language: Language): string;
  /** The twin of a record, for people of the company; without it a record that changes leaves its twin as it is. */
  minutes?(record: MeetingRecord): string;
}

/** People by their names; days as 'YYYY-MM-DD'. */
export type AfterSession = {
  readonly series: Series;
  readonly next: { readonly start: Instant; readonly chair: string | null } | null;
  /** Open promises that outsiders may read. */
  readonly promises: readonly { readonly text: string; readonly owner: string; readonly due: string }[];
  readonly more: number;
  /** The next session that does not take place, and why. */
  readonly breakAhead: {
    readonly start: Instant;
    readonly why: 'pause' | 'skipped';
    readonly label: string;
  } | null;
};
