import type { Series, Site } from '../../domain/rhythm/series';
import { cancellable } from '../cancel';
import { attempt } from './attempt';
import { loadCalendars, readHolidays } from './calendars';
import { findPeople } from './finding';
import { memberOf } from './firstSeries';
import { keepSeries } from './keeping';
import type { Planning } from './planning';
import { type Plan, seriesOf } from './planState';
import * as edits from './rosterEdits';

/** Edits of people, areas and sites; kept by `save`, which goes on to the slots. */
export function areasCommands(plan: Plan): Planning['areas'] {
  const draft = (): Series => plan.state.get().draft ?? seriesOf(plan.state.get());
  const set = (series: Series): void => plan.change({ draft: series });
  return {
    find: (text) => void findPeople(plan, text),
    add(person, area) {
      const own = plan.state.get().me?.mail ?? '';
      set(edits.addMember(draft(), memberOf(person, area, draft(), own)));
    },
    remove: (member) => set(edits.removeMember(draft(), member)),
    setRole: (member, role) => set(edits.setRole(draft(), member, role)),
    setStandIn: (member, keyPerson) => set(edits.setStandIn(draft(), member, keyPerson)),
    setSite: (member, site) => set(edits.setSite(draft(), member, site)),
    setHours: (member, hours) => set(edits.setHours(draft(), member, hours)),
    move: (member, area) => set(edits.moveToArea(draft(), member, area)),
    setQuorum: (area, quorum) => set(edits.setQuorum(draft(), area, quorum)),
    setProtected: (area, times) => set(edits.setProtectedTimes(draft(), area, times)),
    setPeriods: (area, periods) => set(edits.setProtectedPeriods(draft(), area, periods)),
    editSite(site) {
      const before = draft().sites.find(({ id }) => id === site.id);
      set(withClockOf(plan, edits.putSite(draft(), site), before, site));
      if (before?.country !== site.country || before.region !== site.region)
        void readHolidays(plan, draft(), cancellable());
    },
    save: () => void save(plan, draft()),
  };
}

/** The series stands on the organiser's clock: where that was wrong, correcting the site corrects it. */
function withClockOf(plan: Plan, series: Series, before: Site | undefined, site: Site): Series {
  const me = series.people.find(({ mail }) => mail === plan.state.get().me?.mail);
  const follows = before !== undefined && me?.site === site.id && before.zone === series.zone;
  return follows ? { ...series, zone: site.zone } : series;
}

async function save(plan: Plan, series: Series): Promise<void> {
  if (plan.state.get().working !== undefined) return;
  plan.change({ working: 'saving', notice: undefined });
  const kept = await attempt(
    plan,
    'save',
    async () => void (await keepSeries(plan, series)),
    () => void save(plan, series),
  );
  plan.change({ working: undefined });
  if (!kept) return;
  plan.finding?.cancel();
  plan.change({ draft: undefined, first: false, screen: 'slots' });
  await loadCalendars(plan);
}
