import { makeStyles, tokens } from '@fluentui/react-components';
import { MeetingSurface, type MeetingSurfaceProps } from '../shared/MeetingSurface';
import { StageScreen } from './StageScreen';

const useStyles = makeStyles({
  stage: {
    minHeight: '100vh',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The meeting's stage, for people in a room; without a desk, which comes after the first script, it says that it starts. */
export function MeetingStage(props: MeetingSurfaceProps) {
  const { stage } = useStyles();
  return <MeetingSurface {...props} className={stage} screen={(view) => <StageScreen view={view} />} />;
}
