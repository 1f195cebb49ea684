import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AreasView } from '../../../app/planning/planView';
import type { Area } from '../../../domain/rhythm/series';
import { Heading } from '../../shared/Heading';
import { NumberField } from '../../shared/NumberField';
import { usePane } from '../paneContext';
import { areaName } from '../../shared/seriesNames';
import { Periods } from '../../shared/Periods';
import { MemberRow } from './MemberRow';
import { PersonPicker } from '../../shared/PersonPicker';
import { ProtectedTimes } from '../../shared/ProtectedTimes';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  inside: { display: 'flex', flexDirection: 'column', rowGap: '6px', paddingTop: '6px' },
});

/** One area: its people, its minimum, and under a fold what it protects. */
export function AreaCard({ view, area }: { readonly view: AreasView; readonly area: Area }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const name = areaName(view.series, area.id, locale);
  const members = view.series.people.filter((member) => member.area === area.id);
  const invited = members.filter(({ role }) => role !== 'informed').length;
  return (
    <section className={styles.card} aria-label={words.areas.members(name)}>
      <Heading>{words.areas.members(name)}</Heading>
      {members.length === 0 && <Text size={200}>{words.areas.nobodyYet}</Text>}
      <ul className={styles.list}>
        {members.map((member) => (
          <MemberRow key={member.id} view={view} member={member} />
        ))}
      </ul>
      <PersonPicker
        offered={view.offered}
        taken={view.series.people.map(({ mail }) => mail)}
        name={name}
        find={(text) => planning.areas.find(text)}
        add={(person) => planning.areas.add(person, area.id)}
      />
      <NumberField
        label={words.areas.quorum(name)}
        value={area.quorum}
        min={1}
        max={Math.max(1, invited, area.quorum)}
        change={(quorum) => planning.areas.setQuorum(area.id, quorum)}
      />
      <details>
        <summary>{words.areas.more(name)}</summary>
        <div className={styles.inside}>
          <Text size={200} weight="semibold">
            {words.areas.protected}
          </Text>
          <ProtectedTimes
            times={area.protectedTimes}
            change={(times) => planning.areas.setProtected(area.id, times)}
          />
          <Text size={200} weight="semibold">
            {words.areas.periods}
          </Text>
          <Periods
            periods={area.protectedPeriods}
            change={(periods) => planning.areas.setPeriods(area.id, periods)}
          />
        </div>
      </details>
    </section>
  );
}
