import { randomUUID } from 'node:crypto';
import type { Person } from '../company/types';
import { instantAt, nameOfZone, wallTime } from '../graph/zones';
import { dayOf, type RecordsInput, sampleRecords, weeksBefore } from './sampleRecords';
import { SAMPLE_MINUTES } from './sampleAgenda';
import { sampleSeriesFile } from './sampleSeries';
import { DECLINED, HELD_WEEKS, PAUSE, PAUSED_WEEKS, SKIPPED_WEEK, TASKS } from './sampleStory';
import { ask, datesOf, eventsIn, joinUrlOf, keeperOf, type Tenant, textAt, windowOf } from './tenant';
import { monthlyPeople, outsiderOf } from './weeklyPeople';

const DAY = 86_400_000;
const MONTHLY_MINUTES = 50;
/** On the wall clock, as milliseconds of the day. */
const MONTHLY_HOUR = 17 * 60 * 60_000;
const MONTHLY_TIMES = 5;
const MONTHLY_TITLE = {
  es: 'Mensual de dirección de Marketing y Ventas',
  en: 'Marketing and Sales Management Monthly',
};

export type HistoryInput = Pick<RecordsInput, 'language' | 'title' | 'start' | 'people' | 'person'> & {
  readonly id: string;
  readonly organiser: Person;
  readonly dates: readonly { readonly id: string; readonly start: number }[];
};

export type History = {
  /** The monthly series. */
  readonly monthly: string;
  readonly pauses: readonly { readonly from: string; readonly until: string; readonly label: string }[];
  readonly followUp: Readonly<Record<string, unknown>>;
};

/**
 * Twelve weeks of the weekly: its records in the site, its tasks in the team's plan, one session that was skipped and two
 * in a pause, and the monthly series that takes what is not decided here.
 */
export async function makeHistory(tenant: Tenant, input: HistoryInput): Promise<History> {
  const { company } = tenant;
  const { id, organiser, start, language, dates } = input;
  const { zone } = organiser;
  const original = (weeks: number) => weeksBefore(start, weeks, zone);
  const skipped = dates.find((date) => date.start === original(SKIPPED_WEEK));
  if (skipped !== undefined)
    await ask(tenant, organiser, 'POST', `/me/events/${encodeURIComponent(skipped.id)}/cancel`, {
      comment: '',
    });
  await keepFree(tenant, input);
  const planner = await makeTasks(tenant, input);
  const records = sampleRecords({
    ...input,
    company,
    series: id,
    zone,
    outsider: outsiderOf(company),
    planner,
  });
  const keep = await keeperOf(tenant, organiser);
  for (const { name, text } of records) await keep(name, text, `records-${id}`);
  const monthly = await makeMonthly(tenant, input);
  const [first, last] = [original(Math.max(...PAUSED_WEEKS)), original(Math.min(...PAUSED_WEEKS))];
  return {
    monthly,
    pauses: [{ from: dayOf(first - DAY, zone), until: dayOf(last + 2 * DAY, zone), label: PAUSE[language] }],
    followUp: {
      chairing: { kind: 'turns' },
      balance: 'areas',
      // Both heads said yes before the first session; one of those who come does not take part.
      agreement: {
        since: original(Math.max(...HELD_WEEKS)) - 7 * DAY,
        people: { [input.person(DECLINED).id]: 'declined' },
        nudge: true,
        names: {},
      },
      pulse: true,
      reach: { message: true, prepare: true, notices: true },
      monthly,
      marks: [{ original: original(SKIPPED_WEEK), as: 'skipped' }],
      asks: [],
      handedOver: [],
    },
  };
}

/** Nobody who comes has put anything of their own over a meeting that has stood for weeks: the one that is tried is free. */
async function keepFree(tenant: Tenant, { people, start, title }: HistoryInput): Promise<void> {
  const window = windowOf(start, start + SAMPLE_MINUTES * 60_000);
  for (const { person, role } of people) {
    if (role === 'informed') continue;
    const { value } = await ask(tenant, person, 'GET', `/me/calendarView?${window}&$top=100`);
    for (const event of eventsIn(value)) {
      if (event['subject'] === title) continue;
      const where = `/me/events/${encodeURIComponent(textAt(event, 'id'))}`;
      if (event['isOrganizer'] !== true) await ask(tenant, person, 'POST', `${where}/decline`, {});
      else if (eventsIn(event['attendees']).length === 0) await ask(tenant, person, 'DELETE', where);
    }
  }
}

/** The tasks that are open now, in the team's plan as people have left them; answers their ids there. */
async function makeTasks(
  tenant: Tenant,
  { organiser, start, language, person }: HistoryInput,
): Promise<Readonly<Record<string, string>>> {
  const { team } = tenant.company;
  if (team === undefined) return {};
  const plans = await ask(tenant, organiser, 'GET', `/groups/${team.groupId}/planner/plans`);
  const known = eventsIn(plans['value']).find((plan) => plan['title'] === 'Cadencia');
  const plan =
    known ??
    (await ask(tenant, organiser, 'POST', '/planner/plans', {
      container: { containerId: team.groupId, type: 'group' },
      title: 'Cadencia',
    }));
  const made: [string, string][] = [];
  for (const { id, text, owner, due, percent } of TASKS) {
    if (percent === null) continue;
    const task = await ask(tenant, organiser, 'POST', '/planner/tasks', {
      planId: textAt(plan, 'id'),
      title: text[language],
      dueDateTime: `${dayOf(start + due * DAY, organiser.zone)}T10:00:00Z`,
      percentComplete: percent,
      assignments: {
        [person(owner).id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
      },
    });
    made.push([id, textAt(task, 'id')]);
  }
  return Object.fromEntries(made);
}

/** The third Monday of a month at five in the afternoon, the first one after the session: where the sheet finds it. */
function thirdMonday(start: number, zone: string): number {
  const [year = 0, month = 0] = dayOf(start, zone).split('-').map(Number);
  const days = [0, 1].map((later) => {
    const first = Date.UTC(year, month - 1 + later, 1);
    return first + (((8 - new Date(first).getUTCDay()) % 7) + 14) * DAY;
  });
  const times = days.map((day) => instantAt(day + MONTHLY_HOUR, zone));
  return times.find((time) => time > start) ?? start;
}

/** The monthly series: in the other head's calendar, with its own file. */
async function makeMonthly(tenant: Tenant, { start, language, person }: HistoryInput): Promise<string> {
  const { company } = tenant;
  const organiser = person('s01');
  const { zone } = organiser;
  const people = monthlyPeople(company);
  const first = thirdMonday(start, zone);
  const at = (instant: number) => ({ dateTime: wallTime(instant, zone), timeZone: nameOfZone(zone) });
  const day = dayOf(first, zone);
  const event = await ask(tenant, organiser, 'POST', '/me/events', {
    subject: MONTHLY_TITLE[language],
    body: { contentType: 'html', content: '' },
    start: at(first),
    end: at(first + MONTHLY_MINUTES * 60_000),
    attendees: people
      .filter((one) => one.person.id !== organiser.id && one.role !== 'informed')
      .map(({ person: { name, mail: address }, role }) => ({
        type: role === 'key' ? 'required' : 'optional',
        emailAddress: { name, address },
      })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    recurrence: {
      pattern: {
        type: 'relativeMonthly',
        interval: 1,
        daysOfWeek: ['monday'],
        index: 'third',
      },
      range: { type: 'numbered', startDate: day, numberOfOccurrences: MONTHLY_TIMES },
    },
  });
  const eventId = textAt(event, 'id');
  const id = randomUUID();
  const dates = await datesOf(tenant, organiser, eventId, start, start + 40 * MONTHLY_TIMES * DAY);
  const file = sampleSeriesFile(company, {
    id,
    kind: 'monthly',
    minutes: MONTHLY_MINUTES,
    language,
    title: MONTHLY_TITLE[language],
    organiser,
    people,
    event: { id: eventId, joinUrl: joinUrlOf(event), starts: dates.map((date) => date.start) },
  });
  await (
    await keeperOf(tenant, organiser)
  )(`series-${id}.json`, file);
  return id;
}
