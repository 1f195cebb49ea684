import { cancellable } from '../../src/app/cancel';
import type { Calendar, EventOccurrence } from '../../src/app/ports/calendar';
import type { SeriesCalendar } from '../../src/app/ports/seriesCalendar';
import { addDays, instantOf, localTime, nextMonday } from '../../src/domain/time/calendarDays';
import type { CalendarDay, Instant, ZoneName } from '../../src/domain/time/types';
import { failureOf, NEVER } from './outcome';

export type OpenedSeriesCalendar = {
  readonly series: SeriesCalendar;
  /** Of the same mailbox. */
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly colleagues: readonly [string, string];
  /** A fresh key for a create. */
  newKey(): string;
  /** How often attendees of this event were mailed. Undefined where that cannot be seen. */
  readonly mails?: (eventId: string) => Promise<number>;
  /** The colleague's own calendar, with the id that this event has there. Undefined where nobody else can be asked. */
  readonly colleague?: (eventId: string) => Promise<{ readonly series: SeriesCalendar; readonly id: string }>;
  /** How many own entries of this subject there are. Undefined where that cannot be seen. */
  readonly entries?: (subject: string) => Promise<number>;
  close(created: readonly string[]): Promise<void>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TIMES = 6;

/** What an organiser does to a series (LC1 to LC9); each test makes a weekly one of its own. */
export function seriesCalendarContract(name: string, open: () => Promise<OpenedSeriesCalendar>): void {
  describe(`series calendar contract: ${name}`, () => {
    let opened: OpenedSeriesCalendar;
    let created: string[];
    let tuesday: CalendarDay;
    let id: string;

    beforeEach(async () => {
      opened = await open();
      created = [];
      tuesday = addDays(nextMonday(localTime(opened.now, opened.zone).day), 1);
      const made = await opened.calendar.create(
        {
          subject: 'Prueba de Cadencia — se puede borrar',
          bodyHtml: '<p>Orden del día</p>',
          start: at(0),
          minutes: 35,
          zone: opened.zone,
          attendees: [
            { mail: opened.colleagues[0], name: 'Una', type: 'required' },
            { mail: opened.colleagues[1], name: 'Otra', type: 'optional' },
          ],
          recurrence: { every: 1, times: TIMES, weekday: 2 },
          teamsMeeting: true,
        },
        opened.newKey(),
        NEVER,
      );
      id = made.id;
      created.push(id);
    });
    afterEach(() => opened.close(created));

    /** The nth session. */
    const at = (nth: number): Instant => instantOf(addDays(tuesday, 7 * nth), '21:15', opened.zone);
    const dates = async (): Promise<readonly EventOccurrence[]> => {
      const window = { from: at(0) - DAY, until: at(TIMES) + 30 * DAY };
      const found = await opened.calendar.occurrences(id, window, NEVER);
      return [...found].sort((a, b) => a.original - b.original);
    };
    const dateAt = async (nth: number): Promise<EventOccurrence> => {
      const found = (await dates()).find(({ original }) => original === at(nth));
      if (found === undefined) throw new Error(`there is no date ${nth}`);
      return found;
    };
    const originals = async () => (await dates()).map(({ original }) => original);
    /** Runs `what` twice; a second time changes nothing and mails nobody. */
    const twice = async (what: () => Promise<void>, rounds: number): Promise<void> => {
      const before = await opened.mails?.(id);
      await what();
      const after = await dates();
      await what();
      expect(await dates()).toEqual(after);
      if (before !== undefined) expect(await opened.mails?.(id)).toBe(before + rounds);
    };

    test('LC1 one date is moved, or made shorter, and mails once', async () => {
      const { id: date } = await dateAt(1);
      const to = { from: at(1) + DAY, until: at(1) + DAY + 15 * MINUTE };
      await twice(() => opened.series.moveOccurrence(date, to, opened.zone, NEVER), 1);
      expect(await dateAt(1)).toMatchObject({ start: to.from, end: to.until });
      expect(await originals()).toHaveLength(TIMES);
    });

    test('LC2 one date is cancelled for everybody; one that is gone is no mistake', async () => {
      const { id: date } = await dateAt(2);
      await twice(() => opened.series.cancelOccurrence(date, 'Fuera <b>todos</b>', NEVER), 1);
      expect(await originals()).toEqual([0, 1, 3, 4, 5].map(at));
    });

    test('LC3 another length is the length of every date, at the same local time', async () => {
      await twice(() => opened.series.resize(id, 25, NEVER), 1);
      const found = await dates();
      expect(found.map(({ start }) => start)).toEqual([0, 1, 2, 3, 4, 5].map(at));
      expect(new Set(found.map(({ start, end }) => end - start))).toEqual(new Set([25 * MINUTE]));
    });

    test('LC4 the repetition ends before a day, and the dates before it stay', async () => {
      await twice(() => opened.series.endBefore(id, addDays(tuesday, 21), NEVER), 1);
      expect(await originals()).toEqual([0, 1, 2].map(at));
      await opened.series.endBefore(id, addDays(tuesday, 200), NEVER);
      expect(await originals()).toEqual([0, 1, 2].map(at));
    });

    test('LC5 a series that has no date left is cancelled, and ending it again is no mistake', async () => {
      await opened.series.endBefore(id, tuesday, NEVER);
      expect(await failureOf(opened.calendar.read(id, NEVER))).toEqual({ kind: 'notFound' });
      await opened.series.endBefore(id, tuesday, NEVER);
    });

    test('LC6 who is invited changes, and the meeting stays the same', async () => {
      const attendees = [{ mail: opened.colleagues[0], name: 'Una', type: 'required' } as const];
      const before = await opened.calendar.read(id, NEVER);
      await twice(() => opened.series.invite(id, attendees, NEVER), 1);
      const after = await opened.calendar.read(id, NEVER);
      expect(after.attendees.map(({ mail, type }) => [mail, type])).toEqual([
        [opened.colleagues[0].toLowerCase(), 'required'],
      ]);
      expect([after.joinUrl, after.start, after.bodyHtml]).toEqual([
        before.joinUrl,
        before.start,
        before.bodyHtml,
      ]);
    });

    test('LC7 an entry of my own stands once, whatever how often it is made', async () => {
      const key = opened.newKey();
      const subject = `Prueba de Cadencia ${key}`;
      const time = { from: at(0) - DAY, until: at(0) - DAY + 15 * MINUTE };
      const entry = { subject, html: '<p>Preparar</p>', time, zone: opened.zone };
      await opened.series.enter(entry, key, NEVER);
      await opened.series.enter(entry, key, NEVER);
      if (opened.entries !== undefined) expect(await opened.entries(subject)).toBe(1);
    });

    test('LC8 only the organiser changes it; what is not there is not found, and what is cancelled ends', async () => {
      const { series } = opened;
      expect(await failureOf(series.resize(`${id}x`, 25, NEVER))).toEqual({ kind: 'notFound' });
      expect(await failureOf(series.invite(`${id}x`, [], NEVER))).toEqual({ kind: 'notFound' });
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(series.resize(id, 25, cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(series.endBefore(id, tuesday, cancel))).toEqual({ kind: 'cancelled' });
      expect(await originals()).toHaveLength(TIMES);
      if (opened.colleague === undefined) return;
      const theirs = await opened.colleague(id);
      const denied = { kind: 'denied' };
      expect(await failureOf(theirs.series.resize(theirs.id, 25, NEVER))).toEqual(denied);
      expect(await failureOf(theirs.series.endBefore(theirs.id, tuesday, NEVER))).toEqual(denied);
      expect(await failureOf(theirs.series.invite(theirs.id, [], NEVER))).toEqual(denied);
      expect(await failureOf(theirs.series.cancelOccurrence(theirs.id, '', NEVER))).toEqual(denied);
      expect(await originals()).toHaveLength(TIMES);
    });

    test('LC9 its organiser finds it by one of its dates and its subject; of two alike it is none', async () => {
      const { series, calendar, newKey, zone } = opened;
      const subject = `Prueba de Cadencia ${newKey()}`;
      const event = {
        subject,
        bodyHtml: '<p>a</p>',
        start: at(0) + 60 * MINUTE,
        minutes: 35,
        zone,
        attendees: [],
        recurrence: { every: 1, times: TIMES, weekday: 2 },
        teamsMeeting: true,
      };
      const made = await calendar.create(event, newKey(), NEVER);
      created.push(made.id);
      const found = { id: made.id, joinUrl: made.joinUrl };
      expect(await series.find(at(2) + 60 * MINUTE, subject, NEVER)).toEqual(found);
      expect(await series.find(at(2), subject, NEVER)).toBeNull();
      expect(await series.find(at(2) + 60 * MINUTE, `${subject} x`, NEVER)).toBeNull();
      created.push((await calendar.create(event, newKey(), NEVER)).id);
      expect(await series.find(at(2) + 60 * MINUTE, subject, NEVER)).toBeNull();
      if (opened.colleague === undefined) return;
      const theirs = (await opened.colleague(id)).series;
      expect(await theirs.find(at(2), 'Prueba de Cadencia — se puede borrar', NEVER)).toBeNull();
    });
  });
}
