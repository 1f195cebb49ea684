import { mayMeasure, talkSessionOf, withNames } from '../../../src/app/balance/talkSession';
import { FOLLOW_UP, type BalanceAgreement } from '../../../src/domain/rhythm/followUp';
import { aRecord, aTalk } from '../../support/aRecord';
import { aLink, aMember, aSeries } from '../../support/aSeries';

const { start, startedAt, endedAt } = aRecord();
const agreed: BalanceAgreement = {
  since: startedAt,
  people: { m02: 'declined', s01: 'shown' },
  nudge: true,
  names: { 'Iphone de R': { kind: 'nobody' } },
};
const series = (change: Partial<typeof FOLLOW_UP> = {}) =>
  aSeries({
    people: [
      aMember('m01', 'marketing', { name: 'Ana Ruiz', mail: 'ana@valdeolmo.example' }),
      aMember('m02', 'marketing', { name: 'Luz Mora' }),
      aMember('s01', 'sales', { name: 'Hugo Gil' }),
      aMember('v@out.example', 'sales', { name: 'Vera Out', mail: 'v@out.example', outsider: true }),
      aMember('m09', 'marketing', { name: 'Nuria Acta', role: 'informed' }),
    ],
    chain: [aLink({ joinUrl: 'https://teams.microsoft.com/l/meetup-join/1', starts: [start] })],
    followUp: { ...FOLLOW_UP, balance: 'areas', agreement: agreed, ...change },
  });

test('TL1 measured is what was to be measured when it was held, never backwards, and nothing once the team measures nothing', () => {
  const record = aRecord();
  expect(mayMeasure(series(), record)).toBe(true);
  expect(mayMeasure(series({ agreement: { ...agreed, since: startedAt + 1 } }), record)).toBe(false);
  // Counted under an agreement that was changed since: it was measured.
  const counted = { ...record, talk: aTalk({ source: 'estimate' }) };
  expect(mayMeasure(series({ agreement: { ...agreed, since: startedAt + 1 } }), counted)).toBe(true);
  expect(mayMeasure(series({ balance: 'off' }), counted)).toBe(false);
  const { agreement: _, ...never } = series().followUp ?? FOLLOW_UP;
  expect(mayMeasure({ ...series(), followUp: never }, counted)).toBe(false);
  expect(mayMeasure(aSeries(), counted)).toBe(false);
  expect(talkSessionOf(series({ balance: 'off' }), counted, 'm01')).toBeNull();
});

test('TL1 who declined under the roster’s id is nobody under the room’s either', () => {
  // Luz is m02 in the roster and declined there; the meeting's chat knew her mail under another id.
  const people = [{ id: 'chat-m02', name: 'Luz Mora', area: 'marketing', how: 'panel' as const }];
  const session = talkSessionOf(series(), aRecord({ people }), 's01');
  expect(session?.declined).toEqual(['chat-m02']);
  expect(session?.people.filter(({ name }) => name === 'Luz Mora').map(({ id }) => id)).toEqual(['chat-m02']);
});

test('TL1 a session is its record with whoever of the rosters was not expected, who declined, and what names mean', () => {
  const people = [
    { id: 'm01', name: 'Ana Ruiz', area: 'marketing', how: 'panel' as const },
    { id: 's01', name: '', area: 'sales', how: 'room' as const },
    { id: 'x01', name: 'Vera Out', area: 'sales', how: 'panel' as const },
  ];
  expect(talkSessionOf(series(), aRecord({ people }), 's01')).toEqual({
    series: aRecord().series,
    title: 'Semanal de Marketing & Ventas',
    start,
    time: { from: startedAt, until: endedAt },
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    people: [
      { ...people[0], mail: 'ana@valdeolmo.example' },
      // Who opened no panel may have no name in the record.
      { ...people[1], name: 'Hugo Gil', mail: expect.any(String) as string },
      // In the room an outsider has another id than in the rosters.
      { ...people[2], mail: 'v@out.example', outsider: true },
      { id: 'm02', name: 'Luz Mora', area: 'marketing', how: 'unknown', mail: expect.any(String) as string },
    ],
    names: agreed.names,
    declined: ['m02'],
    kept: null,
    me: 's01',
  });
  expect(talkSessionOf(series(), aRecord({ talk: aTalk() }), 's01', 'https://other')).toMatchObject({
    kept: aTalk(),
    joinUrl: 'https://other',
  });
});

test('TL5 what names mean is added to what is known, whatever they are called', () => {
  const name = '__proto__';
  const learned = withNames(series(), Object.fromEntries([[name, { kind: 'shared' as const }]]));
  const { names = {} } = learned.followUp?.agreement ?? {};
  expect(Object.entries(names)).toEqual([
    ['Iphone de R', { kind: 'nobody' }],
    [name, { kind: 'shared' }],
  ]);
  expect(() => withNames(aSeries(), {})).toThrow('talk/not-measured');
});
