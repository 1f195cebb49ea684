const MINUTE_MS = 60_000;
const MANY_PERSONS = 1000;

/** Who sent lately what no client of ours sends. Each refused update costs a copy of a room, whoever comes back for more. */
export type Offences = {
  note(person: string): void;
  tooMany(person: string): boolean;
};

/** Remembers for a minute; more than `most` of one person's are too many. `milliseconds` never goes back. */
export function createOffences(most: number, milliseconds: () => number): Offences {
  const noted = new Map<string, readonly number[]>();
  const lately = (person: string) =>
    (noted.get(person) ?? []).filter((at) => milliseconds() - at < MINUTE_MS);
  return {
    note(person) {
      if (noted.size >= MANY_PERSONS)
        for (const one of noted.keys()) if (lately(one).length === 0) noted.delete(one);
      noted.set(person, [...lately(person), milliseconds()].slice(-most - 1));
    },
    tooMany: (person) => lately(person).length > most,
  };
}
