import type { Person } from '../company/types';
import { threadOf } from '../graph/calendar/joinBlock';
import { instantAt, localAt } from '../graph/zones';
import { ask, eventsIn, startOf, type Tenant, textAt, windowOf } from './tenant';

export type TodaysMeeting = {
  readonly chat: string;
  readonly subject: string;
  /** ISO, UTC. */
  readonly start: string;
  readonly end: string;
  /** The organiser's name. */
  readonly organiser: string;
  /** What the meeting lets this person do. */
  readonly role: 'organiser' | 'presenter' | 'attendee';
  /** Whether the app is in the meeting. */
  readonly installed: boolean;
  readonly joinUrl: string;
};

const DAY_MS = 86_400_000;

/** The Teams meetings that touch today, on the wall clock of the person, in order of start. */
export async function todaysMeetings(tenant: Tenant, person: Person): Promise<readonly TodaysMeeting[]> {
  if (person.guest) return [];
  const midnight = Math.floor(localAt(tenant.now(), person.zone) / DAY_MS) * DAY_MS;
  const window = windowOf(instantAt(midnight, person.zone), instantAt(midnight + DAY_MS, person.zone));
  const { value } = await ask(tenant, person, 'GET', `/me/calendarView?${window}&$top=200`);
  return eventsIn(value).flatMap((event) => {
    const joinUrl = textAt(event, 'onlineMeeting/joinUrl');
    if (joinUrl === '') return [];
    const { chats, apps } = tenant.emulator;
    const chat = chats.find(threadOf(joinUrl));
    const member = chat && chats.memberOf(chat, person.id);
    if (chat === undefined || member === undefined) return [];
    return [
      {
        chat: chat.id,
        subject: textAt(event, 'subject'),
        start: new Date(startOf(event)).toISOString(),
        end: new Date(startOf(event, 'end')).toISOString(),
        organiser: textAt(event, 'organizer/emailAddress/name'),
        role: member.role,
        installed: apps.installedIn(chat.id) !== undefined,
        joinUrl,
      },
    ];
  });
}
