import { makeStyles, tokens } from '@fluentui/react-components';
import type { PersonalDesk } from '../../app/follow/followDesk';
import type { PersonalView } from '../../app/follow/followView';
import type { PersonalLocale } from '../../locale/personalLocale';
import { FollowSurface, type FollowSurfaceProps } from '../shared/FollowSurface';
import { MineScreen } from './MineScreen';

const useStyles = makeStyles({
  tab: {
    minHeight: '100vh',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    '& select': { minWidth: 0 },
  },
});

/** What is mine over all series; without a desk, which comes after the first script, it says that it starts. */
export function PersonalTab(props: FollowSurfaceProps<PersonalDesk> & { readonly locale: PersonalLocale }) {
  const { desk, locale } = props;
  const { tab } = useStyles();
  return (
    <FollowSurface<Extract<PersonalView, { readonly screen: 'mine' }>>
      {...props}
      className={tab}
      screen={(view) => typeof desk === 'object' && <MineScreen view={view} desk={desk} locale={locale} />}
    />
  );
}
