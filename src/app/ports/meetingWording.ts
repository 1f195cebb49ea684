import type { Agenda } from '../../domain/agenda/types';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { TaskDraft } from '../../domain/meeting/tasks';
import type { PersonId } from '../../domain/meeting/types';
import type { CalendarDay } from '../../domain/time/types';
import type { SeriesKind } from '../../domain/rhythm/series';

/** Words that a meeting sends or stores, and the reading of a typed line; locale's. */
export interface MeetingWording {
  readonly language: 'es' | 'en';
  /** Understands "Hugo: enviar la lista antes del viernes" and its twin; both languages are read, whatever the panel's. */
  understand(
    line: string,
    people: readonly { readonly id: PersonId; readonly name: string }[],
    today: CalendarDay,
  ): Understood;
  template(kind: SeriesKind): Agenda;
  /** The name of the tab in the meeting's chat. */
  readonly tabName: string;
  /** Minutes for the chat: HTML with every text escaped, without what is internal when somebody from outside reads them. */
  minutes(record: MeetingRecord, forOutsiders: boolean): string;
  /** What stands over the minutes in a mail: whose they are and of which day. */
  minutesSubject(record: MeetingRecord): string;
  /** The item with which a monthly meeting opens: what the weekly ones could not decide, and who decides. */
  toDecide(what: string, more: number, deciders: readonly string[]): string;
  /** What is left, as it stands below the agenda in an invitation: plain lines, in the language of the agenda. */
  review(
    language: 'es' | 'en',
    open: readonly { readonly text: string; readonly owner: string; readonly due: CalendarDay }[],
  ): { readonly title: string; readonly lines: readonly string[] };
  /** The note of a task in Planner. */
  taskNote(problem: string, doneBy: string | undefined): string;
}

export type Understood =
  | { readonly kind: 'task'; readonly draft: Pick<TaskDraft, 'text' | 'owner' | 'due'> }
  | { readonly kind: 'idea' | 'decision'; readonly text: string };
