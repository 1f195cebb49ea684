import type { Format } from '../format';

export function followSettingsWordsEs(_: Format) {
  return {};
}

export type FollowSettingsWords = ReturnType<typeof followSettingsWordsEs>;
