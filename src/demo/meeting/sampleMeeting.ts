import { randomUUID } from 'node:crypto';
import type { Company, Person } from '../company/types';
import { threadOf } from '../graph/calendar/joinBlock';
import { DAYS } from '../graph/calendar/model';
import type { GraphEmulator } from '../graph/emulator';
import { type Json, isObject } from '../graph/http/body';
import { valueAt } from '../graph/odata/options';
import { nameOfZone, wallTime } from '../graph/zones';
import { SAMPLE_MINUTES, sampleAgendaHtml } from './sampleAgenda';
import { sampleSeriesFile } from './sampleSeries';
import { outsiderOf, type Weekly, weeklyPeople } from './weeklyPeople';

export type SampleMeetingOptions = {
  readonly start: number;
  readonly language: 'es' | 'en';
  /** A single meeting that nobody prepared: no agenda, no series. */
  readonly adHoc: boolean;
  /** An outsider is invited too. */
  readonly guest: boolean;
};

export type SampleMeeting = {
  readonly joinUrl: string;
  readonly chat: string;
  /** The organiser's event; of the weekly, the series as a whole. */
  readonly eventId: string;
  /** ISO, UTC. */
  readonly start: string;
  /** Cadencia's id of the series. */
  readonly series: string | null;
};

export type Tenant = {
  readonly company: Company;
  readonly now: () => number;
  readonly emulator: GraphEmulator;
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
  const organiser = personWith(company, company.organiser);
  const people = weeklyPeople(company);
  const outsider = options.guest ? outsiderOf(company) : undefined;
  const event = await ask(
    tenant,
    organiser,
    'POST',
    '/me/events',
    eventOf(company, organiser, people, outsider, options),
  );
  const joinUrl = textAt(event, 'onlineMeeting/joinUrl');
  if (joinUrl === '') throw new Error('the meeting does not tell its address yet: a fault is active');
  const eventId = textAt(event, 'id');
  await answerInvitations(tenant, people, joinUrl, options.start);
  const made = { joinUrl, chat: threadOf(joinUrl), eventId, start: new Date(options.start).toISOString() };
  if (options.adHoc) return { ...made, series: null };
  const id = randomUUID();
  const file = sampleSeriesFile(company, {
    id,
    language: options.language,
    title: WORDS[options.language].weekly,
    organiser,
    people,
    ...(outsider !== undefined && { outsider }),
    event: { id: eventId, joinUrl, starts: await startsOf(tenant, organiser, eventId, options.start) },
  });
  await keep(tenant, organiser, `series-${id}.json`, file);
  return { ...made, series: id };
}

function eventOf(
  company: Company,
  organiser: Person,
  people: readonly Weekly[],
  outsider: Person | undefined,
  { start, language, adHoc }: SampleMeetingOptions,
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
  const day = wallTime(start, zone).slice(0, 10);
  const weekday = DAYS[new Date(`${day}T00:00Z`).getUTCDay()];
  return {
    subject: adHoc ? WORDS[language].adHoc : WORDS[language].weekly,
    body: { contentType: 'html', content: adHoc ? '' : sampleAgendaHtml(language, heads) },
    start: at(start),
    end: at(start + SAMPLE_MINUTES * 60_000),
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
        range: { type: 'numbered', startDate: day, numberOfOccurrences: TIMES },
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

async function startsOf(
  tenant: Tenant,
  organiser: Person,
  id: string,
  start: number,
): Promise<readonly number[]> {
  const window = windowOf(start, start + TIMES * 7 * DAY_MS);
  const path = `/me/events/${encodeURIComponent(id)}/instances?${window}&$top=${TIMES}&$select=start`;
  const { value } = await ask(tenant, organiser, 'GET', path);
  return eventsIn(value).map((event) => startOf(event));
}

/** Into the team's site; without a team into the organiser's app folder. */
async function keep(tenant: Tenant, organiser: Person, name: string, content: string): Promise<void> {
  const { team } = tenant.company;
  if (team === undefined) {
    await ask(tenant, organiser, 'PUT', `/me/drive/special/approot:/${name}:/content`, content);
    return;
  }
  const drive = textAt(await ask(tenant, organiser, 'GET', `/sites/${team.siteId}/drive`), 'id');
  const folder = { name: 'Cadencia', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
  const made = await tenant.emulator.act(organiser.id, 'POST', `/drives/${drive}/root/children`, folder);
  // 409: an earlier meeting, or the product, has made it.
  if (made.status !== 201 && made.status !== 409) throw new Error(`the folder was not made: ${made.status}`);
  await ask(tenant, organiser, 'PUT', `/drives/${drive}/root:/Cadencia/${name}:/content`, content);
}

/** One request as somebody of the company; what is refused is a mistake of the demo. */
export async function ask(
  { emulator }: Tenant,
  { id }: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const reply = await emulator.act(id, method, path, body);
  if (reply.status >= 400) throw new Error(`${method} ${path.split('?')[0]}: ${JSON.stringify(reply.body)}`);
  return isObject(reply.body) ? reply.body : {};
}

export const eventsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** When an event starts that was asked for without a zone. */
export const startOf = (event: Json, which: 'start' | 'end' = 'start'): number =>
  Date.parse(`${textAt(event, `${which}/dateTime`).slice(0, 23)}Z`);

export const windowOf = (from: number, until: number): string =>
  `startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(until).toISOString()}`;

export function textAt(value: Json, path: string): string {
  const text = valueAt(value, path);
  return typeof text === 'string' ? text : '';
}

function personWith(company: Company, wanted: string): Person {
  const found = company.people.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error('the company has no such person');
  return found;
}
