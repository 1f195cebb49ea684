import type { Series } from '../../domain/rhythm/series';
import type { Relax } from '../../domain/slots/types';
import { loadCalendars } from './calendars';
import { type Plan, seriesOf } from './planState';
import { setQuorum, setRole } from './rosterEdits';

/** Takes a proposal of the search over; the calendars that were read serve again. */
export function relax(plan: Plan, change: Relax): void {
  const series = relaxed(seriesOf(plan.state.get()), change);
  plan.change({ series, notice: undefined, question: undefined });
  void loadCalendars(plan);
}

/** Another time of day is no rule of the series: that proposal is among the options already. */
function relaxed(series: Series, change: Relax): Series {
  switch (change.kind) {
    case 'quorum':
      return setQuorum(series, change.area, change.to);
    case 'keyPerson':
      return setRole(series, change.person, 'optional');
    case 'time':
      return series;
  }
}
