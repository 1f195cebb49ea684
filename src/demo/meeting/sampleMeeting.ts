import { randomUUID } from 'node:crypto';
import { personId } from '../company/sampleCompany';
import type { Company, Person } from '../company/types';
import { threadOf } from '../graph/calendar/joinBlock';
import { DAYS } from '../graph/calendar/model';
import type { Json } from '../graph/http/body';
import { valueAt } from '../graph/odata/options';
import { nameOfZone, wallTime } from '../graph/zones';
import { SAMPLE_MINUTES, sampleAgendaHtml } from './sampleAgenda';
import { makeHistory } from './sampleHistory';
import { weeksBefore } from './sampleRecords';
import { sampleSeriesFile } from './sampleSeries';
import { SESSIONS_AHEAD, WEEKS_BEFORE } from './sampleStory';
import { ask, datesOf, eventsIn, joinUrlOf, keeperOf, type Tenant, textAt, windowOf } from './tenant';
import { outsiderOf, type Weekly, weeklyPeople } from './weeklyPeople';

export type SampleMeetingOptions = {
  readonly start: number;
  readonly language: 'es' | 'en';
  /** A single meeting that nobody prepared: no agenda, no series. */
  readonly adHoc: boolean;
  /** An outsider is invited too. */
  readonly guest: boolean;
  /** The weekly has run for twelve weeks: records, tasks in Planner, and a monthly series beside it. */
  readonly history?: boolean;
};

export type SampleMeeting = {
  readonly joinUrl: string;
  readonly chat: string;
  /** The organiser's event; of the weekly, the series as a whole. */
  readonly eventId: string;
  /** ISO, UTC. */
  readonly start: string;
  /** Cadencia's ids of the series, and of the monthly one beside it. */
  readonly series: string | null;
  readonly monthly: string | null;
};

const TIMES = 8;
const DAY_MS = 86_400_000;
const WORDS = {
  es: { weekly: 'Semanal de Marketing y Ventas', adHoc: 'Reunión sin preparar' },
  en: { weekly: 'Marketing and Sales Weekly', adHoc: 'Meeting that nobody prepared' },
};

/**
 * Does what the organiser would have done with the product before: the Teams meeting in the calendar, the agenda in its
 * invitation, the series' file in the team's site. Everything goes through the tenant's own Graph.
 */
export async function createSampleMeeting(
  tenant: Tenant,
  options: SampleMeetingOptions,
): Promise<SampleMeeting> {
  const { company } = tenant;
  const { start, language, history = false } = options;
  const organiser = personWith(company, company.organiser);
  const people = weeklyPeople(company, history);
  const outsider = options.guest ? outsiderOf(company) : undefined;
  const first = history ? weeksBefore(start, WEEKS_BEFORE, organiser.zone) : start;
  const times = history ? WEEKS_BEFORE + SESSIONS_AHEAD : TIMES;
  const body = eventOf(company, organiser, people, outsider, options, { first, times });
  const event = await ask(tenant, organiser, 'POST', '/me/events', body);
  const joinUrl = joinUrlOf(event);
  const eventId = textAt(event, 'id');
  await answerInvitations(tenant, people, joinUrl, start);
  const made = { joinUrl, chat: threadOf(joinUrl), eventId, start: new Date(start).toISOString() };
  if (options.adHoc) return { ...made, series: null, monthly: null };
  const id = randomUUID();
  const dates = await datesOf(tenant, organiser, eventId, first, first + (times * 7 + 1) * DAY_MS);
  const series = { id, language, title: WORDS[language].weekly, organiser, people };
  const story = history
    ? await makeHistory(tenant, { ...series, start, person: personOf(company, people), dates })
    : undefined;
  const file = sampleSeriesFile(company, {
    ...series,
    kind: 'weekly',
    minutes: SAMPLE_MINUTES,
    ...(outsider !== undefined && { outsider }),
    event: { id: eventId, joinUrl, starts: dates.map((date) => date.start) },
    ...(story !== undefined && { pauses: story.pauses, followUp: story.followUp }),
  });
  await (
    await keeperOf(tenant, organiser)
  )(`series-${id}.json`, file);
  return { ...made, series: id, monthly: story?.monthly ?? null };
}

function eventOf(
  company: Company,
  organiser: Person,
  people: readonly Weekly[],
  outsider: Person | undefined,
  { language, adHoc }: SampleMeetingOptions,
  { first, times }: { readonly first: number; readonly times: number },
): Json {
  const { zone } = organiser;
  const at = (instant: number) => ({ dateTime: wallTime(instant, zone), timeZone: nameOfZone(zone) });
  const head = (area: string) => {
    const id = company.areas.find((one) => one.id === area)?.head;
    return company.people.find((one) => one.id === id)?.name ?? '';
  };
  const heads = { marketing: head('marketing'), sales: head('sales') };
  const invite = ({ name, mail: address }: Person, type: string) => ({
    type,
    emailAddress: { name, address },
  });
  const day = wallTime(first, zone).slice(0, 10);
  const weekday = DAYS[new Date(`${day}T00:00Z`).getUTCDay()];
  return {
    subject: adHoc ? WORDS[language].adHoc : WORDS[language].weekly,
    body: { contentType: 'html', content: adHoc ? '' : sampleAgendaHtml(language, heads) },
    start: at(first),
    end: at(first + SAMPLE_MINUTES * 60_000),
    attendees: [
      ...people
        .filter(({ person, role }) => person.id !== organiser.id && role !== 'informed')
        .map(({ person, role }) => invite(person, role === 'key' ? 'required' : 'optional')),
      ...(outsider === undefined ? [] : [invite(outsider, 'required')]),
    ],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    ...(!adHoc && {
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekday], firstDayOfWeek: 'monday' },
        range: { type: 'numbered', startDate: day, numberOfOccurrences: times },
      },
    }),
  };
}

/** Key people have accepted; the others have not answered. */
async function answerInvitations(
  tenant: Tenant,
  people: readonly Weekly[],
  joinUrl: string,
  start: number,
): Promise<void> {
  for (const { person, role } of people) {
    if (role !== 'key' || person.id === tenant.company.organiser) continue;
    const window = windowOf(start, start + 60_000);
    const { value } = await ask(tenant, person, 'GET', `/me/calendarView?${window}&$top=100`);
    const copy = eventsIn(value).find((one) => valueAt(one, 'onlineMeeting/joinUrl') === joinUrl);
    const id = valueAt(copy, 'seriesMasterId') ?? valueAt(copy, 'id');
    if (typeof id === 'string')
      await ask(tenant, person, 'POST', `/me/events/${encodeURIComponent(id)}/accept`, {});
  }
}

/** Somebody by a short name of the sample; in another company somebody else of the weekly, always the same one. */
function personOf(company: Company, people: readonly Weekly[]): (short: string) => Person {
  return (short) => {
    const sample = company.people.find(({ id }) => id === personId(short));
    if (sample !== undefined) return sample;
    const area = short.startsWith('s') ? company.areas.at(-1)?.id : company.areas[0]?.id;
    const ours = people.filter((one) => one.area === area);
    const one = (ours.length > 0 ? ours : people)[Number(short.slice(1)) % (ours.length || people.length)];
    return one?.person ?? personWith(company, company.organiser);
  };
}

function personWith(company: Company, wanted: string): Person {
  const found = company.people.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error('the company has no such person');
  return found;
}
