/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** 'YYYY-MM-DD' on the calendar of the place that the field speaks of. */
export type Day = string;

/** 'HH:MM', '24:00' included. */
export type ClockTime = string;

/** The people, rooms and calendars that the demo tenant serves; plain data, the same for the same inputs. */
export interface Company {
  readonly name: string;
  /** The mail domain, such as 'valdeolmo.example'. */
  readonly domain: string;
  /** The day the company stands on; its week is week 0 of the sample data. */
  readonly today: Day;
  /** The person id of whoever plans the meetings. */
  readonly organiser: string;
  readonly people: readonly Person[];
  readonly areas: readonly Area[];
  readonly rooms: readonly Room[];
  readonly team: Team | undefined;
  /** Calendar files, or parts of them, that could not be used. */
  readonly problems: readonly CalendarProblem[];
}

/** Somebody of the directory, with their own calendar. */
export interface Person {
  /** A GUID, the same in every run. */
  readonly id: string;
  /** A label of a host name: a-z, 0-9 and '-', unique in the company. */
  readonly key: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly upn: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly city: string;
  /** ISO 3166 alpha 2, '' when nobody knows. */
  readonly country: string;
  readonly officeLocation: string;
  /** A guest's calendar is unknown to the tenant: `items` is empty and says nothing. */
  readonly guest: boolean;
  /** IANA name: what their wall clock really is, whatever the mailbox says. */
  readonly zone: string;
  readonly language: Language;
  /** What Exchange says, which need not be true; undefined when getSchedule leaves it out. */
  readonly workingHours: WorkingHours | undefined;
  /** getSchedule answers an error for this mailbox. */
  readonly fails?: true;
  readonly items: readonly CalendarItem[];
}

export type Language = 'es-ES' | 'es-CO' | 'es-MX' | 'en-GB' | 'en-US';

export interface WorkingHours {
  /** 1 = Monday to 7 = Sunday. */
  readonly days: readonly number[];
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly zone: { readonly name: string } | { readonly custom: CustomZone };
}

/** Minutes in the sign of Graph: UTC = local + bias; the daylight bias is added to it. */
export interface CustomZone {
  readonly bias: number;
  readonly standardOffset: ZoneChange;
  readonly daylightOffset: ZoneChange & { readonly daylightBias: number };
}

/** The day of the change by rule, as Graph writes it; year and month 0 mean that there is no change. */
export interface ZoneChange {
  readonly time: string;
  readonly dayOccurrence: number;
  readonly dayOfWeek: 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';
  readonly month: number;
  readonly year: number;
}

export type ItemStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';

/** One occurrence in one calendar, half-open; series are expanded. */
export interface CalendarItem {
  /** Unique within the calendar of its person. */
  readonly uid: string;
  readonly subject: string;
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** IANA name of the zone that the item was made in. */
  readonly zone: string;
  /** From midnight to midnight on the wall clock of `zone`. */
  readonly allDay: boolean;
  readonly status: ItemStatus;
  readonly isPrivate: boolean;
  /** The series that it is an occurrence of. */
  readonly seriesUid?: string;
  readonly location?: string;
  /** Nobody can know of the item before; absent when it was always there. */
  readonly knownSince?: EpochMs;
}

export interface Area {
  readonly id: string;
  readonly name: string;
  /** Person ids. */
  readonly people: readonly string[];
  /** The person id of who leads it. */
  readonly head: string;
}

export interface Room {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly capacity: number;
  readonly city: string;
  readonly zone: string;
  readonly items: readonly CalendarItem[];
}

/** The team in Teams, with its group and the site whose drive is a series' home. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly siteId: string;
  /** Person ids. */
  readonly members: readonly string[];
}

/** What is wrong with a calendar file, as data; `problemText` makes the sentence. */
export interface CalendarProblem {
  readonly code: ProblemCode;
  /** Relative to the folder, with '/' between the parts. */
  readonly file: string;
  /** From 1; absent when the problem is the file as a whole. */
  readonly line?: number;
  /** How many further lines of the file have the same trouble. */
  readonly more?: number;
  /** The limit that was hit, where there is one. */
  readonly limit?: number;
  /** The name of a zone, and nothing else of the file's content. */
  readonly zone?: string;
}

export type ProblemCode =
  | 'folderMissing'
  | 'folderEmpty'
  | 'unreadable'
  | 'tooLarge'
  | 'notCalendar'
  | 'badLine'
  | 'badValue'
  | 'unknownZone'
  | 'endlessRule'
  | 'tooManyItems'
  | 'tooManyFiles';
