import * as v from 'valibot';
import type { Instant } from '../../domain/time/types';
import type { Graph, Operation } from '../client/call';
import { askAll } from '../client/json';

const DAY_MS = 86_400_000;
const BACK_DAYS = 60;
const AHEAD_DAYS = 14;
const MOST_EVENTS = 300;
/** Whoever sits in a meeting of more is not somebody I meet. */
const MOST_ATTENDEES = 20;

const PARTY = v.nullish(v.object({ emailAddress: v.nullish(v.object({ address: v.nullish(v.string()) })) }));
const EVENT = v.object({
  isCancelled: v.nullish(v.boolean()),
  organizer: PARTY,
  attendees: v.nullish(
    v.array(
      v.object({
        type: v.nullish(v.string()),
        emailAddress: v.nullish(v.object({ address: v.nullish(v.string()) })),
      }),
    ),
  ),
});

/** Addresses of those with whom my calendar brings me together around `now`, the most frequent first, mine left out. */
export async function metLately(
  graph: Graph,
  me: string,
  now: Instant,
  operation: Operation,
): Promise<readonly string[]> {
  const day = (instant: Instant) => new Date(instant).toISOString();
  const events = await askAll(
    graph,
    EVENT,
    {
      method: 'GET',
      path: '/me/calendarView',
      query: {
        startDateTime: day(now - BACK_DAYS * DAY_MS),
        endDateTime: day(now + AHEAD_DAYS * DAY_MS),
        $select: 'isCancelled,organizer,attendees',
        $top: 100,
      },
    },
    operation,
    MOST_EVENTS,
  );
  const times = new Map<string, number>();
  for (const { isCancelled, organizer, attendees } of events) {
    const people = (attendees ?? []).filter(({ type }) => type?.toLowerCase() !== 'resource');
    if (isCancelled || people.length > MOST_ATTENDEES) continue;
    const present = [organizer, ...people].flatMap((one) => one?.emailAddress?.address?.toLowerCase() ?? []);
    for (const mail of new Set(present)) times.set(mail, (times.get(mail) ?? 0) + 1);
  }
  times.delete(me);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([mail]) => mail);
}
