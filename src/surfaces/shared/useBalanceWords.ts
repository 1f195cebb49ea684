import { useMemo } from 'react';
import type { MeetingBalanceWords } from '../../locale/es/meetingBalanceWords';
import { meetingBalanceWordsIn } from '../../locale/meeting/meetingBalanceWordsIn';
import { useMeeting } from './meetingContext';

/** The words of the balance. */
export function useBalanceWords(): MeetingBalanceWords {
  const { locale } = useMeeting();
  return useMemo(() => meetingBalanceWordsIn(locale), [locale]);
}
