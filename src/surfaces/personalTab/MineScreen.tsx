import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PersonalDesk } from '../../app/follow/followDesk';
import type { PersonalView } from '../../app/follow/followView';
import { machineZone } from '../../locale/machineZone';
import type { PersonalLocale } from '../../locale/personalLocale';
import { FollowNotice } from '../shared/FollowNotice';
import { LateWayIn } from '../shared/LateWayIn';
import { MyAsks } from './MyAsks';
import { MyMeasuring } from './MyMeasuring';
import { MySessions } from './MySessions';
import { MyShare } from './MyShare';
import { MyTasks } from './MyTasks';

export type MineProps = {
  readonly view: Extract<PersonalView, { readonly screen: 'mine' }>;
  readonly desk: PersonalDesk;
  readonly locale: PersonalLocale;
};

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '16px 20px',
    maxWidth: '960px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One list over all series: what waits for my answer, my next sessions, my tasks. */
export function MineScreen(props: MineProps) {
  const styles = useStyles();
  const { view, desk, locale } = props;
  const words = locale.personal;
  const { progress, tasks, working } = view;
  const late = tasks.filter((task) => task.late).length;
  const reading =
    progress.state === 'reading'
      ? words.reading(progress.done, progress.of)
      : progress.state === 'failed'
        ? `⚠ ${words.incomplete} ${locale.sentences.why(progress.failure)}`
        : working !== null
          ? words.saving
          : undefined;
  return (
    <main className={styles.screen}>
      <header>
        <h1 className={styles.title}>{words.title}</h1>
        <Text className={styles.quiet}>
          {[words.counts(tasks.length, late), ...(reading === undefined ? [] : [reading])].join(' · ')}
        </Text>
      </header>
      <FollowNotice notice={view.notice} zone={machineZone()} locale={locale} desk={desk} />
      {progress.state === 'failed' && view.notice?.kind !== 'failed' && (
        <div>
          <LateWayIn failure={progress.failure} locale={locale} desk={desk} />
          <Button size="small" onClick={() => desk.retry()}>
            {locale.words.retry}
          </Button>
        </div>
      )}
      <MyAsks {...props} />
      <MyMeasuring {...props} />
      <MySessions {...props} />
      <MyTasks {...props} />
      <MyShare {...props} />
    </main>
  );
}
