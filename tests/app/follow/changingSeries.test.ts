// FC5 to FC8: src/app/SPEC.md
import { asItGoesOn, endOld, takeOver } from '../../../src/app/follow/changingSeries';
import { PortFailure } from '../../../src/app/ports/failure';
import type { RhythmChange } from '../../../src/domain/rhythm/followUp';
import { Refusal } from '../../../src/domain/refusal';
import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { sumOf } from '../../../src/domain/agenda/edit';
import { instantOf } from '../../../src/domain/time/calendarDays';
import { aLink, aSeries } from '../../support/aSeries';
import { failureOf } from '../../contracts/outcome';
import { START } from './aFollow';
import { aRhythm, at, DAY, doChange, losing } from './aRhythm';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : `${error}`),
  );
/** Fortnightly on Wednesdays from 16 December on: three sessions of the old rhythm are left before it. */
const FROM = instantOf('2026-12-16', '16:30', 'Europe/Madrid');
const GO_ON: RhythmChange = {
  kind: 'goOn',
  why: 'fortnightly',
  plan: { every: 2, times: 5, weekday: 3, time: '16:30', from: '2026-12-16' },
};

describe('FC5 the series goes on as a new one of the calendar', () => {
  test('FC5 same title, people and agenda; in the file; the old one ends before it, with its dates as they were', async () => {
    const { irene, kept, dates, event } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(1), start: at(1) + DAY });
    await doChange(follow, GO_ON);
    expect(dates().map(({ start }) => start)).toEqual([at(0), at(1) + DAY, at(2)]);
    expect(dates('event-2').map(({ start, minutes }) => [(start - FROM) / DAY, minutes])).toEqual(
      [0, 14, 28, 42, 56].map((day) => [day, 35]),
    );
    const made = event('event-2')?.event;
    expect(made).toMatchObject({
      subject: 'Semanal de Marketing y Ventas',
      teamsMeeting: true,
      zone: 'Europe/Madrid',
    });
    expect(made?.attendees.map(({ mail }) => mail)).toEqual([
      'm02@valdeolmo.example',
      's01@valdeolmo.example',
      's02@valdeolmo.example',
      'elena@tramontana.example',
    ]);
    expect(agendaFromHtml(made?.bodyHtml ?? '')?.items).toHaveLength(6);
    const { every, times, chain } = kept();
    expect([every, times]).toEqual([2, 5]);
    expect(chain).toHaveLength(2);
    expect(chain[0]).not.toHaveProperty('toEnd');
    expect(chain[1]).toMatchObject({
      eventId: 'event-2',
      joinUrl: expect.stringMatching(/^https:/) as string,
      organiser: 'm01',
      minutes: 35,
      starts: [0, 14, 28, 42, 56].map((day) => FROM + day * DAY),
    });
  });

  test('FC5 another time, a day after the next session of the old one, takes the place of that session too', async () => {
    const { irene, kept, dates } = await aRhythm();
    const { follow } = await irene();
    const plan = { every: 1, times: 8, weekday: 3, time: '16:30', from: '2026-12-09' };
    await doChange(follow, { kind: 'goOn', why: 'otherTime', plan });
    expect([dates().map(({ start }) => start), dates('event-2').length]).toEqual([[at(0)], 8]);
    const { chain } = kept();
    expect([chain.length, chain[0]?.starts.includes(at(0)), chain[0]?.starts.includes(at(1))]).toEqual([
      2,
      true,
      false,
    ]);
  });

  test('FC5 a renewal behind the last session ends nothing, and mails nobody about an end', async () => {
    const { irene, kept, dates, event, seriesCalendar } = await aRhythm();
    const { follow } = await irene();
    seriesCalendar.failNext({ kind: 'unavailable' }, 'endBefore');
    const plan = { every: 1, times: 6, weekday: 3, time: '16:30', from: '2027-02-10' };
    await doChange(follow, { kind: 'goOn', why: 'renewal', plan });
    expect([dates().length, dates('event-2').length, event()?.mails]).toEqual([10, 6, 1]);
    expect(kept().chain.map(({ toEnd }) => toEnd)).toEqual([undefined, undefined]);
  });

  test('FC5 the usual agenda of the meeting’s length where the old event is gone', async () => {
    const { irene, calendar, event, kept } = await aRhythm({ minutes: 25 });
    const old = event();
    calendar.events.delete('event-1');
    if (old !== undefined) calendar.events.set('another', old);
    const { follow } = await irene();
    await doChange(follow, GO_ON);
    const made = event('event-2')?.event;
    expect(sumOf(agendaFromHtml(made?.bodyHtml ?? '')?.items ?? [])).toBe(25);
    expect(kept().chain.map(({ toEnd }) => toEnd)).toEqual([undefined, undefined]);
  });

  test('FC5 a first day of another weekday, or in the past, is refused before anything is made', async () => {
    const { irene, calendar } = await aRhythm();
    const { follow } = await irene();
    const plan = { every: 1, times: 5, weekday: 3, time: '16:30', from: '2026-12-15' };
    const change: RhythmChange = { kind: 'goOn', why: 'otherTime', plan };
    expect(await codeOf(doChange(follow, change))).toBe('time/bad-date');
    expect(await codeOf(doChange(follow, { ...change, plan: { ...plan, from: '2026-11-25' } }))).toBe(
      'time/bad-date',
    );
    expect(calendar.events.size).toBe(1);
  });
});

describe('FC6 one event, however often it is asked for', () => {
  test('FC6 a second press', async () => {
    const { irene, calendar, kept, mails } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, GO_ON);
    const before = mails();
    await doChange(follow, GO_ON);
    expect([calendar.events.size, kept().chain.length, mails()]).toEqual([2, 2, before]);
  });

  test('FC6 two of my devices at the same time', async () => {
    const { irene, calendar, kept } = await aRhythm();
    const [one, other] = [await irene(), await irene()];
    await Promise.all([doChange(one.follow, GO_ON), doChange(other.follow, GO_ON)]);
    expect(calendar.events.size).toBe(2);
    expect(kept().chain.map(({ eventId, toEnd }) => [eventId, toEnd])).toEqual([
      ['event-1', undefined],
      ['event-2', undefined],
    ]);
  });

  test('FC6 an answer that was lost: the press after it meets the event that was made', async () => {
    const { irene, calendar, kept } = await aRhythm();
    const lost = losing(calendar, () => new PortFailure({ kind: 'unavailable' }));
    const { follow } = await irene({ calendar: lost });
    expect(await failureOf(doChange(follow, GO_ON))).toEqual({ kind: 'unavailable' });
    expect([calendar.events.size, kept().chain.length]).toEqual([2, 1]);
    await doChange(follow, GO_ON);
    expect([calendar.events.size, kept().chain.length]).toEqual([2, 2]);
  });
});

describe('FC7 states between, each of which a press completes', () => {
  test('FC7 made, and not in the file: nothing of the old one is touched', async () => {
    const { irene, calendar, kept, dates, team } = await aRhythm();
    const { follow } = await irene();
    team.home.failNext({ kind: 'unavailable' });
    expect(await failureOf(doChange(follow, GO_ON))).toEqual({ kind: 'unavailable' });
    expect([calendar.events.size, kept().chain.length, dates().length]).toEqual([2, 1, 10]);
    await doChange(follow, GO_ON);
    expect([calendar.events.size, kept().chain.length, dates().length]).toEqual([2, 2, 3]);
  });

  test('FC7 in the file, and the old one not ended: the file says until when, and ending it is a step of its own', async () => {
    const { irene, kept, dates, seriesCalendar } = await aRhythm();
    const { follow } = await irene();
    seriesCalendar.failNext({ kind: 'throttled', retryAfterMs: 90_000 }, 'endBefore');
    expect(await failureOf(doChange(follow, GO_ON))).toMatchObject({ kind: 'throttled' });
    expect(kept().chain.map(({ toEnd }) => toEnd)).toEqual(['2026-12-16', undefined]);
    expect(dates()).toHaveLength(10);
    // Another day, another tab.
    const later = await irene();
    await endOld(later.follow);
    expect(kept().chain.map(({ toEnd }) => toEnd)).toEqual([undefined, undefined]);
    expect(dates()).toHaveLength(3);
  });

  test('FC7 ended, and its single dates not yet as they were', async () => {
    const { irene, kept, dates, seriesCalendar } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(1), start: at(1) + DAY });
    seriesCalendar.failNext({ kind: 'offline' }, 'moveOccurrence');
    expect(await failureOf(doChange(follow, GO_ON))).toEqual({ kind: 'offline' });
    expect(kept().chain[0]?.toEnd).toBe('2026-12-16');
    await doChange(follow, GO_ON);
    expect(dates().map(({ start }) => start)).toEqual([at(0), at(1) + DAY, at(2)]);
    expect(kept().chain[0]).not.toHaveProperty('toEnd');
  });

  test('FC7 an old event that somebody has deleted is ended', async () => {
    const { irene, kept, calendar, seriesCalendar } = await aRhythm();
    const { follow } = await irene();
    seriesCalendar.failNext({ kind: 'offline' }, 'endBefore');
    expect(await failureOf(doChange(follow, GO_ON))).toEqual({ kind: 'offline' });
    calendar.events.delete('event-1');
    await endOld(follow);
    expect(kept().chain.map(({ toEnd }) => toEnd)).toEqual([undefined, undefined]);
  });
});

describe('FC8 handing over', () => {
  test('FC8 the file says it; the successor makes the series from the next session on; the old organiser ends theirs', async () => {
    const { irene, rodrigo, kept, dates, announcing } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(2), start: at(2) + DAY });
    await doChange(follow, { kind: 'skip', original: at(3) });
    await doChange(follow, { kind: 'handOver', to: 's01' });
    expect(kept().followUp?.handedOver).toEqual([{ from: 'm01', to: 's01', at: START - DAY / 8 }]);
    expect(announcing.notified.map(({ to, notice }) => [to, notice.kind])).toEqual([['s01', 'handedOver']]);
    expect(dates()).toHaveLength(9);

    const tab = await rodrigo();
    await takeOver(tab.follow);
    const [own] = tab.own.events.values();
    expect(own?.event.attendees.map(({ mail, type }) => [mail, type])).toEqual([
      ['m01@valdeolmo.example', 'required'],
      ['m02@valdeolmo.example', 'optional'],
      ['s02@valdeolmo.example', 'optional'],
    ]);
    expect(own?.occurrences.map(({ start }) => start)).toEqual(
      [0, 1, 2, 4, 5, 6, 7, 8, 9].map((nth) => at(nth) + (nth === 2 ? DAY : 0)),
    );
    // Until the old organiser does their step both stand, and the file says so.
    expect(dates()).toHaveLength(9);
    expect(kept().chain.map(({ organiser, toEnd }) => [organiser, toEnd])).toEqual([
      ['m01', '2026-12-01'],
      ['s01', undefined],
    ]);

    const old = await irene();
    await endOld(old.follow);
    expect(dates()).toEqual([]);
    expect(kept().chain[0]).not.toHaveProperty('toEnd');
    expect(kept().followUp?.handedOver).toEqual([
      { from: 'm01', to: 's01', at: START - DAY / 8, ended: true },
    ]);
    expect(await codeOf(doChange(old.follow, { kind: 'shorten', minutes: 25 }))).toBe(
      'follow/not-the-organiser',
    );
  });

  test('FC8 single dates that could not be moved in the new series: the same press completes it', async () => {
    const { irene, rodrigo, kept } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(2), start: at(2) + DAY });
    await doChange(follow, { kind: 'handOver', to: 's01' });
    const tab = await rodrigo();
    tab.ownSeries.failNext({ kind: 'unavailable' }, 'moveOccurrence');
    expect(await failureOf(takeOver(tab.follow))).toEqual({ kind: 'unavailable' });
    expect(kept().chain).toHaveLength(1);
    await takeOver(tab.follow);
    const [own, ...more] = tab.own.events.values();
    expect([own?.occurrences[2]?.start, more.length, kept().chain.length]).toEqual([at(2) + DAY, 0, 2]);
  });

  test('FC8 taking over twice makes one series, and nobody else takes over', async () => {
    const { irene, rodrigo, kept } = await aRhythm();
    await doChange((await irene()).follow, { kind: 'handOver', to: 's01' });
    const tab = await rodrigo();
    await takeOver(tab.follow);
    await takeOver(tab.follow);
    expect([tab.own.events.size, kept().chain.length]).toEqual([1, 2]);
    const stranger = await aRhythm();
    expect(await codeOf(takeOver((await stranger.rodrigo()).follow))).toBe('follow/not-the-organiser');
  });

  test('FC8 to nobody, to somebody from outside, or to oneself is refused; said twice it is said once', async () => {
    const { irene, kept } = await aRhythm();
    const { follow } = await irene();
    for (const to of ['nobody', 'm01'])
      expect(await codeOf(doChange(follow, { kind: 'handOver', to }))).toBe('follow/nobody-to-hand-over');
    await doChange(follow, { kind: 'handOver', to: 's01' });
    await doChange(follow, { kind: 'handOver', to: 's01' });
    expect(kept().followUp?.handedOver).toHaveLength(1);
  });

  test('FC8 a key person says it for an organiser who has left, others do not', async () => {
    const { rodrigo, kept, team, calendar, seriesCalendar } = await aRhythm();
    await doChange((await rodrigo()).follow, { kind: 'handOver', to: 's01' });
    expect(kept().followUp?.handedOver).toMatchObject([{ from: 'm01', to: 's01' }]);
    const other = await team.follow('s02', { calendar, seriesCalendar });
    expect(await codeOf(doChange(other.follow, { kind: 'handOver', to: 's02' }))).toBe(
      'follow/not-the-organiser',
    );
  });

  test.each([
    ['a third weekday', ['2026-12-15', '2027-01-19', '2027-02-16'], 3],
    ['the fourth, which is the last too', ['2026-12-22', '2027-01-26', '2027-02-23'], 4],
    ['the last', ['2026-12-29', '2027-01-26', '2027-02-23'], 'last'],
  ] as const)('FC8 what is left of a monthly series is its pattern: %s', (_what, days, nth) => {
    const starts = days.map((day) => instantOf(day, '17:00', 'Europe/Madrid'));
    const series = aSeries({ kind: 'monthly', chain: [aLink({ starts: [START - 60 * DAY, ...starts] })] });
    const [link] = series.chain;
    expect(link && asItGoesOn(series, link, START)).toEqual({
      every: 1,
      times: 3,
      weekday: 2,
      time: '17:00',
      nth,
      from: days[0],
    });
    expect(link && asItGoesOn(series, link, START + 400 * DAY)).toBeUndefined();
  });
});
