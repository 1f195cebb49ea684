import fc from 'fast-check';
import { measuredTalk, type MeasuringInput, type TalkPerson } from '../../../src/domain/balance/measuring';
import type { Cue, Talk } from '../../../src/domain/balance/types';

const START = Date.UTC(2026, 11, 1, 9);
const SESSION = { from: START, until: START + 120_000 };
const ROOM = 'Sala Norte';
const PHONE = '+34 612 345 678';

const person = (
  id: string,
  area: string,
  how: TalkPerson['how'],
  other: Partial<TalkPerson> = {},
): TalkPerson => ({
  ...{ id, name: `${id} soto`, area, how },
  ...other,
});
const cue = (speaker: string, from: number, until: number): Cue => ({
  speaker,
  from: from * 1000,
  until: until * 1000,
});
const measure = (cues: readonly Cue[], people: readonly TalkPerson[], other: Partial<MeasuringInput> = {}) =>
  measuredTalk({
    speeches: [{ speech: { cues, absolute: false, exact: true }, from: START }],
    ...{ session: SESSION, people, attended: [], names: {}, declined: [] },
    ...other,
  });
/** Marks by area in steps of ten seconds. */
const marked = (shared: Record<string, readonly number[]>): { readonly estimate: Talk } => ({
  estimate: {
    source: 'estimate',
    areas: {},
    picture: { start: START, step: 10_000, areas: {}, shared, items: [] },
  },
});

const ANA = person('ana', 'marketing', 'panel');

test('TR13 a room in which all are of one area is that area, and nothing is split', () => {
  const people = [ANA, person('luis', 'sales', 'room'), person('eva', 'sales', 'room')];
  const { talk, people: own } = measure([cue('Ana Soto', 0, 10), cue(ROOM, 10, 40)], people);
  expect(talk.areas).toEqual({ marketing: 10_000, sales: 30_000 });
  expect(talk).not.toHaveProperty('split');
  // Who shares a microphone has no share of their own (TR16).
  expect(Object.keys(own)).toEqual(['ana']);
});

test('TR16 whoever is in the room and has a voice of their own has their share', () => {
  const people = [ANA, person('luis', 'sales', 'room'), person('eva', 'sales', 'room')];
  const { people: own } = measure([cue('Luis Soto', 0, 10), cue(ROOM, 10, 40)], people);
  expect(own['luis']?.milliseconds).toBe(10_000);
  expect(own).not.toHaveProperty('eva');
});

test('TR13 a call is of those on the phone, a device of those in the room', () => {
  const people = [ANA, person('luis', 'sales', 'phone'), person('eva', 'marketing', 'room')];
  const { talk } = measure([cue(PHONE, 0, 10), cue(ROOM, 10, 40)], people);
  expect(talk.areas).toEqual({ marketing: 30_000, sales: 10_000 });
  expect(talk).not.toHaveProperty('split');
  const inRoom = [ANA, person('luis', 'sales', 'room')];
  expect(measure([cue(PHONE, 0, 10)], inRoom).talk.areas).toEqual({ marketing: 0, sales: 10_000 });
});

test('TR13 a mixed room is split by the marks of each step, by heads where there are none', () => {
  const people = [
    ANA,
    person('luis', 'sales', 'room'),
    person('eva', 'marketing', 'room'),
    person('noa', 'marketing', 'room'),
  ];
  const marks = marked({ sales: [9000, 2000, 0], marketing: [0, 6000, 0], legal: [500, 500, 500] });
  const { talk } = measure([cue(ROOM, 0, 30), cue(ROOM, 40, 46)], people, marks);
  // Ten seconds all of sales, ten a quarter, ten and six a third.
  expect(talk.areas).toEqual({ sales: 10_000 + 2500 + 5333, marketing: 7500 + 10_667 });
  expect(talk.split).toBe(36_000);
  expect(talk.picture?.areas['sales']?.slice(0, 5)).toEqual([10_000, 2500, 3333, 0, 2000]);
  expect(talk.unattributed).toBe(0);
});

test('TR13 who is not counted and in the room has their part by heads, which is nobody’s', () => {
  const people = [
    person('luis', 'sales', 'room'),
    person('eva', 'marketing', 'room'),
    person('guest', 'sales', 'room', { outsider: true }),
    person('noa', 'marketing', 'room'),
  ];
  const { talk } = measure([cue(ROOM, 0, 40)], people, {
    declined: ['noa'],
    ...marked({ sales: [5, 5, 5, 5] }),
  });
  expect(talk.areas).toEqual({ sales: 20_000, marketing: 0 });
  expect(talk).toMatchObject({ unattributed: 20_000, split: 40_000 });
  const alone = measure([cue(ROOM, 0, 40)], people, { declined: ['luis', 'eva', 'noa'] });
  expect(alone.talk).toMatchObject({ areas: {}, unattributed: 40_000 });
  expect(alone.talk).not.toHaveProperty('split');
});

test('TR13 what is said to be shared, where nobody shares, is nobody’s', () => {
  const { talk } = measure([cue('Ana Soto', 0, 1), cue('Equipo', 10, 30)], [ANA], {
    names: { Equipo: { kind: 'shared' } },
  });
  expect(talk).toMatchObject({ areas: { marketing: 1000 }, unattributed: 20_000 });
});

const NAMES = [
  'ana soto',
  'luis soto',
  'eva soto',
  'noa soto',
  'gil soto',
  ROOM,
  PHONE,
  'Desconocido',
  null,
] as const;
const cues = fc.array(
  fc.record({
    speaker: fc.constantFrom(...NAMES),
    from: fc.integer({ min: -500, max: 3000 }),
    length: fc.integer({ min: 0, max: 700 }),
  }),
  { maxLength: 25 },
);
const someone = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`${id} soto`),
    area: fc.constantFrom('marketing', 'sales', 'legal', ''),
    how: fc.constantFrom('panel' as const, 'room' as const, 'phone' as const),
  });
const everybody = fc.tuple(someone('ana'), someone('luis'), someone('eva'), someone('noa'), someone('gil'));
const steps = fc.array(fc.nat(900), { maxLength: 4 });

test('TR11 TR13 TR15 nothing is lost: areas and unattributed are all voices, exact for who has one, and the picture’s sums', () => {
  fc.assert(
    fc.property(
      cues,
      everybody,
      fc.subarray(['ana', 'luis', 'eva']),
      steps,
      steps,
      (said, people, declined, sales, legal) => {
        const session = { from: START, until: START + 3210 };
        const all = [...said, { speaker: 'ana soto', from: 0, length: 1 }];
        const read = all.map(({ speaker, from, length }): Cue => ({ speaker, from, until: from + length }));
        const { talk, people: own } = measure(read, people, {
          session,
          declined,
          estimate: {
            source: 'estimate',
            areas: {},
            picture: { start: START, step: 1000, areas: {}, shared: { sales, legal }, items: [] },
          },
        });
        const heard = new Map<string | null, Set<number>>();
        for (const { speaker, from, until } of read) {
          const voice = heard.get(speaker) ?? new Set();
          heard.set(speaker, voice);
          for (let at = Math.max(0, from); at < Math.min(3210, until); at++) voice.add(at);
        }
        const total = [...heard.values()].reduce((sum, voice) => sum + voice.size, 0);
        const areas = Object.values(talk.areas).reduce((sum, one) => sum + one, 0);
        expect(areas + (talk.unattributed ?? 0)).toBe(total);
        for (const [area, milliseconds] of Object.entries(talk.areas)) {
          expect(Number.isInteger(milliseconds)).toBe(true);
          const drawn = talk.picture?.areas[area] ?? [];
          expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(milliseconds);
          const voices = people.filter(({ id, area: of }) => of === area && !declined.includes(id));
          const certain = voices.reduce((sum, { name }) => sum + (heard.get(name)?.size ?? 0), 0);
          expect(milliseconds).toBeGreaterThanOrEqual(certain);
          if ((heard.get(ROOM)?.size ?? 0) + (heard.get(PHONE)?.size ?? 0) === 0)
            expect(milliseconds).toBe(certain);
        }
        for (const [id, { milliseconds }] of Object.entries(own))
          expect(milliseconds).toBe(heard.get(`${id} soto`)?.size ?? 0);
      },
    ),
    { numRuns: 500 },
  );
});
