import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Around, Notice } from '../../app/planning/planView';
import { LateWayIn } from '../shared/LateWayIn';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '10px 12px' },
  head: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '24px' },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    margin: 0,
  },
});

/** The frame of a screen: heading that takes the focus, way back, what just happened. */
export function Screen(props: {
  readonly title: string;
  readonly view?: Around;
  readonly hideTitle?: true;
  readonly canGoBack?: boolean;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Only where the person already is in the pane: somebody typing in the form beside it must not lose the cursor.
    if (!document.hasFocus()) return;
    const focused = document.activeElement;
    if (focused === null || focused === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const title = (
    <h1 ref={heading} tabIndex={-1} className={props.hideTitle ? styles.hidden : styles.title}>
      {props.title}
    </h1>
  );
  return (
    <main className={styles.screen}>
      {props.hideTitle ? (
        title
      ) : (
        <div className={styles.head}>
          {title}
          {props.canGoBack && (
            <Button size="small" onClick={() => planning.back()}>
              {locale.words.back}
            </Button>
          )}
        </div>
      )}
      {props.view?.notice && <NoticeBar notice={props.view.notice} />}
      {props.view?.working && (
        <ProgressBar aria-label={locale.words.working[props.view.working]} thickness="medium" />
      )}
      {props.children}
      <p role="status" className={styles.hidden}>
        {props.view?.working ? locale.words.working[props.view.working] : ''}
      </p>
    </main>
  );
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { planning, locale } = usePane();
  const bad = notice.kind === 'failed' || notice.kind === 'refused';
  const bar = useRef<HTMLDivElement>(null);
  // The press that failed may have been further down.
  useEffect(() => bar.current?.scrollIntoView?.({ block: 'nearest' }), [notice]);
  return (
    <div ref={bar}>
      <MessageBar layout="multiline" intent={bad ? 'error' : 'info'}>
        <MessageBarBody>
          <span role={bad ? 'alert' : 'status'}>{locale.sentences.notice(notice)}</span>
          {notice.kind === 'failed' && <LateWayIn failure={notice.failure} locale={locale} desk={planning} />}
        </MessageBarBody>
        <MessageBarActions>
          {notice.kind === 'failed' && (
            <Button size="small" onClick={() => planning.retry()}>
              {locale.words.retry}
            </Button>
          )}
          <Button size="small" appearance="transparent" onClick={() => planning.dismiss()}>
            {locale.words.close}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
