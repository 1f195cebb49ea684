import type { Locale } from './createLocale';
import { followRhythmWordsEn } from './en/followRhythmWords';
import { followSettingsWordsEn } from './en/followSettingsWords';
import { followTasksWordsEn } from './en/followTasksWords';
import { followWordsEn } from './en/followWords';
import { followRhythmWordsEs, type FollowRhythmWords } from './es/followRhythmWords';
import { followSettingsWordsEs, type FollowSettingsWords } from './es/followSettingsWords';
import { followTasksWordsEs, type FollowTasksWords } from './es/followTasksWords';
import { followWordsEs, type FollowWords } from './es/followWords';

/** A locale with the words of the channel's tab: they load with it only. */
export type FollowLocale = Locale & {
  readonly follow: FollowWords & {
    readonly tasks: FollowTasksWords;
    readonly rhythm: FollowRhythmWords;
    readonly settings: FollowSettingsWords;
  };
};

/** The same locale, with the words of the channel's tab. */
export function createFollowLocale(locale: Locale): FollowLocale {
  const { language, format } = locale;
  const follow =
    language === 'es'
      ? {
          ...followWordsEs(format),
          tasks: followTasksWordsEs(format),
          rhythm: followRhythmWordsEs(format),
          settings: followSettingsWordsEs(format),
        }
      : {
          ...followWordsEn(format),
          tasks: followTasksWordsEn(format),
          rhythm: followRhythmWordsEn(format),
          settings: followSettingsWordsEn(format),
        };
  return { ...locale, follow };
}
