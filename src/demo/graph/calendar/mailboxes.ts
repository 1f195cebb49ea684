import { randomUUID } from 'node:crypto';
import type { CalendarItem, Company } from '../../company/types';
import { CompanyCalendar, type Owner, ownersOf } from './companyCalendar';
import { namedBy } from './ids';
import { type Copy, isOrganiser, type Meeting, type Placed } from './model';
import { placedIn, placedOn, placedWhole, type Window } from './occurrences';

type Mailbox = {
  readonly owner: Owner;
  /** What was made or changed since the company was loaded. */
  readonly copies: Map<string, Copy>;
  /** Items of the company whose events stand among `copies`, or nowhere any more. */
  readonly taken: Set<CalendarItem>;
};

/** All calendars of the tenant: the company's items, and what was made over them. */
export class Mailboxes {
  private readonly byId: ReadonlyMap<string, Mailbox>;
  private readonly byAddress: ReadonlyMap<string, Mailbox>;
  private readonly company: CompanyCalendar;

  constructor(
    company: Company,
    private readonly now: () => number,
  ) {
    const owners = ownersOf(company);
    const boxes = owners.map((owner): Mailbox => ({ owner, copies: new Map(), taken: new Set() }));
    this.byId = new Map(boxes.map((box) => [box.owner.id, box]));
    this.byAddress = new Map(boxes.map((box) => [box.owner.mail.toLowerCase(), box]));
    this.company = new CompanyCalendar(owners);
  }

  ownerWith(id: string): Owner | undefined {
    return this.byId.get(id)?.owner;
  }

  ownerAt(address: string): Owner | undefined {
    return this.byAddress.get(address.toLowerCase())?.owner;
  }

  /** The company's items that overlap a window and nothing has replaced; those that nobody knows of yet are hidden. */
  itemsIn(ownerId: string, { from, until }: Window): readonly CalendarItem[] {
    const box = this.byId.get(ownerId);
    const now = this.now();
    return (box?.owner.items ?? []).filter(
      (item) =>
        item.from < until &&
        item.until > from &&
        (item.knownSince ?? 0) <= now &&
        box?.taken.has(item) === false,
    );
  }

  /** What was made since, in a window. */
  madeIn(ownerId: string, window: Window): readonly Placed[] {
    return [...(this.byId.get(ownerId)?.copies.values() ?? [])].flatMap((copy) => placedIn(copy, window));
  }

  /** Everything in somebody's calendar that overlaps a window, series by their dates, in order of start. */
  viewOf(ownerId: string, window: Window): readonly Placed[] {
    const owner = this.ownerWith(ownerId);
    if (owner === undefined) return [];
    const items = this.itemsIn(ownerId, window).map((item) => placedWhole(this.company.copyOf(owner, item)));
    return [...items, ...this.madeIn(ownerId, window)].sort(
      (a, b) =>
        a.details.start.instant - b.details.start.instant || a.details.end.instant - b.details.end.instant,
    );
  }

  /** Single events and series as wholes, as /events lists them. */
  wholesOf(ownerId: string): readonly Placed[] {
    const owner = this.ownerWith(ownerId);
    if (owner === undefined) return [];
    const items = this.itemsIn(ownerId, { from: -Infinity, until: Infinity });
    return [
      ...[...(this.byId.get(ownerId)?.copies.values() ?? [])].map(placedWhole).reverse(),
      ...items.map((item) => placedWhole(this.company.copyOf(owner, item))),
    ];
  }

  /** The event with this id in somebody's calendar. */
  find(ownerId: string, id: string): Placed | undefined {
    const named = namedBy(id);
    const box = this.byId.get(ownerId);
    if (named === undefined || box === undefined) return undefined;
    const copy = box.copies.get(named.key) ?? this.companyCopy(box, named.key);
    if (copy === undefined) return undefined;
    return named.day === undefined ? placedWhole(copy) : placedOn(copy, named.day);
  }

  private companyCopy(box: Mailbox, key: string): Copy | undefined {
    const item = this.company.itemWith(box.owner, key);
    if (item === undefined || box.taken.has(item) || (item.knownSince ?? 0) > this.now()) return undefined;
    return this.company.copyOf(box.owner, item);
  }

  /** The event that an earlier create with the same key made. */
  madeWith(ownerId: string, transactionId: string): Placed | undefined {
    for (const copy of this.byId.get(ownerId)?.copies.values() ?? [])
      if (isOrganiser(copy) && copy.meeting.transactionId === transactionId) return placedWhole(copy);
    return undefined;
  }

  /** Every meeting that has a place in Teams, once. */
  teamsMeetings(): readonly (Meeting & { readonly joinUrl: string })[] {
    return [...this.byId.values()].flatMap(({ copies }) =>
      [...copies.values()].flatMap((copy) =>
        isOrganiser(copy) && isInTeams(copy.meeting) ? copy.meeting : [],
      ),
    );
  }

  /** Puts a new meeting into the calendars of its organiser and of everybody invited who has one here. */
  add(meeting: Meeting): Copy {
    const box = this.byId.get(meeting.organiserId);
    if (box === undefined) throw new Error('the organiser has no mailbox');
    const copy = this.copyInto(box, meeting);
    this.invite(meeting);
    return copy;
  }

  /** After a change of the attendees: new ones get a copy, those who left lose theirs. */
  invite(meeting: Meeting): void {
    const invited = new Set(meeting.details.attendees.map(({ address }) => address.toLowerCase()));
    for (const address of invited) {
      const box = this.byAddress.get(address);
      if (box === undefined || meeting.copies.some(({ ownerId }) => ownerId === box.owner.id)) continue;
      this.copyInto(box, meeting);
    }
    for (const copy of [...meeting.copies])
      if (!isOrganiser(copy) && !invited.has(copy.address)) this.drop(copy);
  }

  private copyInto(box: Mailbox, meeting: Meeting): Copy {
    const mine = box.owner.id === meeting.organiserId;
    const copy: Copy = {
      key: randomUUID().replaceAll('-', ''),
      ownerId: box.owner.id,
      address: box.owner.mail.toLowerCase(),
      meeting,
      response: mine ? { kind: 'organizer', at: 0 } : this.firstResponse(box, meeting),
      personal: {},
      properties: new Map(),
      revision: 0,
    };
    meeting.copies.push(copy);
    box.copies.set(copy.key, copy);
    return copy;
  }

  /** A room says by itself whether it is free; a person has not answered. */
  private firstResponse({ owner }: Mailbox, { details }: Meeting): Copy['response'] {
    if (!owner.isRoom) return { kind: 'notResponded', at: 0 };
    const window = { from: details.start.instant, until: details.end.instant };
    const taken = this.viewOf(owner.id, window).some(({ details: other }) => other.showAs !== 'free');
    return { kind: taken ? 'declined' : 'accepted', at: this.now() };
  }

  /** Before a change: an item of the company becomes an event like those that were made since. */
  settle({ meeting }: Copy): void {
    for (const copy of meeting.copies) {
      const box = this.byId.get(copy.ownerId);
      const item = box && this.company.itemWith(box.owner, copy.key);
      if (box === undefined || item === undefined || box.taken.has(item)) continue;
      box.taken.add(item);
      box.copies.set(copy.key, copy);
    }
  }

  drop(copy: Copy): void {
    this.byId.get(copy.ownerId)?.copies.delete(copy.key);
    const at = copy.meeting.copies.indexOf(copy);
    if (at >= 0) copy.meeting.copies.splice(at, 1);
  }

  /** The organiser took it back: it leaves every calendar. */
  dropAll(meeting: Meeting): void {
    for (const copy of [...meeting.copies]) this.drop(copy);
  }
}

const isInTeams = (meeting: Meeting): meeting is Meeting & { joinUrl: string } =>
  meeting.joinUrl !== undefined;
