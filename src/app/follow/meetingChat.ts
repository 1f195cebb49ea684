import type { CalendarSeries, Series } from '../../domain/rhythm/series';
import { chatIn } from '../joinChat';

/** The chat of the series' present meeting, as its address names it; undefined without a meeting in Teams. */
export const chatOf = ({ chain }: Series): string | undefined => chatIn(chain.at(-1)?.joinUrl ?? '');

/** The clouds of Microsoft in which meetings are. */
const TEAMS =
  /^https:\/\/(?:[a-z\d-]+\.)*(?:teams\.microsoft\.(?:com|us)|cloud\.microsoft|teams\.live\.com|teams\.microsoftonline\.cn)\/[^\s\\]*$/i;

/** Where its meeting is entered; null for an address that leads anywhere else: the file is anybody's of the team to edit. */
export const meetingLinkOf = (link: CalendarSeries | undefined): string | null =>
  link?.joinUrl !== undefined && TEAMS.test(link.joinUrl) ? link.joinUrl : null;
