import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { aMeeting } from './aMeeting';
import { aRecord, ASK } from './records';
import { settle } from './testTime';

const YES = { worth: 'yes', said: 'yes' } as const;

/** So many sessions with a record stand before this one, which has ended. */
async function afterSessions(held: number, followUp = FOLLOW_UP) {
  const meeting = aMeeting(undefined, undefined, { followUp });
  for (let week = 1; week <= held; week++) await aRecord(meeting, week, 'm01');
  const panel = await meeting.started();
  panel.desk.command({ kind: 'takeOver' });
  panel.desk.command({ kind: 'end' });
  await settle();
  return { meeting, panel };
}

test.each([
  [0, false],
  [2, false],
  [3, true],
  [4, false],
  [7, true],
])('MD64 after %i sessions that were held it is asked: %s', async (held, asks) => {
  const { panel } = await afterSessions(held);
  expect((panel.screen().after.pulse ?? null) !== null).toBe(asks);
});

test('MD64 a series that does not want it is not asked; a session held without a record counts', async () => {
  const off = await afterSessions(3, { ...FOLLOW_UP, pulse: false });
  expect(off.panel.screen().after.pulse).toBeNull();
  const held = { original: Date.UTC(2026, 9, 1), as: 'held' } as const;
  const counted = await afterSessions(2, { ...FOLLOW_UP, marks: [held] });
  expect(counted.panel.screen().after.pulse).not.toBeNull();
});

test('MD64 an answer is sent once, counts show from three on, and the record that is kept follows', async () => {
  const { meeting, panel } = await afterSessions(3);
  const { desk, screen } = panel;
  desk.after.keepRecord();
  await settle();
  desk.after.pulse(YES);
  await settle();
  desk.after.pulse({ worth: 'no', said: 'no' });
  await settle();
  expect(screen().after.pulse).toEqual({ answered: true, answers: 1, counts: null });
  // A second surface of mine does not know it before it has asked.
  const again = await meeting.open();
  expect(again.screen().after.pulse?.answered).toBe(false);
  again.desk.after.pulse({ worth: 'no', said: 'no' });
  await settle();
  expect(again.screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/answered' });
  expect(again.screen().after.pulse).toEqual({ answered: true, answers: 1, counts: null });
  for (const me of ['m02', 's02']) {
    const other = await meeting.open({ me });
    expect(other.screen().after.pulse?.answered).toBe(false);
    other.desk.after.pulse(YES);
    await settle();
  }
  const three = { yes: 3, partly: 0, no: 0 };
  expect(screen().after.pulse?.counts).toEqual({ worth: three, said: three });
  const [file] = await meeting.records.list(meeting.series.id, ASK);
  if (file === undefined) throw new Error('no record');
  expect((await meeting.records.read(file, ASK)).record.pulse).toEqual({ worth: three, said: three });
  expect(meeting.faults).toEqual([]);
});

test('MD64 before the end an answer is refused, and told', async () => {
  const meeting = aMeeting();
  const { desk, screen } = await meeting.started();
  desk.after.pulse(YES);
  await settle();
  expect(screen().notice).toMatchObject({ kind: 'refused', code: 'meeting/not-now' });
});
