import { makeStyles, tokens } from '@fluentui/react-components';
import type { TalkReadingView } from '../../app/balance/talkReadingView';
import type { Failure } from '../../app/ports/failure';
import { useAfterStyles } from './afterStyles';
import { CopyLine } from './CopyLine';
import type { TalkProps } from './talkProps';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What it is called, what helps, and a line to hand on. */
type Help = { readonly title: string; readonly text: string; readonly line?: string };

type Props = Pick<TalkProps, 'words' | 'locale' | 'organiser'> & { readonly view: TalkReadingView };

/** Why the transcript could not be read or measured, by its name, and the way out. Nothing was changed. */
export function TalkStuck(props: Props) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const { view, words, locale } = props;
  const help = helpFor(props);
  if (help === null) return null;
  return (
    <div className={styles.box}>
      <div role="alert">
        <p className={styles.title}>{`⚠ ${help.title}`}</p>
        <p className={styles.text}>{help.text}</p>
      </div>
      {help.line !== undefined && (
        <CopyLine
          text={help.line}
          label={words.press.copy}
          words={words.press}
          name={words.press.copyOf(help.line)}
        />
      )}
      {view.kept?.source === 'estimate' && <p className={shared.text}>{words.stuck.kept}</p>}
      {view.state.kind === 'failed' && isOfService(view.state.failure) && (
        <p className={shared.text}>{words.drop.meanwhile}</p>
      )}
      {view.state.kind === 'failed' && view.state.failure.kind === 'throttled' && (
        <p className={shared.text}>{locale.sentences.why(view.state.failure)}</p>
      )}
    </div>
  );
}

function helpFor({ view, words, locale, organiser }: Props): Help | null {
  const { state, consentLink } = view;
  const { stuck } = words;
  if (state.kind === 'none') return words.none;
  if (state.kind === 'refused') return { title: stuck.refused, text: locale.sentences.refusals[state.code] };
  if (state.kind !== 'failed') return null;
  const { failure } = state;
  switch (failure.kind) {
    case 'consent':
      return { ...stuck.consent, ...(consentLink !== undefined && { line: consentLink }) };
    case 'notFound':
      return stuck.notFound;
    case 'refused':
      if (failure.code === 'transcriptsOff') return stuck.transcriptsOff;
      if (failure.code === 'attributionOff') return stuck.attributionOff;
      if (failure.code === 'metered') return stuck.metered;
      if (failure.code === 'notOrganiser')
        return { title: stuck.notOrganiser.title, text: stuck.notOrganiser.text(organiser) };
      break;
    default:
  }
  return { title: stuck.other(failure.kind), text: locale.sentences.why(failure) };
}

/** Graph does not give it: a file helps all the same. */
const isOfService = ({ kind }: Failure): boolean => kind !== 'conflict' && kind !== 'cancelled';
