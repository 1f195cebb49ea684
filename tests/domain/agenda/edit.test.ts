import fc from 'fast-check';
import {
  addItem,
  changeItem,
  checkAgenda,
  moveItem,
  removeItem,
  resizeAgenda,
  setMinutes,
  sumOf,
} from '../../../src/domain/agenda/edit';
import { agendaTemplate, templateMinutes } from '../../../src/domain/agenda/templates';
import type { Agenda, AgendaItem } from '../../../src/domain/agenda/types';
import { Refusal } from '../../../src/domain/refusal';

const minutesOf = ({ items }: Agenda) => items.map(({ minutes }) => minutes);
const WEEKLY = agendaTemplate('weekly', 'es');
const TOPIC: AgendaItem = { kind: 'topic', title: 'Feria', minutes: 6 };
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

test('AG13 the templates have their own lengths and their items in order', () => {
  expect([templateMinutes('weekly'), templateMinutes('monthly')]).toEqual([35, 50]);
  expect(WEEKLY.items.map(({ kind }) => kind)).toEqual([
    'openTasks',
    'problem',
    'ideas',
    'decision',
    'tasks',
    'round',
  ]);
  expect(agendaTemplate('monthly', 'en').items.map(({ kind }) => kind)).toEqual([
    'weeklies',
    'numbers',
    'rhythm',
    'topic',
    'decision',
  ]);
  expect(minutesOf(WEEKLY)).toEqual([5, 5, 10, 5, 5, 5]);
});

test('AG13 each template fits every length from 15 to 60 exactly', () => {
  for (const kind of ['weekly', 'monthly'] as const) {
    for (let minutes = 15; minutes <= 60; minutes++) {
      checkAgenda(agendaTemplate(kind, 'en', minutes), minutes);
      checkAgenda(resizeAgenda(agendaTemplate(kind, 'es'), minutes), minutes);
    }
  }
  expect(minutesOf(agendaTemplate('weekly', 'es', 60))).toEqual([9, 9, 17, 9, 8, 8]);
});

test('AG8 an agenda is checked by its sum, its boxes and the hour', () => {
  expect(() => checkAgenda(WEEKLY, 35)).not.toThrow();
  expect(() => checkAgenda(WEEKLY, 36)).toThrow(refused('agenda/sum'));
  expect(() => checkAgenda({ ...WEEKLY, items: [] }, 0)).toThrow(refused('agenda/no-items'));
  expect(() => checkAgenda({ ...WEEKLY, items: [{ ...TOPIC, minutes: 61 }] }, 61)).toThrow(
    refused('agenda/over-an-hour'),
  );
  expect(() => checkAgenda({ ...WEEKLY, items: [{ ...TOPIC, minutes: 1.5 }] }, 1.5)).toThrow(
    refused('agenda/bad-minutes'),
  );
});

test('AG14 a longer item takes from the longest others', () => {
  expect(minutesOf(setMinutes(WEEKLY, 0, 9))).toEqual([9, 5, 6, 5, 5, 5]);
  expect(minutesOf(setMinutes(WEEKLY, 2, 4))).toEqual([7, 6, 4, 6, 6, 6]);
  expect(minutesOf(setMinutes(WEEKLY, 2, 30))).toEqual([1, 1, 30, 1, 1, 1]);
});

test.each([0, 31, 2.5, Number.NaN, 1e9])('AG14 %p minutes for one of six in 35 are refused', (minutes) => {
  expect(() => setMinutes(WEEKLY, 2, minutes)).toThrow(Refusal);
});

test('AG14 what is added takes its minutes from the others, what is removed gives them back', () => {
  const more = addItem(WEEKLY, TOPIC, 2);
  expect(more.items[2]).toEqual(TOPIC);
  checkAgenda(more, 35);
  const less = removeItem(more, 2);
  expect(less.items.map(({ kind }) => kind)).toEqual(WEEKLY.items.map(({ kind }) => kind));
  checkAgenda(less, 35);
  const single = { ...WEEKLY, items: [TOPIC] };
  expect(() => removeItem(single, 0)).toThrow(refused('agenda/no-items'));
  expect(() => setMinutes(single, 0, 7)).toThrow(refused('agenda/sum'));
  expect(() => addItem(WEEKLY, { ...TOPIC, minutes: 30 }, 0)).toThrow(refused('agenda/sum'));
});

test('AG14 moving and rewording changes no minutes', () => {
  expect(
    moveItem(WEEKLY, 2, 0)
      .items.map(({ kind }) => kind)
      .slice(0, 2),
  ).toEqual(['ideas', 'openTasks']);
  expect(moveItem(WEEKLY, 0, 99).items.at(-1)).toEqual(WEEKLY.items[0]);
  expect(changeItem(WEEKLY, 1, { title: '  dos \n líneas ', owner: 'Irene' }).items[1]).toEqual({
    kind: 'problem',
    title: 'dos líneas',
    minutes: 5,
    owner: 'Irene',
  });
  const led = changeItem(WEEKLY, 1, { owner: 'Irene', internal: true });
  expect(changeItem(led, 1, { owner: ' ', internal: false })).toEqual(WEEKLY);
});

test('AG8 the boxes sum to the meeting after any edits, refused ones change nothing', () => {
  const edit = fc.oneof(
    fc.record({ do: fc.constant('add' as const), at: fc.nat(9), minutes: fc.integer({ min: -1, max: 40 }) }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(9), minutes: fc.nat() }),
    fc.record({ do: fc.constant('move' as const), at: fc.nat(9), minutes: fc.nat(9) }),
    fc.record({ do: fc.constant('set' as const), at: fc.nat(9), minutes: fc.integer({ min: -1, max: 70 }) }),
    fc.record({
      do: fc.constant('resize' as const),
      at: fc.nat(9),
      minutes: fc.integer({ min: 0, max: 70 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), fc.integer({ min: 15, max: 60 }), (edits, length) => {
      let agenda = agendaTemplate('weekly', 'es', length);
      let minutes = length;
      for (const one of edits) {
        const at = one.at % agenda.items.length;
        try {
          if (one.do === 'add') agenda = addItem(agenda, { ...TOPIC, minutes: one.minutes }, one.at);
          if (one.do === 'remove') agenda = removeItem(agenda, at);
          if (one.do === 'move') agenda = moveItem(agenda, at, one.minutes);
          if (one.do === 'set') {
            agenda = setMinutes(agenda, at, one.minutes);
            expect(agenda.items[at]?.minutes).toBe(one.minutes);
          }
          if (one.do === 'resize') {
            agenda = resizeAgenda(agenda, one.minutes);
            minutes = one.minutes;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        checkAgenda(agenda, minutes);
        expect(sumOf(agenda.items)).toBe(minutes);
      }
    }),
    { numRuns: 2000 },
  );
});
