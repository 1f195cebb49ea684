import fc from 'fast-check';
import { applyCommand } from '../../../src/domain/meeting/apply';
import type { Against, CommandBody } from '../../../src/domain/meeting/commands';
import { lateStart, overTime } from '../../../src/domain/meeting/proposals';
import { lengthOf, plannedEnd, timerAt } from '../../../src/domain/meeting/timer';
import type { Meeting } from '../../../src/domain/meeting/types';
import { Refusal } from '../../../src/domain/refusal';
import { after, aMeeting, expectSame, MIN, refused, running, START } from './aMeeting';

const boxes = ({ items }: Meeting) => items.map(({ minutes }) => minutes);
const againstOf = (to: string): Against =>
  to === 'end' || to === 'ahead' ? { kind: to } : { kind: 'item', item: to };
const set = (item: string, minutes: number, to: string): CommandBody => ({
  kind: 'setMinutes',
  item,
  minutes,
  against: againstOf(to),
});

test('ME8 the timer is "item n since instant t": time left of the item and of the meeting, and what is next', () => {
  const meeting = after(running(), { kind: 'next', leaves: 'i0' }, START + 3 * MIN);
  expect(timerAt(meeting, START + 4.5 * MIN)).toEqual({
    phase: 'running',
    item: { id: 'i1', left: 8.5 * MIN },
    next: 'i2',
    meetingLeft: 30.5 * MIN,
    behind: 0,
  });
  expect(timerAt(meeting, START + 15 * MIN)).toMatchObject({
    item: { left: -2 * MIN },
    meetingLeft: 20 * MIN,
    behind: 0,
  });
  expect(timerAt(meeting, START + 17 * MIN).behind).toBe(2 * MIN);
});

test('ME8 an item one comes back to goes on where it was; an instant before the last counts as none', () => {
  const away = after(running(), { kind: 'next', leaves: 'i0' }, START + 3 * MIN);
  const back = after(away, { kind: 'previous', leaves: 'i1' }, START + 4 * MIN);
  expect(timerAt(back, START + 5 * MIN).item).toEqual({ id: 'i0', left: MIN });
  expect(timerAt(back, START).item).toEqual({ id: 'i0', left: 2 * MIN });
  const over = after(back, { kind: 'end' }, START + 5 * MIN);
  expect(timerAt(over, START + 99 * MIN)).toMatchObject({ item: null, next: null, meetingLeft: 30 * MIN });
  expect(timerAt(aMeeting(), START)).toMatchObject({ item: null, next: 'i0', meetingLeft: 35 * MIN });
});

test('ME9 minutes are set against one item, all ahead, or the end, and never beyond an hour', () => {
  const meeting = running();
  expect(boxes(after(meeting, set('i0', 8, 'i2'), START))).toEqual([8, 10, 7, 5, 3, 2]);
  expect(boxes(after(meeting, set('i0', 8, 'ahead'), START))).toEqual([8, 8, 9, 5, 3, 2]);
  expect(boxes(after(meeting, set('i0', 3, 'ahead'), START))).toEqual([3, 10, 10, 5, 4, 3]);
  expect(boxes(after(meeting, set('i0', 8, 'end'), START))).toEqual([8, 10, 10, 5, 3, 2]);
  expect(boxes(after(meeting, { kind: 'setLength', minutes: 30 }, START))).toEqual([5, 7, 8, 5, 3, 2]);
  expect(refused(() => after(meeting, set('i0', 31, 'end'), START))).toBe('agenda/over-an-hour');
  expect(refused(() => after(meeting, set('i0', 14, 'i3'), START))).toBe('agenda/bad-minutes');
  expect(refused(() => after(meeting, set('i0', 31, 'ahead'), START))).toBe('agenda/sum');
  expect(refused(() => after(meeting, set('i0', 0.5, 'ahead'), START))).toBe('agenda/bad-minutes');
  const later = after(meeting, { kind: 'next', leaves: 'i0' }, START);
  expect(refused(() => after(later, set('i0', 3, 'end'), START))).toBe('meeting/item-is-over');
  expect(refused(() => after(later, set('i1', 12, 'i0'), START))).toBe('meeting/item-is-over');
});

test('ME10 who puts an item off gives its minutes to the current one; a current one keeps what it used', () => {
  const meeting = running();
  const later = after(meeting, { kind: 'putOff', item: 'i3' }, START + MIN);
  expect(boxes(later)).toEqual([10, 10, 10, 0, 3, 2]);
  const now = after(meeting, { kind: 'putOff', item: 'i0' }, START + 1.5 * MIN);
  expect(boxes(now)).toEqual([2, 13, 10, 5, 3, 2]);
  expect(now.current?.item).toBe('i1');
  const over = after(meeting, { kind: 'putOff', item: 'i0' }, START + 6.5 * MIN);
  expect(boxes(over)).toEqual([7, 9, 9, 5, 3, 2]);
  expectSame(after(over, { kind: 'putOff', item: 'i0' }, START + 7 * MIN), over);
  expect(after(over, { kind: 'previous', leaves: 'i1' }, START + 7 * MIN).current?.item).toBe('i1');
  const alone = running([5]);
  expect(refused(() => after(alone, { kind: 'putOff', item: 'i0' }, START))).toBe('meeting/last-item');
});

test('ME11 a late start tells how late, which items could be shortened, and how much later it ends', () => {
  expect(lateStart(running(undefined, START + MIN - 1))).toBeNull();
  expect(lateStart(running(undefined, START - MIN))).toBeNull();
  const meeting = running(undefined, START + 2.5 * MIN);
  const late = lateStart(meeting);
  expect(late?.late).toBe(2.5 * MIN);
  expect(late?.proposals.map((one) => [one.kind, 'item' in one ? one.item : null])).toEqual([
    ['shorten', 'i0'],
    ['shorten', 'i1'],
    ['shorten', 'i2'],
    ['shorten', 'i3'],
    ['cutDown', null],
    ['endLater', null],
  ]);
  expect(late?.proposals.at(-1)).toMatchObject({ by: 3, until: START + 37.5 * MIN, command: null });
  for (const { command } of late?.proposals ?? [])
    if (command !== null) {
      const then = after(meeting, command, START + 3 * MIN);
      expect(plannedEnd(then)).toBe(START + 35 * MIN);
      expect(lateStart(then)).toBeNull();
    }
});

test('ME12 every one-press choice of over-time can be done and keeps the sum; only the last item may make it longer', () => {
  expect(overTime(running(), START + 5 * MIN)).toBeNull();
  const meeting = running();
  const now = START + 6.4 * MIN;
  const { over, proposals } = overTime(meeting, now)!;
  expect(over).toBe(1.4 * MIN);
  expect(proposals.map(({ kind }) => kind)).toEqual([
    ...Array<string>(4).fill('takeFrom'),
    'cutDown',
    ...Array<string>(6).fill('putOff'),
  ]);
  const last = running([58]);
  expect(overTime(last, START + 58.5 * MIN)?.proposals).toMatchObject([{ kind: 'endLater', by: 1 }]);
  expect(overTime(running([60]), START + 60.5 * MIN)).toBeNull();
});

const anyBoxes = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 })
  .filter((all) => all.reduce((sum, each) => sum + each, 0) <= 60);

test('ME12 whatever the agenda and the moment, a choice is accepted and the meeting keeps its length', () => {
  fc.assert(
    fc.property(anyBoxes, fc.nat(7), fc.integer({ min: 0, max: 59 * MIN }), (minutes, steps, after0) => {
      let meeting = running(minutes);
      for (let at = 0; at < Math.min(steps, minutes.length - 1); at++)
        meeting = after(meeting, { kind: 'next', leaves: `i${at}` }, START + at * 1000);
      const now = START + 10_000 + after0;
      const choices = overTime(meeting, now)?.proposals ?? [];
      for (const { kind, command } of choices) {
        if (command === null) throw new Error('a choice without a command');
        const then = after(meeting, command, now);
        expect(lengthOf(then) <= 60).toBe(true);
        if (kind !== 'endLater') expect(lengthOf(then)).toBe(lengthOf(meeting));
        if (kind === 'takeFrom' || kind === 'cutDown') expect(overTime(then, now)).toBeNull();
        expect(then.items.every((item) => item.minutes >= (item.putOff === true ? 0 : 1))).toBe(true);
      }
    }),
  );
});

const anyItem = fc.integer({ min: 0, max: 6 }).map((at) => `i${at}`);
const anyBody: fc.Arbitrary<CommandBody> = fc.oneof(
  fc.record({ kind: fc.constantFrom('next', 'previous'), leaves: fc.option(anyItem) }),
  fc
    .tuple(anyItem, fc.integer({ min: -1, max: 61 }), fc.constantFrom('end', 'ahead', 'i1', 'i4'))
    .map(([item, minutes, to]) => set(item, minutes, to)),
  fc.record({ kind: fc.constant('setLength' as const), minutes: fc.integer({ min: 0, max: 61 }) }),
  fc.record({ kind: fc.constant('putOff' as const), item: anyItem }),
  fc.constantFrom<CommandBody>({ kind: 'start' }, { kind: 'end' }, { kind: 'reopen' }),
);

test('ME13 after any commands in any order: at most an hour, one item running or none, no time lost, repeats change nothing', () => {
  const steps = fc.array(fc.tuple(anyBody, fc.integer({ min: 0, max: 5 * MIN })), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (all) => {
      let meeting = aMeeting();
      let now = START;
      all.forEach(([body, wait], at) => {
        now += wait;
        const command = { id: String(at), ...body };
        try {
          meeting = applyCommand(meeting, command, 'irene', now);
          expect(applyCommand(meeting, command, 'irene', now)).toBe(meeting);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        expect(lengthOf(meeting)).toBeLessThanOrEqual(60);
        expect(meeting.current !== null).toBe(meeting.phase === 'running');
        const running = meeting.items.find(({ id }) => id === meeting.current?.item);
        expect(running?.putOff).toBeUndefined();
        const spent = meeting.items.reduce((sum, item) => sum + item.spent, 0);
        expect(spent).toBeLessThanOrEqual(Math.min(60 * MIN, now - START));
        expect(JSON.parse(JSON.stringify(meeting))).toEqual(meeting);
      });
    }),
  );
});
