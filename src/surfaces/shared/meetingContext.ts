import { createContext, useContext } from 'react';
import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import type { MeetingLocale } from '../../locale/meetingLocale';

/** What every part of a meeting's surface needs: the commands and the language. */
export type MeetingContext = { readonly desk: MeetingDesk; readonly locale: MeetingLocale };

export const MeetingContext = createContext<MeetingContext | undefined>(undefined);

export function useMeeting(): MeetingContext {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('outside of a meeting');
  return meeting;
}
