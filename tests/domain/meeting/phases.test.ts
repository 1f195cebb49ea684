import { RULES } from '../../../src/domain/meeting/commands';
import { afterHappening } from '../../../src/domain/meeting/happened';
import { phaseAt } from '../../../src/domain/meeting/timer';
import { after, aMeeting, expectSame, MIN, refused, running, START } from './aMeeting';

const next = (leaves: string) => ({ kind: 'next', leaves }) as const;

test('ME1 strangers, and those who may not, are refused; the chair and the organiser start', () => {
  expect(refused(() => after(aMeeting(), { kind: 'start' }, START, 'mallory'))).toBe(
    'meeting/not-a-participant',
  );
  expect(refused(() => after(aMeeting(), { kind: 'start' }, START, 'hugo'))).toBe('meeting/not-allowed');
  expect(after(aMeeting(), { kind: 'start' }, START, 'rodrigo')).toMatchObject({
    phase: 'running',
    startedAt: START,
    current: { item: 'i0', since: START },
  });
  expect(refused(() => after(running(), next('i0'), START, 'rodrigo'))).toBe('meeting/not-allowed');
});

test('ME1 each command is possible in the phases of its table and refused in the others', () => {
  expect(RULES.next.phases).toEqual(['running']);
  expect(refused(() => after(aMeeting(), next('i0'), START))).toBe('meeting/not-now');
  expect(refused(() => after(aMeeting(), { kind: 'end' }, START))).toBe('meeting/not-now');
  expect(refused(() => after(aMeeting(), { kind: 'ask', person: 'irene' }, START))).toBe('meeting/not-now');
});

test('ME1 a meeting of yesterday or of next year does not start', () => {
  for (const now of [START - 61 * MIN, START + 24 * 60 * MIN])
    expect(refused(() => after(aMeeting(), { kind: 'start' }, now))).toBe('meeting/not-its-time');
});

test('ME2 a repeated command changes nothing, whoever else did something in between', () => {
  const once = after(running(), next('i0'), START + MIN, 'irene', 'same');
  const twice = after(once, next('i1'), START + 2 * MIN);
  expect(after(twice, next('i0'), START + 3 * MIN, 'irene', 'same')).toBe(twice);
  const handed = after(twice, { kind: 'handOver', to: 'hugo' }, START, 'irene', 'hand');
  expect(after(handed, { kind: 'handOver', to: 'hugo' }, START, 'irene', 'hand')).toBe(handed);
});

test('ME2 two "next" that name the same item advance once; an unknown item is a mistake', () => {
  const once = after(running(), next('i0'), START + MIN);
  expect(once.current).toEqual({ item: 'i1', since: START + MIN });
  expectSame(after(once, next('i0'), START + MIN), once);
  expect(refused(() => after(once, next('i9'), START + MIN))).toBe('meeting/unknown-item');
});

test('ME2 what came too late once does nothing either when it comes again after going back', () => {
  const once = after(running(), next('i0'), START + MIN);
  const late = after(once, next('i0'), START + MIN, 'irene', 'late');
  const back = after(late, { kind: 'previous', leaves: 'i1' }, START + 2 * MIN);
  expect(after(back, next('i0'), START + 3 * MIN, 'irene', 'late')).toBe(back);
  expect(back.current?.item).toBe('i0');
});

test('ME3 behind the last item comes the closing round, and one can go back from it before the hour', () => {
  let meeting = running();
  for (let at = 0; at < 6; at++) meeting = after(meeting, next(`i${at}`), START + at * MIN);
  expect(meeting).toMatchObject({ phase: 'closing', current: null });
  const back = after(meeting, { kind: 'previous', leaves: null }, START + 10 * MIN);
  expect(back).toMatchObject({ phase: 'running', current: { item: 'i5' } });
  expect(refused(() => after(meeting, { kind: 'previous', leaves: null }, START + 60 * MIN))).toBe(
    'meeting/not-now',
  );
  const first = running();
  expect(after(first, { kind: 'previous', leaves: 'i0' }, START + MIN).current?.item).toBe('i0');
});

test('ME3 at 60 minutes it is the closing round, told or not, and nothing is lost', () => {
  const meeting = running();
  expect(phaseAt(meeting, START + 60 * MIN - 1)).toBe('running');
  expect(phaseAt(meeting, START + 60 * MIN)).toBe('closing');
  expect(afterHappening(meeting, { kind: 'time' }, START + 59 * MIN)).toBe(meeting);
  const closing = afterHappening(meeting, { kind: 'time' }, START + 61 * MIN);
  expect(closing).toMatchObject({ phase: 'closing', current: null });
  expect(closing.items[0]?.spent).toBe(60 * MIN);
  expectSame(after(meeting, next('i0'), START + 61 * MIN), meeting);
  expect(after(meeting, { kind: 'ask', person: 'irene' }, START + 61 * MIN).phase).toBe('closing');
});

test('ME4 chair and organiser end; anybody after the planned end; a forged end is refused', () => {
  expect(refused(() => after(running(), { kind: 'end' }, START + 34 * MIN, 'andres'))).toBe(
    'meeting/not-allowed',
  );
  expect(after(running(), { kind: 'end' }, START + 35 * MIN, 'andres').phase).toBe('ended');
  expect(after(running(), { kind: 'end' }, START + MIN, 'rodrigo').phase).toBe('ended');
  const late = running(undefined, START + 5 * MIN);
  expect(refused(() => after(late, { kind: 'end' }, START + 36 * MIN, 'andres'))).toBe('meeting/not-allowed');
});

test('ME4 an end is reversible for a day: the item goes on, or the closing round when the hour has passed', () => {
  const over = after(running(), { kind: 'end' }, START + 2 * MIN);
  expect(over.items[0]?.spent).toBe(2 * MIN);
  expectSame(after(over, { kind: 'end' }, START + 3 * MIN), over);
  const again = after(over, { kind: 'reopen' }, START + 5 * MIN);
  expect(again).toMatchObject({
    phase: 'running',
    ended: null,
    current: { item: 'i0', since: START + 5 * MIN },
  });
  expect(after(over, { kind: 'reopen' }, START + 20 * 60 * MIN)).toMatchObject({
    phase: 'closing',
    current: null,
  });
  const day = START + 2 * MIN + 24 * 60 * MIN;
  expect(refused(() => after(over, { kind: 'reopen' }, day))).toBe('meeting/too-late');
});

test('ME5 the chair is handed over by the chair, and taken over when it is gone for a minute', () => {
  const meeting = running();
  expect(after(meeting, { kind: 'handOver', to: 'andres' }, START).chair).toBe('andres');
  expect(refused(() => after(meeting, { kind: 'handOver', to: 'nobody' }, START))).toBe(
    'meeting/unknown-person',
  );
  expect(refused(() => after(meeting, { kind: 'takeOver' }, START, 'andres'))).toBe('meeting/not-allowed');
  const two = afterHappening(meeting, { kind: 'panelOpened', person: 'andres' }, START);
  const gone = afterHappening(two, { kind: 'panelClosed', person: 'irene' }, START + MIN);
  expect(gone.chairGoneSince).toBe(START + MIN);
  const soon = START + 2 * MIN - 1;
  expect(refused(() => after(gone, { kind: 'takeOver' }, soon, 'andres'))).toBe('meeting/not-allowed');
  const taken = after(gone, { kind: 'takeOver' }, soon + 1, 'andres');
  expect(taken).toMatchObject({ chair: 'andres', chairGoneSince: null });
  expect(refused(() => after(taken, { kind: 'takeOver' }, soon + 2, 'hugo'))).toBe('meeting/not-allowed');
  const unseen = after(meeting, { kind: 'handOver', to: 'hugo' }, START);
  expect(unseen.chairGoneSince).toBe(START);
  expect(after(unseen, { kind: 'takeOver' }, START + MIN, 'andres').chair).toBe('andres');
  const back = afterHappening(gone, { kind: 'panelOpened', person: 'irene' }, soon);
  expect(refused(() => after(back, { kind: 'takeOver' }, soon + MIN, 'andres'))).toBe('meeting/not-allowed');
});

test('ME5 a chair who never opened a panel is gone since the meeting should have begun', () => {
  const meeting = aMeeting();
  expect(refused(() => after(meeting, { kind: 'takeOver' }, START + 59_000, 'andres'))).toBe(
    'meeting/not-allowed',
  );
  expect(after(meeting, { kind: 'takeOver' }, START + MIN, 'andres').chair).toBe('andres');
});
