import type { FollowState } from './followState';
import type { FollowView } from './followView';

type BeforeSeries = Exclude<FollowView, { readonly screen: 'series' }>;

/** What a tab shows while there is no series to show, and why; undefined once there is one. */
export function beforeSeries(state: FollowState): BeforeSeries | undefined {
  switch (state.screen) {
    case 'starting':
      return { screen: 'starting' };
    case 'signIn':
      return { screen: 'signIn', failure: state.failure };
    case 'failed':
      return { screen: 'failed', failure: state.failure ?? { kind: 'malformed' } };
    case 'noSeries':
      return { screen: 'noSeries', unreadable: state.unreadable };
    case 'series':
      return undefined;
  }
}
