import type { Company } from '../../company/types';
import { GraphError } from '../http/errors';
import type { Chat, Chats } from '../teams/chats';
import type { Caller } from '../types';
import type { Switches } from './switches';

/** The meeting behind an address as Teams keeps it: one for all dates of a series, under one id. */
export class OnlineMeetings {
  constructor(
    private readonly company: Company,
    private readonly chats: Chats,
    private readonly switches: Switches,
  ) {}

  /** By its address. Whoever organises finds it; others as the tenant says, strangers never. */
  found({ personId }: Caller, matches: (joinWebUrl: string) => boolean): Chat | undefined {
    const chat = this.chats.all().find(({ meeting }) => matches(meeting.joinUrl));
    if (chat === undefined || chat.meeting.organiserId === personId) return chat;
    if (this.chats.memberOf(chat, personId) === undefined) throw mismatch();
    if (!this.switches.now().attendees)
      throw new GraphError(403, 'Forbidden', 'Access to the online meeting is denied.');
    return chat;
  }

  /** By its id: whoever organises and whoever is in it. */
  entered({ personId }: Caller, id: string): Chat {
    const chat = this.chats.all().find((one) => idOfMeeting(one) === id);
    if (chat === undefined)
      throw new GraphError(404, 'NotFound', 'The specified online meeting was not found.');
    if (this.chats.memberOf(chat, personId) === undefined) throw mismatch();
    return chat;
  }

  json(chat: Chat) {
    const { meeting, id: threadId } = chat;
    const date = (instant: number) => new Date(instant).toISOString();
    const members = this.chats.membersOf(chat);
    const party = ({ person, role }: (typeof members)[number]) => ({
      upn: person.upn,
      role: role === 'attendee' ? 'attendee' : 'presenter',
      identity: { user: { id: person.id, displayName: person.name } },
    });
    return {
      id: idOfMeeting(chat),
      creationDateTime: date(meeting.created),
      startDateTime: date(meeting.details.start.instant),
      endDateTime: date(meeting.details.end.instant),
      joinWebUrl: meeting.joinUrl,
      subject: meeting.details.subject,
      isBroadcast: false,
      allowTranscription: true,
      allowedPresenters: 'everyone',
      participants: {
        organizer: members.filter(({ role }) => role === 'organiser').map(party)[0] ?? null,
        attendees: members.filter(({ role }) => role !== 'organiser').map(party),
      },
      chatInfo: { threadId, messageId: '0', replyChainMessageId: null },
    };
  }

  /** As objects of Graph name who organised. */
  organiserOf({ meeting: { organiserId } }: Chat) {
    const person = this.company.people.find(({ id }) => id === organiserId);
    return { user: { id: organiserId, displayName: person?.name ?? null } };
  }
}

/** The service's own way to say that the caller is not the organiser whom the id names. */
const mismatch = (): GraphError =>
  new GraphError(404, 'NotFound', '3004: Organizer Id mismatch. The meeting belongs to another organizer.');

/** `1*{organiser}*0**{thread}` in base64, as the service makes it. */
export const idOfMeeting = ({ id, meeting }: Chat): string =>
  Buffer.from(`1*${meeting.organiserId}*0**${id}`).toString('base64');
