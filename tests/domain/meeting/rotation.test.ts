import fc from 'fast-check';
import { firstChair, nextChair } from '../../../src/domain/meeting/rotation';
import { PEOPLE } from './aMeeting';

const turns = (count: number, absent: (at: number) => readonly string[] = () => []) => {
  const history: { person: string; area: string }[] = [];
  for (let at = 0; at < count; at++) {
    const person = nextChair(PEOPLE, history, absent(at));
    if (person === null) continue;
    history.push({ person, area: PEOPLE.find(({ id }) => id === person)?.area ?? '' });
  }
  return history.map(({ person }) => person);
};

test('ME18 areas take turns in the chair, and inside an area its people; outsiders and informed people never', () => {
  expect(turns(7)).toEqual(['irene', 'rodrigo', 'hugo', 'andres', 'leire', 'rodrigo', 'irene']);
  expect(nextChair([{ id: 'x', area: 'sales', role: 'informed' }], [])).toBeNull();
});

test('ME18 who is absent is skipped and comes next when the area does; an empty area loses its turn', () => {
  expect(turns(3, (at) => (at === 0 ? ['irene'] : []))).toEqual(['hugo', 'rodrigo', 'irene']);
  expect(turns(2, () => ['rodrigo', 'andres'])).toEqual(['irene', 'hugo']);
  expect(
    nextChair(
      PEOPLE,
      [],
      PEOPLE.map(({ id }) => id),
    ),
  ).toBeNull();
  // Whoever chaired last has left the company: it was still marketing's turn.
  expect(nextChair(PEOPLE, [{ person: 'gone', area: 'marketing' }])).toBe('rodrigo');
});

test('ME18 with everybody there, no two areas are more than one turn apart', () => {
  fc.assert(
    fc.property(fc.nat(30), (count) => {
      const sides = turns(count).map((id) => PEOPLE.find((one) => one.id === id)?.area);
      const marketing = sides.filter((side) => side === 'marketing').length;
      expect(Math.abs(marketing - (sides.length - marketing))).toBeLessThanOrEqual(1);
    }),
  );
});

test('ME27 whoever the series names chairs, unless they do not come; the first of all is its organiser’s', () => {
  const ask = (change: Partial<Parameters<typeof firstChair>[0]>) =>
    firstChair({
      ...{ people: PEOPLE, chairing: { kind: 'turns' }, organiser: 'rodrigo', history: [], absent: [] },
      ...change,
    });
  const history = [{ person: 'rodrigo', area: 'sales' }];
  expect(ask({})).toBe('rodrigo');
  expect(ask({ organiser: 'agencia' })).toBe('irene');
  expect(ask({ history })).toBe('irene');
  expect(ask({ history, chairing: { kind: 'organiser' } })).toBe('rodrigo');
  expect(ask({ history, chairing: { kind: 'person', person: 'leire' } })).toBe('leire');
  expect(ask({ history, chairing: { kind: 'person', person: 'leire' }, absent: ['leire'] })).toBe('irene');
  expect(ask({ history, chairing: { kind: 'person', person: 'gone' } })).toBe('irene');
});
