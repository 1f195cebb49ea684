/** Somebody with an address, as mails name them. */
export type Party = { readonly name: string; readonly address: string };

export const ATTENDEE_TYPES = ['required', 'optional', 'resource'] as const;
export const STATUSES = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] as const;
export const SENSITIVITIES = ['normal', 'personal', 'private', 'confidential'] as const;
export const IMPORTANCES = ['low', 'normal', 'high'] as const;
export type ShowAs = (typeof STATUSES)[number];
export type ResponseKind =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export type Invitee = Party & { readonly type: (typeof ATTENDEE_TYPES)[number] };

/** A moment with the zone it was written in: its IANA name and the name that was sent. */
export type Moment = { readonly instant: number; readonly zone: string; readonly zoneName: string };

/** What one date of a series may have otherwise than the series. */
export type Details = {
  readonly subject: string;
  /** As the mail system keeps it: a whole document. */
  readonly bodyHtml: string;
  readonly start: Moment;
  readonly end: Moment;
  readonly isAllDay: boolean;
  readonly attendees: readonly Invitee[];
  readonly location: string;
  readonly showAs: ShowAs;
  readonly sensitivity: (typeof SENSITIVITIES)[number];
  readonly importance: (typeof IMPORTANCES)[number];
  readonly categories: readonly string[];
  readonly reminderMinutes: number;
  readonly isReminderOn: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
};

export type Pattern = {
  readonly type:
    'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
  readonly interval: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly daysOfWeek: readonly DayOfWeek[];
  readonly firstDayOfWeek: DayOfWeek;
  readonly index: 'first' | 'second' | 'third' | 'fourth' | 'last';
};
export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type DayOfWeek = (typeof DAYS)[number];

export type Range = {
  readonly type: 'endDate' | 'noEnd' | 'numbered';
  /** 'YYYY-MM-DD' */
  readonly startDate: string;
  readonly endDate?: string;
  readonly numberOfOccurrences?: number;
  readonly zoneName: string;
};
export type Recurrence = { readonly pattern: Pattern; readonly range: Range };

/** An event as its organiser keeps it; the others' calendars show it through copies. */
export type Meeting = {
  /** 32 hexadecimal digits; the same for everybody. */
  readonly key: string;
  readonly organiserId: string;
  readonly organiser: Party;
  readonly created: number;
  readonly transactionId?: string;
  details: Details;
  recurrence?: Recurrence | undefined;
  /** By the midnight of the original date, as local milliseconds. */
  readonly exceptions: Map<number, Partial<Details>>;
  readonly cancelledDays: Set<number>;
  joinUrl?: string | undefined;
  /** Before this moment the join URL is not yet told. */
  joinUrlSince: number;
  modified: number;
  revision: number;
  /** Rounds of mails to the attendees: the invitation and each update. */
  mails: number;
  readonly copies: Copy[];
};

/** One person's view of a meeting, with an id of its own. */
export type Copy = {
  /** 32 hexadecimal digits. */
  readonly key: string;
  readonly ownerId: string;
  /** Lower case. */
  readonly address: string;
  readonly meeting: Meeting;
  response: { kind: ResponseKind; at: number };
  /** What only this person sees so. */
  personal: Partial<Details>;
  /** Custom properties by their id in canonical spelling. */
  readonly properties: Map<string, string>;
  revision: number;
};

/** One event in one calendar: a single one, a series as a whole, or one of its dates. */
export type Placed = {
  readonly copy: Copy;
  readonly kind: 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception';
  /** The midnight of the original date, for dates of a series. */
  readonly day?: number;
  readonly originalStart?: number;
  readonly details: Details;
};

export const isOrganiser = ({ ownerId, meeting }: Copy): boolean => ownerId === meeting.organiserId;
