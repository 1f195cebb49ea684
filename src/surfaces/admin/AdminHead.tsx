import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/time/types';
import { adminReport } from '../../locale/admin/adminReport';
import { serverTexts, signInText } from '../../locale/admin/adminTexts';
import { machineZone } from '../../locale/machineZone';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';
import { CopyButton } from '../shared/CopyButton';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  title: {
    flexGrow: 1,
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  report: { whiteSpace: 'pre-wrap', maxHeight: '240px', overflowY: 'auto' },
});

/** Whose Cadencia this is, which one and where; when it was tested last, and how the server is. */
export function AdminHead({ view, desk, locale }: AdminProps) {
  const styles = useStyles();
  const shared = useAdminStyles();
  const [report, setReport] = useState<string>();
  const { admin: words, format } = locale;
  const { line } = words;
  const zone = machineZone();
  const now = useNow(desk, view);
  const version = view.server.kind === 'told' ? [view.server.state.version] : [];
  const tested = view.testing
    ? line.testing
    : view.testedAt === null
      ? line.never
      : line.tested(
          format.dayOf(view.testedAt, zone) === format.dayOf(now, zone)
            ? line.today(format.time(view.testedAt, zone))
            : format.dayAndTime(view.testedAt, zone),
        );
  return (
    <header>
      <div className={styles.head}>
        <h1 className={styles.title}>{[words.title(view.tenant), ...version, view.host].join(' · ')}</h1>
        {view.signedOut && (
          <Button appearance="primary" disabledFocusable={view.testing} onClick={() => desk.signIn()}>
            {words.signIn}
          </Button>
        )}
        <Button disabledFocusable={view.testing} onClick={() => desk.test()}>
          {words.test}
        </Button>
        <CopyButton
          words={words}
          text={() => adminReport(view, locale)}
          label={words.report}
          size="medium"
          refused={setReport}
        />
      </div>
      <p className={shared.quiet} role="status">
        {[tested, ...serverTexts(view, locale, zone)].join(' · ')}
      </p>
      {view.signedOut && <p className={shared.text}>{signInText(view, locale)}</p>}
      {report !== undefined && (
        <section aria-label={words.reportTitle}>
          <p className={shared.quiet} role="alert">
            {words.notCopied}
          </p>
          <pre className={`${shared.line} ${styles.report}`} tabIndex={0}>
            {report}
          </pre>
        </section>
      )}
    </header>
  );
}

const MINUTE_MS = 60_000;

/** The page stays open over midnight, when what was today no longer is. */
function useNow(desk: AdminProps['desk'], view: AdminProps['view']): Instant {
  const [kept, setKept] = useState(() => ({ view, now: desk.now() }));
  useEffect(() => {
    const timer = setInterval(() => setKept({ view, now: desk.now() }), MINUTE_MS);
    return () => clearInterval(timer);
  }, [desk, view]);
  // What has just been tested is not measured against the minute before.
  return kept.view === view ? kept.now : desk.now();
}
