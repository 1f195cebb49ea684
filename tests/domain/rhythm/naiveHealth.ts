import { Temporal } from 'temporal-polyfill';
import type { RecordDigest } from '../../../src/domain/rhythm/digest';
import type { Health } from '../../../src/domain/rhythm/health';
import type { Series } from '../../../src/domain/rhythm/series';

// SPEC RY1 to RY11 again, as plainly as possible: loops over starts and records, nothing of the product's own.

const MIN = 60_000;
type Row = {
  original: number;
  start: number;
  minutes: number;
  state: 'held' | 'skipped' | 'paused' | 'coming';
  record: RecordDigest | undefined;
};

export const dayOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

const midnight = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

export function naiveSessions(series: Series, digests: readonly RecordDigest[], now: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < series.chain.length; at++) {
    const link = series.chain[at] as Series['chain'][number];
    const later = series.chain.slice(at + 1);
    for (const original of link.starts) {
      if (
        later.some(({ starts }) =>
          starts.some((start) => dayOf(start, series.zone) <= dayOf(original, series.zone)),
        )
      )
        continue;
      if (rows.some((row) => row.original === original)) continue;
      const record = digests.find((digest) => digest.start === original);
      let start = original;
      let minutes = link.minutes ?? series.minutes;
      for (const one of link.alternatives)
        if (one.original === original && one.state === 'applied') {
          start = one.start;
          if (one.minutes) minutes = one.minutes;
        }
      if (record) ({ start, minutes } = record.planned);
      const end = start + minutes * MIN;
      const said = series.followUp?.marks.find((mark) => mark.original === original)?.as;
      const paused = series.pauses.some((pause) => {
        const from = midnight(pause.from, series.zone);
        const until = midnight(pause.until, series.zone);
        return from < until && !(end <= from || start >= until);
      });
      let state: Row['state'] = 'coming';
      if (said === 'skipped' || now - end >= 60 * MIN) state = 'skipped';
      if (paused) state = 'paused';
      if (record || said === 'held') state = 'held';
      rows.push({ original, start, minutes, state, record });
    }
  }
  return rows.sort((a, b) => a.start - b.start || a.original - b.original);
}

/** Over the sessions of one month ('YYYY-MM'), or over all. */
export function naiveHealth(
  series: Series,
  digests: readonly RecordDigest[],
  now: number,
  months?: readonly string[],
): Health {
  const all = naiveSessions(series, digests, now);
  const rows = all.filter(
    ({ original }) => !months || months.includes(dayOf(original, series.zone).slice(0, 7)),
  );
  const count = { held: 0, skipped: 0, paused: 0, coming: 0 };
  const quorum = { is: 0, of: 0 };
  const started = { is: 0, of: 0 };
  const ended = { is: 0, of: 0 };
  const talk: Record<string, number> = {};
  const sources = { measured: 0, estimate: 0 };
  const worth = { is: 0, of: 0 };
  const said = { is: 0, of: 0 };
  for (const { state, record } of rows) {
    count[state]++;
    if (!record) continue;
    started.of++;
    ended.of++;
    if (record.startedAt < record.planned.start + 3 * MIN) started.is++;
    if (record.endedAt < record.planned.start + (record.planned.minutes + 3) * MIN) ended.is++;
    if (record.people.some(({ how }) => how !== 'unknown')) {
      quorum.of++;
      let enough = true;
      for (const area of series.areas) {
        let here = 0;
        for (const one of record.people)
          if (one.area === area.id && one.how !== 'unknown' && one.how !== 'away') here++;
        if (here < area.quorum || here === 0) enough = false;
      }
      if (enough) quorum.is++;
    }
    if (record.talk) {
      sources[record.talk.source]++;
      for (const area of Object.keys(record.talk.areas))
        talk[area] = (talk[area] ?? 0) + (record.talk.areas[area] ?? 0);
    }
    for (const [sum, given] of [
      [worth, record.pulse?.worth],
      [said, record.pulse?.said],
    ] as const) {
      const answers = given ? given.yes + given.partly + given.no : 0;
      if (!given || answers < 3) continue;
      sum.is += given.yes;
      sum.of += answers;
    }
  }
  const { held, skipped, paused } = count;
  const inside = new Set(rows.map(({ original }) => original));
  return {
    ...{ held, skipped, paused, quorum },
    startedOnTime: started,
    endedOnTime: ended,
    promises: naivePromises(series, all, inside),
    balance:
      sources.measured + sources.estimate === 0
        ? null
        : { areas: talk, measured: sources.measured, estimated: sources.estimate },
    pulse: worth.of === 0 && said.of === 0 ? null : { worth, said },
  };
}

/** Task by task: all its records, what they say of its day, and the first one that comes after it. */
function naivePromises(
  series: Series,
  rows: readonly Row[],
  inside: ReadonlySet<number>,
): Health['promises'] {
  const sum: Record<string, { is: number; of: number }> = {};
  for (const { id } of series.areas) sum[id] = { is: 0, of: 0 };
  const records = rows.filter(({ record }) => record);
  const ids = new Set(records.flatMap(({ record }) => (record?.tasks ?? []).map(({ id }) => id)));
  for (const id of ids) {
    const taskIn = (at: number) => records[at]?.record?.tasks.find((task) => task.id === id);
    const first = records.findIndex((_, at) => taskIn(at));
    const owner = taskIn(first)?.owner;
    const dueBefore = (at: number): string => {
      for (let before = Math.max(first, at - 1); before >= first; before--) {
        const task = taskIn(before);
        if (task) return task.due;
      }
      throw new Error('no task');
    };
    let judge = -1;
    for (let at = first; at < records.length && judge < 0; at++)
      if (dayOf(records[at]?.start ?? 0, series.zone) > dueBefore(at)) judge = at;
    if (judge < 0) continue;
    const states = records.map((_, at) => taskIn(at)?.state);
    const done = states.indexOf('done', first);
    const gone = states.findIndex((state, at) => at >= first && (state === 'monthly' || state === 'split'));
    if (gone >= 0 && gone < judge && !(done >= 0 && done < gone)) continue;
    const judging = records[judge] as Row;
    if (!inside.has(judging.original)) continue;
    const then = records[first]?.record?.people.find((one) => one.id === owner)?.area;
    const area = then ?? series.people.find((one) => one.id === owner)?.area ?? '';
    const ratio = (sum[area] ??= { is: 0, of: 0 });
    ratio.of++;
    if (done >= 0 && done <= judge) ratio.is++;
  }
  return sum;
}
