import { Button, Text, makeStyles } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { Locale } from '../../locale/createLocale';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px', padding: '10px 12px' },
});

/** A script of the pane did not arrive: the network is gone, or the server has a newer pane. Loading it anew helps. */
export function NotLoaded({ locale }: { readonly locale: Locale }) {
  const { words } = locale;
  const styles = useStyles();
  return (
    <main className={styles.box} lang={locale.tag}>
      <Text as="h1" weight="semibold" size={400}>
        {words.notLoaded.title}
      </Text>
      <Text role="alert">{words.notLoaded.text}</Text>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {words.retry}
      </Button>
    </main>
  );
}

type Props = { readonly locale: Locale; readonly children: ReactNode };

/** Screens arrive when they are first shown; one that does not is said, where React alone would leave an empty pane. */
export class UnlessNotLoaded extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <NotLoaded locale={this.props.locale} /> : this.props.children;
  }
}
