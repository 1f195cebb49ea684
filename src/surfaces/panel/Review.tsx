import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { BeforeView } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { Moved } from '../shared/Moving';
import { SinceThen } from '../shared/SinceThen';
import { ShortList } from './ShortList';
import { usePanelStyles } from './panelStyles';
import { movingWordsIn } from '../../locale/meeting/movingWordsIn';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
});

/** Beside what is left: what was done or deleted since, and whether the problems moved. */
export function Review({ before }: { readonly before: BeforeView }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const words = movingWordsIn(useMeeting().locale);
  const { done = [], gone = [], moving = [] } = before;
  return (
    <>
      {done.length + gone.length > 0 && (
        <details>
          <summary className={mergeClasses(shared.quiet, styles.summary)}>
            {words.since(done.length, gone.length)}
          </summary>
          <SinceThen before={before} />
        </details>
      )}
      {moving.length > 0 && (
        <ShortList title={words.title} all={moving} more={words.all}>
          {(problem) => <Moved problem={problem} />}
        </ShortList>
      )}
    </>
  );
}
