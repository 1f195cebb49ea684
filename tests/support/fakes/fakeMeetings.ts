import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type {
  MeetingAbout,
  Meetings,
  Occurrence,
  PlaceMember,
  Recipient,
} from '../../../src/app/ports/meetings';
import type { MeetingPlace } from '../../../src/app/ports/room';
import { linkKeyOf, nearestOf } from '../../../src/graph/meetings/nearest';

export type FakeMeetings = Meetings & {
  /** What the place says; a chat of another id, or `null`, is one in which I am not. */
  shown: MeetingAbout | null;
  /** My own copies, each with the meeting's link. */
  readonly calendar: (Occurrence & { readonly joinUrl: string })[];
  /** Names of the tabs of the app in the chat. */
  readonly tabs: string[];
  /** What was said, oldest first. */
  readonly said: { readonly place: MeetingPlace; readonly html: string }[];
  /** What I have sent by mail, oldest first. */
  readonly mailed: { readonly to: readonly Recipient[]; readonly subject: string; readonly html: string }[];
  /** The next call (of that kind) fails like this, before it does anything. */
  failNext(failure: Failure, on?: keyof Meetings): void;
};

export const FAKE_CHAT = '19:meeting_Ym8@thread.v2';
export const FAKE_JOIN_URL =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Ym8%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d';

/** One meeting in memory. A channel says its name and that the whole team sees it, and takes no tab. */
export function fakeMeetings(
  about: Partial<MeetingAbout> | null = {},
  calendar: readonly (Partial<Occurrence> & { readonly joinUrl?: string })[] = [],
  /** The same chat as a colleague of `like` sees it, with what is said and added there. */
  like: Pick<FakeMeetings, 'tabs' | 'said'> = { tabs: [], said: [] },
): FakeMeetings {
  let next: { failure: Failure; on: string | undefined } | undefined;
  const begin = async (what: keyof Meetings, cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    if (next === undefined || (next.on !== undefined && next.on !== what)) return;
    const { failure } = next;
    next = undefined;
    throw new PortFailure(failure);
  };
  const enter = (place: MeetingPlace): MeetingAbout => {
    const known = place.kind === 'channel' || place.chat === FAKE_CHAT;
    if (!known || fake.shown === null) throw new PortFailure({ kind: known ? 'denied' : 'notFound' });
    return fake.shown;
  };

  const fake: FakeMeetings = {
    shown: about === null ? null : anAbout(about),
    calendar: calendar.map(({ joinUrl = FAKE_JOIN_URL, ...one }) => ({ ...anOccurrence(one), joinUrl })),
    tabs: like.tabs,
    said: like.said,
    mailed: [],
    failNext(failure, on) {
      next = { failure, on };
    },
    async about(place, cancel) {
      await begin('about', cancel);
      const { topic, organiser, joinUrl, members } = enter(place);
      if (place.kind === 'channel')
        return { topic, organiser: undefined, joinUrl: undefined, members: [], wholeTeam: true };
      return { topic, organiser, joinUrl, members, wholeTeam: false };
    },
    async occurrence(joinUrl, now, cancel) {
      await begin('occurrence', cancel);
      const mine = fake.calendar.filter((one) => linkKeyOf(one.joinUrl) === linkKeyOf(joinUrl));
      const found = nearestOf(mine, now);
      if (found === undefined) return null;
      const { joinUrl: _, ...occurrence } = found;
      return occurrence;
    },
    async hasPanel(place, cancel) {
      await begin('hasPanel', cancel);
      enter(place);
      return place.kind === 'chat' && fake.tabs.length > 0;
    },
    async addPanel(place, tabName, cancel) {
      await begin('addPanel', cancel);
      enter(place);
      if (place.kind === 'channel') throw new PortFailure({ kind: 'refused', code: 'channel' });
      if (fake.tabs.length === 0) fake.tabs.push(tabName);
    },
    async say(place, html, cancel) {
      await begin('say', cancel);
      enter(place);
      fake.said.push({ place, html });
    },
    async mail(to, subject, html, cancel) {
      await begin('mail', cancel);
      fake.mailed.push({ to, subject, html });
    },
  };
  return fake;
}

/** What a private meeting's chat says; a test names what matters to it. */
export const anAbout = (change: Partial<MeetingAbout> = {}): MeetingAbout => ({
  topic: 'Semanal de Marketing y Ventas',
  organiser: 'm01',
  joinUrl: FAKE_JOIN_URL,
  members: [aPlaceMember('m01'), aPlaceMember('m02'), aPlaceMember('s01')],
  wholeTeam: false,
  ...change,
});

export const aPlaceMember = (id: string, change: Partial<PlaceMember> = {}): PlaceMember => ({
  id,
  name: `Persona ${id}`,
  mail: `${id}@valdeolmo.example`,
  outsider: false,
  ...change,
});

const START = Date.UTC(2026, 10, 26, 9);

/** Thursday at ten in Madrid, 35 minutes, the organiser's copy. */
export const anOccurrence = (change: Partial<Occurrence> = {}): Occurrence => {
  const time = change.time ?? { from: START, until: START + 35 * 60_000 };
  return {
    eventId: 'event-1',
    subject: 'Semanal de Marketing y Ventas',
    original: time.from,
    zone: 'Europe/Madrid',
    isOrganiser: true,
    organiserMail: 'm01@valdeolmo.example',
    bodyHtml: '',
    place: '',
    attendees: [],
    ...change,
    time,
  };
};
