import type { Calendar } from '../../app/ports/calendar';
import type { Graph } from '../client/call';
import type { Timing } from '../client/timing';
import { eventsOver } from './events';
import { schedulesOver } from './schedules';

/** The calendar port over Graph. */
export function createCalendar(graph: Graph, timing: Timing): Calendar {
  return { schedules: schedulesOver(graph), ...eventsOver(graph, timing) };
}
