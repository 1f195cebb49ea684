import { mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useHidden } from '../../shared/hidden';
import { namedIn } from '../names';
import type { PartProps } from '../partProps';
import { useGridStyles } from './gridStyles';
import { GroupRow } from './GroupRow';
import { AllRows, type Placed, VirtualRows } from './placing';
import { type Row, taskFrom } from './rows';
import { TaskRow } from './TaskRow';

/** So many lines are simply drawn; of more only those that are in sight. */
const ALL_OF = 100;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

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
        owner={task.owner === null ? words.nobody : named.person(task.owner)}
        doneBy={task.doneBy === undefined ? undefined : named.person(task.doneBy)}
        area={named.area(task.area)}
        people={people}
        desk={desk}
        locale={locale}
        keys={keys}
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
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={mergeClasses(styles.row, styles.head)}>
          {(['text', 'owner', 'area', 'due', 'state'] as const).map((one) => (
            <span key={one} role="columnheader" className={styles.cell}>
              {columns[one]}
            </span>
          ))}
        </div>
      </div>
      <Rows rows={rows} kept={focus.at} reveal={focus.reveal} place={place} />
      <span id={keys} className={hidden}>
        {words.edit.keys}
      </span>
    </div>
  );
}

/** Which task the Tab key reaches, and how the focus gets to another one, or back after a change. */
function useRowFocus(rows: readonly Row[]) {
  const grid = useRef<HTMLDivElement>(null);
  const reveal = useRef<((index: number) => void) | null>(null);
  const wanted = useRef<string | null>(null);
  const [last, setLast] = useState<{ readonly key: string | null; readonly index: number }>({
    key: null,
    index: 0,
  });
  const held = rows.findIndex(({ key }) => key === last.key);
  // The task may be gone from the list: the one in its place is next.
  const at = held >= 0 ? held : nearest(rows, last.index);
  const active = rows[at]?.key ?? null;
  const had = useRef(false);
  if (last.key !== null && active !== last.key && had.current) wanted.current = active;
  if (active !== last.key || at !== last.index) setLast({ key: active, index: at });
  useLayoutEffect(() => {
    const { current: key } = wanted;
    if (key === null) return;
    const { activeElement } = document;
    // Somebody who went on to another place is not brought back.
    if (activeElement && activeElement !== document.body && grid.current?.contains(activeElement) !== true)
      return void (wanted.current = null);
    const row = [...(grid.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      ({ dataset }) => dataset['row'] === key,
    );
    const button = row?.querySelector<HTMLElement>('button');
    if (!button) return;
    wanted.current = null;
    button.focus();
  });
  const go = (index: number) => {
    const key = rows[index]?.key;
    if (key === undefined) return;
    wanted.current = key;
    setLast({ key, index });
    reveal.current?.(index);
  };
  return {
    grid,
    reveal,
    at,
    active,
    want: (key: string) => void (wanted.current = key),
    onFocus(event: { readonly target: EventTarget }) {
      had.current = true;
      const key = rowOf(event.target);
      const index = rows.findIndex((row) => row.key === key);
      if (index >= 0) setLast({ key: key ?? null, index });
    },
    onBlur({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) {
      if (relatedTarget instanceof Node && grid.current?.contains(relatedTarget) !== true)
        had.current = false;
    },
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key];
      const index = rows.findIndex(({ key }) => key === rowOf(event.target));
      if (step === undefined || index < 0 || !isButton(event.target)) return;
      event.preventDefault();
      go(taskFrom(rows, index, step));
    },
  };
}

const isButton = (target: EventTarget) => target instanceof HTMLButtonElement;
const rowOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;

function nearest(rows: readonly Row[], index: number): number {
  const from = Math.min(index, rows.length) - 1;
  const next = taskFrom(rows, from, 1);
  return rows[next]?.kind === 'task' ? next : taskFrom(rows, rows.length, -1);
}
