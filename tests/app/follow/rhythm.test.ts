// FR1 to FR14: src/app/SPEC.md
import { findTimes } from '../../../src/app/follow/finding';
import { askCommands, rhythmCommands, rhythmView } from '../../../src/app/follow/rhythm';
import { chosenIn, type Follow } from '../../../src/app/follow/followState';
import { Refusal } from '../../../src/domain/refusal';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import type { Series } from '../../../src/domain/rhythm/series';
import { searchSlots } from '../../../src/domain/slots/search';
import type { SlotRequest } from '../../../src/domain/slots/types';
import type { NewEvent } from '../../../src/app/ports/calendar';
import type { SlotSearch } from '../../../src/app/ports/slotSearch';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { cancellable } from '../../../src/app/cancel';
import { aRecord } from '../../support/aRecord';
import { aLink } from '../../support/aSeries';
import { fakeCalendar } from '../../support/fakes/fakeCalendar';
import { fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';
import { fakeSlotSearch } from '../../support/fakes/fakeSlotSearch';
import { settle } from '../meeting/testTime';
import { weekly } from '../../domain/rhythm/aRhythm';
import { aTeam, aWeekly, MINUTE, PEOPLE, START } from './aFollow';
import { eventually } from '../../support/eventually';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Eight sessions are over, the ninth comes in three hours, and three more behind it. */
const NOW = START - 3 * HOUR;
const STARTS = weekly('2026-10-06T17:15', 14);
const at = (nth: number): number => STARTS[nth] ?? 0;
const free = Object.fromEntries(PEOPLE.map(({ mail }) => [mail, { busy: [] }]));

/** Irene's calendar with the series in it, what records say of it, and a tab for whoever wants one. */
async function aRhythm(
  options: {
    readonly times?: number;
    readonly skipped?: readonly number[];
    readonly over?: number;
    readonly change?: Partial<Series>;
  } = {},
) {
  const { times = 12, skipped = [], over = 0, change = {} } = options;
  const calendar = fakeCalendar(free, 'm01@valdeolmo.example');
  const event: NewEvent = {
    subject: 'Semanal',
    bodyHtml: '',
    start: at(0),
    minutes: 35,
    zone: 'Europe/Madrid',
    attendees: [],
    recurrence: { every: 1, times, weekday: 2 },
    teamsMeeting: true,
  };
  const made = await calendar.create(event, 'first', cancellable());
  const series = aWeekly({
    pauses: [],
    times,
    chain: [
      aLink({
        eventId: made.id,
        joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
        minutes: 35,
        starts: STARTS.slice(0, times),
      }),
    ],
    ...change,
  });
  const team = aTeam(NOW, [series]);
  const digests = STARTS.slice(0, 8).flatMap((start, nth) =>
    skipped.includes(nth)
      ? []
      : [
          digestOf(
            aRecord({
              start,
              planned: { start, minutes: 35 },
              startedAt: start,
              endedAt: start + (35 + over) * MINUTE,
              problems: ['p1', 'p2', 'p3'].map((id) => ({
                id,
                title: id,
                by: 'm01',
                area: 'sales',
                readings: [],
              })),
            }),
          ),
        ],
  );
  const files = digests.map((digest, nth) => ({ id: `r${nth}`, eTag: '1', name: `r${nth}.json`, digest }));
  const archives = { [series.id]: { summary: { series: series.id, files }, aside: [], at: 0 } };
  const seriesCalendar = fakeSeriesCalendar(calendar);
  const open = async (me = 'm01', ports: Partial<FollowPorts> = {}) => {
    const made = await team.follow(me, { calendar, seriesCalendar, ...ports }, { archives });
    const { follow } = made;
    return {
      ...made,
      follow,
      rhythm: rhythmCommands(follow),
      asks: askCommands(follow),
      view: () => rhythmView(follow.state.get()),
      series: () => chosenIn(follow.state.get()).series,
      answer: async (yes: boolean) => {
        const { asked } = follow;
        follow.change({ question: null });
        asked?.(yes);
        await settle();
        await done(follow);
      },
    };
  };
  return { team, calendar, seriesCalendar, open, eventId: made.id };
}

const refusalOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};
/** The search answers in a task of its own, however busy the machine is. */
const done = ({ state }: Follow) => eventually(() => state.get().working === null);
const noticeOf = ({ state }: Follow) => state.get().notice;

test('FR1 the view counts the last months, shows their sessions, and tells when the series ends', async () => {
  const { open } = await aRhythm({ skipped: [4, 6] });
  const { view, rhythm } = await open();
  expect(view()).toMatchObject({
    months: 6,
    whole: { held: 6, skipped: 2, paused: 0 },
    ends: { last: at(11), left: 4, soon: true },
    pulse: null,
    handOver: null,
  });
  expect(view().byMonth.map(({ month }) => month)).toEqual([
    ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
  ]);
  expect(view().sessions).toHaveLength(12);
  rhythm.months(2);
  expect(view()).toMatchObject({ months: 2, whole: { held: 2, skipped: 2 } });
  expect(view().sessions[0]?.original).toBe(at(4));
  rhythm.months(-5);
  expect(view().months).toBe(1);
});

test('FR1 a paused session shows its label', async () => {
  const pauses = [{ from: '2026-12-08', until: '2026-12-09', label: 'puente' }];
  const { open } = await aRhythm({ change: { pauses } });
  const { view } = await open();
  expect(view().sessions.find(({ state }) => state === 'paused')).toMatchObject({
    original: at(9),
    label: 'puente',
  });
  // It is ahead: no figure yet.
  expect(view().whole.paused).toBe(0);
});

test('FR2 while the records are unread no session is said to be skipped, and nothing is proposed', async () => {
  const { team } = await aRhythm({
    change: { followUp: { ...FOLLOW_UP, marks: [{ original: at(6), as: 'skipped' }] } },
  });
  const { follow } = await team.follow();
  const { whole, proposals, sessions, ends } = rhythmView(follow.state.get());
  expect(whole).toMatchObject({ held: 0, skipped: 1 });
  expect(proposals).toEqual([]);
  expect(sessions.map(({ original }) => original)).toEqual([at(6), ...STARTS.slice(8, 12)]);
  expect(ends?.left).toBe(4);
});

test('FR3 somebody says that a session was held after all, and takes it back; it is kept for everybody', async () => {
  const { open } = await aRhythm({ skipped: [7] });
  const rodrigo = await open('s01');
  rodrigo.rhythm.mark(at(7), 'held');
  await settle();
  expect(rodrigo.view().sessions[7]).toMatchObject({ state: 'held', marked: true });
  expect((await open()).series().followUp?.marks).toEqual([{ original: at(7), as: 'held' }]);
  rodrigo.rhythm.mark(at(7), null);
  await settle();
  expect(rodrigo.view().sessions[7]).toMatchObject({ state: 'skipped', marked: false });
});

test('FR3 of a session with a record, of one to come and of an unknown one there is nothing to say', async () => {
  const { open } = await aRhythm();
  const { rhythm, follow, series } = await open();
  for (const original of [at(7), at(8), at(8) + 1]) {
    rhythm.mark(original, 'skipped');
    await settle();
    expect(noticeOf(follow)).toMatchObject({ kind: 'refused', code: 'follow/unknown-session' });
  }
  expect(series().followUp).toBeUndefined();
});

test('FR4 another time is searched anew, from the next session on and over the series’ own events', async () => {
  const { open } = await aRhythm({ times: 14, skipped: [4, 6] });
  const { rhythm, view, follow } = await open();
  const found = () => view().proposals.find(({ proposal }) => proposal.kind === 'otherTime');
  const key = found()?.proposal.key ?? '';
  expect(found()?.options).toBeNull();
  rhythm.find(key);
  expect(follow.state.get().working).toEqual({ what: 'search' });
  await done(follow);
  expect(follow.state.get()).toMatchObject({ working: null, notice: null });
  const options = found()?.options ?? [];
  expect(options.length).toBeGreaterThanOrEqual(3);
  for (const { change, held, of, start } of options) {
    expect(change).toMatchObject({ kind: 'goOn', why: 'otherTime', plan: { every: 1, times: of } });
    expect(held).toBe(of);
    expect(start).toBeGreaterThan(NOW);
  }
});

test('FR4 another time is never the present one, also where that is the best', async () => {
  const working = { weekday: 2, from: '17:00', until: '18:00' };
  const sites = aWeekly().sites.map((site) => ({ ...site, hours: [working] }));
  const { open } = await aRhythm({ times: 14, skipped: [4, 6], change: { sites } });
  const { rhythm, view, follow } = await open();
  const found = () => view().proposals.find(({ proposal }) => proposal.kind === 'otherTime');
  rhythm.find(found()?.proposal.key ?? '');
  await done(follow);
  const times = found()?.options?.map(({ change }) => change.kind === 'goOn' && change.plan.time);
  expect(times).toEqual(['17:00']);
});

test('FR4 a renewal is searched behind the last session, as many sessions again', async () => {
  const { open } = await aRhythm({ times: 10 });
  const { rhythm, view, follow } = await open();
  const found = () => view().proposals.find(({ proposal }) => proposal.kind === 'renewal');
  rhythm.find(found()?.proposal.key ?? '');
  await done(follow);
  expect(noticeOf(follow)).toBeNull();
  const [best] = found()?.options ?? [];
  expect(best).toMatchObject({ change: { why: 'renewal', plan: { times: 10 } }, of: 10 });
  expect(best?.start).toBeGreaterThan(at(9));
});

test('FR4 a renewal is searched before it is proposed, for whoever asks; put away, it can be asked for again', async () => {
  const { open } = await aRhythm({ times: 14 });
  const { rhythm, view, follow } = await open();
  expect(view().proposals).toEqual([]);
  const found = () => view().proposals.find(({ proposal }) => proposal.kind === 'renewal');
  for (const _ of ['once', 'again']) {
    rhythm.find('renewal');
    await done(follow);
    expect(found()?.proposal).toMatchObject({ why: { last: at(13), left: 6 } });
    expect(found()?.options?.[0]).toMatchObject({ change: { why: 'renewal', plan: { times: 14 } } });
    rhythm.putAway(found()?.proposal.key ?? '');
    expect(view().proposals).toEqual([]);
  }
});

test('FR4 calendars that cannot be read are told, and a press searches again', async () => {
  const { open, calendar } = await aRhythm({ times: 10 });
  const { rhythm, view, follow } = await open();
  const key = view().proposals[0]?.proposal.key ?? '';
  calendar.failNext({ kind: 'offline' });
  rhythm.find(key);
  await settle();
  expect(noticeOf(follow)).toMatchObject({ kind: 'failed', during: 'search', again: true });
  follow.again?.();
  await done(follow);
  expect(view().proposals[0]?.options?.length).toBeGreaterThan(0);
});

test.each([
  ['renewal', 1, 104],
  ['otherTime', 1, 104],
  ['renewal', 52, 2],
] as const)('FR14 %s of a thousand sessions, one in %d weeks, asks for %d', async (kind, every, times) => {
  const chain = [aLink({ minutes: 35, starts: weekly('2026-10-06T17:15', 1000) })];
  const { open } = await aRhythm({ skipped: [4, 6], change: { every, times: 1000, chain } });
  const asked: SlotRequest['repeat'][] = [];
  const search: SlotSearch = {
    ...fakeSlotSearch(),
    search(request) {
      const { repeat } = request;
      asked.push(repeat);
      return Promise.resolve(searchSlots(repeat ? { ...request, repeat: { ...repeat, times: 1 } } : request));
    },
  };
  const { follow } = await open('m01', { search });
  await findTimes(follow, { key: '', kind, change: null, why: { skipped: 2, of: 6 } }, cancellable());
  expect(asked).toEqual([0, 1].map(() => ({ kind: 'weekly', every, times })));
});

test('FR5 the organiser is asked first and told the mails; with a no nothing happens', async () => {
  const { open, calendar, eventId } = await aRhythm({ skipped: [4, 6], over: 9 });
  const { rhythm, view, follow, series, answer } = await open();
  const shorten = view().proposals.find(({ proposal }) => proposal.kind === 'shorten')?.proposal.change;
  if (shorten === null || shorten === undefined) throw new Error('nothing proposed');
  rhythm.change(shorten);
  expect(follow.state.get().question).toMatchObject({ kind: 'change', change: shorten, sessions: 4 });
  await answer(false);
  expect(series().minutes).toBe(35);
  rhythm.change(shorten);
  await answer(true);
  expect(noticeOf(follow)).toEqual({ kind: 'done', what: 'rhythm' });
  expect(series()).toMatchObject({ minutes: 25, chain: [{ minutes: 25 }] });
  expect(calendar.events.get(eventId)?.event.minutes).toBe(25);
  expect(view().proposals.map(({ proposal }) => proposal.key)).not.toContain('shorten/25');
});

test('FR5 a session is moved by its organiser, and what calendars say is read again', async () => {
  const { open, calendar } = await aRhythm();
  const { rhythm, follow, series, answer } = await open();
  rhythm.change({ kind: 'move', original: at(9), start: at(9) + DAY });
  expect(follow.state.get().question).toMatchObject({ sessions: 1, mails: 3 });
  await answer(true);
  await done(follow);
  expect(noticeOf(follow)).toEqual({ kind: 'done', what: 'session' });
  expect(series().chain[0]?.alternatives).toEqual([
    { original: at(9), start: at(9) + DAY, state: 'applied' },
  ]);
  expect(calendar.asked.length).toBeGreaterThan(0);
  expect(follow.state.get().next.looked).toBe(4);
});

test('FR6 what an option gives up is kept with the series that goes on, for the next time', async () => {
  const { open } = await aRhythm({ times: 10 });
  const { rhythm, view, series, answer, follow } = await open();
  rhythm.find(view().proposals[0]?.proposal.key ?? '');
  await done(follow);
  const option = view().proposals[0]?.options?.[0];
  if (option === undefined) throw new Error('nothing found');
  rhythm.change(option.change);
  await answer(true);
  await done(follow);
  expect(series().chain).toHaveLength(2);
  expect(series().chain[1]).toMatchObject({ organiser: 'm01', paid: option.gives });
  expect(Object.keys(option.gives ?? {})).toEqual(['marketing', 'sales']);
});

test('FR7 anybody else asks the organiser, once, and everybody sees that it waits', async () => {
  const { open } = await aRhythm();
  const rodrigo = await open('s01');
  const change = { kind: 'skip', original: at(9) } as const;
  rodrigo.rhythm.change(change);
  await settle();
  expect(noticeOf(rodrigo.follow)).toEqual({ kind: 'asked', organiser: 'Irene Valcárcel' });
  rodrigo.rhythm.change({ ...change });
  await settle();
  const irene = await open('m01');
  expect(irene.series().followUp?.asks).toEqual([
    { id: expect.any(String) as string, by: 's01', at: NOW, change },
  ]);
});

test('FR8 the organiser does what was asked, after the question, and it waits no more', async () => {
  const { open, seriesCalendar } = await aRhythm();
  const rodrigo = await open('s01');
  rodrigo.rhythm.change({ kind: 'skip', original: at(9) });
  await settle();
  const irene = await open('m01');
  const id = irene.series().followUp?.asks[0]?.id ?? '';
  irene.asks.accept(id);
  expect(irene.follow.state.get().question).toMatchObject({ kind: 'change', change: { kind: 'skip' } });
  await irene.answer(true);
  expect(irene.series().followUp).toMatchObject({ asks: [], marks: [{ original: at(9), as: 'skipped' }] });
  expect(seriesCalendar.comments).toHaveLength(1);
});

test('FR8 what was asked and done by itself waits no more either', async () => {
  const { open } = await aRhythm();
  (await open('s01')).rhythm.change({ kind: 'skip', original: at(9) });
  await settle();
  const irene = await open('m01');
  irene.rhythm.change({ original: at(9), kind: 'skip' });
  await irene.answer(true);
  expect(irene.series().followUp?.asks).toEqual([]);
});

test('FR9 the organiser says no, whoever asked takes it back, nobody else can', async () => {
  const { open } = await aRhythm();
  const sergio = await open('s02');
  sergio.rhythm.change({ kind: 'skip', original: at(9) });
  await settle();
  const id = sergio.series().followUp?.asks[0]?.id ?? '';
  const hugo = await open('m02');
  expect(refusalOf(() => hugo.asks.accept(id))).toBe('follow/not-the-organiser');
  expect(refusalOf(() => hugo.asks.refuse(id))).toBe('follow/not-the-organiser');
  sergio.asks.refuse(id);
  await settle();
  expect(sergio.series().followUp?.asks).toEqual([]);
  const irene = await open('m01');
  expect(refusalOf(() => irene.asks.accept(id))).toBe('follow/answered');
});

test('FR10 a change that fails half-way is told, and a press completes it', async () => {
  const { open, seriesCalendar } = await aRhythm();
  const { rhythm, follow, series, answer } = await open();
  seriesCalendar.failNext({ kind: 'unavailable' }, 'moveOccurrence');
  rhythm.change({ kind: 'move', original: at(9), start: at(9) + DAY });
  await answer(true);
  expect(noticeOf(follow)).toMatchObject({ kind: 'failed', during: 'session', again: true });
  expect(follow.state.get().working).toBeNull();
  follow.again?.();
  await settle();
  expect(series().chain[0]?.alternatives).toHaveLength(1);
});

test('FR11 a proposal that was put away stays away', async () => {
  const { open } = await aRhythm({ times: 10 });
  const { rhythm, view } = await open();
  rhythm.putAway(view().proposals[0]?.proposal.key ?? '');
  expect(view().proposals).toEqual([]);
});

test('FR12 handed over: the successor makes the series theirs, then the old one is ended by whoever had it', async () => {
  const { open, calendar, seriesCalendar } = await aRhythm();
  const irene = await open('m01');
  irene.rhythm.change({ kind: 'handOver', to: 's01' });
  await irene.answer(true);
  expect(irene.view().handOver).toEqual({ to: 's01', toMe: false, endOld: false });
  const his = fakeCalendar(free, 's01@valdeolmo.example');
  const rodrigo = await open('s01', { calendar: his, seriesCalendar: fakeSeriesCalendar(his) });
  expect(rodrigo.view().handOver).toEqual({ to: 's01', toMe: true, endOld: false });
  rodrigo.rhythm.takeOver();
  const mails = { change: { kind: 'handOver', to: 's01' }, mails: 3, sessions: 4 };
  expect(rodrigo.follow.state.get().question).toMatchObject(mails);
  await rodrigo.answer(true);
  expect(noticeOf(rodrigo.follow)).toEqual({ kind: 'done', what: 'rhythm' });
  expect(rodrigo.series().chain.map(({ organiser }) => organiser)).toEqual(['m01', 's01']);
  expect(rodrigo.view().handOver).toBeNull();
  expect(rodrigo.view().sessions.map(({ original }) => original)).toEqual(STARTS.slice(0, 12));
  const again = await open('m01', { calendar, seriesCalendar });
  expect(again.view().handOver).toEqual({ to: 's01', toMe: false, endOld: true });
  again.rhythm.endOld();
  await again.answer(false);
  expect(again.view().handOver?.endOld).toBe(true);
  again.rhythm.endOld();
  await again.answer(true);
  expect(again.view().handOver).toBeNull();
  expect(again.series().followUp?.handedOver).toMatchObject([{ from: 'm01', to: 's01', ended: true }]);
});

test('FR13 while something is done, another press does nothing', async () => {
  const { open } = await aRhythm();
  const { rhythm, follow, asks } = await open();
  follow.change({ working: { what: 'settings' } });
  rhythm.change({ kind: 'skip', original: at(9) });
  rhythm.mark(at(7), 'skipped');
  rhythm.find('renewal');
  rhythm.takeOver();
  rhythm.endOld();
  asks.accept('a1');
  asks.refuse('a1');
  await settle();
  expect(follow.state.get()).toMatchObject({ question: null, notice: null, working: { what: 'settings' } });
});

test('FR10 a session that belongs to no calendar series is refused by name', async () => {
  const { open } = await aRhythm({ change: { followUp: FOLLOW_UP } });
  const { rhythm, follow, answer } = await open();
  rhythm.change({ kind: 'move', original: at(9) + 1, start: at(9) + DAY });
  await answer(true);
  expect(noticeOf(follow)).toMatchObject({ kind: 'refused', code: 'follow/unknown-session' });
});
