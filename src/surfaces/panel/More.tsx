import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { useArrowKeys } from '../shared/useArrowKeys';
import { AgendaPart } from './AgendaPart';
import { BalancePart } from './BalancePart';
import { ChairPart } from './ChairPart';
import { PeoplePart } from './PeoplePart';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

const useStyles = makeStyles({
  parts: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  part: { minWidth: 'auto', padding: '0 8px', fontWeight: tokens.fontWeightRegular },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

const PARTS = { agenda: AgendaPart, people: PeoplePart, chair: ChairPart } as const;
type Part = keyof typeof PARTS | 'balance';

/**
 * Everything that is not for every minute: the agenda, who is here, who chairs, the balance, the stage, a window, the end.
 * `measured` opens it at what is measured.
 */
export function More(props: {
  readonly view: MeetingScreen;
  readonly measured: boolean;
  readonly back: () => void;
}) {
  const { view, measured, back } = props;
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.menu;
  const balanceWords = useBalanceWords();
  const id = useId();
  const arrows = useArrowKeys<HTMLDivElement>();
  const [part, setPart] = useState<Part>(measured ? 'balance' : 'agenda');
  const { ref } = arrows;
  useEffect(() => {
    if (!measured) ref.current?.querySelector('button')?.focus();
  }, [ref, measured]);
  const { running, balance } = view;
  const parts: readonly Part[] = ['agenda', 'people', 'chair', ...(balance ? (['balance'] as const) : [])];
  // What was measured may be no more.
  const shown = parts.includes(part) ? part : 'agenda';
  const Shown = shown === 'balance' ? undefined : PARTS[shown];
  return (
    <>
      <div {...arrows} role="tablist" aria-label={words.sections} className={styles.parts}>
        {parts.map((one) => (
          <Button
            key={one}
            id={`${id}-${one}`}
            size="small"
            role="tab"
            aria-selected={one === shown}
            aria-controls={`${id}-panel`}
            className={mergeClasses(styles.part, one === shown && styles.chosen)}
            onClick={() => setPart(one)}
          >
            {one === 'balance' ? balanceWords.title : words[one]}
          </Button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`} className={styles.panel}>
        {Shown ? <Shown view={view} /> : <BalancePart view={view} all={measured} />}
      </div>
      <div className={shared.wrap}>
        {view.can?.share !== false && running !== null && !view.small && (
          <Button size="small" className={shared.small} onClick={() => desk.share()}>
            {words.share}
          </Button>
        )}
        {view.can?.openInWindow !== false && (
          <Button size="small" className={shared.small} onClick={() => desk.openInWindow()}>
            {words.openInWindow}
          </Button>
        )}
        {running?.mayEnd && running.phase !== 'ended' && (
          <Button
            size="small"
            className={shared.small}
            onClick={() => {
              desk.command({ kind: 'end' });
              back();
            }}
          >
            {words.end}
          </Button>
        )}
      </div>
      <Button appearance="primary" onClick={back}>
        {words.back}
      </Button>
    </>
  );
}
