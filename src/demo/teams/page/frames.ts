import type { TeamsFrame } from '../protocol/teamsFrame';

type Entry = { readonly window: () => Window | null; readonly origin: string; readonly person: string };

/** The frames of all participants on the page: who is behind which, and what all of them are told. */
export type Frames = {
  add(entry: Entry, frame: TeamsFrame): () => void;
  /** Whose frame has this origin and window; undefined for everybody else. */
  personOf(origin: string, source: Window): string | undefined;
  /** Tells every frame, and those that come later, whether somebody speaks. */
  speak(somebody: boolean): void;
};

export function createFrames(): Frames {
  const all = new Map<Entry, TeamsFrame>();
  let speaking = false;
  return {
    add(entry, frame) {
      all.set(entry, frame);
      frame.speak(speaking);
      return () => void all.delete(entry);
    },
    personOf: (origin, source) =>
      [...all.keys()].find((one) => one.origin === origin && one.window() === source)?.person,
    speak(somebody) {
      speaking = somebody;
      for (const frame of all.values()) frame.speak(somebody);
    },
  };
}
