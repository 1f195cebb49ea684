import * as v from 'valibot';
import type { Instant, Interval } from '../../domain/time/types';
import { DATE_TIME, instantOfDateTime, PREFER_UTC } from '../calendar/dateTimes';
import type { Graph, Operation } from '../client/call';
import { askAll } from '../client/json';

const DAY = 86_400_000;
/** Transcripts come hours after a meeting, and meetings are weekly or monthly. */
const BACK = 35 * DAY;
const AHEAD = 7 * DAY;
const MOST_EVENTS = 500;

const EVENT = v.object({
  start: DATE_TIME,
  end: DATE_TIME,
  isCancelled: v.nullish(v.boolean()),
  isOrganizer: v.nullish(v.boolean()),
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
});

export type OwnMeeting = { readonly joinUrl: string; readonly time: Interval; readonly mine: boolean };

/** The Teams meetings in my calendar around `now`, the nearest first. No titles, no people. */
export async function ownMeetings(
  graph: Graph,
  now: Instant,
  operation: Operation,
): Promise<readonly OwnMeeting[]> {
  const call = {
    method: 'GET',
    path: '/me/calendarView',
    query: {
      startDateTime: new Date(now - BACK).toISOString(),
      endDateTime: new Date(now + AHEAD).toISOString(),
      $select: 'start,end,isCancelled,isOrganizer,onlineMeeting',
      $top: 100,
    },
    headers: PREFER_UTC,
  } as const;
  const away = ({ time }: OwnMeeting) => Math.abs(time.from - now);
  return (await askAll(graph, EVENT, call, operation, MOST_EVENTS))
    .flatMap(({ start, end, isCancelled, isOrganizer, onlineMeeting }): OwnMeeting[] => {
      const joinUrl = onlineMeeting?.joinUrl ?? '';
      if (joinUrl === '' || isCancelled === true) return [];
      const time = { from: instantOfDateTime(start), until: instantOfDateTime(end) };
      return [{ joinUrl, time, mine: isOrganizer === true }];
    })
    .sort((a, b) => away(a) - away(b));
}
