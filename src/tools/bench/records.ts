import { mergeRecords } from '../../domain/meeting/mergeRecords';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { SeriesSummary } from '../../domain/rhythm/digest';
import { digestOf, withFile } from '../../domain/rhythm/digestOf';
import { recordNameOf } from '../../graph/recordFile';
import { readSummaryFile, writeSummaryFile } from '../../graph/summaryFile';
import { paired, type Row } from './clock';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const FIRST = Date.UTC(2024, 10, 26, 9);
const WEEKS = 104;

/** The summary of two years of weekly records, and two versions of one record, beside what JSON alone costs. */
export function recordRows(): readonly Row[] {
  const records = Array.from({ length: WEEKS }, (_, week) => recordOf(week));
  const summary: SeriesSummary = { series: 'bench', files: records.map(fileOf) };
  const text = writeSummaryFile(summary);
  const [last] = records.slice(-1) as [MeetingRecord];
  const changed = { ...last, tasks: last.tasks.map((task) => ({ ...task, state: 'done' as const })) };
  const theirs = { ...last, endedAt: last.endedAt + 1, decisions: last.decisions.slice(1) };
  return [
    paired(
      `summary of ${WEEKS} records, read`,
      () => readSummaryFile(text),
      'JSON.parse',
      () => JSON.parse(text) as unknown,
    ),
    paired(
      `summary of ${WEEKS} records, one changed, written`,
      () => writeSummaryFile(withFile(summary, fileOf(changed))),
      'JSON.stringify',
      () => JSON.stringify(summary, undefined, 1),
    ),
    paired(
      'two versions of a record merged',
      () => mergeRecords(last, changed, theirs),
      'JSON of both',
      () => [changed, theirs].map((one) => JSON.parse(JSON.stringify(one)) as unknown),
    ),
  ];
}

const fileOf = (record: MeetingRecord) => {
  const name = `${recordNameOf(record.start)}.json`;
  return { id: name, eTag: `"${record.start}"`, name, digest: digestOf(record) };
};

/** A full meeting: ten people, five problems, twenty ideas, eight decisions, fifteen tasks. */
function recordOf(week: number): MeetingRecord {
  const start = FIRST + week * WEEK_MS;
  const id = (kind: string, nth: number): string => `${kind}${week}-${nth}`;
  const some = <T>(count: number, make: (nth: number) => T): T[] =>
    Array.from({ length: count }, (_, nth) => make(nth));
  const text = 'Lo que dos áreas acordaron hacer hasta la próxima sesión, con su porqué y su cifra';
  return {
    series: 'bench',
    start,
    planned: { start, minutes: 35 },
    startedAt: start,
    endedAt: start + 35 * 60_000,
    about: {
      title: 'Semanal',
      kind: 'weekly',
      language: 'es',
      zone: 'Europe/Madrid',
      series: 'bench',
      areas: [],
    },
    chair: 'p0',
    people: some(10, (nth) => ({ id: `p${nth}`, name: `Persona ${nth}`, area: 'sales', how: 'panel' })),
    items: some(6, (nth) => ({ id: id('i', nth), kind: 'problem', title: text, minutes: 5, spent: 0 })),
    problems: some(5, (nth) => ({ id: id('p', nth), title: text, by: 'p0', area: 'sales', readings: [] })),
    ideas: some(20, (nth) => ({
      id: id('d', nth),
      problem: id('p', nth % 5),
      text,
      by: '-',
      votes: ['-', '-'],
    })),
    decisions: some(8, (nth) => ({
      ...{ id: id('e', nth), problem: id('p', nth % 5), text, deciders: ['p0', 'p1'], at: start },
    })),
    tasks: some(15, (nth) => ({
      ...{ id: id('t', nth), problem: id('p', nth % 5), text, owner: `p${nth % 10}`, due: '2026-12-04' },
      ...{ carried: 0, state: 'open' as const },
    })),
    planner: Object.fromEntries(some(15, (nth) => [id('t', nth), `planner-${week}-${nth}`])),
  };
}
