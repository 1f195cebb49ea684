import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MeetingNotice } from '../../app/meeting/meetingView';
import { useHidden } from '../shared/hidden';
import { LateWayIn } from '../shared/LateWayIn';
import { useMeeting } from '../shared/meetingContext';
import { noticeText } from '../shared/noticeText';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '5px 7px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  row: { display: 'flex', columnGap: '8px' },
});

const isBad = (notice: MeetingNotice) => notice.kind === 'failed' || notice.kind === 'refused';

/** What happened: a failure is an alert with a way out; the rest is said politely, in the one region for it. */
export function Notice({ notice }: { readonly notice: MeetingNotice | null }) {
  const { hidden } = useHidden();
  const { locale } = useMeeting();
  // The same words twice are two events: a new element is heard again.
  const [said, setSaid] = useState({ notice, count: 0 });
  if (said.notice !== notice) setSaid({ notice, count: said.count + 1 });
  return (
    <>
      {notice && isBad(notice) && <Failed notice={notice} />}
      <p role="status" className={hidden}>
        {notice && !isBad(notice) && <span key={said.count}>{noticeText(notice, locale)}</span>}
      </p>
    </>
  );
}

function Failed({ notice }: { readonly notice: MeetingNotice }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const bar = useRef<HTMLDivElement>(null);
  // The press that failed may have been further down.
  useEffect(() => bar.current?.scrollIntoView?.({ block: 'nearest' }), [notice]);
  return (
    <div ref={bar} className={styles.bar}>
      <Text role="alert" size={200}>
        {`⚠ ${noticeText(notice, locale)}`}
      </Text>
      {notice.kind === 'failed' && <LateWayIn failure={notice.failure} locale={locale} desk={desk} />}
      <div className={styles.row}>
        {notice.kind === 'failed' && notice.step !== 'plan' && (
          <Button size="small" onClick={() => desk.retry()}>
            {locale.words.retry}
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={() => desk.dismiss()}>
          {locale.words.close}
        </Button>
      </div>
    </div>
  );
}
