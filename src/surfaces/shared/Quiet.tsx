import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingNotice } from '../../app/meeting/meetingView';
import type { Locale } from '../../locale/createLocale';
import { LateWayIn } from './LateWayIn';
import { useMeeting } from './meetingContext';
import { noticeText } from './noticeText';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '12px', padding: '20px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  bars: { display: 'grid', rowGap: '12px', width: '100%', marginTop: '4px' },
  bar: {
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  tall: { height: '44px' },
});

/** A screen of one sentence and what helps. */
export function Quiet(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useMeeting().locale;
  return (
    <main className={styles.box}>
      <Text size={200} className={styles.quiet}>{`${words.name} · ${words.subtitle}`}</Text>
      <h1 className={styles.title}>{props.title}</h1>
      <Text role="status">{props.text}</Text>
      {props.children}
    </main>
  );
}

/** Before anything is known, in the shape of what comes. */
export function Starting({ locale }: { readonly locale: Locale }) {
  const styles = useStyles();
  return (
    <main className={styles.box} lang={locale.tag} aria-busy="true">
      <h1 className={styles.title}>{locale.words.name}</h1>
      <Text className={styles.quiet}>{locale.words.starting}</Text>
      <div className={styles.bars} aria-hidden="true">
        <div className={`${styles.bar} ${styles.tall}`} />
        <div className={styles.bar} />
        <div className={styles.bar} />
        <div className={styles.bar} />
      </div>
    </main>
  );
}

/** Nobody is signed in, consent is missing, or the opening failed in another way: then signing in is not what helps. */
export function SignIn({ notice }: { readonly notice: MeetingNotice | null }) {
  const { desk, locale } = useMeeting();
  const { words, meeting } = locale;
  const kind = notice?.kind === 'failed' ? notice.failure.kind : 'signIn';
  const helps = kind === 'signIn' || kind === 'consent';
  return (
    <Quiet
      title={kind === 'signIn' ? words.signIn.title : helps ? words.signIn.consent : words.notStarted}
      text={notice ? noticeText(notice, locale) : meeting.signInText}
    >
      {notice?.kind === 'failed' && <LateWayIn failure={notice.failure} locale={locale} desk={desk} />}
      <Button appearance="primary" onClick={() => (helps ? desk.signIn() : desk.retry())}>
        {helps ? words.signIn.button : words.retry}
      </Button>
    </Quiet>
  );
}

/** Opened where there is no meeting. */
export function NoMeeting() {
  const { noMeeting } = useMeeting().locale.meeting;
  return <Quiet title={noMeeting.title} text={noMeeting.text} />;
}
