// FC1 to FC4, FC9 to FC12: src/app/SPEC.md
import { changeCost, doChangeIn } from '../../../src/app/follow/changing';
import { PortFailure } from '../../../src/app/ports/failure';
import type { RhythmChange } from '../../../src/domain/rhythm/followUp';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { Refusal } from '../../../src/domain/refusal';
import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { sumOf } from '../../../src/domain/agenda/edit';
import { aLink } from '../../support/aSeries';
import { failureOf } from '../../contracts/outcome';
import { MINUTE, START } from './aFollow';
import { aRhythm, at, DAY, doChange, JOIN } from './aRhythm';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : `${error}`),
  );
const MOVE: RhythmChange = { kind: 'move', original: at(1), start: at(1) + DAY };

describe('FC1 one session', () => {
  test('FC1 is moved in the calendar and stands in the file as applied', async () => {
    const { irene, kept, dates } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, MOVE);
    expect(dates()[1]).toEqual({ original: at(1), start: at(1) + DAY, minutes: 35 });
    expect(kept().chain[0]?.alternatives).toEqual([
      { original: at(1), start: at(1) + DAY, state: 'applied' },
    ]);
  });

  test('FC1 is made shorter where it stands, and moved again from there', async () => {
    const { irene, kept, dates } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(2), start: at(2), minutes: 15 });
    expect(dates()[2]).toMatchObject({ start: at(2), minutes: 15 });
    expect(kept().chain[0]?.alternatives).toEqual([
      { original: at(2), start: at(2), minutes: 15, state: 'applied' },
    ]);
    await doChange(follow, { kind: 'move', original: at(2), start: at(2) + 3 * DAY });
    expect(dates()[2]).toMatchObject({ start: at(2) + 3 * DAY, minutes: 35 });
    expect(kept().chain[0]?.alternatives).toHaveLength(1);
  });

  test('FC1 the same press again mails nobody', async () => {
    const { irene, mails } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, MOVE);
    const before = mails();
    await doChange(follow, MOVE);
    expect(mails()).toBe(before);
  });
});

describe('FC2 a session that is skipped', () => {
  test('FC2 is cancelled for everybody, with the words for it, and marked', async () => {
    const { irene, kept, dates, seriesCalendar } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'skip', original: at(1) });
    expect(dates().map(({ original }) => original)).not.toContain(at(1));
    expect(seriesCalendar.comments).toEqual(['cancelada: Semanal de Marketing y Ventas']);
    expect(kept().followUp?.marks).toEqual([{ original: at(1), as: 'skipped' }]);
  });

  test('FC2 is only marked where it is gone already', async () => {
    const { irene, kept, event, mails } = await aRhythm();
    event()?.occurrences.splice(1, 1);
    const { follow } = await irene();
    await doChange(follow, { kind: 'skip', original: at(1) });
    expect(mails()).toBe(1);
    expect(kept().followUp?.marks).toEqual([{ original: at(1), as: 'skipped' }]);
  });
});

describe('FC3 another length', () => {
  test('FC3 of calendar, agenda and file; what was moved or skipped is so again', async () => {
    const { irene, kept, dates, event } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, MOVE);
    await doChange(follow, { kind: 'skip', original: at(3) });
    await doChange(follow, { kind: 'move', original: at(4), start: at(4), minutes: 15 });
    await doChange(follow, { kind: 'shorten', minutes: 25 });
    expect(dates().map(({ start, minutes }) => [(start - START) / DAY, minutes])).toEqual([
      ...[
        [0, 25],
        [8, 25],
        [14, 25],
        [28, 15],
        [35, 25],
      ],
      ...[
        [42, 25],
        [49, 25],
        [56, 25],
        [63, 25],
      ],
    ]);
    const html = event()?.bodyHtml ?? '';
    expect(sumOf(agendaFromHtml(html)?.items ?? [])).toBe(25);
    expect(html).toContain('<p>Unirse a la reunión</p>');
    expect(kept()).toMatchObject({ minutes: 25, chain: [{ minutes: 25 }] });
  });

  test('FC3 a session that was moved back and whose own time is over stays where it is', async () => {
    const { irene, dates, team } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'move', original: at(0), start: at(0) + 2 * DAY });
    await team.time.pass(DAY);
    await doChange(follow, { kind: 'shorten', minutes: 25 });
    expect(dates()[0]).toEqual({ original: at(0), start: at(0) + 2 * DAY, minutes: 25 });
  });

  test('FC3 an agenda with more points than minutes stays for people to cut', async () => {
    const { irene, event } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, { kind: 'shorten', minutes: 5 });
    expect(sumOf(agendaFromHtml(event()?.bodyHtml ?? '')?.items ?? [])).toBe(35);
  });

  test('FC3 a press after a failure in between completes it', async () => {
    const { irene, kept, dates, seriesCalendar, mails } = await aRhythm();
    const { follow } = await irene();
    await doChange(follow, MOVE);
    seriesCalendar.failNext({ kind: 'throttled', retryAfterMs: 60_000 }, 'moveOccurrence');
    expect(await failureOf(doChange(follow, { kind: 'shorten', minutes: 25 }))).toMatchObject({
      kind: 'throttled',
    });
    expect(kept().minutes).toBe(35);
    const before = mails();
    await doChange(follow, { kind: 'shorten', minutes: 25 });
    expect(kept().minutes).toBe(25);
    expect(dates()[1]).toMatchObject({ start: at(1) + DAY, minutes: 25 });
    // The date that was left, and the agenda, which mails nobody in this calendar.
    expect(mails()).toBe(before + 1);
  });
});

test('FC4 fewer people: informed from now on, not invited; whoever was typed by hand stays', async () => {
  const { irene, kept, event } = await aRhythm();
  const { follow } = await irene();
  await doChange(follow, { kind: 'fewer', people: ['s02', 'm02'] });
  expect(event()?.event.attendees.map(({ mail }) => mail)).toEqual([
    's01@valdeolmo.example',
    'elena@tramontana.example',
  ]);
  expect(kept().people.map(({ id, role }) => `${id} ${role}`)).toEqual([
    'm01 key',
    'm02 informed',
    's01 key',
    's02 informed',
  ]);
  expect(await codeOf(doChange(follow, { kind: 'fewer', people: ['m01'] }))).toBe('follow/hand-over-first');
});

describe('FC9 who may', () => {
  const plan = { every: 1, times: 4, weekday: 3, time: '17:15', from: '2026-12-09' };
  test.each<RhythmChange>([
    MOVE,
    { kind: 'skip', original: at(1) },
    { kind: 'shorten', minutes: 25 },
    { kind: 'fewer', people: ['s02'] },
    { kind: 'goOn', why: 'otherTime', plan },
  ])('FC9 only the organiser: $kind', async (change) => {
    const { rodrigo, kept } = await aRhythm();
    const before = kept();
    const { follow, own } = await rodrigo();
    expect(await codeOf(doChange(follow, change))).toBe('follow/not-the-organiser');
    expect(own.events.size).toBe(0);
    expect(kept()).toEqual(before);
  });

  test('FC9 a session that is none, or is moved into the past, is refused', async () => {
    const { irene } = await aRhythm();
    const { follow } = await irene();
    const unknown = { kind: 'skip', original: at(1) + MINUTE } as const;
    expect(await codeOf(doChange(follow, unknown))).toBe('follow/unknown-session');
    expect(await codeOf(doChange(follow, { ...MOVE, start: START - DAY }))).toBe('follow/too-late');
    expect(await codeOf(doChangeIn(follow, 'none', MOVE))).toBe('follow/no-series');
  });
});

test('FC10 the cost: who gets mails, how many each, and how many sessions', async () => {
  const { kept } = await aRhythm({
    chain: [
      aLink({
        eventId: 'event-1',
        joinUrl: JOIN,
        starts: Array.from({ length: 10 }, (_, nth) => at(nth)),
        alternatives: [
          { original: at(1), start: at(1) + DAY, state: 'applied' },
          { original: at(2), start: at(2) + DAY, state: 'chosen' },
        ],
      }),
    ],
    followUp: { ...FOLLOW_UP, marks: [{ original: at(3), as: 'skipped' }] },
  });
  const plan = { every: 2, times: 6, weekday: 3, time: '17:15', from: '2026-12-09' };
  const cost = (change: RhythmChange) => changeCost(kept(), change, START - DAY);
  expect(cost(MOVE)).toEqual({ mails: 3, each: 1, sessions: 1 });
  expect(cost({ kind: 'skip', original: at(1) })).toEqual({ mails: 3, each: 1, sessions: 1 });
  expect(cost({ kind: 'shorten', minutes: 25 })).toEqual({ mails: 3, each: 4, sessions: 10 });
  expect(cost({ kind: 'fewer', people: ['s02'] })).toEqual({ mails: 3, each: 1, sessions: 10 });
  expect(cost({ kind: 'goOn', why: 'fortnightly', plan })).toEqual({ mails: 3, each: 2, sessions: 6 });
  const after = { ...plan, every: 1, from: '2027-02-10' };
  expect(cost({ kind: 'goOn', why: 'renewal', plan: after })).toEqual({ mails: 3, each: 1, sessions: 6 });
  expect(cost({ kind: 'handOver', to: 's01' })).toEqual({ mails: 0, each: 0, sessions: 10 });
});

describe('FC11 what cannot be done', () => {
  test.each<[RhythmChange, 'moveOccurrence' | 'cancelOccurrence' | 'resize' | 'invite']>([
    [MOVE, 'moveOccurrence'],
    [{ kind: 'skip', original: at(1) }, 'cancelOccurrence'],
    [{ kind: 'shorten', minutes: 25 }, 'resize'],
    [{ kind: 'fewer', people: ['s02'] }, 'invite'],
  ])('FC11 is told as it is, and the file stays: %j', async (change, on) => {
    const { irene, kept, seriesCalendar } = await aRhythm();
    const before = kept();
    const { follow } = await irene();
    seriesCalendar.failNext({ kind: 'throttled', retryAfterMs: 90_000 }, on);
    expect(await failureOf(doChange(follow, change))).toEqual({ kind: 'throttled', retryAfterMs: 90_000 });
    expect(kept()).toEqual(before);
  });

  test('FC11 an event that is gone is not found, and so is one that nobody knows', async () => {
    const { irene, calendar, kept } = await aRhythm();
    const { follow } = await irene();
    calendar.events.clear();
    for (const change of [
      MOVE,
      { kind: 'shorten', minutes: 25 },
      { kind: 'fewer', people: ['s02'] },
    ] as const)
      expect(await failureOf(doChange(follow, change))).toEqual({ kind: 'notFound' });
    const unknown = await aRhythm({ chain: [aLink({ starts: [at(1)] })] });
    unknown.calendar.events.clear();
    const tab = await unknown.irene();
    expect(await failureOf(doChange(tab.follow, MOVE))).toEqual({ kind: 'notFound' });
    expect(kept().chain).toHaveLength(1);
  });

  test('FC11 a file that cannot be written leaves a state that the same press completes', async () => {
    const { irene, kept, dates, team, mails } = await aRhythm();
    const { follow } = await irene();
    team.home.failNext({ kind: 'unavailable' });
    await expect(doChange(follow, MOVE)).rejects.toBeInstanceOf(PortFailure);
    expect(dates()[1]).toMatchObject({ start: at(1) + DAY });
    expect(kept().chain[0]?.alternatives).toEqual([]);
    const before = mails();
    await doChange(follow, MOVE);
    expect(kept().chain[0]?.alternatives).toHaveLength(1);
    expect(mails()).toBe(before);
  });
});

describe('FC12 an invitation that was sent by hand', () => {
  const starts = Array.from({ length: 10 }, (_, nth) => at(nth));

  test('FC12 is found by its dates and its title, and the file knows it since', async () => {
    const alternatives = [{ original: at(0), start: at(0) + DAY, state: 'chosen' as const }];
    const { irene, kept, dates } = await aRhythm({ chain: [aLink({ minutes: 35, starts, alternatives })] });
    const { follow } = await irene();
    await doChange(follow, MOVE);
    expect(dates()[1]).toMatchObject({ start: at(1) + DAY });
    expect(kept().chain[0]).toMatchObject({
      eventId: 'event-1',
      joinUrl: expect.stringMatching(/^https:/) as string,
      alternatives: [{ state: 'chosen' }, { state: 'applied' }],
    });
  });

  test('FC12 what has another title is not it', async () => {
    const { irene, kept, calendar, event } = await aRhythm({ chain: [aLink({ starts })] });
    const made = event();
    if (made !== undefined)
      calendar.events.set('event-1', { ...made, event: { ...made.event, subject: 'Otra' } });
    const { follow } = await irene();
    expect(await failureOf(doChange(follow, MOVE))).toEqual({ kind: 'notFound' });
    expect(kept().chain[0]).not.toHaveProperty('eventId');
  });
});
