import { sumOf } from '../../domain/agenda/edit';
import { hasJoinLink } from '../../domain/agenda/joinBlock';
import { rosterWarnings } from '../../domain/rhythm/rosterWarnings';
import type { Alternative, Series } from '../../domain/rhythm/series';
import { localTime } from '../../domain/time/calendarDays';
import type { Instant } from '../../domain/time/types';
import type { Around, CalendarsState, Mails, PlanView, SlotsView } from './planView';
import { type PlanState, seriesOf } from './planState';
import { sessionsOf } from './sessions';

/** What is shown of the state; `now` only tells which first weeks are past. */
export function viewOf(state: PlanState, now: Instant): PlanView {
  const around: Around = {
    ...(state.notice !== undefined && { notice: state.notice }),
    ...(state.working !== undefined && { working: state.working }),
  };
  switch (state.screen) {
    case 'starting':
    case 'noForm':
      return { screen: state.screen };
    case 'signIn':
      return { screen: 'signIn', failure: state.signInFailure ?? { kind: 'signIn' } };
    case 'areas': {
      const series = state.draft ?? seriesOf(state);
      const { first, offered, countries, holidays, place } = state;
      const warnings = rosterWarnings(series);
      return { ...around, screen: 'areas', series, first, warnings, offered, countries, holidays, place };
    }
    case 'slots':
      return slotsView(state, around);
    case 'sessions': {
      const series = seriesOf(state);
      const option = state.options[state.chosen];
      if (option === undefined) return slotsView(state, around);
      const sessions = sessionsOf(series, option, state.moves, state.holidays);
      return { ...around, screen: 'sessions', series, option, sessions, mails: mailsOf(state) };
    }
    case 'agenda': {
      const series = seriesOf(state);
      const owners = series.people.filter(({ role }) => role !== 'informed').map(({ name }) => name);
      const agenda = state.agendaDraft ?? state.agenda;
      const fromInvitation = state.agendaFromInvitation;
      return { ...around, screen: 'agenda', agenda, minutes: series.minutes, owners, fromInvitation };
    }
    case 'series': {
      const series = state.draft ?? seriesOf(state);
      const known = state.known.map(({ series: { id, title } }) => ({ id, title }));
      const earliest = localTime(now, series.zone).day;
      return { ...around, screen: 'series', series, from: state.draftFrom, earliest, known };
    }
    case 'done': {
      if (state.done === undefined) return slotsView(state, around);
      return { ...around, ...state.done, screen: 'done', canUndo: state.undo !== undefined };
    }
  }
}

function slotsView(state: PlanState, around: Around): SlotsView {
  const series = seriesOf(state);
  const option = state.options[state.chosen];
  const waiting = eventOf(state) === undefined ? [] : waitingOf(series);
  return {
    ...around,
    screen: 'slots',
    series,
    warnings: rosterWarnings(series),
    calendars: { ...state.calendars, ...calendarNotes(state, series) },
    ...(state.picture !== undefined && { picture: state.picture }),
    options: state.options,
    chosen: state.chosen,
    sessions: option === undefined ? [] : sessionsOf(series, option, state.moves, state.holidays),
    ...(state.answer?.nobody !== undefined && { nobody: state.answer.nobody }),
    agenda: {
      items: state.agenda.items.length,
      minutes: sumOf(state.agenda.items),
      of: series.minutes,
    },
    mails: mailsOf(state),
    teamsLink: hasJoinLink(state.form?.bodyHtml ?? ''),
    ...(state.question !== undefined && { question: state.question }),
    canUndo: state.undo !== undefined,
    waiting,
    waitingMails: { moves: waiting.length, attendees: attendeesOf(state) },
  };
}

function calendarNotes(
  state: PlanState,
  series: Series,
): Pick<CalendarsState, 'unread' | 'countries' | 'without'> {
  const invited = series.people.filter(({ role }) => role !== 'informed');
  const used = series.sites.filter(({ id }) => invited.some(({ site }) => site === id));
  const known = new Set(state.countries.map(({ code }) => code));
  return {
    unread: invited.filter(({ mail, outsider }) => {
      const schedule = state.schedules.get(mail);
      const stopped = state.calendars.state !== 'loading' && schedule === undefined;
      return !outsider && (schedule?.kind === 'unknown' || stopped);
    }),
    countries: [...new Set(used.map(({ country }) => country))].filter((code) => known.has(code)),
    without: used.filter(({ country }) => !known.has(country)).map(({ city }) => city),
  };
}

/** The series' event on the organiser's calendar, once it is there: known from its making, or because the pane stands in it. */
export function eventOf(state: PlanState): string | undefined {
  const series = seriesOf(state);
  return series.chain.at(-1)?.eventId ?? (state.property.series === series.id ? state.savedId : undefined);
}

function mailsOf(state: PlanState): Mails {
  return { moves: state.moves.size, attendees: attendeesOf(state) };
}

/** Moves that were chosen before the series was on the calendar, and still wait. */
export function waitingOf(series: Series): readonly Alternative[] {
  return series.chain.at(-1)?.alternatives.filter(({ state }) => state === 'chosen') ?? [];
}

/** Invited people beside the organiser; each change to a session is a mail to each of them. */
export function attendeesOf(state: PlanState): number {
  const invited = seriesOf(state).people.filter(({ role }) => role !== 'informed');
  return invited.filter(({ mail }) => mail !== state.me?.mail).length;
}
