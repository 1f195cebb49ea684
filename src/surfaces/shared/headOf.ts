import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';

/** What a meeting is about at this moment: its item, its closing round, or itself. */
export function headOf({ running, title }: MeetingScreen, { meeting }: MeetingLocale): string {
  switch (running?.phase) {
    case 'running':
      return running.current && running.at !== null
        ? meeting.item(running.at, running.of, running.current.title)
        : title;
    case 'closing':
      return meeting.closing.title;
    case 'ended':
      return `${meeting.ended} · ${title}`;
    case 'before':
    case undefined:
      return title;
  }
}
