import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { TalkReadingView } from '../../app/balance/talkReadingView';
import { useAfterStyles } from './afterStyles';
import { TalkDrop } from './TalkDrop';
import { TalkNames } from './TalkNames';
import { TalkPicture } from './TalkPicture';
import type { TalkProps } from './talkProps';
import { TalkStuck } from './TalkStuck';
import { TalkSummary } from './TalkSummary';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '6px', minWidth: 0 },
  more: { width: '100%' },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, marginBottom: '4px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
});

type Props = TalkProps & {
  readonly view: TalkReadingView;
  /** It is what comes next on this screen. */
  readonly primary: boolean;
};

/** One session's balance: what is known of it, its picture, and the way from the estimate to the transcript. */
export function TalkReader(props: Props) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const { view, words, locale } = props;
  const { kept, state, own } = view;
  return (
    <div className={styles.box}>
      {kept === null ? (
        <p className={shared.text}>{words.nothing}</p>
      ) : (
        <TalkSummary {...props} talk={kept} own={own} />
      )}
      {kept?.picture !== undefined && <TalkPicture {...props} picture={kept.picture} />}
      <p role="status" className={shared.text}>
        {statusOf(props)}
      </p>
      {state.kind === 'reading' && (
        <ProgressBar
          aria-label={words.title}
          {...(state.of !== null && { value: state.done, max: state.of })}
        />
      )}
      <TalkStuck view={view} words={words} locale={locale} organiser={props.organiser} />
      {state.kind === 'names' && <TalkNames {...props} names={state.names} />}
      {kept?.source === 'measured' && (state.kind === 'offered' || state.kind === 'done') ? (
        <details className={styles.more}>
          <summary className={styles.summary}>{words.press.more}</summary>
          <Ways {...props} />
        </details>
      ) : (
        <Ways {...props} />
      )}
    </div>
  );
}

/** The ways to the transcript: by a press, or by a file. */
function Ways(props: Props) {
  const styles = useStyles();
  const { kind } = props.view.state;
  return (
    <div className={styles.box}>
      <Presses {...props} />
      {kind !== 'names' && kind !== 'keeping' && kind !== 'reading' && <TalkDrop {...props} />}
    </div>
  );
}

/** Where the reading stands; what went wrong is an alert of its own. */
function statusOf({ view, words, locale, zone }: Props): string {
  const { state } = view;
  switch (state.kind) {
    case 'offered':
      return words.explain;
    case 'reading':
      return words.reading(state.done, state.of);
    case 'waiting':
      return words.waiting(locale.format.time(state.again, zone));
    case 'keeping':
      return words.keeping;
    case 'done':
      return [words.done, ...(state.missed ?? []).map((what) => words.missed[what])].join(' ');
    case 'names':
    case 'none':
    case 'failed':
    case 'refused':
      return '';
  }
}

function Presses({ view, desk, words, primary }: Props) {
  const styles = useStyles();
  const { state, kept } = view;
  const read = (text: string, first: boolean) => (
    <Button size="small" appearance={first ? 'primary' : 'secondary'} onClick={() => desk.read()}>
      {text}
    </Button>
  );
  const cancel = (
    <Button size="small" onClick={() => desk.cancel()}>
      {words.press.cancel}
    </Button>
  );
  switch (state.kind) {
    case 'offered':
      return kept?.source === 'measured' ? read(words.press.again, false) : read(words.press.read, primary);
    case 'done':
      return read(words.press.again, false);
    case 'waiting':
      return (
        <div className={styles.row}>
          {read(words.press.now, false)}
          {cancel}
        </div>
      );
    case 'reading':
      return cancel;
    case 'failed':
    case 'refused':
    case 'none':
      return read(words.press.retry, false);
    case 'names':
    case 'keeping':
      return null;
  }
}
