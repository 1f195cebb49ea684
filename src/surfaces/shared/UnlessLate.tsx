import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { MeetingLocale } from '../../locale/meetingLocale';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px', padding: '20px' },
});

/** A script of a meeting's surface did not arrive: the network is gone, or the server has a newer one. */
export function MeetingNotLoaded({ locale }: { readonly locale: MeetingLocale }) {
  const { words, meeting } = locale;
  const styles = useStyles();
  return (
    <main className={styles.box} lang={locale.tag}>
      <Text as="h1" weight="semibold" size={400}>
        {meeting.notLoaded.title}
      </Text>
      <Text role="alert">{meeting.notLoaded.text}</Text>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {words.retry}
      </Button>
    </main>
  );
}

type Props = { readonly locale: MeetingLocale; readonly children: ReactNode };

/** Parts arrive when they are first shown; one that does not is said, where React alone would leave an empty panel. */
export class UnlessLate extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <MeetingNotLoaded locale={this.props.locale} /> : this.props.children;
  }
}
