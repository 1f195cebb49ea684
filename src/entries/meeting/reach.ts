import type { ReachPorts } from '../../app/meeting/meetingPorts';
import { agendaToHtml } from '../../domain/agenda/html';
import { agendaTemplate } from '../../domain/agenda/templates';
import { holidayTables } from '../../hosts/holidays';
import type { Locale } from '../../locale/createLocale';
import { createFollowWording } from '../../locale/follow/followWording';

/** What reaches people after a meeting. A file of its own: fetched when one has ended. */
export const reachPorts = (
  locale: Locale,
  announcing: ReachPorts['announcing'],
  seriesCalendar: ReachPorts['seriesCalendar'],
): ReachPorts => ({
  announcing,
  seriesCalendar,
  holidays: holidayTables(),
  wording: createFollowWording(locale, { agendaTemplate, agendaToHtml }),
});
