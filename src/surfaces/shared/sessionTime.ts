import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { Locale } from '../../locale/createLocale';

type When = Pick<MeetingScreen, 'start' | 'end' | 'zone' | 'cities'>;

/** «mar 1 dic, 17:15–17:50 · Bogotá 11:15»; with twelve hours on the clock the cities have a line of their own. */
export function sessionTime(
  { start, end, zone, cities }: When,
  { format, words }: Locale,
): readonly string[] {
  const own = `${format.dayAndTime(start, zone)}–${format.time(end, zone)}`;
  const there = cities.map((one) =>
    keptTogether(words.slots.cityTime(one.city, format.time(start, one.zone))),
  );
  if (there.length === 0) return [own];
  return format.twelveHours ? [own, there.join(' · ')] : [[own, ...there].join(' · ')];
}

const keptTogether = (text: string) => text.replaceAll(' ', '\u00a0');
