import type { OpenTalk } from '../../../src/app/balance/talkPorts';
import { createTalkReading } from '../../../src/app/balance/talkReading';
import { cancellable } from '../../../src/app/cancel';
import { createFollowDesk } from '../../../src/app/follow/createFollowDesk';
import { speechFromVtt } from '../../../src/domain/balance/vtt';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { type BalanceAgreement, FOLLOW_UP, type FollowUp } from '../../../src/domain/rhythm/followUp';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { aTalk as aKeptTalk } from '../../support/aRecord';
import { aTeam, aWeekly, MINUTE, START, WEEK } from '../follow/aFollow';
import { settle } from '../meeting/testTime';
import { vttOf } from './aTalk';

const LAST = START - WEEK;
const agreement: BalanceAgreement = { since: START - 3 * WEEK, people: {}, nudge: true, names: {} };
const PEOPLE = [
  { id: 'm01', name: 'Irene Valcárcel', area: 'marketing', how: 'panel' as const },
  { id: 's01', name: 'Rodrigo Beltrán', area: 'sales', how: 'panel' as const },
];
const estimate = aKeptTalk({ source: 'estimate' });
/** A digest leaves the picture out. */
const { picture: _, ...counted } = estimate;

/** The tab of Irene over four held sessions: one before the agreement, one counted, two not yet. */
async function aTab(followUp: Partial<FollowUp> = {}, hold?: Promise<void>, now = START - 60 * MINUTE) {
  const team = aTeam(now, [
    aWeekly({ followUp: { ...FOLLOW_UP, balance: 'areas', agreement, ...followUp } }),
  ]);
  const held = (weeks: number, change: Partial<MeetingRecord> = {}) =>
    team.held(weeks, { people: PEOPLE, ...change });
  await held(4);
  await held(3, { talk: estimate });
  await held(2);
  await held(1);
  const service = { text: '', joinUrls: [] as string[] };
  const talk = async (): Promise<OpenTalk> => {
    await hold;
    return (session, keeping) =>
      createTalkReading(
        {
          identity: { token: async () => 'token' },
          transcripts: {
            async list(joinUrl, { from, until }) {
              service.joinUrls.push(joinUrl);
              return service.text === '' ? [] : [{ id: 't', meeting: 'm', from, until }];
            },
            read: async () => ({ kind: 'vtt', text: service.text, from: session.time.from }),
            attendance: async () => [],
          },
          reader: { text: async ({ text }) => speechFromVtt(text), file: async () => speechFromVtt('') },
          clock: { now: () => team.time.now() },
          after: team.time.after,
          rememberOwn: async () => undefined,
          consentLink: () => '',
          report: (fault) => void team.faults.push(fault),
        },
        session,
        keeping,
      );
  };
  const desk = createFollowDesk(team.portsOf('m01', { talk }).ports);
  await settle();
  const part = () => {
    const view = desk.view.get();
    if (view.screen !== 'series') throw new Error(view.screen);
    return view.talk ?? null;
  };
  const record = async (start = LAST) => {
    const file = (await team.records.list(aWeekly().id, cancellable())).find((one) => one.start === start);
    if (file === undefined) throw new Error('no record');
    return (await team.records.read(file, cancellable())).record;
  };
  const press = async (run: () => void) => {
    run();
    await settle();
  };
  return { team, desk, part, record, press, service };
}

test('TL30 the sessions that may be measured are chosen from, newest first, with what their records have', async () => {
  const { part } = await aTab();
  expect(part()).toEqual({
    sessions: [
      { original: LAST, start: LAST, kept: null },
      { original: LAST - WEEK, start: LAST - WEEK, kept: null },
      { original: LAST - 2 * WEEK, start: LAST - 2 * WEEK, kept: counted },
    ],
    chosen: null,
  });
});

test('TL30 choosing reads the record, and the transcript only by a press; it is kept there', async () => {
  const { part, desk, press, service, record } = await aTab();
  service.text = vttOf([
    ['Irene Valcárcel', 1, 10],
    ['Rodrigo Beltrán', 10, 16],
    ['El de siempre', 20, 23],
  ]);
  await press(() => desk.talk.choose(LAST));
  expect(part()?.chosen).toMatchObject({
    original: LAST,
    titles: { i1: 'Tareas abiertas' },
    reading: { state: { kind: 'offered' } },
    failure: null,
  });
  expect(service.joinUrls).toEqual([]);
  await press(() => desk.talk.read());
  expect(service.joinUrls).toEqual(['https://teams.microsoft.com/l/meetup-join/1']);
  desk.talk.name('El de siempre', { kind: 'person', person: 's02' });
  await press(() => desk.talk.goOn());
  expect((await record()).talk).toMatchObject({
    source: 'measured',
    areas: { marketing: 9 * MINUTE, sales: 9 * MINUTE },
  });
  expect(part()?.chosen).toMatchObject({
    kept: { source: 'measured' },
    reading: { state: { kind: 'done' } },
  });
  expect(part()?.sessions[0]?.kept?.source).toBe('measured');
});

test('TL30 the series learns what a name means, and the next session is not asked', async () => {
  const { team, part, desk, press, service } = await aTab();
  service.text = vttOf([
    ['Irene Valcárcel', 1, 10],
    ['El de siempre', 20, 23],
  ]);
  await press(() => desk.talk.choose(LAST));
  await press(() => desk.talk.read());
  desk.talk.name('El de siempre', { kind: 'shared' });
  await press(() => desk.talk.goOn());
  const file = readSeriesFile(team.folder.files.get(`series-${aWeekly().id}.json`)?.content ?? '');
  expect(file).toMatchObject({
    series: { followUp: { agreement: { names: { 'El de siempre': { kind: 'shared' } } } } },
  });
  await press(() => desk.talk.choose(LAST - WEEK));
  await press(() => desk.talk.read());
  expect(part()?.chosen).toMatchObject({ original: LAST - WEEK, reading: { state: { kind: 'done' } } });
});

test('TL30 another session, none, or the end of the tab puts a reading away', async () => {
  const { team, desk, part, press } = await aTab({}, undefined, LAST + 120 * MINUTE);
  const waits = team.time.waiting();
  for (const away of [() => desk.talk.choose(LAST - WEEK), () => desk.talk.choose(null), () => desk.end()]) {
    await press(() => desk.talk.choose(LAST));
    await press(() => desk.talk.read());
    expect(part()?.chosen?.reading?.state.kind).toBe('waiting');
    expect(team.time.waiting()).toBe(waits + 1);
    await press(away);
    expect(team.time.waiting()).toBeLessThanOrEqual(waits);
  }
});

test('TL30 a record that arrives once another session was chosen is not shown for it', async () => {
  let go = (): void => undefined;
  const hold = new Promise<void>((resolve) => (go = resolve));
  const { desk, part, press } = await aTab({}, hold);
  await press(() => desk.talk.choose(LAST));
  await press(() => desk.talk.choose(LAST - 2 * WEEK));
  go();
  await settle();
  expect(part()?.chosen).toMatchObject({ original: LAST - 2 * WEEK, reading: { kept: estimate } });
});

test('TL30 what the team stopped is still shown where it was counted, and read no more', async () => {
  const { part, desk, press } = await aTab({ balance: 'off' });
  expect(part()?.sessions.map(({ original }) => original)).toEqual([LAST - 2 * WEEK]);
  await press(() => desk.talk.choose(LAST - 2 * WEEK));
  expect(part()?.chosen).toMatchObject({ kept: estimate, titles: { i1: 'Tareas abiertas' }, reading: null });
});

test('TL30 stopped by somebody meanwhile, nothing is kept', async () => {
  const { desk, part, press, service, record } = await aTab();
  service.text = vttOf([['Irene Valcárcel', 1, 10]]);
  await press(() => desk.talk.choose(LAST - 2 * WEEK));
  await press(() => desk.measuring.lower('off'));
  await press(() => desk.talk.read());
  expect((await record(LAST - 2 * WEEK)).talk).toEqual(estimate);
  expect(part()?.chosen?.reading?.state).toMatchObject({ kind: 'refused', code: 'talk/not-measured' });
});

test('TL30 a record that cannot be opened is told, and nothing is thrown', async () => {
  const { desk, part, press, team } = await aTab();
  team.records.failNext({ kind: 'unavailable' });
  await press(() => desk.talk.choose(LAST));
  expect(part()?.chosen).toMatchObject({ failure: { kind: 'unavailable' }, reading: null });
  expect(team.faults).toEqual([]);
});

test('TL30 a series in which nothing is and may be measured has no such part', async () => {
  const { part } = await aTab({ agreement: { ...agreement, since: START + WEEK } });
  expect(part()?.sessions).toHaveLength(1);
  const team = aTeam();
  await team.held(1, { people: PEOPLE });
  const desk = createFollowDesk(team.portsOf('m01').ports);
  await settle();
  expect(desk.view.get()).toMatchObject({ screen: 'series', talk: null });
});
