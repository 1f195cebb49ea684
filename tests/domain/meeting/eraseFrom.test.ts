import fc from 'fast-check';
import { names, seriesWithout, withoutPerson } from '../../../src/domain/meeting/eraseFrom';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { healthOf } from '../../../src/domain/rhythm/health';
import { aLink, aMember, anAgreement, aSeries } from '../../support/aSeries';
import { anyRecord } from '../../support/anyRecord';
import { aRecord } from '../../support/aRecord';

const PERSON = fc.constantFrom('m01', 's01', 's02');
const AS = '-somebody';

function health(record: MeetingRecord): unknown {
  const digest = digestOf(record);
  const session = (at: number) => ({
    ...{ original: record.start + at, start: record.start + at, minutes: 35, state: 'held' as const },
    record: digest,
  });
  // The second of them judges what was promised in the first.
  return healthOf(aSeries({ people: [] }), [session(0), session(30 * 24 * 60 * 60 * 1000)]);
}

test('ER1 afterwards nobody is named by that id, and what is counted stays as it was', () => {
  fc.assert(
    fc.property(anyRecord, PERSON, (record, person) => {
      const erased = withoutPerson(record, person, AS, 'sales');
      expect(names(digestOf(erased), person)).toBe(false);
      expect(JSON.stringify(erased)).not.toContain(`"${person}"`);
      const present = ({ people }: MeetingRecord) => people.map(({ area, how }) => [area, how]);
      expect(present(erased).slice(0, record.people.length)).toEqual(present(record));
      if (record.people.some(({ id }) => id === person)) expect(health(erased)).toEqual(health(record));
      expect(withoutPerson(erased, person, AS)).toEqual(erased);
      if (!names(digestOf(record), person)) expect(erased).toEqual(record);
    }),
  );
});

test('ER1 a promise of somebody who was not there stays one of their area', () => {
  const record = aRecord({ people: [], chair: null });
  const erased = withoutPerson(record, 's01', AS, 'sales');
  expect(erased.people).toEqual([{ id: AS, name: '…', area: 'sales', how: 'unknown' }]);
  expect(erased.tasks[0]?.owner).toBe(AS);
});

test('ER2 nothing else changes, and texts stay as they were written', () => {
  const record = aRecord({
    chair: 's01',
    items: [{ ...aRecord().items[0]!, owner: 's01' }, ...aRecord().items.slice(1)],
    tasks: [{ ...aRecord().tasks[0]!, text: 'Llamar a Hugo Gil', doneBy: 'x@out.example' }],
  });
  const erased = withoutPerson(record, 's01', AS);
  expect(erased).toEqual({
    ...record,
    chair: AS,
    items: [{ ...record.items[0], owner: AS }, ...record.items.slice(1)],
    people: [record.people[0], { id: AS, name: '…', area: 'sales', how: 'room' }],
    ideas: [{ ...record.ideas[0], by: AS, votes: ['m01', AS] }],
    tasks: [{ ...record.tasks[0], owner: AS }],
  });
  expect(withoutPerson(record, 'x@out.example', AS).tasks[0]?.doneBy).toBe(AS);
});

test('ER3 the series has them in no roster, role, ask or handing over; whoever organises it stays', () => {
  const ask = { id: 'a1', by: 'm01', at: 1 };
  const series = aSeries({
    people: [
      aMember('m01', 'marketing'),
      aMember('m02', 'marketing', { standsInFor: 's01' }),
      aMember('s01', 'sales'),
    ],
    chain: [aLink({ organiser: 's01', starts: [1] }), aLink({ organiser: 'm01', starts: [2] })],
    followUp: {
      ...FOLLOW_UP,
      chairing: { kind: 'person', person: 's01' },
      asks: [
        { ...ask, by: 's01', change: { kind: 'shorten', minutes: 25 } },
        { ...ask, change: { kind: 'handOver', to: 's01' } },
        { ...ask, change: { kind: 'fewer', people: ['s01'] } },
        { ...ask, change: { kind: 'fewer', people: ['s01', 'm02'] } },
        { ...ask, change: { kind: 'shorten', minutes: 20 } },
      ],
      handedOver: [{ from: 's01', to: 'm01', at: 3 }],
      noticed: [
        { person: 's01', day: '2026-11-26' },
        { person: 'm02', day: '2026-11-26' },
      ],
    },
  });
  const without = seriesWithout(series, 's01', AS);
  expect(JSON.stringify(without)).not.toContain('s01');
  expect(without.people.map(({ id, standsInFor }) => [id, standsInFor])).toEqual([
    ['m01', undefined],
    ['m02', undefined],
  ]);
  expect(without.chain.map(({ organiser }) => organiser)).toEqual([AS, 'm01']);
  expect(without.followUp).toMatchObject({
    chairing: { kind: 'turns' },
    asks: [{ change: { people: ['m02'] } }, { change: { minutes: 20 } }],
    handedOver: [{ from: AS, to: 'm01', at: 3 }],
    noticed: [{ person: 'm02' }],
  });
  expect(seriesWithout(series, 'm01', AS).chain.at(-1)?.organiser).toBe('m01');
  const plain = aSeries();
  expect(seriesWithout(plain, 'nobody', AS)).toEqual(plain);
});

test('ER3 of the agreement their part, their yes, their asking and their names go', () => {
  const agreed = (change = {}) => aSeries({ followUp: { ...FOLLOW_UP, agreement: anAgreement(change) } });
  const asked = { mode: 'persons', by: 'm01', at: 7, yes: ['m01', 's01'] } as const;
  const names = { Sala: { kind: 'shared' }, 'Gil, Hugo': { kind: 'person', person: 's01' } } as const;
  const erased = (of: string) => seriesWithout(agreed({ asked, names }), of, AS).followUp?.agreement;
  expect(erased('s01')).toEqual(
    anAgreement({
      people: { m02: 'shown' },
      asked: { ...asked, yes: ['m01'] },
      names: { Sala: { kind: 'shared' } },
    }),
  );
  expect(erased('m01')).not.toHaveProperty('asked');
});
