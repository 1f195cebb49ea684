import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { AreasView } from '../../../app/planning/planView';
import { Heading } from '../../shared/Heading';
import { usePane } from '../paneContext';
import { areaName } from '../../shared/seriesNames';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', alignItems: 'center', columnGap: '4px', flexWrap: 'wrap' },
  name: { flexGrow: 1, minWidth: 0 },
  button: { minWidth: 'auto' },
});

/** People of the invitation and those met lately, each with one press for each area. */
export function Suggestions({ view }: { readonly view: AreasView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const people =
    view.offered.text === ''
      ? view.offered.people
          .filter(({ mail }) => !view.series.people.some((member) => member.mail === mail))
          .slice(0, 6)
      : [];
  if (people.length === 0) return null;
  return (
    <section aria-label={words.areas.suggested}>
      <Heading small>{words.areas.suggested}</Heading>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.id} className={styles.row}>
            <Text size={200} className={styles.name} title={person.job}>
              {person.name}
            </Text>
            {view.series.areas.map(({ id }) => {
              const area = areaName(view.series, id, locale);
              return (
                <Button
                  key={id}
                  size="small"
                  className={styles.button}
                  aria-label={words.areas.addTo(person.name, area)}
                  onClick={() => planning.areas.add(person, id)}
                >
                  {`+ ${area}`}
                </Button>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
