import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AreasView } from '../../../app/planning/planView';
import { Screen } from '../Around';
import { usePane } from '../paneContext';
import { namesOf } from '../../shared/seriesNames';
import { StickyFoot } from '../StickyFoot';
import { AreaCard } from './AreaCard';
import { Sites } from './Sites';
import { Suggestions } from './Suggestions';

const useStyles = makeStyles({
  warning: {
    margin: 0,
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  foot: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who of each area, and where they work: suggestions on top, one button at the end. */
export function Areas({ view }: { readonly view: AreasView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const named = namesOf(view.series, locale);
  return (
    <Screen
      title={view.first ? `${words.name}: ${words.subtitle}` : words.areas.title}
      view={view}
      canGoBack={!view.first}
    >
      {view.first && <Text size={200}>{`${words.areas.firstText} ${words.areas.place[view.place]}`}</Text>}
      <Suggestions view={view} />
      {view.series.areas.map((area) => (
        <AreaCard key={area.id} view={view} area={area} />
      ))}
      <Sites view={view} />
      {!view.first && (
        <Text size={200} className={styles.quiet}>
          {words.areas.place[view.place]}
        </Text>
      )}
      <StickyFoot className={styles.foot}>
        {view.warnings.map((warning, index) => (
          <Text key={index} as="p" size={200} className={styles.warning}>
            {`⚠ ${locale.sentences.warning(warning, named)}`}
          </Text>
        ))}
        <div>
          <Button
            appearance="primary"
            disabled={view.series.people.length === 0}
            disabledFocusable={view.working !== undefined}
            onClick={() => planning.areas.save()}
          >
            {words.areas.find}
          </Button>
        </div>
      </StickyFoot>
    </Screen>
  );
}
