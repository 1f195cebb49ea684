import type { Company, Person } from '../company/types';
import { instantAt, localAt } from '../graph/zones';
import { SAMPLE_MINUTES, sampleItems } from './sampleAgenda';
import {
  AWAY,
  BEGAN_LATE,
  DECISIONS,
  HELD_WEEKS,
  IDEAS,
  PAST,
  PROBLEMS,
  PULSE,
  RAN_OVER,
  type Said,
  TALK,
  TASKS,
} from './sampleStory';
import { sampleTalk } from './sampleTalk';
import type { Weekly } from './weeklyPeople';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type RecordsInput = {
  readonly company: Company;
  readonly series: string;
  readonly title: string;
  readonly language: 'es' | 'en';
  readonly zone: string;
  /** Of the session that is tried. */
  readonly start: number;
  readonly people: readonly Weekly[];
  readonly outsider: Person | undefined;
  /** Of the company, by a short name of the sample. */
  readonly person: (short: string) => Person;
  /** Task to its id in Planner; empty where no team has a plan. */
  readonly planner: Readonly<Record<string, string>>;
};

/** The session so many weeks before another one, on the same wall clock. */
export const weeksBefore = (start: number, weeks: number, zone: string): number =>
  instantAt(localAt(start, zone) - weeks * 7 * DAY, zone);

export const dayOf = (instant: number, zone: string): string =>
  new Date(localAt(instant, zone)).toISOString().slice(0, 10);

/** The records of the sessions that were held, as the product keeps them: name of the file, and its text. */
export function sampleRecords(
  input: RecordsInput,
): readonly { readonly name: string; readonly text: string }[] {
  return HELD_WEEKS.map((weeks, at) => {
    const start = weeksBefore(input.start, weeks, input.zone);
    const record = recordOf(input, at + 1, start);
    const name = `${new Date(start).toISOString().slice(0, 16).replaceAll(':', '')}Z.json`;
    return { name, text: JSON.stringify({ format: 'cadencia-record', version: 3, record }, undefined, 1) };
  });
}

function recordOf(input: RecordsInput, session: number, start: number) {
  const { company, series, title, language, zone, people, person } = input;
  const said = (text: Said) => text[language];
  const startedAt = start + (session === BEGAN_LATE ? 7 : 1) * MINUTE;
  const endedAt = start + (SAMPLE_MINUTES + (session === RAN_OVER ? 9 : 0)) * MINUTE;
  const invited = people.filter(({ role }) => role !== 'informed');
  const away = new Set((AWAY[session] ?? []).map((short) => person(short).id));
  const talk = TALK[session];
  const items = sampleItems(language).map(({ kind, title: what, minutes }, at) => ({
    id: `i${at + 1}`,
    kind,
    title: what,
    minutes,
    spent: minutes * MINUTE,
  }));
  const present = invited.flatMap((one) => (away.has(one.person.id) ? [] : [one.area]));
  const pulse = PULSE[session];
  const keys = people.filter(({ role }) => role === 'key').map((one) => one.person.id);
  return {
    series,
    start,
    planned: { start, minutes: SAMPLE_MINUTES },
    startedAt,
    endedAt,
    about: {
      title,
      kind: 'weekly',
      language,
      zone,
      series,
      areas: company.areas.map(({ id }) => ({ id, name: '', quorum: 3 })),
    },
    chair: chairOf(invited, session),
    people: [
      ...invited.map((one) => ({
        id: one.person.id,
        name: one.person.name,
        area: one.area,
        how: away.has(one.person.id) ? 'away' : 'panel',
      })),
      ...(input.outsider === undefined
        ? []
        : [{ id: input.outsider.id, name: input.outsider.name, area: '', how: 'unknown' }]),
    ],
    items,
    problems: problemsAt(input, session),
    ideas: IDEAS.filter((one) => one.session === session).map((one, at) => ({
      id: `idea-${session}-${at + 1}`,
      problem: one.problem,
      text: said(one.text),
      by: person(one.by).id,
      votes: keys.slice(0, 2),
    })),
    decisions: DECISIONS.filter((one) => one.session === session).map((one) => ({
      id: one.id,
      problem: one.problem,
      text: said(one.text),
      deciders: keys.slice(0, 2),
      at: start + 25 * MINUTE,
      ...(one.replacedBy !== undefined && { replacedBy: one.replacedBy }),
    })),
    tasks: tasksAt(input, session),
    ...(talk !== undefined && {
      talk: sampleTalk({ company, talk, session, startedAt, endedAt, present, items }),
    }),
    ...(pulse !== undefined && { pulse: { worth: answersOf(pulse[0]), said: answersOf(pulse[1]) } }),
    planner: session === HELD_WEEKS.length ? input.planner : {},
  };
}

/** By turns between the areas. */
function chairOf(invited: readonly Weekly[], session: number): string | null {
  const areas = [...new Set(invited.map(({ area }) => area))];
  const area = areas[(session - 1) % areas.length];
  const ours = invited.filter((one) => one.area === area);
  return ours[Math.floor((session - 1) / areas.length) % ours.length]?.person.id ?? null;
}

function problemsAt({ language, zone, start, person }: RecordsInput, session: number) {
  const when = (at: number) => weeksBefore(start, HELD_WEEKS[at - 1] ?? 0, zone) + 10 * MINUTE;
  return PROBLEMS.filter(({ since }) => since <= session).map((problem) => ({
    id: problem.id,
    title: problem.title[language],
    by: person(problem.by).id,
    area: problem.area,
    ...(problem.goal !== undefined && { goal: problem.goal }),
    readings: problem.readings
      .filter(([at]) => at <= session)
      .map(([at, value]) => ({ at: when(at), value })),
    ...(problem.monthlySince !== undefined && problem.monthlySince <= session && { state: 'monthly' }),
    ...(problem.internal === true && { internal: true }),
  }));
}

function tasksAt({ language, zone, start, person }: RecordsInput, session: number) {
  const open = TASKS.filter(({ made }) => made <= session).map((task) => ({
    id: task.id,
    problem: task.problem,
    text: task.text[language],
    owner: person(task.owner).id,
    ...(task.doneBy !== undefined && { doneBy: person(task.doneBy).id }),
    due: dayOf(start + task.due * DAY, zone),
    carried: Math.min(3, session - task.made),
    state: 'open',
  }));
  const before = PAST.map((promise, at) => ({ ...promise, id: `past-${at + 1}` }))
    .map((promise) => ({ ...promise, done: promise.made + (promise.kept ? 1 : 2) }))
    .filter(({ made, done }) => made <= session && session <= done)
    .map(({ id, problem, owner, text, made, done }) => ({
      id,
      problem,
      text: text[language],
      owner: person(owner).id,
      due: dayOf(weeksBefore(start, HELD_WEEKS[made] ?? 0, zone) - DAY, zone),
      carried: session - made,
      state: session === done ? 'done' : 'open',
    }));
  return [...open, ...before];
}

const answersOf = ([yes = 0, partly = 0, no = 0]: readonly number[]) => ({ yes, partly, no });
