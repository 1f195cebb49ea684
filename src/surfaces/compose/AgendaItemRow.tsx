import { Button, Checkbox, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AgendaItem } from '../../domain/agenda/types';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto auto auto',
    columnGap: '4px',
    rowGap: '4px',
    alignItems: 'center',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { gridColumn: '1 / 2', minWidth: 0 },
  minutes: { gridColumn: '2 / -1', width: '92px', minWidth: 0 },
  owner: { minWidth: 0 },
  internal: { gridColumn: '1 / -1', marginBlock: '-6px', marginInlineStart: '-8px' },
  icon: { minWidth: '28px', paddingInline: '4px' },
});

/** One item: title, minutes, who leads it, internal only, and its place in the order. */
export function AgendaItemRow(props: {
  readonly item: AgendaItem;
  readonly at: number;
  readonly of: number;
  readonly owners: readonly string[];
}) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { item, at } = props;
  const { agenda } = planning;
  const { title, minutes } = useDraft(item);
  const owners =
    item.owner && !props.owners.includes(item.owner) ? [item.owner, ...props.owners] : props.owners;
  const commitMinutes = () => {
    const value = Math.round(Number(minutes.text));
    if (minutes.text !== '' && value >= 1 && value !== item.minutes) agenda.change(at, { minutes: value });
    else minutes.set(String(item.minutes));
  };
  return (
    <li className={styles.item} aria-label={words.agenda.item(at + 1)}>
      <Input
        className={styles.title}
        aria-label={words.agenda.itemTitle}
        value={title.text}
        onChange={(_, { value }) => title.set(value)}
        onBlur={() =>
          title.text.trim() === '' ? title.set(item.title) : agenda.change(at, { title: title.text.trim() })
        }
      />
      <Input
        className={styles.minutes}
        type="number"
        min={1}
        aria-label={words.agenda.minutes}
        value={minutes.text}
        onChange={(_, { value }) => minutes.set(value)}
        onBlur={commitMinutes}
      />
      <Select
        className={styles.owner}
        aria-label={words.agenda.owner}
        value={item.owner ?? ''}
        onChange={(_, { value }) => agenda.change(at, { owner: value })}
      >
        <option value="">{words.agenda.noOwner}</option>
        {owners.map((owner) => (
          <option key={owner}>{owner}</option>
        ))}
      </Select>
      <Button
        size="small"
        className={styles.icon}
        aria-label={words.agenda.up(item.title)}
        disabled={at === 0}
        onClick={() => agenda.move(at, at - 1)}
      >
        {'↑'}
      </Button>
      <Button
        size="small"
        className={styles.icon}
        aria-label={words.agenda.down(item.title)}
        disabled={at === props.of - 1}
        onClick={() => agenda.move(at, at + 1)}
      >
        {'↓'}
      </Button>
      <Button
        size="small"
        className={styles.icon}
        aria-label={words.remove(item.title)}
        disabled={props.of === 1}
        onClick={() => agenda.remove(at)}
      >
        {'✕'}
      </Button>
      <Checkbox
        className={styles.internal}
        label={words.agenda.internal}
        checked={item.internal === true}
        onChange={(_, { checked }) => agenda.change(at, { internal: checked === true })}
      />
    </li>
  );
}

/** What is being typed, until the item itself changes. */
function useDraft(item: AgendaItem) {
  const [title, setTitle] = useState(item.title);
  const [minutes, setMinutes] = useState(String(item.minutes));
  useEffect(() => setTitle(item.title), [item.title]);
  useEffect(() => setMinutes(String(item.minutes)), [item.minutes]);
  return { title: { text: title, set: setTitle }, minutes: { text: minutes, set: setMinutes } };
}
