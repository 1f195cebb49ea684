import { Button, makeStyles } from '@fluentui/react-components';
import type { AreasView } from '../../../app/planning/planView';
import { Heading } from '../../shared/Heading';
import { usePane } from '../paneContext';
import { SiteDetails } from './SiteDetails';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', rowGap: '6px' } });

/** Where people work, each site under a fold: its clock, hours, holidays and own days. */
export function Sites({ view }: { readonly view: AreasView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { sites, zone } = view.series;
  const add = () => {
    const [first] = sites;
    planning.areas.editSite({
      id: freeId(sites.map(({ id }) => id)),
      city: words.areas.newCity,
      zone: first?.zone ?? zone,
      country: first?.country ?? '',
      hours: first?.hours ?? [],
      closedDays: [],
      openDays: [],
      halfDays: [],
    });
  };
  return (
    <section className={styles.list} aria-label={words.areas.sites}>
      <Heading>{words.areas.sites}</Heading>
      {sites.map((site) => (
        <details key={site.id}>
          <summary>{site.city}</summary>
          <SiteDetails
            site={site}
            countries={view.countries}
            holidays={view.holidays[site.id] ?? []}
            change={(next) => planning.areas.editSite(next)}
          />
        </details>
      ))}
      <div>
        <Button size="small" onClick={add}>
          {words.areas.addSite}
        </Button>
      </div>
    </section>
  );
}

function freeId(ids: readonly string[]): string {
  let number = ids.length + 1;
  while (ids.includes(`site-${number}`)) number += 1;
  return `site-${number}`;
}
