import fc from 'fast-check';
import { EMPTY_FLOOR, servingOrder } from '../../../src/domain/meeting/floor';
import type { Meeting } from '../../../src/domain/meeting/types';
import { after, expectSame, MIN, present, refused, running, START } from './aMeeting';

const give = (meeting: Meeting, person: string, by = 'irene', now = START) =>
  after(meeting, { kind: 'give', person }, now, by);
const asking = (meeting: Meeting, ...people: readonly string[]) =>
  people.reduce((all, person) => after(all, { kind: 'ask', person }, START, person), meeting);

test('ME15 the queue alternates areas, the one heard longest ago first, then in the order of asking', () => {
  const queue = asking(running(), 'irene', 'hugo', 'leire', 'rodrigo', 'andres');
  expect(servingOrder(queue)).toEqual(['irene', 'rodrigo', 'hugo', 'andres', 'leire']);
  const heard = asking(give(running(), 'leire'), 'irene', 'hugo', 'rodrigo');
  expect(servingOrder(heard)).toEqual(['rodrigo', 'irene', 'hugo']);
  expectSame(asking(heard, 'hugo'), heard);
  const less = after(heard, { kind: 'withdraw', person: 'hugo' }, START, 'hugo');
  expect(less.floor.queue).toEqual(['irene', 'rodrigo']);
});

test('ME15 of any areas, none is heard twice while another that waits is not; nobody is lost', () => {
  const person = fc.record({ area: fc.constantFrom('a', 'b', 'c'), role: fc.constant('key' as const) });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), fc.nat(4), fc.nat(4), (all, a, b) => {
      const people = all.map((one, at) => ({ id: `p${at}`, ...one }));
      const areaOf = (id: string) => people.find((one) => one.id === id)?.area;
      const queue = people.map(({ id }) => id);
      const order = servingOrder({ people, floor: { ...EMPTY_FLOOR, queue, lastTurn: { a, b } } });
      expect([...order].sort()).toEqual([...queue].sort());
      order.forEach((id, at) => {
        const rest = order.slice(at + 1);
        const same = rest.findIndex((other) => areaOf(other) === areaOf(id));
        if (same > 0) expect(rest.slice(0, same).map(areaOf)).not.toContain(areaOf(id));
        if (same === 0) expect(new Set(rest.map(areaOf)).size).toBe(1);
        const own = order.filter((other) => areaOf(other) === areaOf(id));
        expect(own).toEqual(queue.filter((other) => areaOf(other) === areaOf(id)));
      });
    }),
  );
});

test('ME16 the chair gives the floor; anybody marks whoever speaks while nobody has it; a turn ends once', () => {
  const free = running();
  expect(give(free, 'andres', 'andres').floor.speaker).toEqual({ person: 'andres', since: START });
  expect(give(free, 'andres', 'hugo').floor.speaker).toEqual({ person: 'andres', since: START });
  const taken = asking(give(free, 'andres'), 'hugo');
  expect(refused(() => give(taken, 'hugo', 'hugo'))).toBe('meeting/floor-is-taken');
  const next = after(taken, { kind: 'giveNext', leaves: 'andres' }, START + MIN);
  expect(next.floor).toMatchObject({ speaker: { person: 'hugo', since: START + MIN }, queue: [] });
  expectSame(after(next, { kind: 'giveNext', leaves: 'andres' }, START + MIN), next);
  const ended = after(next, { kind: 'endTurn', person: 'hugo' }, START + 2 * MIN, 'hugo');
  expect(ended.floor.speaker).toBeNull();
  expectSame(after(ended, { kind: 'endTurn', person: 'hugo' }, START + 2 * MIN, 'hugo'), ended);
  expect(refused(() => after(next, { kind: 'endTurn', person: 'hugo' }, START, 'andres'))).toBe(
    'meeting/not-allowed',
  );
});

test('ME16 turns of people stand nowhere in the meeting', () => {
  const first = give(running(), 'andres');
  const second = give(first, 'hugo', 'irene', START + MIN);
  const over = after(second, { kind: 'end' }, START + 3 * MIN);
  expect(JSON.stringify(over.floor)).not.toMatch(/andres|hugo/);
});

test('ME17 a round gives everybody here the floor once, areas in turn, with the same time', () => {
  expect(
    refused(() =>
      after(after(running(), { kind: 'present', person: 'irene', how: 'away' }, START), round, START),
    ),
  ).toBe('meeting/nobody-here');
  let meeting = after(present(running(), 'hugo', 'rodrigo', 'andres'), round, START);
  const spoke: string[] = [];
  while (meeting.floor.speaker !== null) {
    const { person } = meeting.floor.speaker;
    spoke.push(person);
    expect(meeting.floor.round?.each).toBe(30_000);
    meeting = after(meeting, { kind: 'endTurn', person }, START + spoke.length * 1000, 'irene');
  }
  expect(spoke).toEqual(['irene', 'rodrigo', 'hugo', 'andres']);
  expect(meeting.floor.round).toBeNull();
});

test('ME17 who has gone is passed over, who spoke out of turn is done, and the chair can end a round', () => {
  const first = after(present(running(), 'hugo', 'rodrigo', 'andres'), round, START);
  const gone = after(first, { kind: 'present', person: 'rodrigo', how: 'away' }, START);
  const passed = after(gone, { kind: 'endTurn', person: 'irene' }, START, 'irene');
  expect(passed.floor).toMatchObject({ speaker: { person: 'hugo' }, round: { left: ['andres'] } });
  expect(give(first, 'andres').floor.round?.left).toEqual(['rodrigo', 'hugo']);
  const over = after(first, { kind: 'endRound' }, START);
  expect(over.floor).toMatchObject({ round: null, speaker: { person: 'irene' } });
});

const round = { kind: 'round', milliseconds: 2 * MIN } as const;
