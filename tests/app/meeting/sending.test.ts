import type { Failure } from '../../../src/app/ports/failure';
import { LEASE } from '../../../src/domain/meeting/room';
import { aSeries, aLink, aMember } from '../../support/aSeries';
import { FAKE_JOIN_URL } from '../../support/fakes/fakeMeetings';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { aMeeting, capture, MINUTE, type Panel, PEOPLE, START } from './aMeeting';
import { settle } from './testTime';

const INFORMED = aMember('m09', 'marketing', { name: 'Nuria Informe', role: 'informed' });

/** A meeting that ended, with something internal in it; `people` are the rosters'. */
async function ended(people = PEOPLE) {
  const meeting = aMeeting();
  const series = aSeries({ people, chain: [aLink({ joinUrl: FAKE_JOIN_URL, starts: [START] })] });
  meeting.folder.put(
    `series-${meeting.series.id}.json`,
    writeSeriesFile({ ...series, id: meeting.series.id }),
  );
  const panel = await meeting.started();
  const other = await meeting.open({ me: 's01' });
  panel.desk.before.propose('Precios', true);
  panel.desk.workOn(panel.screen().problems.at(-1)?.id ?? '');
  capture(panel, 'Rodrigo: secreto @2026-12-04');
  await meeting.time.pass(34 * MINUTE);
  panel.desk.command({ kind: 'end' });
  await settle();
  return { meeting, panel, other };
}
const mail = async ({ desk }: Panel): Promise<void> => {
  desk.after.mailMinutes();
  await settle();
};
const informed = (panel: Panel) => panel.screen().after.informed;

test('MD62 informed people get the minutes by one mail, from whoever presses, internal things too', async () => {
  const { panel } = await ended();
  expect(informed(panel)).toEqual({
    state: 'offered',
    failure: null,
    names: ['Nuria Informe'],
    unknown: [],
    outsiders: 0,
    sent: null,
  });
  expect(panel.meetings.mailed).toEqual([]);
  await mail(panel);
  expect(panel.identity.asked.map(({ tier }) => tier)).toContain('mail');
  expect(panel.meetings.mailed).toEqual([
    {
      to: [{ name: 'Nuria Informe', mail: INFORMED.mail }],
      subject: expect.stringMatching(/^Acta: /) as string,
      html: 'dentro\nsecreto',
    },
  ]);
  expect(panel.meetings.said).toEqual([]);
  expect(informed(panel)?.state).toBe('done');
});

test('MD62 where one of them is from outside, what is internal stays out', async () => {
  const vera = aMember('y@out.example', 'sales', {
    name: 'Vera Fuera',
    mail: 'y@out.example',
    role: 'informed',
  });
  const { panel } = await ended([...PEOPLE, { ...vera, outsider: true }]);
  expect(informed(panel)).toMatchObject({ names: ['Nuria Informe', 'Vera Fuera'], outsiders: 1 });
  await mail(panel);
  expect(panel.meetings.mailed.map(({ to, html }) => [to.length, html])).toEqual([[2, 'fuera']]);
});

test('MD62 who cannot read the rosters is told whose address is not known, and sends none', async () => {
  const { meeting } = await ended();
  const andres = await meeting.open({ me: 's02', ports: { homes: [] } });
  expect(informed(andres)).toMatchObject({ names: [], unknown: ['Nuria Informe'] });
  await mail(andres);
  expect(andres.meetings.mailed).toEqual([]);
});

test('MD62 without anybody to inform there is no such step', async () => {
  const { panel } = await ended(PEOPLE.filter(({ id }) => id !== 'm09'));
  expect(informed(panel)).toBeNull();
});

test.each<[Failure, 'missing' | 'failed']>([
  [{ kind: 'consent', tier: 'mail' }, 'missing'],
  [{ kind: 'throttled', retryAfterMs: 1 }, 'failed'],
])('MD62 what did not go out is said at its step and can be repeated: %j', async (failure, state) => {
  const { meeting, panel, other } = await ended();
  panel.meetings.failNext(failure, 'mail');
  await mail(panel);
  expect(informed(panel)).toMatchObject({ state, failure, sent: null });
  expect(meeting.rooms.state().sent).toEqual({});
  expect(informed(other)?.state).toBe('offered');
  await mail(panel);
  expect(panel.meetings.mailed).toHaveLength(1);
});

test('MD63 what one has sent is done for everybody, with who and when, and nobody sends it again', async () => {
  const { panel, other } = await ended();
  await mail(panel);
  panel.desk.after.sendMinutes();
  await settle();
  const sent = { by: 'Irene Valcárcel', at: START + 34 * MINUTE, sure: true };
  for (const one of [panel, other]) {
    expect(informed(one)).toMatchObject({ state: 'done', sent });
    expect(one.screen().after.minutes).toMatchObject({ state: 'done', sent });
  }
  await mail(other);
  other.desk.after.sendMinutes();
  await settle();
  expect([other.meetings.mailed, other.meetings.said]).toEqual([[], []]);
  expect(other.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/already-sent' });
});

test('MD63 two who press at once send one mail', async () => {
  const { panel, other } = await ended();
  panel.desk.after.mailMinutes();
  other.desk.after.mailMinutes();
  await settle();
  expect(panel.meetings.mailed.length + other.meetings.mailed.length).toBe(1);
  expect(informed(other)?.state).toBe('done');
});

test.each(['offline', 'unavailable'] as const)(
  'MD63 without an answer it may have gone out, and only a press sends it again: %s',
  async (kind) => {
    const { meeting, panel, other } = await ended();
    panel.meetings.failNext({ kind }, 'mail');
    await mail(panel);
    const sent = { by: 'Irene Valcárcel', at: START + 34 * MINUTE, sure: false };
    expect(informed(panel)).toMatchObject({ state: 'failed', sent });
    expect(informed(other)).toMatchObject({ state: 'working', sent });
    await mail(other);
    expect(other.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/being-sent' });
    await meeting.time.pass(LEASE + 1000);
    expect(informed(other)).toMatchObject({ state: 'failed', sent });
    expect([panel.meetings.mailed, other.meetings.mailed]).toEqual([[], []]);
    await mail(other);
    expect(other.meetings.mailed).toHaveLength(1);
    expect(informed(panel)).toMatchObject({ state: 'done', sent: { by: 'Rodrigo Beltrán', sure: true } });
  },
);

test('MD63 a meeting that went on offers its minutes again', async () => {
  const { meeting, panel } = await ended();
  await mail(panel);
  panel.desk.command({ kind: 'reopen' });
  await meeting.time.pass(MINUTE);
  panel.desk.command({ kind: 'end' });
  await settle();
  expect(informed(panel)).toMatchObject({ state: 'offered', sent: null });
  await mail(panel);
  expect(panel.meetings.mailed).toHaveLength(2);
});
