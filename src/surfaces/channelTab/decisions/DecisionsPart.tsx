import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PartProps } from '../partProps';
import { DecisionRow } from './DecisionRow';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
  search: { flexGrow: 1, minWidth: '120px', maxWidth: '360px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** So many at first, and so many more with each press. */
const PAGE = 50;

/** What was decided, over all series, newest first: in force, or replaced by another. */
export function DecisionsPart(props: PartProps) {
  const styles = useStyles();
  const { view, desk, locale } = props;
  const { search, found, of } = view.decisions;
  const words = locale.follow.tasks.decisions;
  const id = useId();
  const [shown, setShown] = useState(PAGE);
  const [typed, setTyped] = useState(search);
  const reading = view.progress.records.state === 'reading';
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.row}>
        <h2 id={id} className={styles.title}>
          {words.title}
        </h2>
        <Input
          type="search"
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          maxLength={100}
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
            setShown(PAGE);
            desk.decisions.search(value);
          }}
        />
        <Text role="status" size={200}>
          {words.count(found.length, of)}
        </Text>
      </div>
      {found.length === 0 && !reading && <Text>{of === 0 ? words.noneAtAll : words.none}</Text>}
      <ul className={styles.list}>
        {found.slice(0, shown).map((decision) => (
          <DecisionRow key={`${decision.series} ${decision.id}`} {...props} decision={decision} />
        ))}
      </ul>
      {found.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>
            {words.more(Math.min(PAGE, found.length - shown))}
          </Button>
        </div>
      )}
    </section>
  );
}
