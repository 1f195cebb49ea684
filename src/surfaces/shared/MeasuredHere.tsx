import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { BalanceView, MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from './meetingContext';
import { areaName } from './meetingNames';
import { TakePart } from './TakePart';
import { WhatIsMeasured } from './WhatIsMeasured';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '16px', paddingTop: '8px', outline: 'none' },
});

/** The whole of what is measured in this meeting, and how I take part. Whoever opens it has been told. */
export function MeasuredHere(props: {
  readonly view: MeetingScreen;
  readonly balance: BalanceView;
  readonly level: 1 | 2 | 3;
  readonly close: () => void;
}) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { view, balance, level, close } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    desk.balance.known();
  }, [desk]);
  return (
    <div
      ref={place}
      className={styles.screen}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <TakePart balance={balance} />
      <WhatIsMeasured
        measuring={{
          mode: balance.mode,
          since: balance.since,
          cap: balance.cap,
          alone: balance.alone.map((id) => areaName(view, id, locale)),
        }}
        zone={view.zone}
        locale={locale}
        level={level}
        close={close}
      />
    </div>
  );
}
