import * as fc from 'fast-check';
import type { BalanceEvent, MarkSource } from '../../../src/domain/balance/types';

/** Seconds are enough to read. */
export const at = (seconds: number): number => seconds * 1000;

export const mark = (seconds: number, person: string | null, source: MarkSource = 'chair'): BalanceEvent => ({
  at: at(seconds),
  kind: 'mark',
  person,
  source,
});
export const owner = (seconds: number, person: string | null): BalanceEvent => ({
  at: at(seconds),
  kind: 'owner',
  person,
});
export const speaking = (seconds: number, on: boolean): BalanceEvent => ({
  at: at(seconds),
  kind: 'speaking',
  on,
});
export const correct = (
  seconds: number,
  person: string,
  from: number,
  until: number | null,
): BalanceEvent => ({
  at: at(seconds),
  kind: 'correct',
  person,
  from: at(from),
  until: until === null ? null : at(until),
});
export const end = (seconds: number): BalanceEvent => ({ at: at(seconds), kind: 'end' });

const person = fc.constantFrom('ana', 'bea', 'carlos', 'nobody knows', '');
const instant = fc.integer({ min: 0, max: 900 });
const source = fc.constantFrom<MarkSource>('chair', 'self', 'round', 'queue');

const event = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(instant, fc.option(person), source).map((one) => mark(...one)) },
  { weight: 1, arbitrary: fc.tuple(instant, fc.option(person)).map((one) => owner(...one)) },
  { weight: 6, arbitrary: fc.tuple(instant, fc.boolean()).map((one) => speaking(...one)) },
  {
    weight: 2,
    arbitrary: fc.tuple(instant, person, instant, fc.option(instant)).map((one) => correct(...one)),
  },
  { weight: 1, arbitrary: instant.map(end) },
);

/** Logs as a server writes them, and others: equal instants, corrections of anything, now and then one that goes back. */
export const anyLog: fc.Arbitrary<readonly BalanceEvent[]> = fc.oneof(
  fc.array(event, { maxLength: 40 }),
  fc.array(event, { maxLength: 40 }).map((log) => [...log].sort((a, b) => a.at - b.at)),
);
