import type { FocusEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';

const REACHABLE = 'a[href], button, input, select, textarea, summary';

/**
 * A press may remove or switch off the very button it was made on. Without this the browser drops the focus, and whoever
 * works with the keyboard starts again at the top; with it the nearest neighbour that is left takes over.
 */
export function useFocusKept(): (event: FocusEvent<HTMLElement>) => void {
  const last = useRef<{ readonly focused: Element; readonly around: readonly HTMLElement[] }>(undefined);
  useLayoutEffect(() => {
    const observer = new MutationObserver(() => {
      const before = last.current;
      if (!before || !isGone(before.focused) || !isLost(before.focused)) return;
      last.current = undefined;
      neighbour(before.focused, before.around)?.focus();
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => observer.disconnect();
  }, []);
  return ({ target, currentTarget }) => {
    last.current = {
      focused: target,
      around: [...currentTarget.querySelectorAll<HTMLElement>(REACHABLE)],
    };
  };
}

const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled');

/** Somebody who went on to another place, in the pane or beside it, is not brought back. */
const isLost = (before: Element) =>
  document.hasFocus() &&
  (document.activeElement === null ||
    document.activeElement === document.body ||
    document.activeElement === before);

/** The next that is still there, else the one before. */
function neighbour(focused: Element, around: readonly HTMLElement[]): HTMLElement | undefined {
  const at = around.findIndex((element) => element === focused);
  const left = (element: HTMLElement) =>
    !isGone(element) &&
    element.tabIndex >= 0 &&
    (element.tagName === 'SUMMARY' || element.closest('details:not([open])') === null);
  return around.slice(at + 1).find(left) ?? around.slice(0, Math.max(at, 0)).reverse().find(left);
}
