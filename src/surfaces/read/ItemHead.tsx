import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import { type Place, placesOfItem, placesOfMeeting } from '../../app/reading/places';
import type { ItemView } from '../../app/reading/readingView';
import type { ZoneName } from '../../domain/time/types';
import type { ReadLocale } from '../../locale/readLocale';
import { useReadable } from '../shared/useReadable';
import { useReadStyles } from './readStyles';

const MINUTE = 60_000;

type Head = { readonly view: ItemView; readonly locale: ReadLocale };

/** What, when on the reader's own clock, for how long and where; beside it the clocks of others that show another time. */
export function ItemHead({ view, locale, cities }: Head & { readonly cities: readonly Place[] }) {
  const styles = useReadStyles();
  const { format, words, read } = locale;
  const { title, start, end, zone, place } = view;
  const when = format.dayAndTime(start, zone);
  const there = elsewhere(
    [...cities, ...placesOfItem(view)],
    (other) => format.dayAndTime(start, other),
    when,
  ).map(({ city, zone: other }) =>
    words.cityTime(
      city,
      format.dayOf(start, other) === format.dayOf(start, zone)
        ? format.time(start, other)
        : format.dayAndTime(start, other),
    ),
  );
  return (
    <>
      <h1 className={styles.title}>{title === '' ? words.name : title}</h1>
      <p className={styles.text}>
        {read.when(when, format.time(end, zone), Math.round((end - start) / MINUTE))}
      </p>
      {there.length > 0 && <p className={styles.text}>{there.join(' · ')}</p>}
      {place !== '' && <p className={styles.quiet}>{place}</p>}
    </>
  );
}

/** The same, with the cities in which the people of the series sit. */
export function ItemHeadTogether({ meeting, ...head }: Head & { readonly meeting: MeetingDesk }) {
  return <ItemHead {...head} cities={placesOfMeeting(useReadable(meeting.view))} />;
}

/** Each time once, with the first name for it, and none that is the reader's own. */
function elsewhere(all: readonly Place[], timeIn: (zone: ZoneName) => string, own: string): readonly Place[] {
  const times = all.map(({ zone }) => timeIn(zone));
  return all.filter((_, at) => times[at] !== own && times.indexOf(times[at] ?? '') === at);
}
