import { Button } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { BringView } from '../../app/reading/bringing';
import type { ItemView } from '../../app/reading/readingView';
import { denialWordsIn } from '../../locale/denialWordsIn';
import type { ReadWords } from '../../locale/es/readWords';
import { BringProblem } from '../meetingTab/BringProblem';
import { Proposals } from '../meetingTab/Proposals';
import { Notice } from '../panel/Notice';
import { Question } from '../panel/Question';
import { LateWayIn } from '../shared/LateWayIn';
import { useMeeting } from '../shared/meetingContext';
import { noticeText } from '../shared/noticeText';
import { useReadStyles } from './readStyles';

type Props = {
  readonly bring: BringView;
  readonly item: ItemView;
  readonly words: ReadWords['bring'];
};

/** A problem for the session at hand, as in the meeting's tab; else why not here, and where. */
export function Bring({ bring, item, words }: Props) {
  const { desk, locale } = useMeeting();
  const { meeting } = locale;
  switch (bring.state) {
    case 'open':
      return <Open meeting={bring.meeting} item={item} words={words} />;
    case 'opening':
      return <Closed words={words} said={words.opening} />;
    case 'notNear':
      return <Closed words={words} said={words.notNear} />;
    case 'over':
      return <Closed words={words} said={bring.ended ? words.ended : words.underWay} />;
    case 'signIn': {
      const kind = bring.notice?.kind === 'failed' ? bring.notice.failure.kind : 'signIn';
      const helps = kind === 'signIn' || kind === 'consent';
      const why = bring.notice === null ? meeting.signInText : noticeText(bring.notice, locale);
      return (
        <Closed words={words} said={words.missing(why)}>
          {bring.notice?.kind === 'failed' && (
            <LateWayIn failure={bring.notice.failure} locale={locale} desk={desk} />
          )}
          <Press helps={helps} />
        </Closed>
      );
    }
    case 'outside': {
      const { title, text } = denialWordsIn(locale)[bring.why];
      const helps = bring.why === 'signIn' || bring.why === 'consent';
      return (
        <Closed words={words} said={`${title}. ${text}`}>
          {bring.why === 'consent' && (
            <LateWayIn failure={{ kind: bring.why, tier: 'live' }} locale={locale} desk={desk} />
          )}
          {bring.why !== 'newerRoom' && bring.why !== 'notItsTime' && <Press helps={helps} />}
        </Closed>
      );
    }
  }
}

/** Signs in where that helps, else tries again. */
function Press({ helps }: { readonly helps: boolean }) {
  const styles = useReadStyles();
  const { desk, locale } = useMeeting();
  return (
    <Button size="small" className={styles.small} onClick={() => (helps ? desk.signIn() : desk.retry())}>
      {helps ? locale.words.signIn.button : locale.words.retry}
    </Button>
  );
}

function Closed(props: {
  readonly words: Props['words'];
  readonly said: string;
  readonly children?: ReactNode;
}) {
  const styles = useReadStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {props.words.heading}
      </h2>
      <p role="status" className={styles.quiet}>
        {props.said}
      </p>
      {props.children}
    </section>
  );
}

function Open(props: {
  readonly meeting: MeetingScreen;
  readonly item: ItemView;
  readonly words: Props['words'];
}) {
  const styles = useReadStyles();
  const { locale } = useMeeting();
  const { meeting, item, words } = props;
  const { foot } = locale.meeting;
  // The session at hand may be another one of the series than the one that is read.
  const another = meeting.start !== item.start || meeting.title !== item.title;
  const apart = meeting.connection === 'offline' || meeting.connection === 'alone';
  return (
    <div className={styles.section}>
      <Notice notice={meeting.notice} />
      {meeting.question && <Question key={meeting.question.kind} question={meeting.question} />}
      <BringProblem view={meeting} />
      {another && (
        <p className={styles.quiet}>
          {words.goesTo(`${meeting.title} · ${locale.format.dayAndTime(meeting.start, item.zone)}`)}
        </p>
      )}
      <div className={styles.stacked}>
        <Proposals view={meeting} />
      </div>
      {apart && <p className={styles.quiet}>{meeting.connection === 'alone' ? foot.alone : foot.offline}</p>}
    </div>
  );
}
