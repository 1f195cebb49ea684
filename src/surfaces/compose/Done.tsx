import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DoneView } from '../../app/planning/planView';
import { Screen } from './Around';
import { usePane } from './paneContext';
import { citiesNow, optionTime } from './slotTexts';

const useStyles = makeStyles({
  link: { textDecorationLine: 'underline', color: tokens.colorNeutralForeground1 },
});

/** What happened, what waits, and the way back. */
export function Done({ view }: { readonly view: DoneView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { moves } = view;
  const created = view.how === 'created';
  const lines = [
    created ? words.done.sent : words.done.send,
    ...(moves.applied > 0 ? [words.done.applied(moves.applied, moves.attendees)] : []),
    ...(moves.waiting > 0 ? [words.done.waiting(moves.waiting)] : []),
    ...(moves.failed > 0 ? [`⚠ ${words.done.failed(moves.failed)}`] : []),
  ];
  return (
    <Screen title={created ? words.done.created : words.done.inserted} view={view} canGoBack>
      <Text weight="semibold">
        {[optionTime(view.option, view.series, locale), ...citiesNow(view.option, locale)].join(' · ')}
      </Text>
      <Text>{words.series.summary(view.series.kind, view.series.minutes, view.series.times)}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {view.webLink !== undefined && /^https:/.test(view.webLink) && (
        <Link className={styles.link} href={view.webLink} target="_blank" rel="noreferrer">
          {words.done.open}
        </Link>
      )}
      {!view.teamsLink && (
        <div>
          <Text block>{`⚠ ${words.slots.noTeams}`}</Text>
          <Button disabledFocusable={view.working !== undefined} onClick={() => planning.createInTeams()}>
            {words.slots.createInTeams}
          </Button>
        </div>
      )}
      {view.canUndo && (
        <div>
          <Button disabledFocusable={view.working !== undefined} onClick={() => planning.undo()}>
            {words.slots.undo}
          </Button>
        </div>
      )}
    </Screen>
  );
}
