import { FluentProvider, makeStyles, Spinner } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import type { Planning } from '../../app/planning/planning';
import type { PlanView } from '../../app/planning/planView';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { PlanLocale } from '../../locale/planLocale';
import { LocaleContext } from '../shared/localeContext';
import { THEMES } from '../shared/themes';
import { useFocusKept } from '../shared/useFocusKept';
import { useReadable } from '../shared/useReadable';
import { NotLoaded, UnlessNotLoaded } from './NotLoaded';
import { PaneContext, usePane } from './paneContext';
import { NoForm, SignIn, Starting } from './Small';
import { Slots } from './Slots';

const Areas = lazy(async () => ({ default: (await import('./areas/Areas')).Areas }));
const Sessions = lazy(async () => ({ default: (await import('./Sessions')).Sessions }));
const AgendaEditor = lazy(async () => ({ default: (await import('./AgendaEditor')).AgendaEditor }));
const SeriesSettings = lazy(async () => ({ default: (await import('./SeriesSettings')).SeriesSettings }));
const Done = lazy(async () => ({ default: (await import('./Done')).Done }));

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    minWidth: 0,
    maxWidth: '480px',
    overflowWrap: 'anywhere',
    // Else a list is as wide as its longest name; it grows into its field by itself.
    '& select': { width: 0 },
  },
});

/** The whole compose pane; without a planning, which comes after the first script, it says that it starts. */
export function Pane(props: {
  readonly planning: Planning | 'notLoaded' | undefined;
  readonly locale: PlanLocale;
  readonly theme: Readable<HostTheme>;
}) {
  const { planning, locale } = props;
  const theme = useReadable(props.theme);
  return (
    <FluentProvider theme={THEMES[theme]}>
      {planning === undefined ? (
        <Starting locale={locale} />
      ) : planning === 'notLoaded' ? (
        <NotLoaded locale={locale} />
      ) : (
        <Planned planning={planning} locale={locale} />
      )}
    </FluentProvider>
  );
}

/** Esc stops loading, or closes the screen that was opened from the slots. */
function Planned({ planning, locale }: { readonly planning: Planning; readonly locale: PlanLocale }) {
  const styles = useStyles();
  const view = useReadable(planning.view);
  const context = useMemo(() => ({ planning, locale }), [planning, locale]);
  const opener = useFocusBack(view.screen);
  const onFocus = useFocusKept();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (view.screen === 'slots' && isLoading(view)) planning.cancel();
    else if (canGoBack(view)) planning.back();
  };
  return (
    <div
      className={styles.pane}
      lang={locale.tag}
      onKeyDown={onKeyDown}
      onClickCapture={opener}
      onFocus={onFocus}
    >
      <LocaleContext.Provider value={locale}>
        <PaneContext.Provider value={context}>
          <UnlessNotLoaded locale={locale}>
            <Suspense fallback={<Spinner label={locale.words.starting} />}>
              <ScreenOf key={view.screen} view={view} />
            </Suspense>
          </UnlessNotLoaded>
        </PaneContext.Provider>
      </LocaleContext.Provider>
    </div>
  );
}

function ScreenOf({ view }: { readonly view: PlanView }) {
  const { locale } = usePane();
  switch (view.screen) {
    case 'starting':
      return <Starting locale={locale} />;
    case 'noForm':
      return <NoForm />;
    case 'signIn':
      return <SignIn view={view} />;
    case 'areas':
      return <Areas view={view} />;
    case 'slots':
      return <Slots view={view} />;
    case 'sessions':
      return <Sessions view={view} />;
    case 'agenda':
      return <AgendaEditor view={view} />;
    case 'series':
      return <SeriesSettings view={view} />;
    case 'done':
      return <Done view={view} />;
  }
}

/** After a screen that a button opened, the focus goes back to the button of that name. */
function useFocusBack(screen: PlanView['screen']) {
  const name = useRef<string | undefined>(undefined);
  const before = useRef(screen);
  useLayoutEffect(() => {
    if (before.current !== screen && screen === 'slots' && name.current !== undefined)
      document.querySelector<HTMLElement>(`[data-opens="${name.current}"]`)?.focus();
    before.current = screen;
  }, [screen]);
  return (event: { readonly target: EventTarget }) => {
    const button = event.target instanceof Element ? event.target.closest('[data-opens]') : null;
    if (button) name.current = button.getAttribute('data-opens') ?? undefined;
  };
}

const isLoading = (view: PlanView) =>
  view.screen === 'slots' && (view.calendars.state === 'loading' || view.calendars.state === 'searching');

const canGoBack = (view: PlanView) =>
  (view.screen === 'areas' && !view.first) || ['sessions', 'agenda', 'series', 'done'].includes(view.screen);
