import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Attended } from '../../app/ports/transcripts';
import type { Interval } from '../../domain/time/types';
import { type Graph, type Operation, path } from '../client/call';
import { ask } from '../client/json';
import { instantIn, overlap } from './instants';
import { listed } from './listing';

const REPORT = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  meetingStartDateTime: v.nullish(instantIn),
  meetingEndDateTime: v.nullish(instantIn),
});
const RECORDS = v.object({
  attendanceRecords: v.nullish(
    v.array(
      v.object({
        emailAddress: v.nullish(v.string()),
        identity: v.nullish(v.object({ id: v.nullish(v.string()), displayName: v.nullish(v.string()) })),
        attendanceIntervals: v.nullish(
          v.array(v.object({ joinDateTime: v.nullish(instantIn), leaveDateTime: v.nullish(instantIn) })),
        ),
      }),
    ),
  ),
});
const MOST_REPORTS = 2000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who was in the calls of that time, each name once, with all their spans. Where nobody may tell, nobody (GT6). */
export async function attendanceOf(
  graph: Graph,
  meetingOf: () => Promise<string>,
  time: Interval,
  operation: Operation,
): Promise<readonly Attended[]> {
  try {
    const reports = path`/me/onlineMeetings/${await meetingOf()}/attendanceReports`;
    const call = { method: 'GET', path: reports } as const;
    const all = (await listed(graph, REPORT, call, operation, MOST_REPORTS)).filter(
      ({ meetingStartDateTime: from, meetingEndDateTime: until }) =>
        overlap({ from: from ?? -Infinity, until: until ?? Infinity }, time),
    );
    const people: Attended[] = [];
    for (const { id } of all) people.push(...(await peopleIn(graph, reports + path`/${id}`, operation)));
    return joined(people);
  } catch (error) {
    if (error instanceof PortFailure && CLOSED.has(error.failure.kind)) return [];
    throw error;
  }
}

const CLOSED: ReadonlySet<string> = new Set(['consent', 'denied', 'notFound', 'refused']);

async function peopleIn(graph: Graph, report: string, operation: Operation): Promise<readonly Attended[]> {
  const call = { method: 'GET', path: report, query: { $expand: 'attendanceRecords' } } as const;
  const { attendanceRecords } = await ask(graph, RECORDS, call, operation);
  return (attendanceRecords ?? []).flatMap(({ emailAddress, identity, attendanceIntervals }) => {
    const name = identity?.displayName?.trim() ?? '';
    if (name === '') return [];
    const id = identity?.id ?? '';
    const mail = emailAddress?.trim().toLowerCase() ?? '';
    const spans = (attendanceIntervals ?? []).flatMap(({ joinDateTime: from, leaveDateTime: until }) =>
      typeof from === 'number' && typeof until === 'number' && from < until ? [{ from, until }] : [],
    );
    return [
      { name, spans, ...(GUID.test(id) && { person: id.toLowerCase() }), ...(mail !== '' && { mail }) },
    ];
  });
}

/** Who rejoined has a report for each time. */
function joined(all: readonly Attended[]): readonly Attended[] {
  const people = new Map<string, Attended>();
  for (const one of all) {
    const key = `${one.person ?? ''} ${one.mail ?? ''} ${one.name}`;
    const spans = [...(people.get(key)?.spans ?? []), ...one.spans].sort((a, b) => a.from - b.from);
    people.set(key, { ...one, spans });
  }
  return [...people.values()];
}
