import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen, PersonView } from '../../app/meeting/meetingView';
import { useTab } from '../meetingTab/useTab';
import { balanceText } from '../shared/balanceText';
import { useBalanceWords } from '../shared/useBalanceWords';
import { areaName, personOf, shortName } from '../shared/meetingNames';
import { useStageStyles } from './stageStyles';

const useStyles = makeStyles({
  foot: { paddingTop: '1.2vh', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: '3vw',
    '@media (max-aspect-ratio: 1/1)': { flexDirection: 'column' },
  },
  who: { flexShrink: 0, maxWidth: '68%', '@media (max-aspect-ratio: 1/1)': { maxWidth: '100%' } },
  queue: { minWidth: 0, textAlign: 'end' },
});

/** Who has the floor, who comes next, and the balance of the areas; nothing of a person's share. */
export function StageFloor({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useStageStyles();
  const { locale } = useTab();
  const { floor: words } = locale.meeting;
  const said = useBalanceWords();
  const { floor } = view;
  const speaker = personOf(view, floor.speaker);
  const supposed = personOf(view, floor.supposed);
  const named = ({ short, area }: PersonView) => words.speaker(short, areaName(view, area, locale));
  const who =
    speaker !== undefined
      ? `${words.title}: ${named(speaker)}`
      : supposed !== undefined
        ? words.supposed(named(supposed))
        : words.nobody;
  // Everybody in the room reads it: not whether whoever opened it takes part.
  const balance =
    view.balance?.begun === true ? balanceText(view, { ...view.balance, as: 'counted' }, locale, said) : '';
  const names = (ids: readonly string[]) => ids.map((id) => shortName(view, id));
  const next =
    floor.round !== null
      ? words.round(names(floor.round.left))
      : floor.queue.length > 0
        ? words.asking(names(floor.queue))
        : '';
  return (
    <footer className={styles.foot}>
      <div className={styles.row}>
        <p className={mergeClasses(shared.big, shared.cut, shared.one, styles.who)}>{who}</p>
        <p className={mergeClasses(shared.text, shared.quiet, shared.cut, styles.queue)}>{next}</p>
      </div>
      {balance !== '' && (
        <p className={mergeClasses(shared.text, shared.quiet, shared.cut, shared.one)}>{balance}</p>
      )}
    </footer>
  );
}
