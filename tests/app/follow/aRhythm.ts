import { cancellable } from '../../../src/app/cancel';
import { doChangeIn } from '../../../src/app/follow/changing';
import { chosenIn, type Follow } from '../../../src/app/follow/followState';
import type { Calendar } from '../../../src/app/ports/calendar';
import type { RhythmChange } from '../../../src/domain/rhythm/followUp';
import type { Series } from '../../../src/domain/rhythm/series';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { aLink } from '../../support/aSeries';
import { fakeAnnouncing } from '../../support/fakes/fakeAnnouncing';
import { type FakeCalendar, fakeCalendar } from '../../support/fakes/fakeCalendar';
import { fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { aTeam, aWeekly, MINUTE, PEOPLE, START, WEEK } from './aFollow';

export const CHAT = '19:meeting_Ym8@thread.v2';
export const JOIN = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(CHAT)}/0?context=x`;
/** Original start of the nth session; 0 is three hours ahead. */
export const at = (nth: number): number => START + nth * WEEK;
export const DAY = WEEK / 7;

/** Ten weekly sessions ahead in Irene's calendar and in the file, the agenda in the invitation. */
export async function aRhythm(change: Partial<Series> = {}) {
  const series = aWeekly({
    chain: [
      aLink({
        eventId: 'event-1',
        joinUrl: JOIN,
        minutes: 35,
        starts: Array.from({ length: 10 }, (_, nth) => at(nth)),
      }),
    ],
    ...change,
  });
  const team = aTeam(START - 3 * 60 * MINUTE, [series]);
  const calendar = fakeCalendar({}, 'm01@valdeolmo.example');
  await calendar.create(
    {
      subject: series.title,
      bodyHtml: `${agendaToHtml(agendaTemplate('weekly', 'es'))}<p>Unirse a la reunión</p>`,
      start: at(0),
      minutes: 35,
      zone: 'Europe/Madrid',
      attendees: [
        ...PEOPLE.slice(1).map(({ mail, name, role }) => ({
          mail,
          name,
          type: role === 'key' ? ('required' as const) : ('optional' as const),
        })),
        { mail: 'elena@tramontana.example', name: 'Elena', type: 'optional' },
      ],
      recurrence: { every: 1, times: 10, weekday: 2 },
      teamsMeeting: true,
    },
    'planned',
    cancellable(),
  );
  const seriesCalendar = fakeSeriesCalendar(calendar);
  const announcing = fakeAnnouncing();
  const holidays = fakeHolidays({});
  const ports = { calendar, seriesCalendar, announcing, holidays };
  const kept = (): Series => {
    const file = readSeriesFile(team.folder.files.get(`series-${series.id}.json`)?.content ?? '');
    if (file.kind !== 'series') throw new Error(file.kind);
    return file.series;
  };
  return {
    ...ports,
    team,
    kept,
    /** Irene's tab; her calendar is the one of the series. */
    irene: (more: object = {}) => team.follow('m01', { ...ports, ...more }),
    /** Rodrigo's tab, with an empty calendar of his own. */
    async rodrigo() {
      const own = fakeCalendar({}, 's01@valdeolmo.example');
      const ownSeries = fakeSeriesCalendar(own);
      const tab = await team.follow('s01', {
        calendar: own,
        seriesCalendar: ownSeries,
        announcing,
        holidays,
      });
      return { ...tab, own, ownSeries };
    },
    event: (id = 'event-1') => calendar.events.get(id),
    dates: (id = 'event-1', of: FakeCalendar = calendar) =>
      (of.events.get(id)?.occurrences ?? []).map(({ original, start, end }) => ({
        original,
        start,
        minutes: (end - start) / MINUTE,
      })),
    mails: () => [...calendar.events.values()].reduce((sum, { mails }) => sum + mails, 0),
  };
}

/** A change to the series that the tab shows. */
export const doChange = (follow: Follow, change: RhythmChange): Promise<void> =>
  doChangeIn(follow, chosenIn(follow.state.get()).series.id, change);

/** The same calendar, whose next creation is done and its answer lost. */
export function losing(calendar: Calendar, fail: () => Error): Calendar {
  let lost = false;
  return {
    ...calendar,
    async create(event, key, cancel) {
      const made = await calendar.create(event, key, cancel);
      if (lost) return made;
      lost = true;
      throw fail();
    },
  };
}
