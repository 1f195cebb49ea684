import { makeStyles } from '@fluentui/react-components';
import { MeetingSurface, type MeetingSurfaceProps } from '../shared/MeetingSurface';
import { Meeting } from './Meeting';

const useStyles = makeStyles({
  panel: {
    minHeight: '100vh',
    minWidth: 0,
    maxWidth: '520px',
    overflowWrap: 'anywhere',
    // Else a list is as wide as its longest name; it grows into its field by itself.
    '& select': { width: 0 },
  },
});

/** The whole side panel; without a desk, which comes after the first script, it says that it starts. */
export function MeetingPanel(props: MeetingSurfaceProps) {
  const { panel } = useStyles();
  return <MeetingSurface {...props} className={panel} screen={(view) => <Meeting view={view} />} />;
}
