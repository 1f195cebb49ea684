import { makeStyles, tokens } from '@fluentui/react-components';
import type { FollowDesk } from '../../app/follow/followDesk';
import type { FollowScreen } from '../../app/follow/followView';
import { FollowSurface, type FollowSurfaceProps } from '../shared/FollowSurface';
import { ChannelScreen } from './ChannelScreen';

const useStyles = makeStyles({
  tab: {
    minHeight: '100vh',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    '& select': { minWidth: 0 },
  },
});

/** The channel's tab; without a desk, which comes after the first script, it says that it starts. */
export function ChannelTab(props: FollowSurfaceProps<FollowDesk>) {
  const { desk, locale } = props;
  const { tab } = useStyles();
  return (
    <FollowSurface<FollowScreen>
      {...props}
      className={tab}
      screen={(view) => typeof desk === 'object' && <ChannelScreen view={view} desk={desk} locale={locale} />}
    />
  );
}
