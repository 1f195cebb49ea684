import { useMemo } from 'react';
import type { AfterWords } from '../../locale/es/afterWords';
import { afterWordsIn } from '../../locale/meeting/afterWordsIn';
import { useMeeting } from './meetingContext';

/** The words of what the end offers. */
export function useAfter(): AfterWords {
  const { locale } = useMeeting();
  return useMemo(() => afterWordsIn(locale), [locale]);
}
