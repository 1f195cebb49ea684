import { Checkbox, Field, Input, makeStyles, Select, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Country, Holiday } from '../../../app/ports/holidays';
import type { Site } from '../../../domain/rhythm/series';
import { usePane } from '../paneContext';
import { SiteDays } from './SiteDays';
import { WeekHours } from './WeekHours';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: '6px', padding: '6px 0 6px 12px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** One site, every field of it editable. */
export function SiteDetails(props: {
  readonly site: Site;
  readonly countries: readonly Country[];
  readonly holidays: readonly Holiday[];
  readonly change: (site: Site) => void;
}) {
  const styles = useStyles();
  const { locale } = usePane();
  const { words, format } = locale;
  const { site, change } = props;
  const [city, setCity] = useState(site.city);
  useEffect(() => setCity(site.city), [site.city]);
  const country = props.countries.find(({ code }) => code === site.country);
  const { region: _region, ...wholeCountry } = site;
  const toggleOpen = (date: string) =>
    change({
      ...site,
      openDays: site.openDays.includes(date)
        ? site.openDays.filter((day) => day !== date)
        : [...site.openDays, date].sort(),
    });
  return (
    <div className={styles.box}>
      <Field label={words.areas.city} size="small">
        <Input
          value={city}
          onChange={(_, { value }) => setCity(value)}
          onBlur={() => (city.trim() === '' ? setCity(site.city) : change({ ...site, city: city.trim() }))}
        />
      </Field>
      <Field label={words.areas.zone} size="small">
        <Select value={site.zone} onChange={(_, { value }) => change({ ...site, zone: value })}>
          {[...new Set([site.zone, ...format.zones()])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <Field label={words.areas.country} size="small">
        <Select value={site.country} onChange={(_, { value }) => change({ ...wholeCountry, country: value })}>
          {country === undefined && <option value={site.country}>{format.country(site.country)}</option>}
          {props.countries.map(({ code }) => (
            <option key={code} value={code}>
              {format.country(code)}
            </option>
          ))}
        </Select>
      </Field>
      {country && country.regions.length > 0 && (
        <Field label={words.areas.region} size="small">
          <Select
            value={site.region ?? ''}
            onChange={(_, { value }) => change(value === '' ? wholeCountry : { ...site, region: value })}
          >
            <option value="">{words.areas.wholeCountry}</option>
            {country.regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Text size={200} weight="semibold">
        {words.areas.siteHours}
      </Text>
      <WeekHours hours={site.hours} change={(hours) => change({ ...site, hours })} />
      {props.holidays.length > 0 && (
        <details>
          <summary>{words.areas.holidays}</summary>
          <ul className={styles.list}>
            {props.holidays.map(({ date, name }) => (
              <li key={date}>
                <Checkbox
                  label={`${format.day(date)} · ${name}`}
                  checked={site.openDays.includes(date)}
                  onChange={() => toggleOpen(date)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <SiteDays site={site} change={change} />
    </div>
  );
}
