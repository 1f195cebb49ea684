import { makeStyles, tokens } from '@fluentui/react-components';
import type { Failure, Tier } from '../../app/ports/failure';
import { signInWordsIn } from '../../locale/signInWordsIn';
import { CopyLine } from './CopyLine';
import type { WayInProps } from './LateWayIn';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '4px', maxWidth: '100%' },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What helps where a session or a consent is missing: why, what to do, and the link for an administrator. */
export default function WayIn({ failure, locale, desk }: WayInProps) {
  const styles = useStyles();
  const words = signInWordsIn(locale.language);
  const why = whyOf(failure);
  if (why === undefined) return null;
  return (
    <div className={styles.box}>
      <p className={styles.text}>{words[why]}</p>
      {failure.kind === 'consent' && (
        <>
          <CopyLine text={desk.adminConsent(failure.tier)} label={words.copy} words={words} />
          {BESIDE.has(failure.tier) && <p className={styles.text}>{words.goOn}</p>}
        </>
      )}
    </div>
  );
}

/** Without these every surface does its work; without the others one of them stays shut. */
const BESIDE: ReadonlySet<Tier> = new Set(['directory', 'mail', 'transcripts']);

const whyOf = (failure: Failure) =>
  failure.kind === 'consent'
    ? (failure.why ?? 'consent')
    : failure.kind === 'signIn'
      ? failure.why
      : undefined;
