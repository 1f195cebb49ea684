import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

const SHORT = 2;

/** A list in short, with the way to the whole of it. */
export function ShortList<T extends { readonly id: string }>(props: {
  readonly title: string;
  readonly all: readonly T[];
  readonly children: (one: T) => ReactNode;
  readonly end?: ReactNode;
  /** What the way to the whole list is called. */
  readonly more?: (count: number) => string;
}) {
  const shared = usePanelStyles();
  const { list } = useMeeting().locale.meeting;
  const [whole, setWhole] = useState(false);
  const { all, title } = props;
  const shown = whole ? all : all.slice(0, SHORT);
  return (
    <section aria-label={title} className={shared.box}>
      <h3 className={shared.heading}>{title}</h3>
      <ul className={shared.list}>
        {shown.map((one) => (
          <li key={one.id}>{props.children(one)}</li>
        ))}
      </ul>
      {all.length > SHORT || props.end ? (
        <div className={shared.wrap}>
          {props.end}
          {all.length > SHORT && (
            <button
              type="button"
              className={shared.link}
              aria-expanded={whole}
              onClick={() => setWhole(!whole)}
            >
              {whole ? list.fewer : (props.more ?? list.all)(all.length)}
            </button>
          )}
        </div>
      ) : null}
    </section>
  );
}
