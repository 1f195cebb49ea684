import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { InTeams } from './InTeams';
import { MeetingContext } from './meetingContext';
import { NoMeeting, SignIn, Starting } from './Quiet';
import { NotArrived, UnlessLate } from './UnlessLate';
import { useFocusKept } from './useFocusKept';
import { useReadable } from './useReadable';

const Outside = lazy(async () => ({ default: (await import('./Outside')).Outside }));

/** What a surface of a meeting is drawn from; the desk comes after the first script, or does not. */
export type MeetingSurfaceProps = {
  readonly desk: MeetingDesk | 'notLoaded' | undefined;
  readonly locale: MeetingLocale;
  readonly theme: Readable<HostTheme>;
};

type Drawn = {
  readonly className: string;
  /** The surface's own screen, once this person is in a meeting. */
  readonly screen: (view: MeetingScreen) => ReactNode;
};

/** What panel, tab and stage have in common: everything until the meeting is there, and what surrounds it then. */
export function MeetingSurface({ desk, locale, theme, ...drawn }: MeetingSurfaceProps & Drawn) {
  return (
    <InTeams theme={theme}>
      {desk === undefined ? (
        <Starting locale={locale} />
      ) : desk === 'notLoaded' ? (
        <NotArrived locale={locale} said={locale.meeting.notLoaded} />
      ) : (
        <AtDesk desk={desk} locale={locale} {...drawn} />
      )}
    </InTeams>
  );
}

function AtDesk(props: Drawn & { readonly desk: MeetingDesk; readonly locale: MeetingLocale }) {
  const { desk, locale, className, screen } = props;
  const context = useMemo(() => ({ desk, locale }), [desk, locale]);
  const onFocus = useFocusKept();
  return (
    <div className={className} lang={locale.tag} onFocus={onFocus}>
      <MeetingContext.Provider value={context}>
        <UnlessLate locale={locale} said={locale.meeting.notLoaded}>
          <ScreenOf context={context} screen={screen} />
        </UnlessLate>
      </MeetingContext.Provider>
    </div>
  );
}

function ScreenOf(props: { readonly context: MeetingContext; readonly screen: Drawn['screen'] }) {
  const { context, screen } = props;
  const view = useReadable(context.desk.view);
  switch (view.screen) {
    case 'starting':
      return <Starting locale={context.locale} />;
    case 'signIn':
      return <SignIn notice={view.notice} />;
    case 'noMeeting':
      return <NoMeeting />;
    case 'outside':
      return (
        <Suspense fallback={<Starting locale={context.locale} />}>
          <Outside why={view.why} />
        </Suspense>
      );
    case 'meeting':
      return screen(view);
  }
}
