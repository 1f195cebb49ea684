import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { type AMeeting, MINUTE, START } from './aMeeting';

const WEEK = 7 * 24 * 60 * MINUTE;
export const ASK = { cancelled: false, onCancel: () => () => undefined };

/** A record of so many weeks ago, chaired by that one. */
export function aRecord(
  meeting: Pick<AMeeting, 'series' | 'records'>,
  weeks: number,
  chair: string,
  change: Partial<MeetingRecord> = {},
) {
  const start = START - weeks * WEEK;
  const record: MeetingRecord = {
    series: meeting.series.id,
    start,
    planned: { start, minutes: 35 },
    startedAt: start,
    endedAt: start + 35 * MINUTE,
    about: {
      title: 'Semanal',
      kind: 'weekly',
      language: 'es',
      zone: 'Europe/Madrid',
      series: meeting.series.id,
      areas: [],
    },
    chair,
    people: [{ id: chair, name: 'x', area: chair.startsWith('m') ? 'marketing' : 'sales', how: 'panel' }],
    items: [],
    problems: [],
    ideas: [],
    decisions: [],
    tasks: [],
    planner: {},
    ...change,
  };
  return meeting.records.create(record, ASK);
}

export const task = (id: string, carried: number, more: object = {}) =>
  ({
    ...{ id, problem: 'p1', text: `tarea ${id}`, owner: 's01', due: '2026-11-27', carried },
    ...{ state: 'open' as const, ...more },
  }) as const;
/** What a meeting left: t1 in Planner, t2 internal, t3 done, t4 carried too often. */
export const LEFT: Partial<MeetingRecord> = {
  problems: [
    { id: 'p1', title: 'Leads', by: 's01', area: 'sales', readings: [{ at: START - WEEK, value: 38 }] },
    { id: 'p2', title: 'Precios', by: 'm02', area: 'marketing', readings: [], internal: true },
    { id: 'p3', title: 'Resuelto', by: 'm02', area: 'marketing', readings: [] },
  ],
  tasks: [
    task('t1', 0),
    task('t2', 2, { problem: 'p2', internal: true }),
    task('t3', 0, { state: 'done', problem: 'p3' }),
    task('t4', 3),
  ],
  planner: { t1: 'task-9', t3: 'task-8' },
};
