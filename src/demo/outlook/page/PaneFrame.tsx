import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { PaneHost } from '../paneHost';
import { usePage } from './pageContext';

/** The narrowest pane that Outlook shows. */
const NARROWEST = 320;
const WIDEST = 640;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 8px', minHeight: '32px' },
  name: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  frame: { border: 'none', width: '100%', flexGrow: 1, minHeight: 0 },
  slider: { width: '72px', accentColor: tokens.colorBrandForeground1 },
});

/** How a pane is shown and spoken with; `name` is set before the frame enters the page, which Office.js needs. */
export type PaneFrameKind = {
  readonly address: string;
  readonly name: string;
  /** Answers the pane; returns how to stop. */
  readonly connect: (frame: () => Window | null, host: PaneHost) => () => void;
};

/** The add-in's task pane: a frame on an origin of its own beside the form. */
export function PaneFrame(props: {
  readonly kind: PaneFrameKind;
  readonly host: PaneHost;
  readonly onClose: () => void;
}) {
  const { kind, host, onClose } = props;
  const { words } = usePage();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(NARROWEST);
  const title = words.paneTitle;

  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const frame = document.createElement('iframe');
    frame.name = kind.name;
    frame.title = title;
    frame.className = styles.frame;
    // Connected first: the pane may speak before its load event.
    const stop = kind.connect(() => frame.contentWindow, host);
    frame.src = kind.address;
    current.append(frame);
    return () => {
      stop();
      frame.remove();
    };
  }, [kind, host, title, styles.frame]);

  return (
    <aside className={styles.pane} aria-label={title} style={{ width }}>
      <div className={styles.head}>
        <h2 className={styles.name}>{words.cadencia}</h2>
        <input
          type="range"
          className={styles.slider}
          aria-label={words.wider}
          min={NARROWEST}
          max={WIDEST}
          step={20}
          value={width}
          onChange={(event) => setWidth(Number(event.target.value))}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.closePane}
          onClick={onClose}
        />
      </div>
      <div ref={place} style={{ display: 'flex', flexGrow: 1, minHeight: 0 }} />
    </aside>
  );
}
