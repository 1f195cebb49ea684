import { Button, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DecisionView } from '../../../app/follow/followView';
import { withYear } from '../../shared/days';
import { namedIn } from '../names';
import type { PartProps } from '../partProps';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    padding: '6px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  said: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '280px', minWidth: 0 },
  text: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  old: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minWidth: 0 },
  by: { minWidth: 0, maxWidth: '360px' },
  small: { minWidth: 'auto' },
});

/** One decision: whose, of when, about what; in force, or which one stands in its place. */
export function DecisionRow(props: PartProps & { readonly decision: DecisionView }) {
  const styles = useStyles();
  const { view, desk, locale, decision } = props;
  const { format, follow } = locale;
  const words = follow.tasks.decisions;
  const named = namedIn(view, locale);
  const { replacedBy } = decision;
  const day = (session: number) => {
    const of = format.dayOf(session, view.zone);
    return withYear(format.day(of), of, view.today);
  };
  const about = [
    words.from(decision.seriesTitle, day(decision.session)),
    decision.problem,
    words.deciders(decision.deciders.map((id) => named.person(id)).filter((name) => name !== '…')),
    decision.internal ? follow.tasks.internal : '',
  ].filter((one) => one !== '');
  // A decision of a series that this person cannot read has no text here.
  const standing =
    replacedBy === null
      ? words.inForce
      : replacedBy.text === ''
        ? words.replacedElse
        : words.replacedBy(replacedBy.text, day(replacedBy.session));
  return (
    <li className={styles.item}>
      <div className={styles.said} dir="auto">
        <span className={mergeClasses(styles.text, replacedBy !== null && styles.old)}>{decision.text}</span>
        <Text size={200} className={styles.quiet}>
          {about.join(' · ')}
        </Text>
        <Text size={200}>{standing}</Text>
      </div>
      {replacedBy !== null ? (
        <Button
          size="small"
          className={styles.small}
          aria-label={words.againOf(decision.text)}
          disabledFocusable={view.working !== null}
          onClick={() => desk.decisions.replace(decision.id, null)}
        >
          {words.again}
        </Button>
      ) : (
        decision.mayReplace.length > 0 && <Replace {...props} />
      )}
    </li>
  );
}

function Replace({ view, desk, locale, decision }: PartProps & { readonly decision: DecisionView }) {
  const styles = useStyles();
  const words = locale.follow.tasks.decisions;
  // Shut again, its button takes the focus back.
  const [open, setOpen] = useState<boolean | null>(null);
  const [by, setBy] = useState('');
  if (open !== true)
    return (
      <Button
        size="small"
        className={styles.small}
        aria-label={words.replaceOf(decision.text)}
        autoFocus={open === false}
        onClick={() => setOpen(true)}
      >
        {words.replace}
      </Button>
    );
  return (
    <div className={styles.row} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <Select
        size="small"
        autoFocus
        className={styles.by}
        aria-label={words.by}
        value={by}
        onChange={(_, { value }) => setBy(value)}
      >
        <option value="">{words.choose}</option>
        {decision.mayReplace.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        className={styles.small}
        disabledFocusable={by === '' || view.working !== null}
        onClick={() => {
          desk.decisions.replace(decision.id, by);
          setOpen(false);
        }}
      >
        {words.save}
      </Button>
      <Button size="small" appearance="transparent" className={styles.small} onClick={() => setOpen(false)}>
        {words.cancel}
      </Button>
    </div>
  );
}
