import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

const useStyles = makeStyles({
  box: { rowGap: '6px' },
  known: { minWidth: '24px', width: '24px', padding: 0 },
});

/** Told once on each device, and again when more is measured: that it is, what it is, and how to say no. */
export function BalanceNews(props: { readonly view: MeetingScreen; readonly show: () => void }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk } = useMeeting();
  const { news } = useBalanceWords();
  const { balance } = props.view;
  if (!balance?.news) return null;
  const beside = !balance.mayCount ? news.noArea : balance.as === 'declined' ? news.declined : '';
  return (
    <section aria-label={news.title} className={mergeClasses(shared.box, styles.box)}>
      <p className={shared.quiet}>{beside === '' ? news[balance.mode] : `${news[balance.mode]} ${beside}`}</p>
      <div className={shared.wrap}>
        <Button size="small" className={shared.small} onClick={props.show}>
          {news.what}
        </Button>
        {beside === '' && (
          <Button size="small" className={shared.small} onClick={() => desk.balance.takePart('declined')}>
            {news.decline}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={styles.known}
          icon={<Dismiss12Regular />}
          aria-label={news.known}
          title={news.known}
          onClick={() => desk.balance.known()}
        />
      </div>
    </section>
  );
}
