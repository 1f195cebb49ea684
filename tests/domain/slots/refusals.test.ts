import { searchSlots } from '../../../src/domain/slots/search';
import type { SlotRequest } from '../../../src/domain/slots/types';
import { area, at, busy, person, refusalOf, request } from './aRequest';

const noon = at('2026-12-01 12:00');

test.each<[string, string, Partial<SlotRequest>]>([
  ['slots/no-areas', 'no areas', { areas: [] }],
  ['slots/no-people', 'no people', { people: [] }],
  ['slots/unlisted-area', 'a person of an unlisted area', { people: [person('ana', { area: 'x' })] }],
  ['slots/duplicate-id', 'an area twice', { areas: [area('m'), area('m')] }],
  ['slots/duplicate-id', 'a person twice', { people: [person('ana'), person('ana')] }],
  ['slots/empty-window', 'an empty window', { window: { from: noon, until: noon } }],
  ['slots/empty-window', 'a reversed window', { window: { from: noon, until: noon - 1 } }],
  ['slots/bad-number', 'a window that is no number', { window: { from: NaN, until: noon } }],
  ['slots/bad-number', 'a window without end', { window: { from: noon, until: Infinity } }],
  ['slots/bad-minutes', 'no minutes', { minutes: 0 }],
  ['slots/bad-minutes', 'more than an hour', { minutes: 61 }],
  ['slots/bad-minutes', 'half minutes', { minutes: 30.5 }],
  ['slots/bad-minutes', 'minutes that are no number', { minutes: NaN }],
  ['slots/bad-minutes', 'minutes below zero', { minutes: -30 }],
  ['slots/bad-step', 'no step', { stepMinutes: 0 }],
  ['slots/bad-step', 'a step that is no number', { stepMinutes: NaN }],
  ['slots/bad-number', 'half an answer', { top: 1.5 }],
  ['slots/bad-number', 'a reach above 1', { reach: 1.1 }],
  ['slots/bad-number', 'a weight that is no number', { weights: { absent: NaN } }],
  ['slots/bad-number', 'a quorum that is no number', { areas: [area('m', { quorum: NaN })] }],
  ['slots/bad-repeat', 'never', { repeat: { kind: 'weekly', every: 1, times: 0 } }],
  ['slots/bad-repeat', 'every half week', { repeat: { kind: 'weekly', every: 0.5, times: 2 } }],
  [
    'slots/bad-number',
    'busy at no time',
    { people: [person('ana', { busy: [{ from: NaN, until: 1, status: 'busy' }] })] },
  ],
  ['time/unknown-zone', 'a zone of the organiser that nobody knows', { zone: 'Europa/Madrid' }],
  [
    'time/unknown-zone',
    'a zone of a person that nobody knows',
    { people: [person('ana', { zone: 'CET+1' })] },
  ],
  [
    'time/bad-wall-clock',
    'hours from 25:00',
    { people: [person('ana', { hours: [{ weekday: 1, from: '25:00', until: '26:00' }] })] },
  ],
  [
    'time/bad-date',
    'a closed day that does not exist',
    { people: [person('ana', { closedDays: ['2026-02-30'] })] },
  ],
])('SL1 refused as %s: %s', (code, _, other) => {
  expect(refusalOf(request(other))).toBe(code);
});

test('SL1 a refusal names what is wrong', () => {
  const named = (other: Partial<SlotRequest>) => expect(() => searchSlots(request(other)));
  named({ zone: 'Europa/Madrid' }).toThrow('Europa/Madrid');
  named({ people: [person('ana', { zone: 'CET+1' })] }).toThrow('CET+1');
  named({ people: [person('ana', { area: 'x' })] }).toThrow(/"ana".*"x"/);
  named({ people: [person('ana', { closedDays: ['2026-02-30'] })] }).toThrow('2026-02-30');
  named({ people: [person('ana', { hours: [{ weekday: 1, from: '9:00', until: '10:00' }] })] }).toThrow(
    '9:00',
  );
  named({ minutes: 61 }).toThrow('61');
});

test.each<[string, Partial<SlotRequest>]>([
  ['a minute', { minutes: 1 }],
  ['an hour', { minutes: 60 }],
  ['nothing optional at all', {}],
  [
    'an empty busy interval',
    { people: [person('ana', { busy: [busy('2026-12-01 10:00', '2026-12-01 10:00')] })] },
  ],
  ['all answers', { top: Infinity }],
  [
    'busy for ever',
    { people: [person('ana', { busy: [{ from: -Infinity, until: Infinity, status: 'oof' }] })] },
  ],
  ['an empty pause', { pauses: [{ from: noon, until: noon }], ignore: [{ from: noon, until: noon - 1 }] }],
])('SL1 not refused: %s', (_, other) => {
  expect(refusalOf(request(other))).toBe('none');
});

test('SL1 a question is not changed, and its answer is plain data', () => {
  const asked = request({ repeat: { kind: 'weekly', every: 1, times: 1 } });
  const frozen = JSON.stringify(asked);
  expect(refusalOf(asked)).toBe('none');
  expect(JSON.stringify(asked)).toBe(frozen);
});
