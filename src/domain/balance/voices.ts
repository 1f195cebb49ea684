import type { PersonId } from '../meeting/types';
import { plainName } from '../plainName';
import { Refusal } from '../refusal';
import type { Interval } from '../time/types';
import type { MeasuringInput, TalkPerson, UnknownSpeaker } from './measuring';
import { isPhone, plain, type Naming } from './naming';
import { lengthOf, unionOf } from './unions';

export type Voices = {
  readonly people: ReadonlyMap<PersonId, readonly Interval[]>;
  readonly shared: readonly {
    readonly there: (people: readonly TalkPerson[]) => readonly TalkPerson[];
    readonly spans: readonly Interval[];
  }[];
  readonly unknown: readonly UnknownSpeaker[];
  /** Milliseconds without a name, and of names that mean nobody. */
  readonly nobody: number;
};

/** Who speaks when, by what the names mean (TR11); each voice's time once, in however many transcripts and names it stands. */
export function voicesOf({ speeches, session }: MeasuringInput, nameOf: (name: string) => Naming): Voices {
  // Nobody's under no name.
  const said = new Map<string, Interval[]>();
  const shown = cached(plainName);
  for (const { speech, from: zero } of speeches)
    for (const { speaker, from, until } of speech.cues) {
      const at = speech.absolute ? 0 : zero;
      const cue = { from: Math.max(at + from, session.from), until: Math.min(at + until, session.until) };
      if (cue.from >= cue.until) continue;
      const name = speaker === null ? '' : shown(speaker);
      const own = said.get(name);
      if (own === undefined) said.set(name, [cue]);
      else own.push(cue);
    }
  const people = new Map<PersonId, readonly Interval[]>();
  const shared: { there: Voices['shared'][number]['there']; spans: readonly Interval[] }[] = [];
  const unknown: UnknownSpeaker[] = [];
  let nobody = 0;
  let ours = 0;
  for (const [name, cues] of said) {
    const naming: Naming = name === '' ? { kind: 'nobody' } : nameOf(name);
    const spans = unionOf(cues);
    switch (naming.kind) {
      case 'person':
        ours++;
        people.set(naming.person, unionOf([...(people.get(naming.person) ?? []), ...spans]));
        break;
      case 'shared':
        ours++;
        shared.push({ there: (all) => sharing(all, isPhone(plain(name))), spans });
        break;
      case 'unknown':
        if (naming.likely) ours++;
        unknown.push({ name, milliseconds: lengthOf(spans), guesses: naming.guesses });
        break;
      case 'nobody':
        nobody += lengthOf(spans);
    }
  }
  if (ours === 0) throw new Refusal('talk/other-meeting');
  return {
    people,
    shared,
    unknown: unknown.sort((one, other) => other.milliseconds - one.milliseconds),
    nobody,
  };
}

/** A transcript has many cues and few names. */
function cached(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = work(text);
    known.set(text, now);
    return now;
  };
}

/** Who may be heard there: a call brings those on the phone, a device those in the room, as far as there are any. */
function sharing(people: readonly TalkPerson[], phone: boolean): readonly TalkPerson[] {
  const own = people.filter(({ how }) => how === (phone ? 'phone' : 'room'));
  return own.length > 0 ? own : people.filter(({ how }) => how === 'room' || how === 'phone');
}
