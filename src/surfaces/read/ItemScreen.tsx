import { Button, Link } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { ItemView, Reading } from '../../app/reading/readingView';
import type { ReadLocale } from '../../locale/readLocale';
import { AgendaOf } from './AgendaOf';
import { ItemHead, ItemHeadTogether } from './ItemHead';
import { useReadStyles } from './readStyles';

const TogetherParts = lazy(async () => ({ default: (await import('./TogetherParts')).TogetherParts }));

/** The meeting as its invitation tells it; below it, what needs an account. */
export function ItemScreen(props: {
  readonly view: ItemView;
  readonly reading: Reading;
  readonly locale: ReadLocale;
}) {
  const { view, reading, locale } = props;
  const styles = useReadStyles();
  const { read, words } = locale;
  const { together, teams } = view;
  const known = together === null || typeof together === 'string' ? undefined : together;
  return (
    <main className={styles.screen}>
      <header className={styles.section}>
        {known === undefined ? (
          <ItemHead view={view} locale={locale} cities={[]} />
        ) : (
          <ItemHeadTogether view={view} locale={locale} meeting={known.meeting} />
        )}
        {view.link !== null && (
          <Link className={styles.link} href={view.link} target="_blank" rel="noreferrer">
            {read.chat}
          </Link>
        )}
        {teams === 'none' && <p className={styles.warning}>{`⚠ ${read.noTeams}`}</p>}
        {teams === 'address' && <p className={styles.quiet}>{read.noChat}</p>}
      </header>
      <AgendaOf view={view} locale={locale} />
      {together === 'loading' && (
        <p role="status" className={styles.quiet}>
          {words.starting}
        </p>
      )}
      {together === 'notLoaded' && (
        <section className={styles.section}>
          <p role="status" className={styles.quiet}>
            {read.account.notArrived}
          </p>
          <Button size="small" className={styles.small} onClick={() => reading.retry()}>
            {words.retry}
          </Button>
        </section>
      )}
      {known !== undefined && (
        <Suspense fallback={<p className={styles.quiet}>{words.starting}</p>}>
          <TogetherParts view={view} together={known} reading={reading} locale={locale} />
        </Suspense>
      )}
    </main>
  );
}
