import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { FollowDesk } from '../../app/follow/followDesk';
import type { FollowNotice as Notice } from '../../app/follow/followView';
import type { ZoneName } from '../../domain/time/types';
import type { FollowLocale } from '../../locale/followLocale';
import { followNoticeText } from './followNoticeText';
import { useHidden } from './hidden';
import { LateWayIn } from './LateWayIn';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
  },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1 },
  kept: { backgroundColor: tokens.colorStatusWarningBackground1 },
  row: { display: 'flex', columnGap: '8px' },
});

type Props = {
  readonly notice: Notice | null;
  readonly zone: ZoneName;
  readonly locale: FollowLocale;
  readonly desk: Pick<FollowDesk, 'adminConsent' | 'retry' | 'dismiss'>;
};

/** Whether it asks for attention until it is put away; the rest is only said. */
const stays = ({ kind }: Notice) => kind !== 'done';
const isBad = ({ kind }: Notice) => kind === 'failed' || kind === 'refused' || kind === 'planFull';

/** What happened: a failure is an alert with a way out; the rest is said politely, in the one region for it. */
export function FollowNotice(props: Props) {
  const { hidden } = useHidden();
  const { notice, locale, zone } = props;
  // The same words twice are two events: a new element is heard again.
  const [said, setSaid] = useState({ notice, count: 0 });
  if (said.notice !== notice) setSaid({ notice, count: said.count + 1 });
  return (
    <>
      {notice && stays(notice) && <Bar {...props} notice={notice} />}
      <p role="status" className={hidden}>
        {notice && !isBad(notice) && <span key={said.count}>{followNoticeText(notice, locale, zone)}</span>}
      </p>
    </>
  );
}

function Bar({ notice, zone, locale, desk }: Props & { readonly notice: Notice }) {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  // The press that failed may have been further down.
  useEffect(() => bar.current?.scrollIntoView?.({ block: 'nearest' }), [notice]);
  const bad = isBad(notice);
  const text = followNoticeText(notice, locale, zone);
  return (
    <div ref={bar} className={`${styles.bar} ${bad ? styles.bad : styles.kept}`}>
      {bad ? <Text role="alert">{`⚠ ${text}`}</Text> : <Text>{text}</Text>}
      {notice.kind === 'failed' && <LateWayIn failure={notice.failure} locale={locale} desk={desk} />}
      <div className={styles.row}>
        {notice.kind === 'failed' && notice.again && (
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
