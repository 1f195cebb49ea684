import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { NobodyCan } from '../../domain/slots/types';
import type { Series } from '../../domain/rhythm/series';
import { Heading } from '../shared/Heading';
import { usePane } from './paneContext';
import { namesOf } from '../shared/seriesNames';
import { capital } from './slotTexts';

const useStyles = makeStyles({
  box: {
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  list: { margin: '2px 0', paddingInlineStart: '18px' },
  help: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: '4px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  change: {
    width: '100%',
    justifyContent: 'start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
});

/** Why nobody can, and which person or rule to relax. */
export function Nobody({ nobody, series }: { readonly nobody: NobodyCan; readonly series: Series }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words, sentences } = locale;
  const named = namesOf(series, locale);
  return (
    <div className={styles.box}>
      <Heading>{words.slots.nobody}</Heading>
      <ul className={styles.list}>
        {nobody.blockers.slice(0, 3).map(({ area, people }) => (
          <li key={area}>
            {words.slots.blockers(
              named.area(area),
              people
                .slice(0, 3)
                .map(({ person, why }) =>
                  words.sessions.missing(named.person(person), sentences.missing[why]),
                )
                .join('; '),
            )}
          </li>
        ))}
      </ul>
      {nobody.relax.length === 0 ? (
        <Text>{words.slots.nobodyMore}</Text>
      ) : (
        <>
          <Text>{words.slots.nobodyHelp}</Text>
          <ul className={styles.help}>
            {nobody.relax.slice(0, 3).map(({ relax, wins }, index) => (
              <li key={index}>
                <Button className={styles.change} size="small" onClick={() => planning.relax(relax)}>
                  {capital(sentences.relax(relax, wins, named))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
