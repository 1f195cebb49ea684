import type { Locale } from '../createLocale';
import { meetingBalanceWordsEn } from '../en/meetingBalanceWords';
import type { MeetingBalanceWords } from '../es/meetingBalanceWords';
import { meetingBalanceWordsEs } from '../es/meetingBalanceWords';

/** What a running meeting says of its balance: it loads where one is measured. */
export const meetingBalanceWordsIn = ({
  language,
  format,
}: Pick<Locale, 'language' | 'format'>): MeetingBalanceWords =>
  language === 'es' ? meetingBalanceWordsEs(format) : meetingBalanceWordsEn(format);
