import { Button, FluentProvider, makeStyles, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { Reading } from '../../app/reading/readingView';
import type { ReadLocale } from '../../locale/readLocale';
import { Starting } from '../shared/Quiet';
import { THEMES } from '../shared/themes';
import { NotArrived, UnlessLate } from '../shared/UnlessLate';
import { useFocusKept } from '../shared/useFocusKept';
import { useReadable } from '../shared/useReadable';
import { ItemScreen } from './ItemScreen';
import { useReadStyles } from './readStyles';

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    minWidth: 0,
    maxWidth: '480px',
    overflowWrap: 'anywhere',
    '& select': { minWidth: 0 },
  },
  // What the browser itself draws follows the host's theme, not the machine's.
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
});

/** The pane beside a meeting that is only read; without a reading, which comes after the first script, it says that it starts. */
export function ReadPane(props: {
  readonly reading: Reading | 'notLoaded' | undefined;
  readonly locale: ReadLocale;
  readonly theme: Readable<HostTheme>;
}) {
  const styles = useStyles();
  const { reading, locale } = props;
  const theme = useReadable(props.theme);
  const onFocus = useFocusKept();
  return (
    <FluentProvider theme={THEMES[theme]} className={theme === 'light' ? styles.light : styles.dark}>
      <div className={styles.pane} lang={locale.tag} onFocus={onFocus}>
        {reading === undefined ? (
          <Starting locale={locale} />
        ) : reading === 'notLoaded' ? (
          <NotArrived locale={locale} said={locale.words.notLoaded} />
        ) : (
          <UnlessLate locale={locale} said={locale.words.notLoaded}>
            <ScreenOf reading={reading} locale={locale} />
          </UnlessLate>
        )}
      </div>
    </FluentProvider>
  );
}

function ScreenOf({ reading, locale }: { readonly reading: Reading; readonly locale: ReadLocale }) {
  const view = useReadable(reading.view);
  const { words, read, sentences } = locale;
  switch (view.screen) {
    case 'starting':
      return <Starting locale={locale} />;
    case 'noItem':
      return <Said title={read.noItem.title} text={read.noItem.text} locale={locale} />;
    case 'failed':
      return (
        <Said title={words.notStarted} text={`${read.failed} ${sentences.why(view.failure)}`} locale={locale}>
          <Button appearance="primary" onClick={() => reading.retry()}>
            {words.retry}
          </Button>
        </Said>
      );
    case 'item':
      return <ItemScreen view={view} reading={reading} locale={locale} />;
  }
}

function Said(props: {
  readonly title: string;
  readonly text: string;
  readonly locale: ReadLocale;
  readonly children?: ReactNode;
}) {
  const styles = useReadStyles();
  const { words } = props.locale;
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{props.title}</h1>
      <Text>{`${words.name} · ${words.subtitle}`}</Text>
      <Text role="status">{props.text}</Text>
      {props.children !== undefined && <div>{props.children}</div>}
    </main>
  );
}
