import { makeStyles, tokens } from '@fluentui/react-components';
import { MeetingSurface, type MeetingSurfaceProps } from '../shared/MeetingSurface';
import { TabScreen } from './TabScreen';

const useStyles = makeStyles({
  tab: {
    minHeight: '100vh',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    '& select': { width: 0 },
  },
});

/** The meeting's tab; without a desk, which comes after the first script, it says that it starts. */
export function MeetingTab(props: MeetingSurfaceProps) {
  const { tab } = useStyles();
  return <MeetingSurface {...props} className={tab} screen={(view) => <TabScreen view={view} />} />;
}
