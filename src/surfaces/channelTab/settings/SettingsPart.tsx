import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { createMembersLocale } from '../../../locale/membersLocale';
import { LocaleContext } from '../../shared/localeContext';
import type { PartProps } from '../partProps';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { AreaSettings } from './AreaSettings';
import { HandingOver } from './HandingOver';
import { Leaving } from './Leaving';
import { MeetingSettings } from './MeetingSettings';
import { Pauses } from './Pauses';
import { Privacy } from './Privacy';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    minWidth: 0,
    // Else a list is as wide as its longest name; it grows into its field by itself.
    '& select': { width: 0 },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px 24px',
    alignItems: 'start',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
});

/** Everything of the series that has a setting; each change is kept at once. */
export function SettingsPart({ locale: plain, ...rest }: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const locale = useMemo(() => createMembersLocale(plain), [plain]);
  const props = { ...rest, locale };
  const { view } = props;
  const words = locale.follow.settings;
  return (
    <LocaleContext.Provider value={locale}>
      <div className={styles.part}>
        <p className={shared.quiet}>
          {view.place === 'site' ? words.keptAtOnce : locale.words.areas.place[view.place]}
        </p>
        <div className={styles.columns}>
          <div className={styles.column}>
            {view.series.areas.map((area) => (
              <AreaSettings key={area.id} {...props} area={area} />
            ))}
            <Pauses {...props} />
            <Leaving {...props} />
          </div>
          <div className={styles.column}>
            <MeetingSettings {...props} />
            <Privacy {...props} />
            <HandingOver {...props} />
          </div>
        </div>
      </div>
    </LocaleContext.Provider>
  );
}
