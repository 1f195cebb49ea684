import { attributeWithin } from '../../domain/balance/attribution';
import { balanceOf } from '../../domain/balance/shares';
import { speechOf } from '../../domain/balance/speaking';
import type { Limits } from '../../domain/balance/stints';
import { conversation, truthOf, type Setting } from './conversation';
import { eventsOf, type Marking } from './marking';

/** How far estimated shares are from the true ones, in percentage points: mean of the absolute errors. */
export type Errors = {
  readonly person: number;
  readonly area: number;
  /** In 95 of 100 meetings the area that is most wrong is less wrong. */
  readonly worstArea: number;
  /** Of the speech heard, in percent; null without a signal. */
  readonly attributed: number | null;
};

export function errorsOf(of: {
  readonly settings: readonly Setting[];
  readonly marking: Marking;
  readonly limits: Limits;
  /** Of each setting. */
  readonly meetings: number;
  readonly seed: number;
}): Errors {
  const people: number[] = [];
  const areas: number[] = [];
  const worst: number[] = [];
  const attributed: number[] = [];
  of.settings.forEach((setting, nth) => {
    for (let at = 0; at < of.meetings; at++) {
      const seed = of.seed + 10_000 * nth + at;
      const talk = conversation(setting, seed);
      const events = eventsOf(talk, of.marking, seed + 5_000_000);
      const turns = attributeWithin(events, of.limits);
      const here = talk.people.map((one) => ({ ...one, present: talk.until }));
      const estimate = balanceOf({ turns, people: here, speech: speechOf(events) });
      const truth = sharesOf(truthOf(talk));
      here.forEach(({ id }) => people.push(apart(estimate.people[id]?.share, truth.get(id))));
      const ofAreas = Object.entries(estimate.areas).map(([area, { share }]) => {
        const members = here.filter((one) => one.area === area);
        return apart(
          share,
          members.reduce((sum, { id }) => sum + (truth.get(id) ?? 0), 0),
        );
      });
      areas.push(...ofAreas);
      worst.push(Math.max(...ofAreas));
      if (estimate.attributed !== null) attributed.push(100 * estimate.attributed);
    }
  });
  return {
    person: mean(people),
    area: mean(areas),
    worstArea: worst.sort((a, b) => a - b)[Math.floor(0.95 * worst.length)] ?? 0,
    attributed: attributed.length === 0 ? null : mean(attributed),
  };
}

function sharesOf(milliseconds: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...milliseconds.values()].reduce((sum, one) => sum + one, 0);
  return new Map([...milliseconds].map(([id, one]) => [id, one / all]));
}

const apart = (estimate: number | undefined, truth: number | undefined): number =>
  100 * Math.abs((estimate ?? 0) - (truth ?? 0));

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
