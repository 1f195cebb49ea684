import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  sheet: {
    boxSizing: 'border-box',
    width: 'min(720px, calc(100vw - 16px))',
    maxHeight: 'calc(100vh - 16px)',
    padding: '20px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    '@media (max-width: 640px)': { padding: '12px' },
  },
  content: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  presses: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: '8px',
    paddingTop: '8px',
    alignSelf: 'stretch',
  },
});

/**
 * Something to read or to decide over the page. It is the browser's own dialog: the page behind cannot be reached, Esc
 * leaves it, and the focus goes back to what opened it. It is there while it is open.
 */
export function Sheet(props: {
  readonly title: string;
  /** Hears that it has been left, whichever way. */
  readonly left: () => void;
  readonly close: string;
  /** Does something and leaves. */
  readonly press?: { readonly text: string; readonly enabled: boolean; readonly run: () => void };
  readonly children: ReactNode;
}) {
  const { title, left, close, press, children } = props;
  const styles = useStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    // React may run an effect twice; an open dialog does not open again.
    if (current?.open === false) current.showModal();
  }, []);
  const leave = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={() => left()}>
      <div className={styles.content}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {children}
        <div className={styles.presses}>
          <Button onClick={leave}>{close}</Button>
          {press !== undefined && (
            <Button
              appearance="primary"
              disabledFocusable={!press.enabled}
              onClick={() => {
                press.run();
                leave();
              }}
            >
              {press.text}
            </Button>
          )}
        </div>
      </div>
    </dialog>
  );
}
