import type { FocusEvent, KeyboardEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A row of buttons is one stop of the Tab key; arrows, Home and End go from one to the next and round. */
export function useArrowKeys<T extends HTMLElement>() {
  const row = useRef<T>(null);
  const last = useRef<Element | null>(null);
  const buttons = () => [...(row.current?.querySelectorAll('button') ?? [])];
  const only = (chosen: HTMLButtonElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === chosen ? 0 : -1;
  };
  // Buttons come and go with the people: one of them always stays within reach.
  useLayoutEffect(() => {
    const all = buttons();
    only(all.find((button) => button === last.current) ?? all[0]);
  });
  const onFocus = ({ target }: FocusEvent) => {
    last.current = target;
    only(buttons().find((button) => button === target));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const step = STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step && at + step;
    if (to === undefined || at < 0) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return { ref: row, onFocus, onKeyDown };
}
