import { Button, Input, makeStyles, Select } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { BoardTask } from '../../../domain/tasks/board';
import { isWholeDay } from '../../shared/days';
import { NARROW, useGridStyles } from './gridStyles';
import type { TaskRowProps } from './TaskRow';

const useStyles = makeStyles({
  cell: { padding: '4px', minWidth: 0, [NARROW]: { flexGrow: 1 } },
  field: { width: '100%', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
});

const STATES = ['notStarted', 'inProgress', 'done'] as const;
type State = (typeof STATES)[number];

/** A task in fields, where it stood: Enter saves what was changed, Esc leaves it. */
export function TaskEdit({ task, area, people, desk, locale, busy, edit }: TaskRowProps) {
  const grid = useGridStyles();
  const styles = useStyles();
  const words = locale.follow.tasks;
  // As it stood when the editing began: what somebody else changes meanwhile is not sent back.
  const [before] = useState({
    text: task.text,
    owner: task.owner ?? '',
    due: task.due ?? '',
    state: task.state,
  });
  const [fields, setFields] = useState(before);
  const [lacks, setLacks] = useState(false);
  const set = (change: Partial<typeof before>) => {
    setLacks(false);
    setFields({ ...fields, ...change });
  };
  const save = () => {
    const dated = fields.due === before.due || isWholeDay(fields.due);
    if (fields.text.trim() === '' || !dated) return setLacks(true);
    const change = {
      ...(fields.text !== before.text && { text: fields.text }),
      ...(fields.owner !== before.owner && fields.owner !== '' && { owner: fields.owner }),
      ...(fields.due !== before.due && { due: fields.due }),
      ...(fields.state !== before.state && { state: fields.state as State }),
    };
    if (Object.keys(change).length > 0) desk.tasks.change(task.id, change);
    edit(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') edit(false);
    // A button is pressed by Enter; a list may open by it.
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !busy) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const known = people.some(({ id }) => id === fields.owner);
  return (
    <>
      <span role="gridcell" className={`${styles.cell} ${grid.first}`} onKeyDown={onKeyDown}>
        <Input
          className={styles.field}
          aria-label={words.edit.text}
          value={fields.text}
          maxLength={500}
          autoFocus
          onChange={(_, { value }) => set({ text: value })}
        />
      </span>
      <span role="gridcell" className={styles.cell} onKeyDown={onKeyDown}>
        <Select
          className={styles.field}
          aria-label={words.edit.owner}
          value={fields.owner}
          onChange={(_, { value }) => set({ owner: value })}
        >
          {!known && <option value={fields.owner}>{fields.owner === '' ? words.nobody : '…'}</option>}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </span>
      <span role="gridcell" className={grid.cell}>
        {people.find(({ id }) => id === fields.owner)?.area === task.area ? area : ''}
      </span>
      <span role="gridcell" className={styles.cell} onKeyDown={onKeyDown}>
        <Input
          type="date"
          className={styles.field}
          aria-label={words.edit.due}
          value={fields.due}
          onChange={(_, { value }) => set({ due: value })}
        />
      </span>
      <span role="gridcell" className={styles.cell} onKeyDown={onKeyDown}>
        <Select
          className={styles.field}
          aria-label={words.edit.state}
          value={fields.state}
          onChange={(_, { value }) => set({ state: value as BoardTask['state'] })}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {words.states[one]}
            </option>
          ))}
        </Select>
      </span>
      <span role="gridcell" aria-colspan={5} className={grid.whole} onKeyDown={onKeyDown}>
        {lacks && <span role="alert">{words.edit.lacks}</span>}
        <span className={styles.buttons}>
          <Button size="small" disabledFocusable={busy} onClick={save}>
            {words.edit.save}
          </Button>
          <Button size="small" appearance="transparent" onClick={() => edit(false)}>
            {words.edit.cancel}
          </Button>
        </span>
      </span>
    </>
  );
}
