import { LONGEST_MINUTES, resizeAgenda } from '../../domain/agenda/edit';
import { agendaTemplate, templateMinutes } from '../../domain/agenda/templates';
import type { Series } from '../../domain/rhythm/series';
import { Refusal } from '../../domain/refusal';
import { localTime } from '../../domain/time/calendarDays';
import { attempt } from './attempt';
import { loadCalendars } from './calendars';
import { USUAL_TIMES } from './firstSeries';
import { keepSeries } from './keeping';
import type { Planning } from './planning';
import { type Plan, seriesOf } from './planState';

type Change = Parameters<Planning['series']['change']>[0];

const SHORTEST_MINUTES = 15;
const MOST_TIMES = 52;
const MOST_EVERY = 12;

/** Edits of kind, length, number, first week, title, language and pauses; kept by `save`. */
export function seriesCommands(plan: Plan): Planning['series'] {
  const draft = (): Series => plan.state.get().draft ?? seriesOf(plan.state.get());
  return {
    change({ from, ...change }) {
      const next = changed(plan, draft(), change);
      checkNumbers(next);
      const today = localTime(plan.ports.clock.now(), next.zone).day;
      if (from !== undefined && from < today) throw new Refusal('slots/empty-window');
      plan.change({ draft: next, notice: undefined, ...(from !== undefined && { draftFrom: from }) });
    },
    use(id) {
      const known = plan.state.get().known.find(({ series }) => series.id === id);
      plan.change({ draft: known?.series ?? sameAreas(plan, draft()), notice: undefined });
    },
    save: () => void save(plan, draft()),
  };
}

/** A new series on the areas of this one; it has never been on a calendar. */
function sameAreas(plan: Plan, series: Series): Series {
  return { ...series, id: plan.ports.ids.next(), chain: [] };
}

/** A new kind or language brings its own title and length where nobody chose another. */
function changed(plan: Plan, before: Series, change: Omit<Change, 'from'>): Series {
  const { wording } = plan.ports;
  const kind = change.kind ?? before.kind;
  const language = change.language ?? before.language;
  const usualTitle = before.title === wording.seriesTitle(before.kind, before.language);
  const otherKind = kind !== before.kind;
  return {
    ...before,
    ...(usualTitle && { title: wording.seriesTitle(kind, language) }),
    ...(otherKind && before.minutes === templateMinutes(before.kind) && { minutes: templateMinutes(kind) }),
    ...(otherKind && before.times === USUAL_TIMES[before.kind] && { times: USUAL_TIMES[kind] }),
    ...(otherKind && { every: 1 }),
    ...change,
  };
}

function checkNumbers({ minutes, times, every }: Series): void {
  const within = (value: number, most: number, least = 1): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!within(minutes, LONGEST_MINUTES, SHORTEST_MINUTES))
    throw new Refusal('slots/bad-minutes', { minutes });
  if (!within(times, MOST_TIMES) || !within(every, MOST_EVERY)) throw new Refusal('slots/bad-repeat');
}

/** The first time nothing is kept before the areas are: the draft goes back to them. */
async function save(plan: Plan, series: Series): Promise<void> {
  if (plan.state.get().working !== undefined) return;
  const before = seriesOf(plan.state.get());
  if (plan.state.get().first) {
    plan.change({ draft: series, series, from: plan.state.get().draftFrom, screen: 'areas' });
    return fitAgenda(plan, before, series);
  }
  plan.change({ working: 'saving', notice: undefined });
  const kept = await attempt(
    plan,
    'save',
    async () => {
      const now = await keepSeries(plan, series);
      fitAgenda(plan, before, now);
    },
    () => void save(plan, series),
  );
  plan.change({ working: undefined });
  if (!kept) return;
  plan.change({ from: plan.state.get().draftFrom, draft: undefined, screen: 'slots' });
  await loadCalendars(plan);
}

/** An agenda that somebody wrote keeps its items and shares out the new length; else it is the template's. */
function fitAgenda(plan: Plan, before: Series, { kind, language, minutes }: Series): void {
  const { agenda, agendaOwn } = plan.state.get();
  if (agendaOwn && kind === before.kind && minutes >= agenda.items.length)
    plan.change({ agenda: resizeAgenda(agenda, minutes) });
  else
    plan.change({
      agenda: agendaTemplate(kind, language, minutes),
      agendaOwn: false,
      agendaFromInvitation: false,
      agendaSeen: undefined,
    });
}
