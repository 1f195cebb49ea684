import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TabSettingsDesk } from '../../app/tabSettings/tabSettingsDesk';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { TabSettingsWords } from '../../locale/es/tabSettingsWords';
import { InTeams } from '../shared/InTeams';
import { ChannelSettings } from './ChannelSettings';

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  main: { display: 'grid', gap: '8px', maxWidth: '480px', padding: '20px' },
  text: { margin: 0 },
});

/** Where the page stands, and with it what there is to say or to choose. */
export type TabSettingsPlace =
  | { readonly kind: 'outside' }
  | { readonly kind: 'meeting' }
  /** The desk comes after the first script, or does not. */
  | { readonly kind: 'channel'; readonly desk: TabSettingsDesk | 'notLoaded' | undefined };

/** What will happen when the person saves; in a meeting nothing is left to choose. */
export function TabSettings(props: {
  readonly words: TabSettingsWords;
  readonly theme: Readable<HostTheme>;
  readonly place: TabSettingsPlace;
}) {
  const { words, theme, place } = props;
  const styles = useStyles();
  return (
    <InTeams theme={theme}>
      <div className={styles.page}>
        <main className={styles.main}>
          {place.kind === 'channel' ? (
            <ChannelSettings words={words.channel} language={words.language} desk={place.desk} />
          ) : (
            <>
              <Text as="h1" size={500} weight="semibold" className={styles.text}>
                {place.kind === 'meeting' ? words.title : words.tabName}
              </Text>
              <Text as="p" className={styles.text}>
                {place.kind === 'meeting' ? words.what : words.outside}
              </Text>
              {place.kind === 'meeting' && (
                <Text as="p" className={styles.text}>
                  {words.safe}
                </Text>
              )}
            </>
          )}
        </main>
      </div>
    </InTeams>
  );
}
