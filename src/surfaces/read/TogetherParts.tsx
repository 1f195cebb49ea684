import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { bringOf, needsAccount, tasksOf } from '../../app/reading/bringing';
import type { ItemView, Reading, Together } from '../../app/reading/readingView';
import { createMeetingLocale } from '../../locale/meetingLocale';
import { createPersonalLocale } from '../../locale/personalLocale';
import type { ReadLocale } from '../../locale/readLocale';
import { LateWayIn } from '../shared/LateWayIn';
import { MeetingContext } from '../shared/meetingContext';
import { useReadable } from '../shared/useReadable';
import { Bring } from './Bring';
import { MyOpenTasks } from './MyOpenTasks';
import { useReadStyles } from './readStyles';

/** What needs an account: my open tasks of the series, and a problem to bring. Without one, one press serves both. */
export function TogetherParts(props: {
  readonly view: ItemView;
  readonly together: Together;
  readonly reading: Reading;
  readonly locale: ReadLocale;
}) {
  const styles = useReadStyles();
  const { view, together, reading, locale } = props;
  const { meeting, mine } = together;
  const bring = bringOf(useReadable(meeting.view));
  const tasks = tasksOf(useReadable(mine.view));
  const context = useMemo(() => ({ desk: meeting, locale: createMeetingLocale(locale) }), [meeting, locale]);
  const personal = useMemo(() => createPersonalLocale(locale), [locale]);
  if (needsAccount(bring, tasks))
    return (
      <section className={styles.section}>
        <p role="status" className={styles.text}>
          {locale.read.account.text}
        </p>
        {bring.state === 'signIn' && bring.notice?.kind === 'failed' && (
          <LateWayIn failure={bring.notice.failure} locale={locale} desk={meeting} />
        )}
        <div>
          <Button appearance="primary" onClick={() => reading.signIn()}>
            {locale.words.signIn.button}
          </Button>
        </div>
      </section>
    );
  return (
    <MeetingContext.Provider value={context}>
      <MyOpenTasks tasks={tasks} desk={mine} locale={personal} words={locale.read.tasks} />
      <Bring bring={bring} item={view} words={locale.read.bring} />
    </MeetingContext.Provider>
  );
}
