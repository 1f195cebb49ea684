import { Button, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useLayoutEffect, useRef } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { headOf } from '../shared/headOf';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

/** «Punto 3 de 6 · Ideas» and the way to everything else. */
export function ItemHead(props: {
  readonly view: MeetingScreen;
  readonly more: boolean;
  readonly setMore: (open: boolean) => void;
}) {
  const { view, more, setMore } = props;
  const shared = usePanelStyles();
  const { locale } = useMeeting();
  const row = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(more);
  useLayoutEffect(() => {
    // Back from there, whoever works with the keyboard stands where they left.
    if (wasOpen.current && !more) row.current?.querySelector('button')?.focus();
    wasOpen.current = more;
  }, [more]);
  return (
    <div ref={row} className={shared.row}>
      <h1 className={mergeClasses(shared.heading, shared.short)}>{headOf(view, locale)}</h1>
      <Button
        size="small"
        className={shared.small}
        icon={<MoreHorizontal20Regular />}
        aria-label={locale.meeting.more}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      />
    </div>
  );
}
