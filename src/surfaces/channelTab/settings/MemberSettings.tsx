import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Member, MemberRole } from '../../../domain/rhythm/series';
import { areaName, namesOf } from '../../shared/seriesNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import type { SettingsProps } from './settingsProps';

export const useMemberStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 28px',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (min-width: 600px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 6fr) 28px' },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: '4px',
    gridRow: 2,
    gridColumn: '1 / -1',
    '@media (min-width: 600px)': { gridRow: 1, gridColumn: 2 },
  },
  head: { display: 'none', '@media (min-width: 600px)': { display: 'grid' } },
  remove: { minWidth: '28px', paddingInline: '4px' },
  select: { minWidth: 0 },
});

const ROLES: readonly MemberRole[] = ['key', 'optional', 'informed'];

/** One person: role, for whom they stand in, and their area. Whoever organises hands the series over before leaving. */
export function MemberSettings(props: SettingsProps & { readonly member: Member }) {
  const styles = useMemberStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale, member } = props;
  const { words } = locale;
  const own = locale.follow.settings;
  const { series } = view;
  const named = namesOf(series, locale);
  const organises = member.id === view.organiser.id;
  const keys = series.people.filter(
    (one) => one.area === member.area && one.role === 'key' && one.id !== member.id,
  );
  const beside = [
    ...(organises ? [own.organises] : []),
    ...(member.outsider === true ? [words.areas.outsider] : []),
  ];
  const { settings } = desk;
  return (
    <li className={styles.row}>
      <div className={shared.grow}>
        <p className={shared.text}>{member.name}</p>
        {beside.length > 0 && <p className={shared.quiet}>{beside.join(' · ')}</p>}
      </div>
      <div className={styles.fields}>
        <Select
          size="small"
          className={styles.select}
          aria-label={words.areas.role(member.name)}
          value={member.role}
          onChange={(_, { value }) => settings.member(member.id, { role: value as MemberRole })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.areas.roles[role]}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          className={styles.select}
          aria-label={own.standInOf(member.name)}
          value={member.standsInFor ?? ''}
          disabled={keys.length === 0 && member.standsInFor === undefined}
          onChange={(_, { value }) =>
            settings.member(member.id, { standsInFor: value === '' ? undefined : value })
          }
        >
          <option value="">{words.areas.noStandIn}</option>
          {keys.map(({ id }) => (
            <option key={id} value={id}>
              {named.person(id)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          className={styles.select}
          aria-label={own.areaOf(member.name)}
          value={member.area}
          onChange={(_, { value }) => settings.member(member.id, { area: value })}
        >
          {series.areas.map(({ id }) => (
            <option key={id} value={id}>
              {areaName(series, id, locale)}
            </option>
          ))}
        </Select>
      </div>
      {!organises && (
        <Button
          size="small"
          className={styles.remove}
          aria-label={words.remove(member.name)}
          onClick={() => settings.removeMember(member.id)}
        >
          {'✕'}
        </Button>
      )}
    </li>
  );
}
