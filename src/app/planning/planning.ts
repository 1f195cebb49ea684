import type { AgendaItem } from '../../domain/agenda/types';
import type { Area, MemberRole, Period, SeriesKind, Site } from '../../domain/rhythm/series';
import type { Relax } from '../../domain/slots/types';
import type { CalendarDay, Instant, WeekWindow } from '../../domain/time/types';
import type { Readable } from '../ports/composeHost';
import type { Found } from '../ports/directory';
import type { PersonIdentity } from '../ports/identity';
import type { PlanView } from './planView';

/** The compose pane without its drawing: what is shown, and what a person can do. Nothing throws; failures are notices. */
export type Planning = {
  readonly view: Readable<PlanView>;
  /** Lets go of every subscription and cancels what is under way; called when the pane closes. */
  end(): void;

  /** Where an administrator consents to a tier for everybody: to be handed on. */
  readonly adminConsent: PersonIdentity['adminConsent'];
  signIn(): void;
  /** Repeats the step that failed. */
  retry(): void;
  dismiss(): void;

  openAreas(): void;
  openSeries(): void;
  openAgenda(): void;
  openSessions(): void;
  /** Back to the slots; what was edited and not saved is dropped. */
  back(): void;

  areas: {
    find(text: string): void;
    add(person: Found | { readonly mail: string; readonly name: string }, area: string): void;
    remove(member: string): void;
    setRole(member: string, role: MemberRole): void;
    setStandIn(member: string, keyPerson: string | undefined): void;
    setSite(member: string, site: string): void;
    /** Hours typed by hand; undefined goes back to the mailbox's and the site's. */
    setHours(member: string, hours: readonly WeekWindow[] | undefined): void;
    move(member: string, area: string): void;
    setQuorum(area: string, quorum: number): void;
    setProtected(area: string, times: Area['protectedTimes']): void;
    setPeriods(area: string, periods: readonly Period[]): void;
    editSite(site: Site): void;
    /** Keeps the areas in the series' home and goes to the slots. */
    save(): void;
  };

  series: {
    change(change: {
      readonly kind?: SeriesKind;
      readonly minutes?: number;
      readonly every?: number;
      readonly times?: number;
      readonly from?: CalendarDay;
      readonly title?: string;
      readonly language?: 'es' | 'en';
      readonly pauses?: readonly Period[];
    }): void;
    /** Goes on with the areas of a series that has a file; any other id starts a new series on the present areas. */
    use(id: string): void;
    save(): void;
  };

  /** Relaxes one rule or person, as the search proposed it, and searches again; kept with what is planned then. */
  relax(change: Relax): void;

  /** Stops loading; what has arrived stays. */
  cancel(): void;
  choose(option: number): void;

  sessions: {
    /** Chooses, or no longer chooses, the alternative of this occurrence. */
    toggle(original: Instant): void;
    /** Moves what was chosen earlier, on the series that is on the calendar now. */
    applyWaiting(): void;
    dropWaiting(): void;
  };

  agenda: {
    add(item: Omit<AgendaItem, 'minutes'>, at: number): void;
    remove(at: number): void;
    move(at: number, to: number): void;
    change(at: number, change: Partial<AgendaItem>): void;
    /** The template of the series' kind and language again. */
    reset(): void;
    save(): void;
  };

  /** Fills the form; asks first when something typed by hand would go. */
  insert(): void;
  /** Makes the event as a Teams meeting, then closes the form. */
  createInTeams(): void;
  /** The answer to the view's question. */
  answer(overwrite: boolean): void;
  undo(): void;
};
