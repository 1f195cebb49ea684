import type { Attendee } from '../../app/ports/calendar';
import type { AppointmentForm } from '../../app/ports/composeHost';
import { PortFailure } from '../../app/ports/failure';
import { type Fields, isOccurrence, readForm } from './fields';
import { moved, newSeriesTime, type OfficeSeries, writeSeries } from './recurrence';

/** Recipients that one call takes. */
const AT_A_TIME = 100;

type Change = Partial<AppointmentForm>;
type Step = { readonly run: () => Promise<void>; readonly undo: () => Promise<void> };

/**
 * Writes what differs from the form, one field after the other; when one fails, those before it, and the one that
 * failed half-way, get back what stood there. `replaced` is the repetition of another kind that an earlier write took
 * away; writing 'other' puts it back. Answers what is to be remembered for that.
 */
export async function writeForm(
  fields: Fields,
  change: Change,
  replaced: OfficeSeries | undefined,
): Promise<OfficeSeries | undefined> {
  const { form, series } = await readForm(fields);
  const steps = stepsOf(fields, change, form, series, replaced);
  const done: Step[] = [];
  for (const step of steps) {
    done.unshift(step);
    try {
      await step.run();
    } catch (error) {
      // What cannot be put back stays as it is: the first failure is the one that says why.
      for (const one of done) await one.undo().catch(() => undefined);
      throw error;
    }
  }
  return form.recurrence === 'other' && !isOccurrence(fields.item) ? series : replaced;
}

function stepsOf(
  fields: Fields,
  change: Change,
  before: AppointmentForm,
  series: OfficeSeries | undefined,
  replaced: OfficeSeries | undefined,
): readonly Step[] {
  const { item, ask, office } = fields;
  const steps: Step[] = [];
  const add = <T>(next: T | undefined, now: T, write: (value: T) => Promise<void>) => {
    if (next === undefined || same(next, now)) return;
    steps.push({ run: () => write(next), undo: () => write(now) });
  };
  add(change.subject, before.subject, (subject) => ask((done) => item.subject.setAsync(subject, done)));
  add(change.bodyHtml, before.bodyHtml, (html) =>
    ask((done) => item.body.setAsync(html, { coercionType: office.CoercionType.Html }, done)),
  );
  add(change.attendees, before.attendees, (people) => writeAttendees(fields, people));
  const times = timesStep(fields, change, before, series, replaced);
  return times === undefined ? steps : [...steps, times];
}

async function writeAttendees({ item, ask }: Fields, people: readonly Attendee[]): Promise<void> {
  for (const type of ['required', 'optional'] as const) {
    const field = type === 'required' ? item.requiredAttendees : item.optionalAttendees;
    const list = people
      .filter((one) => one.type === type)
      .map(({ mail, name }) => ({ emailAddress: mail, displayName: name }));
    await ask<void>((done) => field.setAsync(list.slice(0, AT_A_TIME), done));
    for (let from = AT_A_TIME; from < list.length; from += AT_A_TIME)
      await ask<void>((done) => field.addAsync(list.slice(from, from + AT_A_TIME), done));
  }
}

function timesStep(
  fields: Fields,
  change: Change,
  before: AppointmentForm,
  series: OfficeSeries | undefined,
  replaced: OfficeSeries | undefined,
): Step | undefined {
  const start = change.start ?? before.start;
  const end = change.end ?? before.end;
  const recurrence = 'recurrence' in change ? change.recurrence : before.recurrence;
  const sameTimes = start === before.start && end === before.end;
  if (sameTimes && same(recurrence, before.recurrence)) return undefined;
  const back = () =>
    series === undefined || isOccurrence(fields.item)
      ? writeSingle(fields, before.start, before.end)
      : setSeries(fields, series);
  return {
    undo: back,
    run: async () => {
      if (end < start) throw new PortFailure({ kind: 'refused', code: '9010' });
      if (isOccurrence(fields.item)) {
        if (recurrence !== 'other') throw new PortFailure({ kind: 'denied' });
        return writeSingle(fields, start, end);
      }
      if (recurrence === undefined) return writeSingle(fields, start, end);
      const time = newSeriesTime(fields.office);
      const told = recurrence === 'other' ? (before.recurrence === 'other' ? series : replaced) : undefined;
      if (recurrence !== 'other')
        return setSeries(fields, writeSeries(recurrence, start, end, fields.zone, fields.zoneName, time));
      // There never was another repetition: nothing says what it should be.
      if (told === undefined) throw new PortFailure({ kind: 'refused', code: 'recurrence' });
      const asTold = told !== series || sameTimes;
      return setSeries(fields, asTold ? told : moved(told, start, end, zoneOf(fields, told), time));
    },
  };
}

const zoneOf = (fields: Fields, { recurrenceTimeZone }: OfficeSeries) =>
  (recurrenceTimeZone ? fields.ianaOf(String(recurrenceTimeZone.name)) : undefined) ?? fields.zone;

const setSeries = ({ item, ask }: Fields, series: OfficeSeries): Promise<void> =>
  ask<void>((done) => item.recurrence.setAsync(series as Office.Recurrence, done));

/** No repetition, and these times. Setting the start keeps the length, so the end comes after it. */
async function writeSingle({ item, ask }: Fields, start: number, end: number): Promise<void> {
  if (!isOccurrence(item)) {
    const repeats = await ask<unknown>((done) => item.recurrence.getAsync(done as never));
    // The declaration knows no way to take a repetition away; null does it (Office.js 1.1.110).
    if (repeats)
      await ask<void>((done) => item.recurrence.setAsync(null as unknown as Office.Recurrence, done));
  }
  await ask<void>((done) => item.start.setAsync(new Date(start), done));
  await ask<void>((done) => item.end.setAsync(new Date(end), done));
}

const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

/** Fields in whatever order they were written. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort())
      : one,
  );
}
