import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { Timer } from '../panel/Timer';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: '8px 40px',
    alignItems: 'center',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
});

/** While the meeting runs: its item and its time, and where it is run. */
export function UnderWay({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { desk, locale, tab } = useTab();
  const { meeting } = locale;
  const { running } = view;
  const id = useId();
  const item = running?.current;
  const title =
    item && running.at !== null ? meeting.item(running.at, running.of, item.title) : meeting.closing.title;
  return (
    <section className={styles.box} aria-labelledby={id}>
      <div>
        <h2 id={id} className={shared.heading}>{`${tab.now.title} · ${title}`}</h2>
        <p className={shared.quiet}>{tab.now.text}</p>
        {view.can?.openInWindow !== false && (
          <Button size="small" className={shared.small} onClick={() => desk.openInWindow()}>
            {tab.now.open}
          </Button>
        )}
      </div>
      <Timer view={view} />
    </section>
  );
}
