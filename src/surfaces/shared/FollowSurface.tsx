import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FollowDesk } from '../../app/follow/followDesk';
import type { FollowScreen, FollowView } from '../../app/follow/followView';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { FollowLocale } from '../../locale/followLocale';
import { InTeams } from './InTeams';
import { LateWayIn } from './LateWayIn';
import { Starting } from './Quiet';
import { NotArrived, UnlessLate } from './UnlessLate';
import { useFocusKept } from './useFocusKept';
import { useReadable } from './useReadable';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '12px', padding: '20px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Opening = Exclude<FollowView, FollowScreen>;

/** What a surface of the follow-up needs before its own screen is there. */
type Desk<V> = Pick<FollowDesk, 'adminConsent' | 'signIn' | 'retry'> & {
  readonly view: Readable<Opening | V>;
};

export type FollowSurfaceProps<D> = {
  readonly desk: D | 'notLoaded' | undefined;
  readonly locale: FollowLocale;
  readonly theme: Readable<HostTheme>;
};

type Drawn<V> = {
  readonly className: string;
  /** The surface's own screen, once there is something to follow up. */
  readonly screen: (view: V) => ReactNode;
};

/** What the channel's tab and the personal one have in common: everything until their own screen, and what surrounds it. */
export function FollowSurface<V extends { readonly screen: string }>(
  props: FollowSurfaceProps<Desk<V>> & Drawn<V>,
) {
  const { desk, locale, theme, className, screen } = props;
  const onFocus = useFocusKept();
  return (
    <InTeams theme={theme}>
      <div className={className} lang={locale.tag} onFocus={onFocus}>
        {desk === undefined ? (
          <Starting locale={locale} />
        ) : desk === 'notLoaded' ? (
          <NotArrived locale={locale} said={locale.follow.notLoaded} />
        ) : (
          <UnlessLate locale={locale} said={locale.follow.notLoaded}>
            <ScreenOf desk={desk} locale={locale} screen={screen} />
          </UnlessLate>
        )}
      </div>
    </InTeams>
  );
}

function ScreenOf<V extends { readonly screen: string }>(props: {
  readonly desk: Desk<V>;
  readonly locale: FollowLocale;
  readonly screen: Drawn<V>['screen'];
}) {
  const { desk, locale, screen } = props;
  const view = useReadable(desk.view);
  return isOpening(view) ? <Before view={view} desk={desk} locale={locale} /> : screen(view);
}

const OPENING: readonly string[] = ['starting', 'signIn', 'failed', 'noSeries'] satisfies Opening['screen'][];
const isOpening = (view: { readonly screen: string }): view is Opening => OPENING.includes(view.screen);

function Before(props: {
  readonly view: Opening;
  readonly desk: Pick<Desk<never>, 'adminConsent' | 'signIn' | 'retry'>;
  readonly locale: FollowLocale;
}) {
  const { view, desk, locale } = props;
  const { words, follow, sentences } = locale;

  switch (view.screen) {
    case 'starting':
      return <Starting locale={locale} />;
    case 'signIn': {
      const consent = view.failure?.kind === 'consent';
      return (
        <Quiet
          locale={locale}
          title={consent ? words.signIn.consent : words.signIn.title}
          text={view.failure === null ? follow.signInText : sentences.why(view.failure)}
          {...(view.failure !== null && {
            help: <LateWayIn failure={view.failure} locale={locale} desk={desk} />,
          })}
          press={{ text: words.signIn.button, run: desk.signIn }}
        />
      );
    }
    case 'failed':
      return (
        <Quiet
          locale={locale}
          title={words.notStarted}
          text={`${follow.steps.start} ${sentences.why(view.failure)}`}
          press={{ text: words.retry, run: desk.retry }}
        />
      );
    case 'noSeries':
      return (
        <Quiet
          locale={locale}
          title={follow.noSeries.title}
          text={follow.noSeries.text}
          {...(view.unreadable.length > 0 && { more: follow.unreadable(view.unreadable) })}
          press={{ text: follow.noSeries.look, run: desk.retry }}
        />
      );
  }
}

function Quiet(props: {
  readonly locale: FollowLocale;
  readonly title: string;
  readonly text: string;
  readonly more?: string;
  readonly help?: ReactNode;
  readonly press: { readonly text: string; readonly run: () => void };
}) {
  const styles = useStyles();
  const { locale, title, text, more, press } = props;
  const { words } = locale;
  return (
    <main className={styles.box}>
      <Text size={200} className={styles.quiet}>{`${words.name} · ${words.subtitle}`}</Text>
      <h1 className={styles.title}>{title}</h1>
      <Text role="status">{text}</Text>
      {more !== undefined && <Text>{more}</Text>}
      {props.help}
      <Button appearance="primary" onClick={() => press.run()}>
        {press.text}
      </Button>
    </main>
  );
}
