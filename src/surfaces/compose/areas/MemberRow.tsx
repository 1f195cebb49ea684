import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AreasView } from '../../../app/planning/planView';
import type { Member, MemberRole } from '../../../domain/rhythm/series';
import { usePane } from '../paneContext';
import { areaName, namesOf } from '../../shared/seriesNames';
import { WeekHours } from './WeekHours';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 126px auto auto',
    alignItems: 'center',
    columnGap: '4px',
    padding: '3px 0',
  },
  name: { gridColumn: '1 / 3' },
  notes: { gridColumn: '1 / 2', gridRow: 2, color: tokens.colorNeutralForeground2 },
  role: { gridColumn: '2 / -1', gridRow: 2 },
  icon: { minWidth: '28px', paddingInline: '4px' },
  details: { display: 'flex', flexDirection: 'column', rowGap: '6px', padding: '0 0 8px 12px' },
});

const ROLES: readonly MemberRole[] = ['key', 'optional', 'informed'];

/** One person: name and role in sight, the rest under a press. */
export function MemberRow({ view, member }: { readonly view: AreasView; readonly member: Member }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const [open, setOpen] = useState(false);
  const named = namesOf(view.series, locale);
  const site = view.series.sites.find(({ id }) => id === member.site);
  const notes = [
    // Before the calendars are read nobody knows, unless somebody said so.
    ...(site && (!view.first || member.siteChosen) ? [site.city] : []),
    ...(member.standsInFor !== undefined ? [words.areas.standsInFor(named.person(member.standsInFor))] : []),
    ...(member.outsider ? [words.areas.outsider] : []),
  ];
  return (
    <li>
      <div className={styles.row}>
        <Text size={300} className={styles.name}>
          {member.name}
        </Text>
        <Text size={200} className={styles.notes}>
          {notes.join(' · ')}
        </Text>
        <Select
          size="small"
          className={styles.role}
          aria-label={words.areas.role(member.name)}
          value={member.role}
          onChange={(_, { value }) => planning.areas.setRole(member.id, value as MemberRole)}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.areas.roles[role]}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          className={styles.icon}
          aria-expanded={open}
          aria-label={words.areas.details(member.name)}
          onClick={() => setOpen(!open)}
        >
          {'…'}
        </Button>
        <Button
          size="small"
          className={styles.icon}
          aria-label={words.remove(member.name)}
          onClick={() => planning.areas.remove(member.id)}
        >
          {'✕'}
        </Button>
      </div>
      {open && <MemberDetails view={view} member={member} />}
    </li>
  );
}

function MemberDetails({ view, member }: { readonly view: AreasView; readonly member: Member }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { series } = view;
  const named = namesOf(series, locale);
  const keys = series.people.filter(
    (one) => one.area === member.area && one.role === 'key' && one.id !== member.id,
  );
  const site = series.sites.find(({ id }) => id === member.site);
  return (
    <div className={styles.details}>
      <Field label={words.areas.site} size="small">
        <Select value={member.site} onChange={(_, { value }) => planning.areas.setSite(member.id, value)}>
          {series.sites.map(({ id, city }) => (
            <option key={id} value={id}>
              {city}
            </option>
          ))}
        </Select>
      </Field>
      {keys.length > 0 && (
        <Field label={words.areas.standIn} size="small">
          <Select
            value={member.standsInFor ?? ''}
            onChange={(_, { value }) =>
              planning.areas.setStandIn(member.id, value === '' ? undefined : value)
            }
          >
            <option value="">{words.areas.noStandIn}</option>
            {keys.map(({ id }) => (
              <option key={id} value={id}>
                {named.person(id)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {member.hours === undefined ? (
        <div>
          <Button size="small" onClick={() => planning.areas.setHours(member.id, site?.hours ?? [])}>
            {words.areas.ownHours}
          </Button>
        </div>
      ) : (
        <>
          <Text size={200} weight="semibold">
            {words.areas.hours}
          </Text>
          <WeekHours hours={member.hours} change={(hours) => planning.areas.setHours(member.id, hours)} />
          <div>
            <Button size="small" onClick={() => planning.areas.setHours(member.id, undefined)}>
              {words.areas.defaultHours}
            </Button>
          </div>
        </>
      )}
      {series.areas
        .filter(({ id }) => id !== member.area)
        .map(({ id }) => (
          <div key={id}>
            <Button size="small" onClick={() => planning.areas.move(member.id, id)}>
              {words.areas.moveTo(areaName(series, id, locale))}
            </Button>
          </div>
        ))}
    </div>
  );
}
