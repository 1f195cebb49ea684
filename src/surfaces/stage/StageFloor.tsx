import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useTab } from '../meetingTab/useTab';
import { areaName, personOf, shortName } from '../shared/meetingNames';
import { useStageStyles } from './stageStyles';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: '3vw',
    '@media (max-aspect-ratio: 1/1)': { flexDirection: 'column' },
    paddingTop: '1.2vh',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flexShrink: 0, maxWidth: '68%', '@media (max-aspect-ratio: 1/1)': { maxWidth: '100%' } },
  queue: { minWidth: 0, textAlign: 'end' },
});

/** Who has the floor, and who comes next. */
export function StageFloor({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useStageStyles();
  const { locale } = useTab();
  const { floor: words } = locale.meeting;
  const { floor } = view;
  const speaker = personOf(view, floor.speaker);
  const who =
    speaker === undefined
      ? words.nobody
      : `${words.title}: ${words.speaker(speaker.short, areaName(view, speaker.area, locale))}`;
  const names = (ids: readonly string[]) => ids.map((id) => shortName(view, id));
  const next =
    floor.round !== null
      ? words.round(names(floor.round.left))
      : floor.queue.length > 0
        ? words.asking(names(floor.queue))
        : '';
  return (
    <footer className={styles.foot}>
      <p className={mergeClasses(shared.big, shared.cut, shared.one, styles.who)}>{who}</p>
      <p className={mergeClasses(shared.text, shared.quiet, shared.cut, styles.queue)}>{next}</p>
    </footer>
  );
}
