import { makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { Area } from '../../../domain/rhythm/series';
import { NumberField } from '../../shared/NumberField';
import { Periods } from '../../shared/Periods';
import { PersonPicker } from '../../shared/PersonPicker';
import { ProtectedTimes } from '../../shared/ProtectedTimes';
import { areaName } from '../../shared/seriesNames';
import { TextField } from '../../shared/TextField';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { MemberSettings, useMemberStyles } from './MemberSettings';
import { useOffered } from './useOffered';
import type { SettingsProps } from './settingsProps';

const useStyles = makeStyles({
  card: { rowGap: '8px' },
  two: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: '8px' },
  inside: { display: 'flex', flexDirection: 'column', rowGap: '6px', paddingTop: '6px' },
});

/** One area: its people with their roles, its minimum, and under a fold what it protects. */
export function AreaSettings(props: SettingsProps & { readonly area: Area }) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale, area } = props;
  const rows = useMemberStyles();
  const { words } = locale;
  const own = locale.follow.settings;
  const id = useId();
  const offered = useOffered(desk);
  const name = areaName(view.series, area.id, locale);
  const members = view.series.people.filter((member) => member.area === area.id);
  const invited = members.filter(({ role }) => role !== 'informed').length;
  return (
    <section className={mergeClasses(shared.card, styles.card)} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.areas.members(name)}
      </h2>
      {members.length === 0 ? (
        <p className={shared.quiet}>{words.areas.nobodyYet}</p>
      ) : (
        <>
          <div aria-hidden className={mergeClasses(rows.row, rows.head, shared.quiet)}>
            <span>{own.columns.name}</span>
            <div className={rows.fields}>
              <span>{own.columns.role}</span>
              <span>{own.columns.standIn}</span>
              <span>{own.columns.area}</span>
            </div>
          </div>
          <ul className={shared.list}>
            {members.map((member) => (
              <MemberSettings key={member.id} {...props} member={member} />
            ))}
          </ul>
        </>
      )}
      <PersonPicker
        offered={offered.offered}
        taken={view.series.people.map(({ mail }) => mail)}
        name={name}
        find={offered.find}
        add={(person) => desk.settings.addMember(person, area.id)}
      />
      <div className={styles.two}>
        <NumberField
          label={words.areas.quorum(name)}
          value={area.quorum}
          min={1}
          max={Math.max(1, invited, area.quorum)}
          change={(quorum) => desk.settings.area(area.id, { quorum })}
        />
        <TextField
          label={own.name(name)}
          value={name}
          change={(called) => desk.settings.area(area.id, { name: called })}
        />
      </div>
      <details>
        <summary>{words.areas.more(name)}</summary>
        <div className={styles.inside}>
          <Text size={200} weight="semibold">
            {words.areas.protected}
          </Text>
          <ProtectedTimes
            times={area.protectedTimes}
            change={(protectedTimes) => desk.settings.area(area.id, { protectedTimes })}
          />
          <Text size={200} weight="semibold">
            {words.areas.periods}
          </Text>
          <Periods
            periods={area.protectedPeriods}
            change={(protectedPeriods) => desk.settings.area(area.id, { protectedPeriods })}
          />
        </div>
      </details>
    </section>
  );
}
