import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';

type When = Pick<MeetingScreen, 'start' | 'end' | 'zone' | 'cities' | 'unplanned'>;

/** «mar 1 dic, 17:15–17:50 · Bogotá 11:15»; with twelve hours on the clock the cities have a line of their own. */
export function sessionTime(
  { start, end, zone, cities, unplanned }: When,
  { format, words, meeting }: MeetingLocale,
): readonly string[] {
  if (unplanned === true) return [meeting.noAgenda.unplanned];
  const own = `${format.dayAndTime(start, zone)}–${format.time(end, zone)}`;
  const there = cities.map((one) => keptTogether(words.cityTime(one.city, format.time(start, one.zone))));
  if (there.length === 0) return [own];
  return format.twelveHours ? [own, there.join(' · ')] : [[own, ...there].join(' · ')];
}

const keptTogether = (text: string) => text.replaceAll(' ', '\u00a0');
