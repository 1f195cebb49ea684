import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './rows';

/** A line and where it stands; `how` goes to its outermost element. */
export type Placed = {
  readonly row: Row;
  readonly index: number;
  readonly how?: {
    readonly ref: (element: Element | null) => void;
    readonly 'data-index': number;
    readonly style: CSSProperties;
  };
};

type Props = {
  readonly rows: readonly Row[];
  /** Drawn wherever the page is: the focus is in them or gets there next, or something is being typed there. */
  readonly kept: readonly number[];
  /** Brings a line into sight that may not be drawn. */
  readonly reveal: RefObject<((index: number) => void) | null>;
  readonly place: (placed: Placed) => ReactNode;
};

/** Every line, one below the other. */
export function AllRows({ rows, place }: Props) {
  return <div role="rowgroup">{rows.map((row, index) => place({ row, index }))}</div>;
}

const LINE = 33;
/** The names of the columns stay above the lines. */
const HEAD = 40;
/** Above and below what is in sight. */
const MORE = 12;

/** The lines in sight of a list that is too long to be drawn as a whole; the page itself scrolls. */
export function VirtualRows({ rows, kept, reveal, place }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const scrollMargin = useTop(body);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => LINE,
    overscan: MORE,
    scrollMargin,
    scrollPaddingStart: HEAD,
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor: (range) => {
      const shown = new Set([...defaultRangeExtractor(range), ...kept]);
      return [...shown].filter((index) => index >= 0).sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    reveal.current = (index) => virtual.scrollToIndex(index, { align: 'auto' });
    return () => void (reveal.current = null);
  }, [reveal, virtual]);
  return (
    <div ref={body} role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        const style = {
          position: 'absolute',
          insetInlineStart: 0,
          top: 0,
          width: '100%',
          transform: `translateY(${start - scrollMargin}px)`,
        } as const;
        return row && place({ row, index, how: { ref: virtual.measureElement, 'data-index': index, style } });
      })}
    </div>
  );
}

/** How far down the page it begins; what stands above it grows and shrinks. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
