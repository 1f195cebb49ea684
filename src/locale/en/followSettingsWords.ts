import type { FollowSettingsWords } from '../es/followSettingsWords';
import type { Format } from '../format';

export function followSettingsWordsEn(_: Format): FollowSettingsWords {
  return {};
}
