import type { FollowRhythmWords } from '../es/followRhythmWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The next session and the rhythm in English. */
export function followRhythmWordsEn(f: Format): FollowRhythmWords {
  return {
    next: {
      label: 'Next session',
      when: (when, cities) => `Next: ${when}${cities.length === 0 ? '' : ` (${cities.join(' · ')})`}`,
      held: (areas) => `goes ahead: ${areas.join(', ')}`,
      broken: (areas) => `does not go ahead: ${areas.join(', ')}`,
      area: (area, can, of) => `${area} ${can} of ${of}`,
      unknown: 'forecast: no data yet',
      chair: (name) => `chaired by ${name}`,
      prepare: 'Prepare',
      open: 'Open the meeting',
      none: 'No session lies ahead.',
      breaks: 'Sessions that do not go ahead',
      holiday: (day, countries) =>
        countries.length === 0 ? `${day} is a holiday.` : `${day} is a holiday in ${f.list(countries)}.`,
      people: (day, missing) =>
        missing.length === 0
          ? `${day} does not go ahead.`
          : `${day} does not go ahead: without ${f.list(missing)}.`,
      protected: (day, label) =>
        label === '' ? `${day} is in a protected period.` : `${day} is in a protected period: ${label}.`,
      alternative: (when, can, of) => `Alternative: ${when} (${can} of ${of} can)`,
      noAlternative: 'No alternative nearby.',
      move: 'Move',
      skip: 'Skip',
      moveOf: (day, when) => `Move the session: from ${day} to ${when}`,
      skipOf: (day) => `Skip the session of ${day}`,
      ask: (organiser) => `Ask ${organiser}`,
      askOf: (organiser, what) => `Ask ${organiser}: ${what}`,
      asked: (organiser) => `${organiser} has been asked`,
      more: (n) => `See ${n} more`,
      fewer: 'See fewer',
    },
    cards: {
      title: (sessions) => `Rhythm, ${count(sessions, 'session', 'sessions')}`,
      noSessions: 'No past sessions yet.',
      counts: (held, skipped, paused) =>
        [`${held} held`, `${skipped} skipped`, ...(paused > 0 ? [`${paused} on pause`] : [])].join(' · '),
      onTime: (is, of) => `Starts on time: ${is} of ${of}`,
      promises: 'Promises kept',
      noPromises: 'None has fallen due yet.',
      share: (area, percent) => `${area} ${percent}`,
      ofThem: (area, is, of) => `${area} ${is} of ${of}`,
      balance: 'Balance between areas',
      measured: (n, of) => `measured in ${n} of ${of}`,
      estimated: (n, of) => `estimated in ${n} of ${of}`,
      both: (measured, estimated, of) => `measured in ${measured}, estimated in ${estimated}, of ${of}`,
      noBalance: 'Not measured.',
      ends: (day) => `The series ends on ${day}`,
      ended: (day) => `The series ended on ${day}`,
      renew: 'Renew',
    },
    title: 'How is the rhythm?',
    months: 'Period',
    ofMonths: (n) => `Last ${n} months`,
    nothing: 'Nothing to tell yet: it comes from the minutes.',
    ratio: (is, of) => `${is} of ${of}`,
    noData: 'no data',
    asTable: 'See as a table',
    asChart: 'See as a chart',
    asTableOf: (title) => `See as a table: ${title}`,
    asChartOf: (title) => `See as a chart: ${title}`,
    strip: {
      title: 'Sessions',
      states: { held: 'held', skipped: 'skipped', paused: 'on pause', coming: 'to come' },
      mark: (day, state, label, marked) =>
        `${day}: ${state}${label === '' ? '' : ` (${label})`}${marked ? ', said by hand' : ''}`,
      hint: 'Arrows: from session to session. Of one without minutes it can be said how it went.',
      held: 'It was held without minutes',
      skipped: 'It was not held',
      undo: 'Take that back',
    },
    charts: {
      month: 'Month',
      area: 'Area',
      question: 'Question',
      what: 'What',
      sessions: 'Sessions by month',
      held: 'Held',
      skipped: 'Skipped',
      paused: 'On pause',
      promises: 'Promises kept by area',
      kept: 'Kept',
      onTime: 'On time and with the minimum',
      started: 'Starts on time',
      ended: 'Ends on time',
      quorum: 'With the minimum of each area',
      balance: 'Balance between areas',
      part: 'Share of the talk time',
      balanceByMonth: 'Balance between areas, by month',
      knownIn: 'Sessions',
      balanceOff: 'Not measured: that is agreed in Settings.',
      balanceNone: 'No session of this period measured it.',
      pulse: 'The two questions',
      worth: 'Was it worth the time?',
      said: 'Could you say what you wanted?',
      yes: 'Yes',
      pulseFew: 'Fewer than three answers: nobody is shown them.',
      pulseOff: 'Not asked: that is decided in Settings.',
    },
    proposals: {
      title: 'Proposals',
      none: 'There is nothing to propose now.',
      fades: (skipped, of) => `The rhythm is fading: ${skipped} of the last ${of} skipped`,
      fadesOnly: 'The rhythm is fading',
      late: (n) => `${n} ended late`,
      withoutQuorum: (n, areas) =>
        areas.length === 0 ? `${n} without the minimum` : `${n} without the minimum of ${f.list(areas)}`,
      period: (area, label) =>
        label === '' ? `${area} has a protected period` : `${area} has a protected period: ${label}`,
      ending: (left, day) =>
        left === 0
          ? `The series ended on ${day}`
          : `${count(left, 'session is', 'sessions are')} left: the last on ${day}`,
      what: {
        shorten: (minutes) => `Proposal: sessions of ${minutes}.`,
        fortnightly: () => 'Proposal: every two weeks.',
        otherTime: () => 'Proposal: another time, searched in all calendars.',
        fewer: (people) => `Proposal: only the minutes for ${people}, no invitation.`,
        short: (minutes) => `Proposal: a session of ${minutes} instead of skipping it.`,
        renewal: () => 'Proposal: renew it, at a time that is searched anew.',
      },
      do: 'Do it',
      ask: (organiser) => `Ask ${organiser}`,
      notNow: 'Not now',
      search: 'Find a time',
      searchAgain: 'Search again',
      options: 'Times found',
      noOptions: 'No time brings the areas together. Changing people or minimums in Settings would help.',
      option: (rhythm, from) => `${rhythm}, from ${from}`,
      weekly: (every, weekday, time) =>
        every === 1 ? `every ${weekday} at ${time}` : `every ${every} weeks, ${weekday} at ${time}`,
      monthly: (every, nth, weekday, time) =>
        `${{ 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' }[nth]} ${weekday} ${every === 1 ? 'of the month' : `every ${every} months`} at ${time}`,
      held: (held, of) => `${held} of ${of} go ahead`,
      never: (people) => `${f.list(people)} can never come`,
      paid: (areas) => `last time ${f.list(areas)} gave up more`,
    },
    asks: {
      title: 'Requests',
      by: (name, day) => `${name}, ${day}`,
      waits: (organiser) => `Waits for ${organiser}`,
      do: 'Do it',
      doOf: (what) => `Do it: ${what}`,
      no: 'No',
      noOf: (what) => `No: ${what}`,
      withdraw: 'Withdraw',
      withdrawOf: (what) => `Withdraw: ${what}`,
    },
    handOver: {
      title: 'Handing over the series',
      toMe: 'This series waits for you to organise it: people, problems and history go on.',
      toOther: (name) => `The series passes to ${name}, who has not taken it yet.`,
      take: 'Take it over',
      old: (name) => `${name} organises it now. The earlier series is still in your calendar.`,
      end: 'End my series',
    },
  };
}
