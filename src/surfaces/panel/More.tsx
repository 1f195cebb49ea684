import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { useArrowKeys } from '../shared/useArrowKeys';
import { AgendaPart } from './AgendaPart';
import { ChairPart } from './ChairPart';
import { PeoplePart } from './PeoplePart';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  parts: { display: 'flex', columnGap: '4px' },
  part: { minWidth: 'auto', padding: '0 8px', fontWeight: tokens.fontWeightRegular },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

const PARTS = { agenda: AgendaPart, people: PeoplePart, chair: ChairPart } as const;
type Part = keyof typeof PARTS;

/** Everything that is not for every minute: the agenda, who is here, who chairs, the stage, a window, the end. */
export function More({ view, back }: { readonly view: MeetingScreen; readonly back: () => void }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.menu;
  const id = useId();
  const arrows = useArrowKeys<HTMLDivElement>();
  const [part, setPart] = useState<Part>('agenda');
  const { ref } = arrows;
  useEffect(() => ref.current?.querySelector('button')?.focus(), [ref]);
  const Shown = PARTS[part];
  const { running } = view;
  return (
    <>
      <div {...arrows} role="tablist" aria-label={words.sections} className={styles.parts}>
        {(Object.keys(PARTS) as Part[]).map((one) => (
          <Button
            key={one}
            id={`${id}-${one}`}
            size="small"
            role="tab"
            aria-selected={one === part}
            aria-controls={`${id}-panel`}
            className={mergeClasses(styles.part, one === part && styles.chosen)}
            onClick={() => setPart(one)}
          >
            {words[one]}
          </Button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${part}`} className={styles.panel}>
        <Shown view={view} />
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
