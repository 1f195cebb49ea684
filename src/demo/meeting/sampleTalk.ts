import type { Company } from '../company/types';

const MINUTE = 60_000;
/** What the areas say in a session, together. */
const SPOKEN = 25 * MINUTE;
/** Of whoever does not take part, and of nobody. */
const UNATTRIBUTED = { measured: 2 * MINUTE, estimate: 4 * MINUTE };

export type SampleTalk = {
  /** Percent of the first area. */
  readonly first: number;
  /** Measured: by how many points the estimate had been off. An estimate has no transcript. */
  readonly off?: number;
  /** Minutes that the room in Madrid said together, split by the marks. */
  readonly room?: number;
};

export type TalkInput = {
  readonly company: Company;
  readonly talk: SampleTalk;
  /** Which session it is, from 1: each has another course. */
  readonly session: number;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of everybody who was there: their area. */
  readonly present: readonly string[];
  readonly items: readonly { readonly id: string; readonly minutes: number }[];
};

/** The talk of a session as its record keeps it: sums, what is fair, and its course minute by minute. */
export function sampleTalk({ company, talk, session, startedAt, endedAt, present, items }: TalkInput) {
  const ids = company.areas.map(({ id }) => id);
  const rest = (SPOKEN * (100 - talk.first)) / 100 / Math.max(1, ids.length - 1);
  const sums = ids.map((_, at) => Math.round(at === 0 ? (SPOKEN * talk.first) / 100 : rest));
  const steps = Math.ceil((endedAt - startedAt) / MINUTE);
  const counted = present.filter((area) => ids.includes(area));
  const begins = items.map(({ id }, at) => ({
    item: id,
    from: startedAt + items.slice(0, at).reduce((sum, { minutes }) => sum + minutes * MINUTE, 0),
  }));
  const source = talk.off === undefined ? 'estimate' : 'measured';
  return {
    source,
    areas: entriesOf(ids, (at) => sums[at] ?? 0),
    fair: entriesOf(ids, (at) => shareOf(counted, ids[at] ?? '')),
    unattributed: UNATTRIBUTED[source],
    ...(talk.off !== undefined && { off: talk.off, split: (talk.room ?? 0) * MINUTE }),
    picture: {
      start: startedAt,
      step: MINUTE,
      areas: entriesOf(ids, (at) => courseOf(sums[at] ?? 0, steps, at, session)),
      items: begins.filter(({ from }) => from < endedAt),
    },
  };
}

const entriesOf = <T>(ids: readonly string[], of: (at: number) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(ids.map((id, at) => [id, of(at)]));

const shareOf = (present: readonly string[], area: string): number =>
  present.length === 0 ? 0 : present.filter((one) => one === area).length / present.length;

/** A sum dealt out over minutes: areas take turns of some minutes in which they say most. */
function courseOf(sum: number, steps: number, area: number, session: number): readonly number[] {
  const weights = Array.from({ length: steps }, (_, minute) => {
    const turn = Math.floor((minute + session) / (2 + ((minute + session) % 3)));
    return (turn % 2 === area % 2 ? 5 : 1.2) + ((minute * 7 + session * 3 + area) % 4) / 4;
  });
  const all = weights.reduce((total, one) => total + one, 0);
  let dealt = 0;
  let before = 0;
  return weights.map((weight) => {
    before += weight;
    const until = Math.round((sum * before) / all);
    const part = until - dealt;
    dealt = until;
    return part;
  });
}
