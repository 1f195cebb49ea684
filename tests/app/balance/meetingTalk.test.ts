import type { OpenTalk } from '../../../src/app/balance/talkPorts';
import { createTalkReading } from '../../../src/app/balance/talkReading';
import { cancellable } from '../../../src/app/cancel';
import { speechFromVtt } from '../../../src/domain/balance/vtt';
import { type BalanceAgreement, FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { readRecordFile } from '../../../src/graph/recordFile';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { FAKE_JOIN_URL } from '../../support/fakes/fakeMeetings';
import { aMeeting, capture, MINUTE, START } from '../meeting/aMeeting';
import { settle } from '../meeting/testTime';
import { ESTIMATE, vttOf } from './aTalk';

const agreement: BalanceAgreement = {
  since: START - 7 * 24 * 60 * MINUTE,
  people: {},
  nudge: true,
  names: {},
};
const TURNS = vttOf([
  ['Irene Valcárcel', 1, 10],
  ['Rodrigo Beltrán', 10, 16],
  ['El de siempre', 20, 23],
]);

/** A meeting of a series that measures; its transcript is `text`, empty while it is not there. */
async function measured(change: { readonly since?: number; readonly off?: true } = {}) {
  const followUp = {
    ...FOLLOW_UP,
    balance: change.off ? ('off' as const) : ('areas' as const),
    agreement: { ...agreement, ...(change.since !== undefined && { since: change.since }) },
  };
  const meeting = aMeeting(START - 2 * MINUTE, { joinUrl: FAKE_JOIN_URL }, { followUp });
  const service = { text: TURNS };
  const opened: string[] = [];
  const talk = async (): Promise<OpenTalk> => (session, keeping) => {
    opened.push(session.title);
    return createTalkReading(
      {
        identity: { token: async () => 'token' },
        transcripts: {
          list: async (joinUrl, { from, until }) =>
            service.text === '' || joinUrl !== FAKE_JOIN_URL ? [] : [{ id: 't', meeting: 'm', from, until }],
          read: async () => ({ kind: 'vtt', text: service.text, from: START }),
          attendance: async () => [],
        },
        reader: { text: async ({ text }) => speechFromVtt(text), file: async () => speechFromVtt('') },
        clock: { now: () => meeting.time.now() },
        after: meeting.time.after,
        rememberOwn: async () => undefined,
        consentLink: () => '',
        report: (fault) => void meeting.faults.push(fault),
      },
      session,
      keeping,
    );
  };
  const panel = await meeting.started({ ports: { talk } });
  await meeting.time.pass(34 * MINUTE);
  panel.desk.command({ kind: 'end' });
  await settle();
  const keep = async () => {
    panel.desk.after.keepRecord();
    await settle();
  };
  const record = () => {
    const [file] = [...meeting.records.folder.files].filter(([path]) => path.endsWith('.json'));
    const read = readRecordFile(file?.[1].content ?? '');
    if (read.kind !== 'record') throw new Error(read.kind);
    return read.record;
  };
  return {
    ...{ meeting, panel, service, opened, keep, record },
    view: () => panel.screen().after.talk ?? null,
    async press(run: () => void) {
      run();
      await settle();
    },
  };
}

test('TL20 the transcript is offered once the meeting has ended and its record is kept', async () => {
  const of = await measured();
  expect(of.view()).toBeNull();
  expect(of.opened).toEqual([]);
  await of.keep();
  expect(of.view()).toMatchObject({
    kept: { source: 'estimate' },
    state: { kind: 'offered' },
    own: null,
  });
  expect(of.opened).toHaveLength(1);
});

test('TL9 whoever has said since that they do not take part is not counted: the file of the series is asked', async () => {
  const of = await measured();
  await of.keep();
  const { desk } = of.panel;
  const { home } = of.meeting;
  const { series, version } = await home.read(of.meeting.series.id, cancellable());
  const people = { s01: 'declined' as const };
  await home.update(
    { ...series, followUp: { ...FOLLOW_UP, ...series.followUp, agreement: { ...agreement, people } } },
    version,
    cancellable(),
  );
  await of.press(() => desk.after.talk.read());
  desk.after.talk.name('El de siempre', { kind: 'person', person: 's02' });
  await of.press(() => desk.after.talk.goOn());
  expect(of.record().talk).toMatchObject({
    areas: { marketing: 9 * MINUTE, sales: 3 * MINUTE },
    unattributed: 6 * MINUTE,
  });
});

test('TL20 what is measured goes into the record as others have left it, its twin and the room follow', async () => {
  const of = await measured();
  await of.keep();
  const { desk } = of.panel;
  await of.press(() => desk.after.talk.read());
  expect(of.view()?.state).toMatchObject({ kind: 'names', names: [{ name: 'El de siempre' }] });
  expect(of.record().talk?.source).toBe('estimate');

  // Somebody writes into the record meanwhile.
  const [store] = [of.meeting.records];
  const [file] = await store.list(of.meeting.series.id, cancellable());
  if (file === undefined) throw new Error('no record');
  const there = await store.read(file, cancellable());
  const chair = 's01';
  await store.update({ ...there.record, chair }, there.id, there.eTag, cancellable(), 'twin');
  const before = of.meeting.rooms.state().record?.eTag;

  desk.after.talk.name('El de siempre', { kind: 'person', person: 's02' });
  await of.press(() => desk.after.talk.goOn());
  expect(of.record()).toMatchObject({
    chair,
    talk: { source: 'measured', areas: { marketing: 9 * MINUTE, sales: 9 * MINUTE } },
  });
  expect(of.view()).toMatchObject({
    kept: { source: 'measured' },
    state: { kind: 'done' },
    own: { milliseconds: 9 * MINUTE, share: 0.5 },
  });
  expect(of.meeting.rooms.state().record?.eTag).not.toBe(before);
  const twin = [...of.meeting.records.folder.files].find(([path]) => path.endsWith('.html'));
  expect(twin?.[1].content).not.toBe('twin');
  const series = readSeriesFile(
    of.meeting.folder.files.get(`series-${of.meeting.series.id}.json`)?.content ?? '',
  );
  expect(series).toMatchObject({
    series: { followUp: { agreement: { names: { 'El de siempre': { kind: 'person', person: 's02' } } } } },
  });
});

test('TL20 what the panel keeps later leaves what was measured', async () => {
  const of = await measured();
  of.service.text = vttOf([
    ['Irene Valcárcel', 1, 10],
    ['Rodrigo Beltrán', 10, 16],
  ]);
  await of.keep();
  await of.press(() => of.panel.desk.after.talk.read());
  capture(of.panel, 'Rodrigo: enviar la lista @2026-12-04');
  await of.keep();
  expect(of.record()).toMatchObject({ talk: { source: 'measured' }, tasks: [{ text: 'enviar la lista' }] });
});

test('TL20 an estimate that comes into the record later is shown, and compared with', async () => {
  const of = await measured();
  of.service.text = vttOf([
    ['Irene Valcárcel', 1, 13],
    ['Rodrigo Beltrán', 13, 21],
  ]);
  await of.keep();
  const [file] = await of.meeting.records.list(of.meeting.series.id, cancellable());
  if (file === undefined) throw new Error('no record');
  const there = await of.meeting.records.read(file, cancellable());
  const stored = await of.meeting.records.update(
    { ...there.record, talk: ESTIMATE },
    there.id,
    there.eTag,
    cancellable(),
  );
  await of.press(() =>
    of.panel.desk.command({ kind: 'recorded', record: stored.id, eTag: stored.eTag } as never),
  );
  expect(of.view()?.kept).toEqual(ESTIMATE);
  await of.press(() => of.panel.desk.after.talk.read());
  expect(of.record().talk?.off).toBeCloseTo(15);
});

test('TL20 a meeting that is opened again puts it away; what it waited for is asked no more', async () => {
  const of = await measured();
  of.service.text = '';
  await of.keep();
  await of.press(() => of.panel.desk.after.talk.read());
  expect(of.view()?.state.kind).toBe('waiting');
  const waiting = of.meeting.time.waiting();
  await of.press(() => of.panel.desk.command({ kind: 'reopen' }));
  expect(of.view()).toBeNull();
  of.service.text = TURNS;
  await of.meeting.time.pass(10 * MINUTE);
  expect(of.view()).toBeNull();
  expect(waiting).toBeGreaterThan(0);
  expect(of.record().talk?.source).toBe('estimate');
});

test('TL9 that I do not take part counts as the room knows it, also where the file of the series does not', async () => {
  const of = await measured();
  of.service.text = vttOf([
    ['Irene Valcárcel', 1, 10],
    ['Rodrigo Beltrán', 10, 16],
  ]);
  await of.press(() => of.panel.desk.command({ kind: 'takePart', as: 'declined' } as never));
  await of.keep();
  await of.press(() => of.panel.desk.after.talk.read());
  expect(of.view()?.own).toBeNull();
  expect(of.record().talk).toMatchObject({ areas: { marketing: 0, sales: 6 * MINUTE } });
});

test('TL20 nothing is offered where the team measures nothing, and no script is fetched for it', async () => {
  const of = await measured({ off: true });
  await of.keep();
  expect(of.view()).toBeNull();
  expect(of.opened).toEqual([]);
});
