import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { BeforeView } from '../../app/meeting/meetingView';
import { StepPicture } from './StepPicture';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
  },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(116px, 1fr))',
    gap: '8px 16px',
    margin: '4px 0',
    padding: 0,
    listStyleType: 'none',
  },
  step: { display: 'flex', flexDirection: 'column', rowGap: '4px', fontSize: tokens.fontSizeBase200 },
});

/** The meeting has no panel yet: one press adds it, or three pictured steps. */
export function PanelMissing(props: {
  readonly before: BeforeView;
  /** Another button may be what the screen is about. */
  readonly primary: boolean;
}) {
  const { before, primary } = props;
  const styles = useStyles();
  const shared = useTabStyles();
  const { desk, tab } = useTab();
  const { missing, add, byHand, steps } = tab.panel;
  return (
    <div className={shared.warning}>
      <div className={styles.row}>
        <p className={shared.text}>{`⚠ ${before.mayAddPanel ? missing : `${missing} ${byHand}`}`}</p>
        {before.mayAddPanel && (
          <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => desk.before.addPanel()}>
            {add}
          </Button>
        )}
      </div>
      {!before.mayAddPanel && (
        <ol className={styles.steps}>
          {steps.map((step, nth) => (
            <li key={step} className={styles.step}>
              <StepPicture step={nth} />
              <span>{`${nth + 1}. ${step}`}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
