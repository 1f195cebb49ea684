import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AdminDesk } from '../../app/admin/adminDesk';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { AdminLocale } from '../../locale/admin/adminLocale';
import { InTeams } from '../shared/InTeams';
import { useReadable } from '../shared/useReadable';
import { AdminScreen } from './AdminScreen';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  quiet: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '12px', padding: '20px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** The page of whoever administers the tenant, from its first script on. */
export function AdminPage(props: {
  readonly desk: AdminDesk | 'notLoaded' | undefined;
  readonly locale: AdminLocale;
  readonly theme: Readable<HostTheme>;
}) {
  const { desk, locale, theme } = props;
  const styles = useStyles();
  const { admin: words } = locale;
  return (
    <InTeams theme={theme}>
      <div className={styles.page} lang={locale.tag}>
        {desk === undefined || desk === 'notLoaded' ? (
          <main className={styles.quiet}>
            <h1 className={styles.title}>{words.title(undefined)}</h1>
            <Text role="status">{desk === undefined ? words.loading : words.notLoaded}</Text>
            {desk === 'notLoaded' && (
              <Button appearance="primary" onClick={() => window.location.reload()}>
                {locale.words.retry}
              </Button>
            )}
          </main>
        ) : (
          <AtDesk desk={desk} locale={locale} />
        )}
      </div>
    </InTeams>
  );
}

function AtDesk({ desk, locale }: { readonly desk: AdminDesk; readonly locale: AdminLocale }) {
  const view = useReadable(desk.view);
  return <AdminScreen view={view} desk={desk} locale={locale} />;
}
