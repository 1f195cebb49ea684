import { countryOfZone } from '../../domain/rhythm/countryOfZone';
import { proposedSite } from '../../domain/rhythm/siteDefaults';
import type { Series } from '../../domain/rhythm/series';
import { plannedDays, toSlotRequest } from '../../domain/rhythm/toSlotRequest';
import { Refusal } from '../../domain/refusal';
import type { WeekPicture } from '../../domain/slots/picture';
import type { SlotRequest } from '../../domain/slots/types';
import { instantOf } from '../../domain/time/calendarDays';
import { cancellable } from '../cancel';
import type { MailboxSchedule } from '../ports/calendar';
import type { Cancellation } from '../ports/cancellation';
import { PortFailure } from '../ports/failure';
import type { Country } from '../ports/holidays';
import { attempt } from './attempt';
import { withFairness } from './fairness';
import { calendarMails, datesBySite, holidaysBySite, knownCalendars, ownEvents } from './known';
import { optionsOf } from './options';
import { type Loading, type Plan, type PlanState, seriesOf } from './planState';

/**
 * Reads what is missing of the calendars, follows each mailbox to its site, reads the holidays and searches. What was
 * read for the same days before is used again; what fails keeps what has arrived. A newer call replaces an older one.
 */
export async function loadCalendars(plan: Plan): Promise<void> {
  plan.loading?.cancel();
  const cancel = cancellable();
  plan.loading = cancel;
  plan.again = undefined;
  plan.change({ options: [], answer: undefined, chosen: 0, moves: new Set() });
  const done = await attempt(
    plan,
    'calendars',
    async () => {
      await readSchedules(plan, cancel);
      if (cancel.cancelled) return;
      plan.change({ series: withSitesOfMailboxes(plan.state.get()) });
    },
    () => void loadCalendars(plan),
  );
  const stopped = cancel.cancelled ? 'cancelled' : done ? undefined : 'failed';
  if (stopped === undefined) {
    await readHolidays(plan, seriesOf(plan.state.get()), cancel);
    return searchAgain(plan, cancel);
  }
  setState(plan, stopped, cancel);
  if (plan.loading !== cancel) return;
  plan.again ??= () => void loadCalendars(plan);
  // What arrived is worth an answer all the same; who is missing counts as unknown.
  const { schedules } = plan.state.get();
  if ([...schedules.values()].some(({ kind }) => kind === 'known')) await searchAgain(plan, cancel, stopped);
}

/** Searches over what is there. `stopped` when reading ended early: the search goes on, and the state tells. */
export async function searchAgain(
  plan: Plan,
  load: Loading,
  stopped?: 'cancelled' | 'failed',
): Promise<void> {
  const cancel = stopped === undefined ? load : cancellable();
  if (stopped !== undefined) plan.loading = cancel;
  else setState(plan, 'searching', cancel);
  const done = await attempt(
    plan,
    'search',
    async () => {
      const request = requestOf(plan.state.get());
      const { search } = plan.ports;
      const [answer, unreached, picture] = await Promise.all([
        search.search(request, cancel),
        search.search({ ...request, reach: 0, top: 1 }, cancel),
        pictureOf(plan, cancel),
      ]);
      if (cancel.cancelled || plan.loading !== cancel) return;
      const { holidays } = plan.state.get();
      const found = optionsOf(seriesOf(plan.state.get()), answer, unreached.slots[0], holidays);
      const options = await withFairness(found, seriesOf(plan.state.get()), request, plan.ports.clock.now());
      if (cancel.cancelled || plan.loading !== cancel) return;
      plan.change({ answer, options, chosen: 0, moves: new Set(), ...(picture && { picture }) });
    },
    () => void loadCalendars(plan),
  );
  setState(plan, stopped ?? (cancel.cancelled ? 'cancelled' : done ? 'ready' : 'failed'), cancel);
}

/** The question to the search, from all that is known now. */
export function requestOf(state: PlanState): SlotRequest {
  const series = seriesOf(state);
  return toSlotRequest({
    series,
    from: state.from,
    calendars: knownCalendars(state.schedules.values()),
    holidays: datesBySite(state.holidays),
    ignore: ownEvents(series),
  });
}

async function readSchedules(plan: Plan, cancel: Cancellation): Promise<void> {
  const state = plan.state.get();
  const series = seriesOf(plan.state.get());
  const days = plannedDays(series, state.from);
  const schedulesFor = `${days.from}/${days.until}/${series.zone}`;
  const kept = state.schedulesFor === schedulesFor ? state.schedules : new Map<string, MailboxSchedule>();
  const mails = calendarMails(series);
  const wanted = mails.filter((mail) => kept.get(mail)?.kind !== 'known');
  const count = (): number => mails.filter((mail) => plan.state.get().schedules.has(mail)).length;
  const known = new Map([...kept].filter(([mail]) => !wanted.includes(mail)));
  plan.change({
    schedules: known,
    schedulesFor,
    calendars: { done: mails.length - wanted.length, of: mails.length, state: 'loading' },
  });
  if (wanted.length === 0) return;
  const window = {
    from: instantOf(days.from, '00:00', series.zone),
    until: instantOf(days.until, '00:00', series.zone),
  };
  const add = (part: readonly MailboxSchedule[]): void => {
    if (cancel.cancelled) return;
    const schedules = new Map(plan.state.get().schedules);
    for (const one of part) schedules.set(one.mail, one);
    plan.change({ schedules });
    plan.change({ calendars: { done: count(), of: mails.length, state: 'loading' } });
    void drawPicture(plan, cancel);
  };
  add(await plan.ports.calendar.schedules(wanted, window, series.zone, add, cancel));
}

/** The picture of the week while calendars are still coming. */
async function drawPicture(plan: Plan, cancel: Cancellation): Promise<void> {
  const before = plan.state.get().schedules.size;
  const picture = await pictureOf(plan, cancel);
  const { calendars, schedules } = plan.state.get();
  if (picture === undefined || cancel.cancelled || calendars.state !== 'loading') return;
  if (schedules.size >= before) plan.change({ picture });
}

/** A help and no more: what goes wrong with it is the search's to tell. */
async function pictureOf(plan: Plan, cancel: Cancellation): Promise<WeekPicture | undefined> {
  try {
    return await plan.ports.search.picture(requestOf(plan.state.get()), cancel);
  } catch (error) {
    if (!(error instanceof PortFailure || error instanceof Refusal)) plan.ports.report?.(error);
    return undefined;
  }
}

/** Each member without a chosen site goes to the one whose clock their mailbox keeps; a new clock makes a new site. */
function withSitesOfMailboxes(state: PlanState): Series {
  const before = seriesOf(state);
  return before.people.reduce((series, member) => {
    const schedule = state.schedules.get(member.mail);
    const zone = schedule?.kind === 'known' ? schedule.hours?.zone : undefined;
    const site = series.sites.find(({ id }) => id === member.site);
    if (member.siteChosen || zone === undefined || zone === site?.zone) return series;
    const there = series.sites.find((one) => one.zone === zone);
    const moved = (id: string): Series => ({
      ...series,
      people: series.people.map((one) => (one.id === member.id ? { ...one, site: id } : one)),
    });
    if (there !== undefined) return moved(there.id);
    const id = freshSiteId(series);
    const country = countryOfZone(
      zone,
      state.countries.map(({ code }) => code),
    );
    return { ...moved(id), sites: [...series.sites, proposedSite(id, zone, country ?? '')] };
  }, before);
}

function freshSiteId(series: Series): string {
  let number = series.sites.length + 1;
  while (series.sites.some(({ id }) => id === `site-${number}`)) number++;
  return `site-${number}`;
}

/** Holidays of every site over the planned days. Without them a search still helps; the notice says so. */
export async function readHolidays(plan: Plan, series: Series, cancel: Cancellation): Promise<void> {
  const days = plannedDays(series, plan.state.get().from);
  await attempt(
    plan,
    'holidays',
    async () => {
      const countries = await countriesOf(plan, cancel);
      const holidays = await holidaysBySite(plan.ports.holidays, series, days, countries, cancel);
      if (!cancel.cancelled) plan.change({ holidays });
    },
    () => void loadCalendars(plan),
  );
}

async function countriesOf(plan: Plan, cancel: Cancellation): Promise<readonly Country[]> {
  const known = plan.state.get().countries;
  if (known.length > 0) return known;
  const countries = await plan.ports.holidays.countries(cancel);
  plan.change({ countries });
  return countries;
}

function setState(plan: Plan, state: PlanState['calendars']['state'], cancel: Loading): void {
  // A load that was replaced by a newer one has nothing to say any more.
  if (plan.loading !== cancel) return;
  plan.change({ calendars: { ...plan.state.get().calendars, state } });
}
