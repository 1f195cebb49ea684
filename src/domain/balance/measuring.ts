import type { PersonId, PresenceHow } from '../meeting/types';
import { fold } from '../tasks/fold';
import type { Instant, Interval } from '../time/types';
import { namer, plain } from './naming';
import { gridOf } from './pictureGrid';
import { fairOf } from './shares';
import type { NameMeans, Share, Speech, Talk } from './types';
import { lengthOf, unionOf } from './unions';
import { voicesOf } from './voices';

export type MeasuringInput = {
  /** All transcripts of the occurrence; `from` is the transcript's zero, of no meaning where the speech is absolute. */
  readonly speeches: readonly { readonly speech: Speech; readonly from: Instant }[];
  /** Only speech within counts. */
  readonly session: Interval;
  readonly people: readonly TalkPerson[];
  /** Who was there, under the names that transcripts show; empty where nobody may tell. */
  readonly attended: readonly AttendedName[];
  /** What was said of names before, by the name that was asked for. */
  readonly names: Readonly<Record<string, NameMeans>>;
  readonly declined: readonly PersonId[];
  /** What was counted live: its items, its marks of shared panels, and what `off` compares with. */
  readonly estimate?: Talk;
};

/** Whom names can mean. */
export type TalkPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly mail?: string;
  /** Empty for none: never counted. */
  readonly area: string;
  readonly how: PresenceHow | 'unknown';
  readonly outsider?: true;
  /** Milliseconds of the session; without it what attendance tells, else `how`. */
  readonly present?: number;
};

export type AttendedName = {
  readonly name: string;
  readonly person?: PersonId;
  readonly mail?: string;
  readonly spans?: readonly Interval[];
};

export type Measured = {
  readonly talk: Talk;
  /** Of everybody counted whose voice can be told from others': for themselves alone. */
  readonly people: Readonly<Record<PersonId, Share>>;
  /** Names that could be more than one person or are nobody's, by how long they spoke: to be asked, and measured again. */
  readonly unknown: readonly UnknownSpeaker[];
};

export type UnknownSpeaker = {
  /** As it can be shown and kept. */
  readonly name: string;
  readonly milliseconds: number;
  /** Best first. */
  readonly guesses: readonly PersonId[];
};

/** Talk as the transcripts tell it (TR11 to TR16). Refuses talk/other-meeting. */
export function measuredTalk(input: MeasuringInput): Measured {
  const { session, people, estimate } = input;
  const declined = new Set(input.declined);
  const counts = ({ id, area, outsider }: TalkPerson): boolean =>
    area !== '' && outsider !== true && !declined.has(id);
  const counted = people.filter(counts);
  const voices = voicesOf(input, namer(input));

  const grid = gridOf(session, estimate?.picture, [...new Set(counted.map(({ area }) => area))]);
  let nobodys = voices.nobody + sum(voices.unknown.map(({ milliseconds }) => milliseconds));
  for (const person of people) {
    const spans = voices.people.get(person.id) ?? [];
    if (counts(person)) grid.add(person.area, spans);
    else nobodys += lengthOf(spans);
  }
  let split = 0;
  for (const { there, spans } of voices.shared) {
    const heads = there(people).map((one) => (counts(one) ? one.area : null));
    const divided = grid.divide(heads, spans);
    nobodys += divided.nobodys;
    split += divided.split;
  }

  const present = counted.map((one) => ({ ...one, present: presentOf(one, input, voices.people) }));
  const fair = fairOf(present);
  const areas = grid.areas();
  const all = sum([...areas.values()]);
  // Rounding may leave the least bit over, which no record takes.
  const fairOfArea = (area: string): number =>
    Math.min(1, sum(fair.filter((_, at) => counted[at]?.area === area)));
  const shares = [...areas].map(([area, milliseconds]) => ({
    area,
    share: all === 0 ? 0 : milliseconds / all,
  }));
  const off = offBy(shares, estimate);
  return {
    talk: {
      source: 'measured',
      areas: Object.fromEntries(areas),
      fair: Object.fromEntries([...areas.keys()].map((area) => [area, fairOfArea(area)])),
      unattributed: nobodys,
      ...(split === 0 ? {} : { split }),
      ...(off === undefined ? {} : { off }),
      ...(input.speeches.every(({ speech }) => speech.exact) ? {} : { rough: true as const }),
      picture: grid.picture(),
    },
    people: Object.fromEntries(
      counted.flatMap(({ id, how }, at): readonly [PersonId, Share][] => {
        const spans = voices.people.get(id);
        // Whoever shares a microphone was not silent because no voice bears their name.
        if (spans === undefined && (how === 'room' || how === 'phone')) return [];
        const milliseconds = lengthOf(spans ?? []);
        return [[id, { milliseconds, share: all === 0 ? 0 : milliseconds / all, fair: fair[at] ?? 0 }]];
      }),
    ),
    unknown: voices.unknown,
  };
}

/** Milliseconds of the session. Who is not marked was there if they were heard, or attendance says so (TR14). */
function presentOf(
  { id, mail, name, how, present }: TalkPerson,
  { attended, session }: MeasuringInput,
  voices: ReadonlyMap<PersonId, unknown>,
): number {
  if (present !== undefined) return present;
  const spans = attended
    .filter((one) =>
      one.person !== undefined || one.mail !== undefined
        ? one.person === id || (mail !== undefined && fold(one.mail ?? '') === fold(mail))
        : plain(one.name) === plain(name),
    )
    .flatMap((one) => one.spans ?? [])
    .map(({ from, until }) => ({
      from: Math.max(from, session.from),
      until: Math.min(until, session.until),
    }));
  const told = lengthOf(unionOf(spans));
  if (told > 0) return told;
  const there = how === 'panel' || how === 'room' || how === 'phone' || voices.has(id);
  return there ? session.until - session.from : 0;
}

/** Percentage points; undefined where the estimate counted nothing, or is none. */
function offBy(
  shares: readonly { readonly area: string; readonly share: number }[],
  estimate: Talk | undefined,
): number | undefined {
  if (estimate?.source !== 'estimate') return undefined;
  const all = sum(Object.values(estimate.areas));
  if (all === 0 || shares.every(({ share }) => share === 0)) return undefined;
  const before = new Map(Object.entries(estimate.areas));
  const after = new Map(shares.map(({ area, share }) => [area, share]));
  const areas = [...new Set([...before.keys(), ...after.keys()])];
  return (
    100 * Math.max(...areas.map((area) => Math.abs((before.get(area) ?? 0) / all - (after.get(area) ?? 0))))
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
