import { makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import type { PartProps } from '../partProps';
import { Asks } from './Asks';
import { Figures } from './Figures';
import { HandOver } from './HandOver';
import { Proposals } from './Proposals';
import { useRhythmStyles } from './rhythmStyles';
import { SessionStrip } from './SessionStrip';
import { SessionTalk } from './SessionTalk';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
  },
  title: { fontSize: '16px', lineHeight: '22px' },
});

const MONTHS = [3, 6, 12, 24];

/** How the rhythm goes: what somebody has to do first, then the sessions, then the figures. */
export function RhythmPart(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale } = props;
  const words = locale.follow.rhythm;
  const { months } = view.rhythm;
  const offered = MONTHS.includes(months) ? MONTHS : [...MONTHS, months].sort((a, b) => a - b);
  return (
    <div className={styles.part}>
      <HandOver {...props} />
      <Asks {...props} />
      <Proposals {...props} />
      <div className={styles.head}>
        <h2 className={mergeClasses(shared.heading, styles.title)}>{words.title}</h2>
        <Select
          aria-label={words.months}
          value={String(months)}
          onChange={(_, { value }) => desk.rhythm.months(Number(value))}
        >
          {offered.map((n) => (
            <option key={n} value={n}>
              {words.ofMonths(n)}
            </option>
          ))}
        </Select>
      </div>
      <SessionStrip {...props} />
      <SessionTalk {...props} />
      <Figures {...props} />
    </div>
  );
}
