import type { FollowRhythmWords } from '../es/followRhythmWords';
import type { Format } from '../format';

export function followRhythmWordsEn(_: Format): FollowRhythmWords {
  return {};
}
