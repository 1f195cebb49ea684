import type { Locale } from './createLocale';
import { meetingWordsEn } from './en/meetingWords';
import type { MeetingWords } from './es/meetingWords';
import { meetingWordsEs } from './es/meetingWords';

/** A locale with the words of a meeting: they load with the meeting's surfaces only. */
export type MeetingLocale = Locale & { readonly meeting: MeetingWords };

/** The same locale, with the words of a meeting. */
export function createMeetingLocale(locale: Locale): MeetingLocale {
  const { language, format } = locale;
  return { ...locale, meeting: language === 'es' ? meetingWordsEs(format) : meetingWordsEn(format) };
}
