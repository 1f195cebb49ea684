import type { Company, Person, WorkingHours } from '../../company/types';
import { badRequest } from '../http/errors';
import { type Json, Reader } from '../http/body';
import { dateTimeIn } from '../zones';
import { momentOf } from './eventInput';
import { showAsOf } from './eventOutput';
import type { Mailboxes } from './mailboxes';
import type { ShowAs } from './model';
import type { Window } from './occurrences';

const MOST_MAILBOXES = 100;
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;
const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** One digit for each interval; the most blocking item wins. */
const DIGITS: Readonly<Record<ShowAs, number>> = {
  free: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
  workingElsewhere: 4,
  unknown: 0,
};
const RANK: Readonly<Record<ShowAs, number>> = {
  free: 0,
  unknown: 0,
  workingElsewhere: 1,
  tentative: 2,
  busy: 3,
  oof: 4,
};

type Entry = {
  readonly status: ShowAs;
  readonly from: number;
  readonly until: number;
  readonly subject: string;
  readonly location: string;
  readonly isPrivate: boolean;
};

export type Scheduling = {
  readonly company: Company;
  readonly mailboxes: Mailboxes;
  /** A mailbox that somebody told to fail. */
  readonly failing: (address: string) => boolean;
  /** Whether the owner lets this reader see more than that they are busy. */
  readonly sharesDetails: (ownerId: string, readerId: string) => boolean;
};

export type ScheduleRequest = {
  readonly addresses: readonly string[];
  readonly window: Window;
  readonly intervalMs: number;
};

/** Reads the parameters, whose names come in any case; what is out of bounds is refused as a whole. */
export function scheduleRequestOf(body: Json): ScheduleRequest {
  const spelled = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const interval = spelled['availabilityviewinterval'];
  const reader = new Reader(
    { ...spelled, ...(typeof interval === 'string' && { availabilityviewinterval: Number(interval) }) },
    'getSchedule',
    ['schedules', 'starttime', 'endtime', 'availabilityviewinterval'],
  );
  const addresses = reader.texts('schedules');
  const start = momentOf(reader.object('starttime'));
  const end = momentOf(reader.object('endtime'));
  const minutes = reader.whole('availabilityviewinterval') ?? 30;
  if (addresses === undefined || start === undefined || end === undefined)
    throw badRequest('The parameters schedules, startTime and endTime are needed.', 'ErrorInvalidParameter');
  if (addresses.length > MOST_MAILBOXES)
    throw badRequest(
      `The size of the mailbox data array is too big. Allowed size = ${MOST_MAILBOXES}; current size = ${addresses.length}.`,
      'ErrorMailboxDataArrayTooBig',
    );
  if (minutes < 5 || minutes > 1440)
    throw badRequest(
      'The interval must be between 5 and 1440 minutes.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  const window = { from: start.instant, until: end.instant };
  if (window.until <= window.from)
    throw badRequest('The end of the interval is not after its start.', 'ErrorInvalidTimeInterval');
  // A clock change inside makes the window of 62 calendar days an hour longer or shorter.
  if (window.until - window.from >= MOST_DAYS * DAY_MS)
    throw badRequest(
      `The requested time duration exceeds the limit of ${MOST_DAYS} days.`,
      'ErrorTimeIntervalTooBig',
    );
  return { addresses, window, intervalMs: minutes * 60_000 };
}

/** What one mailbox says of itself to whoever asks. */
export function scheduleOf(
  { company, mailboxes, failing, sharesDetails }: Scheduling,
  address: string,
  readerId: string,
  { window, intervalMs }: ScheduleRequest,
  zoneName: string,
): Readonly<Record<string, unknown>> {
  const owner = mailboxes.ownerAt(address);
  const person = company.people.find(({ id }) => id === owner?.id);
  if (owner === undefined) return failed(address, 'ErrorMailRecipientNotFound', 'The mailbox was not found.');
  if (person?.fails === true || failing(address))
    return failed(
      address,
      'ErrorFreeBusyGenerationFailed',
      'The availability of the mailbox could not be generated.',
    );
  const entries = entriesOf(mailboxes, owner.id, window);
  const open = owner.id === readerId || sharesDetails(owner.id, readerId);
  return {
    scheduleId: address,
    availabilityView: viewOf(entries, window, intervalMs),
    scheduleItems: entries.map((entry) => itemJson(entry, open, zoneName)),
    ...(person?.workingHours !== undefined && { workingHours: hoursJson(person.workingHours) }),
    ...(owner.isRoom && { workingHours: hoursJson(roomHours(company, owner.id)) }),
  };
}

function entriesOf(mailboxes: Mailboxes, ownerId: string, window: Window): readonly Entry[] {
  const items = mailboxes.itemsIn(ownerId, window).map((item): Entry => ({
    status: item.status,
    from: item.from,
    until: item.until,
    subject: item.subject,
    location: item.location ?? '',
    isPrivate: item.isPrivate,
  }));
  const made = mailboxes.madeIn(ownerId, window).map((placed): Entry => ({
    status: showAsOf(placed),
    from: placed.details.start.instant,
    until: placed.details.end.instant,
    subject: placed.details.subject,
    location: placed.details.location,
    isPrivate: placed.details.sensitivity === 'private' || placed.details.sensitivity === 'confidential',
  }));
  return [...items, ...made].sort((a, b) => a.from - b.from || a.until - b.until);
}

function viewOf(entries: readonly Entry[], { from, until }: Window, step: number): string {
  const ranks = new Uint8Array(Math.ceil((until - from) / step));
  const digits = new Uint8Array(ranks.length);
  for (const entry of entries) {
    const last = Math.min(ranks.length, Math.ceil((entry.until - from) / step));
    for (let at = Math.max(0, Math.floor((entry.from - from) / step)); at < last; at++) {
      if (RANK[entry.status] <= (ranks[at] ?? 0)) continue;
      ranks[at] = RANK[entry.status];
      digits[at] = DIGITS[entry.status];
    }
  }
  return digits.join('');
}

function itemJson(entry: Entry, open: boolean, zoneName: string) {
  return {
    ...(open && { isPrivate: entry.isPrivate }),
    status: entry.status,
    ...(open && !entry.isPrivate && { subject: entry.subject, location: entry.location }),
    start: dateTimeIn(entry.from, zoneName),
    end: dateTimeIn(entry.until, zoneName),
  };
}

/** Unknown is never free: no items, no view. */
function failed(scheduleId: string, responseCode: string, message: string) {
  return { scheduleId, error: { message, responseCode } };
}

export function hoursJson({ days, start, end, zone }: WorkingHours): Readonly<Record<string, unknown>> {
  return {
    daysOfWeek: days.map((day) => DAY_NAMES[day - 1]),
    startTime: `${start}:00.0000000`,
    endTime: `${end === '24:00' ? '00:00' : end}:00.0000000`,
    timeZone:
      'name' in zone
        ? { name: zone.name }
        : { '@odata.type': '#microsoft.graph.customTimeZone', name: 'Customized Time Zone', ...zone.custom },
  };
}

/** A room tells the hours of its office. */
function roomHours(company: Company, roomId: string): WorkingHours {
  const room = company.rooms.find(({ id }) => id === roomId);
  const colleague = company.people.find(
    (one: Person) =>
      one.zone === room?.zone && one.workingHours !== undefined && 'name' in one.workingHours.zone,
  );
  return (
    colleague?.workingHours ?? { days: [1, 2, 3, 4, 5], start: '08:00', end: '17:00', zone: { name: 'UTC' } }
  );
}
