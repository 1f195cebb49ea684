import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { TabSettingsWords } from '../../locale/es/tabSettingsWords';
import { InTeams } from '../shared/InTeams';

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  main: { display: 'grid', gap: '8px', maxWidth: '480px', padding: '20px' },
  text: { margin: 0 },
});

/** What will happen when the person saves; nothing is left to choose. */
export function TabSettings(props: {
  readonly words: TabSettingsWords;
  readonly theme: Readable<HostTheme>;
  /** Whether Teams' dialog is around the page. */
  readonly inTeams: boolean;
}) {
  const { words, theme, inTeams } = props;
  const styles = useStyles();
  return (
    <InTeams theme={theme}>
      <div className={styles.page}>
        <main className={styles.main}>
          <Text as="h1" size={500} weight="semibold" className={styles.text}>
            {inTeams ? words.title : words.tabName}
          </Text>
          <Text as="p" className={styles.text}>
            {inTeams ? words.what : words.outside}
          </Text>
          {inTeams && (
            <Text as="p" className={styles.text}>
              {words.safe}
            </Text>
          )}
        </main>
      </div>
    </InTeams>
  );
}
