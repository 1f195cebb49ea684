import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { Locale } from '../../locale/createLocale';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px', padding: '20px' },
});

type Late = {
  readonly locale: Locale;
  readonly said: { readonly title: string; readonly text: string };
};

/** A script of a surface did not arrive: the network is gone, or the server has a newer one. */
export function NotArrived({ locale, said }: Late) {
  const styles = useStyles();
  return (
    <main className={styles.box} lang={locale.tag}>
      <Text as="h1" weight="semibold" size={400}>
        {said.title}
      </Text>
      <Text role="alert">{said.text}</Text>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {locale.words.retry}
      </Button>
    </main>
  );
}

type Props = Late & { readonly children: ReactNode };

/** Parts arrive when they are first shown; one that does not is said, where React alone would leave an empty panel. */
export class UnlessLate extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { locale, said, children } = this.props;
    return this.state.failed ? <NotArrived locale={locale} said={said} /> : children;
  }
}
