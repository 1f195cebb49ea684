import type { Format } from '../format';

export function followRhythmWordsEs(_: Format) {
  return {};
}

export type FollowRhythmWords = ReturnType<typeof followRhythmWordsEs>;
