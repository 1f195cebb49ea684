import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { aLink } from '../../support/aSeries';
import { anAbout, FAKE_JOIN_URL, fakeMeetings } from '../../support/fakes/fakeMeetings';
import { aMeeting, capture, CHANNEL, CHAT, MINUTE, START } from './aMeeting';
import { aRecord } from './records';
import { settle } from './testTime';

const WEEK = 7 * 24 * 60 * MINUTE;

/** Irene's session has ended, and two more are planned; one promise was made, and one that is internal. */
async function ended(reach = FOLLOW_UP.reach, starts = [START, START + WEEK, START + 2 * WEEK]) {
  const chain = [aLink({ joinUrl: FAKE_JOIN_URL, starts })];
  const meeting = aMeeting(undefined, undefined, { chain, followUp: { ...FOLLOW_UP, reach } });
  const panel = await meeting.started();
  capture(panel, 'Rodrigo: enviar la lista @2026-12-04');
  panel.desk.before.propose('Secreto', true);
  const secret = panel.screen().problems.find(({ title }) => title === 'Secreto')?.id ?? '';
  panel.desk.workOn(secret);
  capture(panel, 'Rodrigo: bajar precios @2026-12-04');
  panel.desk.command({ kind: 'end' });
  await settle();
  await settle();
  return { meeting, panel };
}

test('MD65 the message with the next date is shown before, sent by a press, once, and nothing internal is in it', async () => {
  const { meeting, panel } = await ended();
  expect(panel.screen().after.message).toMatchObject({
    state: 'offered',
    preview: 'Rodrigo Beltrán\nenviar la lista',
    sent: null,
  });
  expect(meeting.reached.announcing.said).toEqual([]);
  panel.desk.after.sendNext();
  await settle();
  expect(meeting.reached.announcing.said).toEqual([
    { chat: CHAT.chat, html: 'Rodrigo Beltrán\nenviar la lista' },
  ]);
  const rodrigo = await meeting.open({ me: 's01' });
  await settle();
  expect(rodrigo.screen().after.message).toMatchObject({ state: 'done', sent: { sure: true } });
  rodrigo.desk.after.sendNext();
  await settle();
  expect(meeting.reached.announcing.said).toHaveLength(1);
  expect(meeting.faults).toEqual([]);
});

test('MD65 a series that has it switched off, and a meeting that runs, offer none', async () => {
  const { meeting, panel } = await ended({ message: false, prepare: false, notices: true });
  expect(panel.screen().after).toMatchObject({ message: null, prepare: null });
  panel.desk.after.sendNext();
  await settle();
  expect(meeting.reached.announcing.said).toEqual([]);
  const { panel: again } = await ended();
  again.desk.command({ kind: 'reopen' });
  await settle();
  expect(again.screen().after.message).toBeNull();
});

test('MD65 what cannot be said is told at its step, and may be said again', async () => {
  const { meeting, panel } = await ended();
  meeting.reached.announcing.failNext({ kind: 'denied' });
  panel.desk.after.sendNext();
  await settle();
  expect(panel.screen().after.message).toMatchObject({ state: 'missing', failure: { kind: 'denied' } });
  panel.desk.after.sendNext();
  await settle();
  expect(panel.screen().after.message?.state).toBe('done');
});

test('MD65 in a channel it is a message of the channel', async () => {
  const meeting = aMeeting(START);
  await aRecord(meeting, 1, 's01');
  const meetings = { ...fakeMeetings(anAbout()), about: async () => anAbout({ organiser: 'm01' }) };
  const host = fakeMeetingHost({ place: CHANNEL });
  const panel = await meeting.open({ ports: { host, meetings } });
  panel.desk.useTemplate();
  await settle();
  panel.desk.command({ kind: 'start' });
  panel.desk.command({ kind: 'end' });
  await settle();
  panel.desk.after.sendNext();
  await settle();
  expect(meeting.reached.announcing.posted).toMatchObject([
    { channel: { team: CHANNEL.team, channel: CHANNEL.channel } },
  ]);
});

test('MD66 whoever chairs the next session puts its preparation into their own calendar, once', async () => {
  const { meeting, panel } = await ended();
  expect(panel.screen().after.prepare).toBeNull();
  const rodrigo = await meeting.open({ me: 's01' });
  await settle();
  expect(rodrigo.screen().after.prepare).toMatchObject({ state: 'offered' });
  for (let press = 0; press < 2; press++) {
    rodrigo.desk.after.enterNext();
    await settle();
  }
  expect([...meeting.reached.seriesCalendar.entries.values()]).toMatchObject([
    { subject: `Preparar: ${meeting.series.title} ${START + WEEK}` },
  ]);
  expect(rodrigo.screen().after.prepare?.state).toBe('done');
  panel.desk.after.enterNext();
  await settle();
  expect(panel.screen().notice).toMatchObject({ kind: 'refused' });
});

test('MD66 after the last session there is nothing to prepare', async () => {
  const { meeting } = await ended(FOLLOW_UP.reach, [START]);
  const rodrigo = await meeting.open({ me: 's01' });
  await settle();
  expect(rodrigo.screen().after).toMatchObject({ prepare: null, message: { state: 'offered' } });
});
