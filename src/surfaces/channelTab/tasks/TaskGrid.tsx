import { mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useHidden } from '../../shared/hidden';
import { namedIn } from '../names';
import type { PartProps } from '../partProps';
import { useGridStyles } from './gridStyles';
import { GroupRow } from './GroupRow';
import { AllRows, type Placed, VirtualRows } from './placing';
import type { Row } from './rows';
import { TaskRow } from './TaskRow';
import { useRowFocus } from './useRowFocus';

/** So many lines are simply drawn; of more only those that are in sight. */
const ALL_OF = 100;

/** The list of tasks: one stop of the Tab key with arrows from task to task, Enter to change one, Esc back. */
export function TaskGrid(props: PartProps & { readonly rows: readonly Row[] }) {
  const styles = useGridStyles();
  const { hidden } = useHidden();
  const { view, desk, locale, rows } = props;
  const words = locale.follow.tasks;
  const named = namedIn(view, locale);
  const people = view.tasks.people.map(({ id, area }) => ({ id, area, name: named.person(id) }));
  const keys = useId();
  const focus = useRowFocus(rows);
  const [editing, setEditing] = useState<string | null>(null);
  const place = ({ row, index, how }: Placed) => {
    const common = { index: index + 2, how };
    if (row.kind === 'group') return <GroupRow key={row.key} {...common} group={row.group} locale={locale} />;
    const { task } = row;
    return (
      <TaskRow
        key={row.key}
        {...common}
        rowKey={row.key}
        task={task}
        internal={row.internal}
        owner={task.owner === null ? words.nobody : named.person(task.owner)}
        doneBy={task.doneBy === undefined ? undefined : named.person(task.doneBy)}
        area={named.area(task.area)}
        people={people}
        desk={desk}
        locale={locale}
        busy={view.working !== null}
        saving={view.working?.what === 'task' && view.working.task === task.id}
        reachable={focus.active === row.key}
        editing={editing === row.key}
        edit={(on) => {
          setEditing(on ? row.key : null);
          if (!on) focus.want(row.key);
        }}
      />
    );
  };
  const Rows = rows.length > ALL_OF ? VirtualRows : AllRows;
  const { columns } = words;
  return (
    <div
      ref={focus.grid}
      role="grid"
      aria-label={words.table}
      aria-describedby={keys}
      aria-rowcount={rows.length + 1}
      aria-colcount={5}
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
    >
      <div role="rowgroup" className={styles.stay}>
        <div role="row" aria-rowindex={1} className={mergeClasses(styles.row, styles.head)}>
          {(['text', 'owner', 'area', 'due', 'state'] as const).map((one) => (
            <span key={one} role="columnheader" className={styles.cell}>
              {columns[one]}
            </span>
          ))}
        </div>
      </div>
      <Rows
        rows={rows}
        kept={[focus.at, rows.findIndex(({ key }) => key === editing)]}
        reveal={focus.reveal}
        place={place}
      />
      <span id={keys} className={hidden}>
        {words.edit.keys}
      </span>
    </div>
  );
}
