import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CallMade, TierRow } from '../../app/admin/adminDesk';
import { ADMIN_CALLS, ADMIN_LINES } from '../../locale/admin/adminCalls';
import { codeText, stateText } from '../../locale/admin/adminTexts';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';
import { CommandLine } from './CommandLine';
import { Sheet } from './Sheet';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { padding: '2px 8px 2px 0', textAlign: 'start', verticalAlign: 'top' },
    '& th': { fontWeight: tokens.fontWeightSemibold },
    '& code': { overflowWrap: 'anywhere' },
  },
});

type Props = AdminProps & { readonly row: TierRow };

/** One tier in full: what stops without it, what was tried and how it went, and each step that helps. */
export function TierSheet(props: Props & { readonly left: () => void }) {
  const { row, locale, left } = props;
  const shared = useAdminStyles();
  const { admin: words } = locale;
  const { name, without } = words.tiers[row.tier];
  return (
    <Sheet title={name} left={left} close={words.close}>
      <p className={shared.text}>{stateText(row, locale)}</p>
      <p className={shared.text}>{words.sheet.without(without)}</p>
      <Steps {...props} />
      <h3 className={shared.heading}>{words.sheet.calls}</h3>
      {row.calls.length === 0 ? (
        <p className={shared.quiet}>
          {row.state.kind === 'granted' ? words.sheet.untried : words.sheet.noCalls}
        </p>
      ) : (
        <>
          <Calls {...props} />
          <p className={shared.quiet}>{words.sheet.untried}</p>
        </>
      )}
      <h3 className={shared.heading}>{words.sheet.scopes}</h3>
      <p className={shared.quiet}>{row.scopes.join(', ')}</p>
    </Sheet>
  );
}

function Calls({ row, locale }: Props) {
  const styles = useStyles();
  const { sheet, proves } = locale.admin;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[sheet.call, sheet.proves, sheet.result].map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.calls.map((call) => (
          <tr key={call.probe}>
            <td>
              <code>{ADMIN_CALLS[call.probe]}</code>
            </td>
            <td>{proves[call.probe]}</td>
            <td>{`${resultText(call, locale)} · ${sheet.took(call.milliseconds)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function resultText({ outcome }: CallMade, { admin, sentences }: AdminProps['locale']): string {
  const { sheet, problems } = admin;
  if (outcome === 'works') return sheet.works;
  if (outcome === 'nothing') return sheet.nothing;
  return codeText(outcome, problems) ?? `✗ ${sentences.why(outcome)}`;
}

/** What an administrator does about it, in the order in which it helps. */
function Steps(props: Props) {
  const { row, locale } = props;
  const shared = useAdminStyles();
  const { admin: words } = locale;
  const { sheet } = words;
  const failed = (probe: CallMade['probe'], ...kinds: readonly string[]) => {
    const outcome = row.calls.find((call) => call.probe === probe)?.outcome;
    if (typeof outcome !== 'object') return false;
    const said = outcome.kind === 'refused' ? outcome.code : outcome.kind;
    return kinds.length === 0 || kinds.includes(said);
  };
  const copy = (line: string) => <CommandLine words={words} line={line} label={words.copyCommand} />;
  return (
    <>
      {row.state.kind === 'notGranted' && (
        <>
          <p className={shared.text}>{sheet.consent}</p>
          <CommandLine words={words} line={row.consentLink} label={words.copyLink} />
          <Button as="a" size="small" href={row.consentLink} target="_blank" rel="noreferrer">
            {words.openLink}
          </Button>
        </>
      )}
      {row.siteCommand !== undefined && (
        <>
          <p className={shared.text}>{sheet.site}</p>
          {copy(row.siteCommand)}
          <p className={shared.quiet}>{sheet.siteOwn}</p>
        </>
      )}
      {failed('panel', 'notFound') && (
        <>
          <p className={shared.text}>{sheet.catalogue}</p>
          <CommandLine words={words} line={ADMIN_LINES.catalogue} label={words.copyLine} />
        </>
      )}
      {failed('rooms') && <p className={shared.text}>{sheet.rooms}</p>}
      {row.tier === 'transcripts' && (
        <>
          {failed('transcripts', 'transcriptsOff') && (
            <>
              <p className={shared.text}>{sheet.access}</p>
              {copy(ADMIN_LINES.access)}
            </>
          )}
          {(failed('transcripts', 'transcriptsOff') || failed('speakers', 'attributionOff')) && (
            <>
              <p className={shared.text}>{sheet.names}</p>
              {copy(ADMIN_LINES.names)}
            </>
          )}
          <p className={shared.quiet}>{sheet.transcriptFile}</p>
        </>
      )}
    </>
  );
}
