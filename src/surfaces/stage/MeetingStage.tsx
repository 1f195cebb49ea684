import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { NoMeeting, Outside, SignIn, Starting } from '../panel/Quiet';
import { InTeams } from '../shared/InTeams';
import { MeetingContext } from '../shared/meetingContext';
import { MeetingNotLoaded, UnlessLate } from '../shared/UnlessLate';
import { useReadable } from '../shared/useReadable';
import { StageScreen } from './StageScreen';

const useStyles = makeStyles({
  stage: {
    minHeight: '100vh',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The meeting's stage, for people in a room; without a desk, which comes after the first script, it says that it starts. */
export function MeetingStage(props: {
  readonly desk: MeetingDesk | 'notLoaded' | undefined;
  readonly locale: MeetingLocale;
  readonly theme: Readable<HostTheme>;
}) {
  const { desk, locale, theme } = props;
  return (
    <InTeams theme={theme}>
      {desk === undefined ? (
        <Starting locale={locale} />
      ) : desk === 'notLoaded' ? (
        <MeetingNotLoaded locale={locale} />
      ) : (
        <AtDesk desk={desk} locale={locale} />
      )}
    </InTeams>
  );
}

function AtDesk({ desk, locale }: { readonly desk: MeetingDesk; readonly locale: MeetingLocale }) {
  const styles = useStyles();
  const context = useMemo(() => ({ desk, locale }), [desk, locale]);
  return (
    <div className={styles.stage} lang={locale.tag}>
      <MeetingContext.Provider value={context}>
        <UnlessLate locale={locale}>
          <ScreenOf context={context} />
        </UnlessLate>
      </MeetingContext.Provider>
    </div>
  );
}

function ScreenOf({ context }: { readonly context: MeetingContext }) {
  const view = useReadable(context.desk.view);
  switch (view.screen) {
    case 'starting':
      return <Starting locale={context.locale} />;
    case 'signIn':
      return <SignIn notice={view.notice} />;
    case 'noMeeting':
      return <NoMeeting />;
    case 'outside':
      return <Outside why={view.why} />;
    case 'meeting':
      return <StageScreen view={view} />;
  }
}
