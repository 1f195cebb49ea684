import type { PlanWords } from '../es/planWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');
const ORDINALS = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' };

/** The same words in English. */
export function planWordsEn(f: Format): PlanWords {
  return {
    see: 'See',
    working: {
      saving: 'Saving…',
      inserting: 'Inserting…',
      creating: 'Creating in Teams…',
      moving: 'Moving…',
      undoing: 'Undoing…',
    },
    noForm: {
      title: 'Open it from an invitation',
      text: 'Cadencia plans inside an Outlook appointment. In Outlook: new event, apps, Cadencia.',
    },
    slots: {
      title: 'Times',
      loading: (done, of) => `Calendars: ${done} of ${of}…`,
      loaded: (done, of) => `Calendars: ${done} of ${of}`,
      searching: 'Finding times…',
      holidays: (countries) => `holidays: ${f.list(countries)}`,
      cancelled: 'Loading cancelled',
      escape: 'Esc cancels',
      list: 'Proposed times',
      proposed: (n) => count(n, 'proposed time', 'proposed times'),
      more: (n) => `More times (${n})`,
      fewer: 'Fewer times',
      why: 'Why',
      whyOf: (time) => `Why ${time}`,
      forecast: (held, of) => `${held} of ${of}`,
      forecastInFull: (held, of) => `${held} of ${count(of, 'session goes', 'sessions go')} ahead`,
      nth: (nth, weekday) => `${ORDINALS[nth]} ${weekday}`,
      cityFrom: (city, time, day) => `${city} ${time} from ${day}`,
      onHolidays: (n, weekday) => `${n} ${weekday} ${n === 1 ? 'holiday' : 'holidays'}`,
      nobody: 'Nobody can at the same time',
      nobodyHelp: 'What would help:',
      blockers: (area, people) => `${area}: ${people || 'nobody yet'}`,
      nobodyMore: 'Change the areas or the length.',
      picture: 'Who can when',
      pictureText: (weekday, time, held, of) => `Best together: ${weekday} at ${time}, ${held} of ${of}.`,
      pictureNone: 'No calendars yet.',
      cell: (area, ready, of) => `${area} ${ready} of ${of}`,
      cellBoth: (held, of) => `together ${held} of ${of}`,
      legend: (areas) => areas.join(' | '),
      hour: 'Time',
      strip: 'Sessions',
      mark: (day, state, label) => `${day}: ${state}${label ? ` (${label})` : ''}`,
      brokenBest: (day, label, better) => `${day}${label ? `, ${label}` : ''}: better ${better}`,
      brokenOnly: (day, label) => `${day}${label ? `, ${label}` : ''}: does not go ahead`,
      paused: (n) => `${n} paused`,
      allHeld: 'All go ahead',
      seeSessions: 'See the sessions',
      agenda: (items, minutes, of) =>
        `Agenda: ${count(items, 'item', 'items')}, ${minutes} of ${f.minutes(of)}`,
      editAgenda: 'Edit the agenda',
      noTeams: 'There is no Teams link.',
      createInTeams: 'Create in Teams',
      insert: 'Insert into the invitation',
      undo: 'Undo',
      waiting: (n) => `${count(n, 'session is', 'sessions are')} waiting to be moved.`,
      applyWaiting: 'Move now',
      dropWaiting: 'Forget it',
      ask: (fields) => `This replaces what was typed by hand: ${fields}. Go on?`,
      fields: {
        subject: (subject) => (subject ? `the subject (“${subject}”)` : 'the subject'),
        recurrence: 'the repetition',
        agenda: 'the agenda',
      },
      again:
        'This meeting is on the calendar already: another one will be created, and this one must be cancelled.',
      createAgain: 'Create another',
      overwrite: 'Replace',
      keep: 'Leave it alone',
    },
    sessions: {
      title: 'Sessions',
      states: { held: 'goes ahead', broken: 'does not go ahead', paused: 'paused', moved: 'moves' },
      better: (when) => `better ${when}`,
      move: 'Move this session',
      moveOf: (day, when) => `Move this session: from ${day} to ${when}`,
      noRepair: 'no alternative that week',
      mails: (moves, attendees) =>
        moves === 0
          ? 'No session is moved.'
          : `${count(moves, 'change', 'changes')}: ${count(moves * attendees, 'update mail', 'update mails')}.`,
      missing: (name, why) => `${name}: ${why}`,
    },
    agenda: {
      title: 'Agenda',
      sum: (sum, of) => `${sum} of ${f.minutes(of)}`,
      item: (n) => `Item ${n}`,
      itemTitle: 'Item',
      minutes: 'Minutes',
      owner: 'Owner',
      noOwner: 'No owner',
      internal: 'Internal only',
      up: (title) => `Move ${title} up`,
      down: (title) => `Move ${title} down`,
      addKind: 'Kind of the new item',
      reset: 'Template again',
      fromInvitation: 'This agenda comes from the invitation, with what was changed by hand.',
    },
    done: {
      inserted: 'Inserted into the invitation',
      created: 'Meeting created in Teams',
      send: 'Check the invitation and send it.',
      sent: 'The invitation is sent; this form closes without sending another. If Outlook asks: discard.',
      applied: (n, attendees) =>
        `${count(n, 'session moved', 'sessions moved')}, ${count(n * attendees, 'mail sent', 'mails sent')}.`,
      waiting: (n) => `${count(n, 'change waits', 'changes wait')} until the series is on the calendar.`,
      failed: (n) =>
        `${count(n, 'session', 'sessions')} could not be moved. It is offered again when the series is opened.`,
      open: 'Open in Outlook',
    },
  };
}
