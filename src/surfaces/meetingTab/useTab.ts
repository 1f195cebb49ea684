import { useMemo } from 'react';
import type { TabWords } from '../../locale/es/tabWords';
import { tabWordsIn } from '../../locale/meeting/tabWordsIn';
import type { MeetingContext } from '../shared/meetingContext';
import { useMeeting } from '../shared/meetingContext';

/** What every part of the tab and of the stage needs: the commands, the language, and their own words. */
export function useTab(): MeetingContext & { readonly tab: TabWords } {
  const { desk, locale } = useMeeting();
  const tab = useMemo(() => tabWordsIn(locale), [locale]);
  return { desk, locale, tab };
}
