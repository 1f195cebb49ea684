import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Row, taskFrom } from './rows';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Which task the Tab key reaches, and how the focus gets to another one, or back after a change. */
export function useRowFocus(rows: readonly Row[]) {
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
