import { cancellable } from '../../src/app/cancel';
import type { Meetings, Recipient } from '../../src/app/ports/meetings';
import type { MeetingPlace } from '../../src/app/ports/room';
import type { Instant, ZoneName } from '../../src/domain/time/types';
import { failureOf, NEVER } from './outcome';

/** A weekly meeting of 35 minutes whose organiser I am. */
export type OpenedMeetings = {
  readonly meetings: Meetings;
  /** As an invited colleague sees the same. */
  readonly colleague: Meetings;
  /** As somebody who is in no place of these. Undefined where nobody can be that. */
  readonly stranger?: Meetings;
  /** Without the consent for the tier `live`. Undefined where that cannot be arranged. */
  readonly withoutConsent?: Meetings;
  readonly place: MeetingPlace & { readonly kind: 'chat' };
  readonly channel?: MeetingPlace & { readonly kind: 'channel' };
  readonly joinUrl: string;
  readonly first: Instant;
  /** How many dates; at least two. */
  readonly dates: number;
  readonly zone: ZoneName;
  readonly subject: string;
  /** A piece of the body. */
  readonly agenda: string;
  readonly me: { readonly id: string; readonly mail: string };
  readonly invited: { readonly id: string; readonly mail: string };
  /** Somebody from outside who has joined once. */
  readonly outsider?: { readonly id: string };
  /** HTML of what was said in the place, oldest first. */
  readonly said?: (place: MeetingPlace) => Promise<readonly string[]>;
  /** What I have sent by mail, oldest first. */
  readonly mailed?: () => Promise<
    readonly { readonly to: readonly Recipient[]; readonly subject: string; readonly html: string }[]
  >;
  /** How many tabs the app has in the chat. Undefined where the app may not be added. */
  readonly tabs?: () => Promise<number>;
  close(): Promise<void>;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LENGTH = 35 * MINUTE;

/** What leads from a meeting's place to its event does (MC1 to MC10); each test gets a meeting of its own. */
export function meetingsContract(name: string, open: () => Promise<OpenedMeetings>): void {
  describe(`meetings contract: ${name}`, () => {
    let opened: OpenedMeetings;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const at = async (now: Instant, who: Meetings = opened.meetings, url = opened.joinUrl) =>
      who.occurrence(url, now, NEVER);

    test('MC1 a chat says its topic, its organiser, its link and its people', async () => {
      const { meetings, colleague, place, me, invited, outsider, subject, first } = opened;
      const about = await meetings.about(place, NEVER);
      expect(about).toMatchObject({ topic: subject, organiser: me.id, wholeTeam: false });
      expect(await at(first, meetings, about.joinUrl)).not.toBeNull();
      const member = (id: string) => about.members.find((one) => one.id === id);
      expect(member(me.id)).toMatchObject({ mail: me.mail, outsider: false });
      expect(member(invited.id)).toMatchObject({ mail: invited.mail, outsider: false });
      expect(member(invited.id)?.name).not.toBe('');
      if (outsider !== undefined) expect(member(outsider.id)).toMatchObject({ outsider: true });
      const ids = (all: typeof about) => all.members.map(({ id }) => id).sort();
      expect(ids(await colleague.about(place, NEVER))).toEqual(ids(about));
    });

    test('MC2 a place in which I am not is not found or denied', async () => {
      const { meetings, stranger, place } = opened;
      const nowhere = { kind: 'chat', chat: '19:meeting_bm93aGVyZQ@thread.v2' } as const;
      const outside = ['notFound', 'denied'];
      expect(outside).toContain((await failureOf(meetings.about(nowhere, NEVER))).kind);
      if (stranger === undefined) return;
      expect(outside).toContain((await failureOf(stranger.about(place, NEVER))).kind);
      expect(outside).toContain((await failureOf(stranger.say(place, '<p>a</p>', NEVER))).kind);
    });

    test('MC3 a channel says its name, and that the whole team sees it', async () => {
      const { meetings, channel } = opened;
      if (channel === undefined) return;
      const about = await meetings.about(channel, NEVER);
      expect(about).toMatchObject({ wholeTeam: true, members: [] });
      expect(about.topic).not.toBe('');
      expect(await meetings.hasPanel(channel, NEVER)).toBe(false);
      expect(await failureOf(meetings.addPanel(channel, 'Cadencia', NEVER))).toEqual({
        kind: 'refused',
        code: 'channel',
      });
    });

    test('MC4 the occurrence at hand is my own copy', async () => {
      const { colleague, first, zone, me, invited, agenda, subject } = opened;
      const mine = await at(first + MINUTE);
      expect(mine).toMatchObject({
        subject,
        time: { from: first, until: first + LENGTH },
        original: first,
        zone,
        isOrganiser: true,
        organiserMail: me.mail,
        bodyHtml: expect.stringContaining(agenda) as string,
      });
      expect(mine?.attendees.find(({ mail }) => mail === invited.mail)).toMatchObject({ type: 'required' });
      const theirs = await at(first + MINUTE, colleague);
      expect(theirs).toMatchObject({ isOrganiser: false, organiserMail: me.mail, original: first });
      expect(theirs?.eventId).not.toBe(mine?.eventId);
      expect(theirs?.seriesEventId).not.toBe(mine?.seriesEventId);
    });

    test('MC5 nearest: the one that runs or ran just now, else the next of a week, else the last of a day', async () => {
      const { first, dates } = opened;
      const original = async (now: Instant) => (await at(now))?.original;
      const [second, last] = [first + 7 * DAY, first + (dates - 1) * 7 * DAY];
      expect(await original(first - 6 * DAY)).toBe(first);
      expect(await original(first + LENGTH - 1)).toBe(first);
      expect(await original(first + LENGTH + 50 * MINUTE)).toBe(first);
      expect(await original(first + LENGTH + 2 * HOUR)).toBe(second);
      expect(await original(last + LENGTH + 20 * HOUR)).toBe(last);
      expect(await at(last + LENGTH + 2 * DAY)).toBeNull();
      expect(await at(first - 8 * DAY)).toBeNull();
    });

    test('MC6 however the link is spelt, it is the same meeting; another link is none', async () => {
      const { meetings, joinUrl, first } = opened;
      const spellings = [
        joinUrl.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase()),
        decodeURIComponent(joinUrl),
        joinUrl.split('?')[0] ?? '',
      ];
      for (const spelt of spellings) expect(await at(first, meetings, spelt)).not.toBeNull();
      for (const other of [
        'https://teams.microsoft.com/l/meetup-join/19%3ameeting_eA%40thread.v2/0',
        '',
        '%',
      ])
        expect(await at(first, meetings, other)).toBeNull();
    });

    test('MC7 the panel is added once, with its tab, and a second press changes nothing', async () => {
      const { meetings, colleague, place, tabs } = opened;
      if (tabs === undefined) return;
      expect(await meetings.hasPanel(place, NEVER)).toBe(false);
      await meetings.addPanel(place, 'Cadencia', NEVER);
      expect(await colleague.hasPanel(place, NEVER)).toBe(true);
      await meetings.addPanel(place, 'Cadencia', NEVER);
      await colleague.addPanel(place, 'Cadencia', NEVER);
      expect(await tabs()).toBe(1);
    });

    test('MC8 what is said is said once, in that place', async () => {
      const { meetings, place, channel, said } = opened;
      if (said === undefined) return;
      await meetings.say(place, '<p>Acta &amp; tareas</p>', NEVER);
      expect(await said(place)).toEqual([expect.stringContaining('Acta &amp; tareas')]);
      if (channel === undefined) return;
      await meetings.say(channel, '<p>En el canal</p>', NEVER);
      expect(await said(channel)).toEqual([expect.stringContaining('En el canal')]);
      expect(await said(place)).toHaveLength(1);
    });

    test('MC10 a mail goes to all of them at once, as me, and nobody else hears of it', async () => {
      const { meetings, invited, me, said, place, mailed } = opened;
      if (mailed === undefined) return;
      const to = [invited, me].map(({ id, mail }) => ({ name: `Persona ${id}`, mail }));
      await meetings.mail(to, 'Acta: <Semanal>', '<p>Acta &amp; tareas</p>', NEVER);
      expect(await mailed()).toEqual([
        { to, subject: 'Acta: <Semanal>', html: expect.stringContaining('Acta &amp; tareas') as string },
      ]);
      if (said !== undefined) expect(await said(place)).toEqual([]);
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(meetings.mail(to, 'Acta', '<p>a</p>', cancel))).toEqual({ kind: 'cancelled' });
      expect(await mailed()).toHaveLength(1);
    });

    test('MC9 a tier without consent says so, and what is cancelled ends', async () => {
      const { meetings, withoutConsent, place, joinUrl, first } = opened;
      const consent = { kind: 'consent', tier: 'live' };
      if (withoutConsent !== undefined) {
        expect(await failureOf(withoutConsent.about(place, NEVER))).toEqual(consent);
        expect(await failureOf(withoutConsent.addPanel(place, 'Cadencia', NEVER))).toEqual(consent);
        expect(await failureOf(withoutConsent.say(place, '<p>a</p>', NEVER))).toEqual(consent);
        expect(
          await failureOf(
            withoutConsent.mail([{ name: '', mail: opened.invited.mail }], 'Acta', '<p>a</p>', NEVER),
          ),
        ).toEqual({
          kind: 'consent',
          tier: 'mail',
        });
      }
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(meetings.about(place, cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(meetings.occurrence(joinUrl, first, cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(meetings.say(place, '<p>a</p>', cancel))).toEqual({ kind: 'cancelled' });
    });
  });
}
