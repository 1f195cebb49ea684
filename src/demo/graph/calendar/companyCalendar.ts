import { createHash } from 'node:crypto';
import type { CalendarItem, Company } from '../../company/types';
import { nameOfZone } from '../zones';
import { storedHtml } from './bodyHtml';
import type { Copy, Details, Meeting, Moment, Party } from './model';

const EMPTY_BODY = storedHtml('');

/** Somebody with a mailbox of the tenant: a person who is no guest, or a room. */
export type Owner = {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly isRoom: boolean;
  readonly items: readonly CalendarItem[];
};

export function ownersOf(company: Company): readonly Owner[] {
  return [
    ...company.people
      .filter(({ guest }) => !guest)
      .map(({ id, name, mail, items }) => ({ id, name, mail, items, isRoom: false })),
    ...company.rooms.map(({ id, name, mail, items }) => ({ id, name, mail, items, isRoom: true })),
  ];
}

/**
 * The company's own items as events. They are made when somebody looks: thousands of items are read by getSchedule,
 * which needs no events, and few are ever opened.
 */
export class CompanyCalendar {
  private readonly owners: readonly Owner[];
  /** Who has the same item in their calendar, by what makes it the same. */
  private sharers: ReadonlyMap<string, readonly Owner[]> | undefined;
  private readonly meetings = new Map<string, Meeting>();
  private readonly itemsByKey = new Map<string, ReadonlyMap<string, CalendarItem>>();

  constructor(owners: readonly Owner[]) {
    this.owners = owners;
  }

  /** The owner's view of one of their items. */
  copyOf(owner: Owner, item: CalendarItem): Copy {
    const meeting = this.meetingOf(owner, item);
    const copy = meeting.copies.find(({ ownerId }) => ownerId === owner.id);
    if (copy === undefined) throw new Error('the item is not in the calendar of its owner');
    return copy;
  }

  /** The item behind the key of a copy. */
  itemWith(owner: Owner, key: string): CalendarItem | undefined {
    const known =
      this.itemsByKey.get(owner.id) ?? new Map(owner.items.map((item) => [copyKey(owner, item), item]));
    this.itemsByKey.set(owner.id, known);
    return known.get(key);
  }

  private meetingOf(owner: Owner, item: CalendarItem): Meeting {
    const sameness = samenessOf(owner, item);
    const known = this.meetings.get(sameness);
    if (known !== undefined) return known;
    const all = this.sharersOf(sameness, owner);
    const organiser = all[0] ?? owner;
    const meeting: Meeting = {
      key: hash('meeting', sameness),
      organiserId: organiser.id,
      organiser: partyOf(organiser),
      created: item.knownSince ?? item.from - 30 * 86_400_000,
      details: detailsOf(item, all.length > 1 ? all.slice(1) : []),
      exceptions: new Map(),
      cancelledDays: new Set(),
      joinUrlSince: 0,
      modified: item.knownSince ?? item.from - 30 * 86_400_000,
      revision: 0,
      mails: 0,
      copies: [],
    };
    for (const one of all) {
      meeting.copies.push({
        key: copyKey(one, item),
        ownerId: one.id,
        address: one.mail.toLowerCase(),
        meeting,
        response: { kind: one === organiser ? 'organizer' : 'accepted', at: meeting.created },
        personal: {},
        properties: new Map(),
        revision: 0,
      });
    }
    this.meetings.set(sameness, meeting);
    return meeting;
  }

  private sharersOf(sameness: string, owner: Owner): readonly Owner[] {
    this.sharers ??= sharersOf(this.owners);
    return this.sharers.get(sameness) ?? [owner];
  }
}

function sharersOf(owners: readonly Owner[]): ReadonlyMap<string, readonly Owner[]> {
  const byItem = new Map<string, Owner[]>();
  for (const owner of owners) {
    for (const item of owner.items) {
      if (item.isPrivate || item.allDay) continue;
      const sameness = samenessOf(owner, item);
      byItem.set(sameness, [...(byItem.get(sameness) ?? []), owner]);
    }
  }
  return byItem;
}

/** One meeting in several calendars has the same uid, time and subject; whole days and private things are one's own. */
function samenessOf(owner: Owner, item: CalendarItem): string {
  const own = item.isPrivate || item.allDay || item.status !== 'busy';
  return [item.uid, item.from, item.until, item.subject, own ? owner.id : ''].join('\n');
}

function detailsOf(item: CalendarItem, invited: readonly Owner[]): Details {
  const moment = (instant: number): Moment => ({ instant, zone: item.zone, zoneName: nameOfZone(item.zone) });
  return {
    subject: item.subject,
    bodyHtml: EMPTY_BODY,
    start: moment(item.from),
    end: moment(item.until),
    isAllDay: item.allDay,
    attendees: invited.map((one) => ({ ...partyOf(one), type: one.isRoom ? 'resource' : 'required' })),
    location: item.location ?? '',
    showAs: item.status,
    sensitivity: item.isPrivate ? 'private' : 'normal',
    importance: 'normal',
    categories: [],
    reminderMinutes: 15,
    isReminderOn: true,
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
  };
}

const partyOf = ({ name, mail }: Owner): Party => ({ name, address: mail });
const copyKey = (owner: Owner, item: CalendarItem): string => hash('copy', owner.id, item.uid);

function hash(...words: readonly string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 32);
}
