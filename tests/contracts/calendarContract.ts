import { cancellable } from '../../src/app/cancel';
import type { Calendar, MailboxSchedule, NewEvent } from '../../src/app/ports/calendar';
import { addDays, instantOf, localTime, nextMonday } from '../../src/domain/time/calendarDays';
import type { CalendarDay, Instant, Interval, ZoneName } from '../../src/domain/time/types';
import { failureOf, NEVER } from './outcome';

export type OpenedCalendar = {
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly zone: ZoneName;
  /** The address of whoever is signed in, and of two colleagues whose calendars can be read. */
  readonly me: string;
  readonly colleagues: readonly [string, string];
  /** An address that nobody has. */
  readonly nobody: string;
  /** A fresh key for a create. */
  newKey(): string;
  /** Lets somebody else write this body between our next reading and writing. Undefined where that cannot be done. */
  readonly beforeNextWrite?: (eventId: string, html: string) => void;
  /** How often attendees of this event were mailed. Undefined where that cannot be seen. */
  readonly mails?: (eventId: string) => Promise<number>;
  /** Waits as long as `work` needs; tests with a clock of their own let it jump. */
  settle?<T>(work: Promise<T>): Promise<T>;
  /** Takes away what a test created. */
  close(created: readonly string[]): Promise<void>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What every calendar does (CC1 to CC12); created events are named so that a person who finds one knows what it is. */
export function calendarContract(name: string, open: () => Promise<OpenedCalendar>): void {
  describe(`calendar contract: ${name}`, () => {
    let opened: OpenedCalendar;
    let created: string[];
    let monday: CalendarDay;

    beforeEach(async () => {
      opened = await open();
      created = [];
      monday = nextMonday(localTime(opened.now, opened.zone).day);
    });
    afterEach(() => opened.close(created));

    const settle = <T>(work: Promise<T>): Promise<T> => (opened.settle ?? ((one) => one))(work);
    const at = (day: CalendarDay, time: string): Instant => instantOf(day, time, opened.zone);
    const weeks = (count: number): Interval => ({
      from: at(monday, '00:00'),
      until: at(addDays(monday, 7 * count), '00:00'),
    });
    const anEvent = (change: Partial<NewEvent> = {}): NewEvent => ({
      subject: 'Prueba de Cadencia — se puede borrar',
      bodyHtml: '<p>Orden del día</p>',
      start: at(addDays(monday, 1), '21:15'),
      minutes: 35,
      zone: opened.zone,
      attendees: [
        { mail: opened.colleagues[0], name: 'Una', type: 'required' },
        { mail: opened.colleagues[1], name: 'Otra', type: 'optional' },
      ],
      recurrence: { every: 1, times: 6, weekday: 2 },
      teamsMeeting: false,
      ...change,
    });
    const create = async (event: NewEvent = anEvent(), key = opened.newKey()) => {
      const made = await settle(opened.calendar.create(event, key, NEVER));
      if (!created.includes(made.id)) created.push(made.id);
      return made;
    };
    const schedules = (mails: readonly string[], window: Interval, arrived: MailboxSchedule[] = []) =>
      settle(opened.calendar.schedules(mails, window, opened.zone, (part) => arrived.push(...part), NEVER));

    test('CC1 one answer for each address, in the order and spelling they were asked', async () => {
      const [one, other] = opened.colleagues;
      const mails = [other, opened.nobody, one.toUpperCase(), one];
      const found = await schedules(mails, weeks(1));
      expect(found.map(({ mail }) => mail)).toEqual(mails);
      expect(found.map(({ kind }) => kind)).toEqual(['known', 'unknown', 'known', 'known']);
    });

    test('CC2 an address that nobody has is not found, never free, and holds up nobody', async () => {
      const [found] = await schedules([opened.nobody], weeks(1));
      expect(found).toEqual({ kind: 'unknown', mail: opened.nobody, why: 'notFound' });
    });

    test('CC3 what arrives is what is answered, each mailbox once', async () => {
      const arrived: MailboxSchedule[] = [];
      const found = await schedules([...opened.colleagues, opened.nobody], weeks(12), arrived);
      const byMail = (a: MailboxSchedule, b: MailboxSchedule) => (a.mail < b.mail ? -1 : 1);
      expect([...arrived].sort(byMail)).toEqual([...found].sort(byMail));
    });

    test('CC4 busy times overlap the window, are longer than nothing, and hours are windows of a week', async () => {
      const window = weeks(12);
      for (const found of await schedules(opened.colleagues, window)) {
        if (found.kind !== 'known') throw new Error('a colleague’s calendar could not be read');
        for (const { from, until } of found.busy) {
          expect(from).toBeLessThan(until);
          expect(from).toBeLessThan(window.until);
          expect(until).toBeGreaterThan(window.from);
        }
        for (const { weekday, from, until } of found.hours?.windows ?? []) {
          expect(weekday).toBeGreaterThanOrEqual(1);
          expect(weekday).toBeLessThanOrEqual(7);
          expect(from < until).toBe(true);
        }
      }
    });

    test('CC5 a weekly series keeps its local time over both clock changes, and blocks my own calendar', async () => {
      const event = anEvent({ recurrence: { every: 4, times: 13, weekday: 2 } });
      const { id } = await create(event);
      const window = { from: event.start - DAY, until: event.start + 380 * DAY };
      const found = await settle(opened.calendar.occurrences(id, window, NEVER));
      const expected = Array.from({ length: 13 }, (_, nth) => at(addDays(monday, 1 + 28 * nth), '21:15'));
      const sorted = [...found].sort((a, b) => a.start - b.start);
      expect(sorted.map(({ start }) => start)).toEqual(expected);
      expect(sorted.map(({ original }) => original)).toEqual(expected);
      expect(sorted.map(({ start, end }) => end - start)).toEqual(expected.map(() => 35 * MINUTE));
      expect(new Set(sorted.map((one) => one.id)).size).toBe(13);

      const [mine] = await schedules([opened.me], weeks(1));
      expect(mine?.kind === 'known' && mine.busy).toContainEqual({
        from: event.start,
        until: event.start + 35 * MINUTE,
        status: 'busy',
      });
    });

    test('CC6 a monthly series falls on its weekday of the month; the window cuts', async () => {
      const first = lastWednesdayAfter(monday);
      const event = anEvent({
        start: at(first, '21:00'),
        minutes: 50,
        recurrence: { every: 1, times: 5, weekday: 3, nth: 'last' },
      });
      const { id } = await create(event);
      const window = { from: event.start + DAY, until: event.start + 100 * DAY };
      const found = await settle(opened.calendar.occurrences(id, window, NEVER));
      const days = found
        .map(({ start }) => localTime(start, opened.zone))
        .sort((a, b) => (a.day < b.day ? -1 : 1));
      expect(days).toHaveLength(3);
      for (const { day, time, weekday } of days) {
        expect([time, weekday]).toEqual(['21:00', 3]);
        expect(addDays(day, 7).slice(0, 7)).not.toBe(day.slice(0, 7));
      }
    });

    test('CC7 what is created is read back, with attendees and body; a Teams meeting has its address', async () => {
      const event = anEvent({ teamsMeeting: true });
      const made = await create(event);
      expect(made.joinUrl).toMatch(/^https:\/\//);
      const read = await settle(opened.calendar.read(made.id, NEVER));
      expect(read).toMatchObject({
        id: made.id,
        iCalUId: made.iCalUId,
        joinUrl: made.joinUrl,
        subject: event.subject,
        isOrganiser: true,
        start: event.start,
        end: event.start + 35 * MINUTE,
      });
      expect(read.bodyHtml).toContain('Orden del día');
      const attendees = [...read.attendees].sort((a, b) => (a.type > b.type ? -1 : 1));
      expect(attendees.map(({ mail, type }) => [mail, type])).toEqual([
        [opened.colleagues[0].toLowerCase(), 'required'],
        [opened.colleagues[1].toLowerCase(), 'optional'],
      ]);
    });

    test('CC8 asked twice with the same key it makes one event', async () => {
      const key = opened.newKey();
      const first = await create(anEvent(), key);
      const second = await create(anEvent(), key);
      expect(second).toEqual(first);
      expect((await create()).id).not.toBe(first.id);
    });

    test('CC9 a moved occurrence stays itself, and a second press mails nobody again', async () => {
      const event = anEvent();
      const { id } = await create(event);
      const window = { from: event.start, until: event.start + 60 * DAY };
      const second = [...(await settle(opened.calendar.occurrences(id, window, NEVER)))].sort(
        (a, b) => a.start - b.start,
      )[1];
      if (second === undefined) throw new Error('the series has no second occurrence');
      const to = { from: second.start + DAY, until: second.end + DAY };
      const before = await opened.mails?.(id);
      await settle(opened.calendar.moveOccurrence(second.id, to, opened.zone, NEVER));
      await settle(opened.calendar.moveOccurrence(second.id, to, opened.zone, NEVER));
      if (before !== undefined) expect(await opened.mails?.(id)).toBe(before + 1);
      const after = await settle(opened.calendar.occurrences(id, window, NEVER));
      expect(after).toHaveLength(6);
      const moved = after.find(({ original }) => original === second.original);
      expect(moved).toMatchObject({ start: to.from, end: to.until });
    });

    test('CC10 a body is merged: what stood there stays', async () => {
      const { id } = await create(anEvent({ teamsMeeting: true }));
      const before = (await settle(opened.calendar.read(id, NEVER))).bodyHtml;
      let seen = '';
      const merge = (html: string) => {
        seen = html;
        return html.replace('Orden del día', 'Orden del día nuevo');
      };
      await settle(opened.calendar.mergeBody(id, merge, NEVER));
      expect(seen).toBe(before);
      const after = (await settle(opened.calendar.read(id, NEVER))).bodyHtml;
      expect(after).toContain('Orden del día nuevo');
      expect(after.includes('meetup-join')).toBe(before.includes('meetup-join'));
    });

    test('CC11 a body that somebody else writes between is read again, and both changes stay', async () => {
      const { id } = await create();
      if (opened.beforeNextWrite === undefined) return;
      opened.beforeNextWrite(id, '<p>Orden del día</p><p>De otra persona</p>');
      let merges = 0;
      const merge = (html: string) => {
        merges++;
        return html.replace('Orden del día', 'Orden del día nuevo');
      };
      await settle(opened.calendar.mergeBody(id, merge, NEVER));
      const { bodyHtml } = await settle(opened.calendar.read(id, NEVER));
      expect(bodyHtml).toContain('Orden del día nuevo');
      expect(bodyHtml).toContain('De otra persona');
      expect(merges).toBe(2);
    });

    test('CC12 what is not there is not found, and what is cancelled ends and does nothing', async () => {
      const { calendar } = opened;
      const missing = `${(await create()).id}x`;
      expect(await failureOf(settle(calendar.read(missing, NEVER)))).toEqual({ kind: 'notFound' });
      const merge = calendar.mergeBody(missing, (html) => `${html}.`, NEVER);
      expect(await failureOf(settle(merge))).toEqual({ kind: 'notFound' });

      const cancel = cancellable();
      cancel.cancel();
      const key = opened.newKey();
      expect(await failureOf(settle(calendar.create(anEvent(), key, cancel)))).toEqual({ kind: 'cancelled' });
      const asked = calendar.schedules([opened.me], weeks(1), opened.zone, () => undefined, cancel);
      expect(await failureOf(settle(asked))).toEqual({ kind: 'cancelled' });
    });
  });
}

function lastWednesdayAfter(day: CalendarDay): CalendarDay {
  let wednesday = addDays(day, 2);
  while (addDays(wednesday, 7).slice(0, 7) === wednesday.slice(0, 7)) wednesday = addDays(wednesday, 7);
  return wednesday;
}
