import { guidOf } from '../../company/naming';
import type { Company, Person } from '../../company/types';
import { threadOf } from '../calendar/joinBlock';
import type { Mailboxes } from '../calendar/mailboxes';
import type { Meeting } from '../calendar/model';
import { GraphError } from '../http/errors';
import type { Caller } from '../types';

/** The chat of a meeting in Teams, one for all dates of a series. */
export type Chat = {
  /** `19:meeting_…@thread.v2` */
  readonly id: string;
  readonly meeting: Meeting & { readonly joinUrl: string };
};

export type ChatMember = {
  readonly person: Person;
  /** What the meeting lets them do. */
  readonly role: 'organiser' | 'presenter' | 'attendee';
};

/** Who is in which meeting's chat: the organiser, whoever of the company is invited, and everybody who joined. */
export class Chats {
  private readonly joined = new Map<string, Set<string>>();
  private readonly removed = new Map<string, Set<string>>();

  constructor(
    private readonly company: Company,
    private readonly mailboxes: Mailboxes,
  ) {}

  all(): readonly Chat[] {
    return this.mailboxes.teamsMeetings().map((meeting) => ({ id: threadOf(meeting.joinUrl), meeting }));
  }

  find(id: string): Chat | undefined {
    return this.all().find((chat) => chat.id === id);
  }

  membersOf(chat: Chat): readonly ChatMember[] {
    const { organiserId, details } = chat.meeting;
    const invited = new Map(details.attendees.map(({ address, type }) => [address.toLowerCase(), type]));
    const joined = this.joined.get(chat.id);
    const removed = this.removed.get(chat.id);
    return this.company.people.flatMap((person): readonly ChatMember[] => {
      if (person.id === organiserId) return [{ person, role: 'organiser' }];
      if (removed?.has(person.id) === true) return [];
      const type = invited.get(person.mail.toLowerCase());
      const isIn = (type !== undefined && !person.guest) || joined?.has(person.id) === true;
      const presents = type === 'required' && !person.guest;
      return isIn ? [{ person, role: presents ? 'presenter' : 'attendee' }] : [];
    });
  }

  memberOf(chat: Chat, personId: string): ChatMember | undefined {
    return this.membersOf(chat).find(({ person }) => person.id === personId);
  }

  /** Somebody enters the meeting: whoever was not in its chat is from now on. */
  join({ id }: Chat, personId: string): void {
    this.removed.get(id)?.delete(personId);
    this.joined.set(id, (this.joined.get(id) ?? new Set()).add(personId));
  }

  /** Somebody is taken out of the chat. */
  remove({ id }: Chat, personId: string): void {
    this.joined.get(id)?.delete(personId);
    this.removed.set(id, (this.removed.get(id) ?? new Set()).add(personId));
  }

  /** The chat and the caller in it; refuses strangers as the service does. */
  entered({ personId }: Caller, id: string): { readonly chat: Chat; readonly member: ChatMember } {
    const chat = this.find(id);
    if (chat === undefined) throw new GraphError(404, 'NotFound', 'NotFound');
    const member = this.memberOf(chat, personId);
    if (member === undefined)
      throw new GraphError(
        403,
        'Forbidden',
        'InsufficientPrivileges',
        {},
        {
          code: '1',
          message: `AclCheckFailed-The initiator 8:orgid:${personId} is not a member of the roster.`,
        },
      );
    return { chat, member };
  }

  /** Whoever manages apps and tabs of the meeting. */
  presenting(caller: Caller, id: string): Chat {
    const { chat, member } = this.entered(caller, id);
    if (member.role === 'attendee')
      throw new GraphError(
        403,
        'Forbidden',
        'InsufficientPrivileges',
        {},
        {
          code: '1',
          message: 'Only the organizer and presenters can manage the apps of a meeting.',
        },
      );
    return chat;
  }
}

/** The tenant that somebody's account belongs to. */
export function homeTenantOf(company: Company, { guest, mail }: Person): string {
  return guidOf(guest ? (mail.split('@')[1] ?? '') : company.domain, 'tenant');
}
