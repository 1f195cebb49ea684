import type { MeetingNotice } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';

/** What is said of something that happened. */
export function noticeText(notice: MeetingNotice, { meeting, sentences }: MeetingLocale): string {
  switch (notice.kind) {
    case 'failed':
      return `${meeting.steps[notice.step]} ${sentences.why(notice.failure)}`;
    case 'refused':
      return sentences.refusals[notice.code];
    case 'saved':
      return meeting.notice.saved[notice.what](notice.text);
    case 'item':
      return meeting.notice.item(notice.title);
    case 'closing':
      return meeting.notice.closing;
    case 'chairChanged':
      return meeting.notice.chairChanged(notice.name);
    case 'panelAdded':
      return meeting.notice.panelAdded;
    case 'turnCorrected':
      return meeting.notice.turnCorrected(notice.gone);
    case 'takesPart':
      return meeting.notice.takesPart[notice.as];
  }
}
