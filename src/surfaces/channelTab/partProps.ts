import type { FollowDesk } from '../../app/follow/followDesk';
import type { FollowScreen } from '../../app/follow/followView';
import type { FollowLocale } from '../../locale/followLocale';

/** What every part of the channel's tab is drawn from. */
export type PartProps = {
  readonly view: FollowScreen;
  readonly desk: FollowDesk;
  readonly locale: FollowLocale;
};
