import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: 0,
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The end of a long screen, always in sight; what takes the focus is scrolled clear of it. */
export function StickyFoot(props: { readonly className?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = foot.current;
    const page = document.documentElement;
    // Its height changes with what it warns of; where nothing is laid out there is nothing to cover.
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      page.style.scrollPaddingBottom = `${box.offsetHeight + 4}px`;
      // A screen that grows, or a foot that does, pushes the field with the cursor down behind the foot.
      const focused = document.hasFocus() ? document.activeElement : null;
      if (focused && focused !== document.body && !box.contains(focused)) keepClear(focused, box);
    });
    observer.observe(box);
    if (box.parentElement) observer.observe(box.parentElement);
    return () => {
      observer.disconnect();
      page.style.scrollPaddingBottom = '';
    };
  }, []);
  return (
    <div ref={foot} className={mergeClasses(styles.foot, props.className)}>
      {props.children}
    </div>
  );
}

function keepClear(focused: Element, foot: HTMLElement): void {
  if (focused.getBoundingClientRect().bottom > foot.getBoundingClientRect().top)
    focused.scrollIntoView({ block: 'nearest' });
}
