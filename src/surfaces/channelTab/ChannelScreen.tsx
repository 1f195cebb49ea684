import { makeStyles, Text } from '@fluentui/react-components';
import { type ComponentType, lazy, Suspense } from 'react';
import type { FollowPart } from '../../app/follow/followView';
import { FollowNotice } from '../shared/FollowNotice';
import { ChannelHead } from './ChannelHead';
import { NextSession } from './next/NextSession';
import type { PartProps } from './partProps';
import { Progress } from './Progress';
import { Question } from './Question';
import { TasksPart } from './tasks/TasksPart';

const PARTS: Readonly<Record<FollowPart, ComponentType<PartProps>>> = {
  tasks: TasksPart,
  review: lazy(async () => ({ default: (await import('./review/ReviewPart')).ReviewPart })),
  decisions: lazy(async () => ({ default: (await import('./decisions/DecisionsPart')).DecisionsPart })),
  rhythm: lazy(async () => ({ default: (await import('./rhythm/RhythmPart')).RhythmPart })),
  settings: lazy(async () => ({ default: (await import('./settings/SettingsPart')).SettingsPart })),
};

/** Where the next session is in sight; the review is for a session that runs, and settings are for no date. */
const WITH_NEXT: readonly FollowPart[] = ['tasks', 'decisions', 'rhythm'];

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px 20px' },
});

/** The series of a channel: its parts, its next session, and beside the tasks how its rhythm goes. */
export function ChannelScreen(props: PartProps) {
  const styles = useStyles();
  const { view, desk, locale } = props;
  const { part } = view;
  const Part = PARTS[part];
  return (
    <main className={styles.screen}>
      <ChannelHead {...props} />
      <FollowNotice notice={view.notice} zone={view.zone} locale={locale} desk={desk} />
      {view.question && <Question {...props} question={view.question} />}
      {WITH_NEXT.includes(part) && <NextSession {...props} />}
      <Progress {...props} />
      <div role="tabpanel" id={`part-${part}`} aria-labelledby={`tab-${part}`} tabIndex={-1}>
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <Part key={`${view.series.id} ${part}`} {...props} />
        </Suspense>
      </div>
    </main>
  );
}
