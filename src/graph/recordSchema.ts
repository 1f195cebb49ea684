import * as v from 'valibot';
import { LONGEST_TEXT, LONGEST_TITLE } from '../domain/meeting/captured';
import { LONGEST_NAME, unturned } from '../domain/plainName';

/** One line; marks that turn the direction of text are dropped. */
export const text = (length: number) =>
  v.pipe(v.string(), v.maxLength(length), v.regex(/^\P{Cc}*$/u), v.transform(unturned));
const name = text(LONGEST_NAME);
const id = v.pipe(text(320), v.minLength(1));
export const list = <T extends v.GenericSchema>(entry: T, length: number) =>
  v.pipe(v.array(entry), v.maxLength(length));
/** Of things that have an id: each once. */
export const things = <T extends v.GenericSchema<unknown, { readonly id: string }>>(
  entry: T,
  length: number,
) =>
  v.pipe(
    list(entry, length),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
  );
export const whole = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const finite = v.pipe(v.number(), v.finite());
/** Up to the end of the year 9999: the instant names the file. */
export const instant = whole(0, 253_402_300_799_999);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay));
// Whether a name is a zone is the domain's to say.
const zone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,64}$/));
const internal = v.exactOptional(v.literal(true));

const about = v.object({
  title: name,
  kind: v.picklist(['weekly', 'monthly', 'adHoc']),
  language: v.picklist(['es', 'en']),
  zone,
  series: v.nullable(id),
  areas: things(v.object({ id, name, quorum: whole(0, 500) }), 20),
});

const person = v.object({
  id,
  name,
  area: text(320),
  how: v.picklist(['panel', 'room', 'phone', 'away', 'unknown']),
});

const item = v.object({
  id,
  kind: v.picklist([
    ...(['openTasks', 'problem', 'ideas', 'decision', 'tasks'] as const),
    ...(['round', 'weeklies', 'numbers', 'rhythm', 'topic'] as const),
  ]),
  title: text(LONGEST_TEXT),
  minutes: whole(0, 60),
  spent: v.pipe(finite, v.minValue(0)),
  putOff: v.exactOptional(v.literal(true)),
  internal,
  owner: v.exactOptional(id),
});

const problem = v.object({
  id,
  title: text(LONGEST_TITLE),
  by: id,
  area: text(320),
  goal: v.exactOptional(finite),
  readings: list(v.object({ at: instant, value: finite }), 1000),
  state: v.exactOptional(v.picklist(['solved', 'monthly'])),
  internal,
});

const said = { id, problem: id, text: text(LONGEST_TEXT), internal };
const idea = v.object({ ...said, by: id, votes: list(id, 500) });
const decision = v.object({ ...said, deciders: list(id, 500), at: instant, replacedBy: v.exactOptional(id) });
const task = v.object({
  ...said,
  owner: id,
  doneBy: v.exactOptional(id),
  due: day,
  carried: whole(0, 1000),
  state: v.picklist(['open', 'done', 'monthly', 'split']),
  partOf: v.exactOptional(id),
  told: v.exactOptional(v.literal(true)),
});

/** By area. Names of prototypes are no keys: the schema passes over them. */
const byArea = <T extends v.GenericSchema>(entry: T) =>
  v.pipe(
    v.record(id, entry),
    v.check((all) => Object.keys(all).length <= 20),
  );
const milliseconds = whole(0, 86_400_000);
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A day in steps of a minute, or three hours in steps of ten seconds. */
const steps = list(milliseconds, 1440);

const picture = v.pipe(
  v.object({
    start: instant,
    step: whole(1000, 86_400_000),
    areas: byArea(steps),
    shared: v.exactOptional(byArea(steps)),
    items: list(v.object({ item: id, from: instant }), 500),
  }),
  // What is drawn has one length.
  v.check(
    ({ areas, shared = {} }) =>
      new Set([...Object.values(areas), ...Object.values(shared)].map(({ length }) => length)).size <= 1,
  ),
);

const talk = v.object({
  source: v.picklist(['measured', 'estimate']),
  areas: byArea(milliseconds),
  fair: v.exactOptional(byArea(fraction)),
  unattributed: v.exactOptional(milliseconds),
  split: v.exactOptional(milliseconds),
  off: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  rough: v.exactOptional(v.literal(true)),
  picture: v.exactOptional(picture),
});

const answers = v.object({ yes: whole(0, 500), partly: whole(0, 500), no: whole(0, 500) });

/** The record of an occurrence as it stands in files: in its own, and as a part of it in the summary of its series. */
export const RECORD = v.object({
  // A room's own id, where there is no series, is as long as the ids of team, channel and message together.
  series: v.pipe(text(1000), v.minLength(1)),
  start: instant,
  planned: v.object({ start: instant, minutes: whole(1, 24 * 60) }),
  startedAt: instant,
  endedAt: instant,
  about,
  chair: v.nullable(id),
  people: things(person, 500),
  items: things(item, 100),
  problems: things(problem, 500),
  ideas: things(idea, 2000),
  decisions: things(decision, 500),
  tasks: things(task, 500),
  talk: v.exactOptional(talk),
  pulse: v.exactOptional(v.object({ worth: answers, said: answers })),
  planner: v.record(id, id),
});

function isDay(value: string): boolean {
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
