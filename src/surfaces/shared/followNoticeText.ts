import type { FollowNotice } from '../../app/follow/followView';
import type { ZoneName } from '../../domain/time/types';
import type { FollowLocale } from '../../locale/followLocale';

/** What is said of something that happened to the follow-up of a series. */
export function followNoticeText(notice: FollowNotice, locale: FollowLocale, zone: ZoneName): string {
  const { follow, sentences, format } = locale;
  const fields = (named: readonly string[]) => [...new Set(named.map((one) => follow.fields[one] ?? one))];
  switch (notice.kind) {
    case 'failed':
      return `${follow.steps[notice.during]} ${sentences.why(notice.failure)}`;
    case 'refused':
      return sentences.refusals[notice.code];
    case 'planKept':
      return follow.notices.planKept(fields(notice.fields));
    case 'merged':
      return follow.notices.merged(fields(notice.fields));
    case 'planFull':
      return follow.notices.planFull(notice.code);
    case 'pushed': {
      const { done, left, waitUntil } = notice;
      return follow.notices.pushed(done, left, waitUntil === null ? null : format.time(waitUntil, zone));
    }
    case 'asked':
      return follow.notices.asked(notice.organiser);
    case 'done':
      return follow.done[notice.what];
  }
}
