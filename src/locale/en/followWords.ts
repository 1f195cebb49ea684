import type { FollowWords } from '../es/followWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The frame of the channel's tab in English. */
export function followWordsEn(f: Format): FollowWords {
  return {
    parts: {
      tasks: 'Tasks',
      review: 'Review',
      decisions: 'Decisions',
      rhythm: 'Rhythm',
      settings: 'Settings',
    },
    steps: {
      start: 'The series could not be opened. Everything is as it was.',
      records: 'Not all minutes could be read. What was read so far is shown.',
      plan: 'Planner could not be read. Tasks are shown as the minutes tell them.',
      task: 'The task could not be changed. It is as it was.',
      push: 'Not all tasks could be sent to Planner. None is lost or doubled.',
      decide: 'What was decided is not saved completely. Retrying completes it and doubles nothing.',
      session: 'The change to the session was not finished. Retrying completes it and mails nobody twice.',
      rhythm: 'The change to the series was not finished. Retrying completes it and mails nobody twice.',
      search: 'The search could not be finished. The series is as it was.',
      settings: 'The settings could not be saved. They are as they were.',
      ask: 'The request could not be sent. Nothing changed.',
      measuring: 'What was agreed could not be saved. It is as it was.',
      export: 'The series could not be exported. Nothing changed.',
      erase: 'Not everything could be removed. What was removed so far stays removed.',
      eraseTalk: 'Not all that was measured could be removed. What was removed so far stays removed.',
      own: 'What is kept of your share could not be changed. It is as it was.',
      prepare: 'The entry for preparing the session could not be made. The calendar is as it was.',
    },
    done: {
      start: 'Series opened.',
      records: 'Minutes read.',
      plan: 'Planner read.',
      task: 'Task saved.',
      push: 'Tasks sent to Planner.',
      decide: 'Decided and saved.',
      session: 'Session changed.',
      rhythm: 'Series changed.',
      search: 'Search finished.',
      settings: 'Settings saved.',
      ask: 'Request sent.',
      measuring: 'Saved. It counts for meetings that begin from now on.',
      export: 'Series exported.',
      erase: 'Removed from the minutes.',
      eraseTalk: 'What was measured is removed from the minutes.',
      own: 'Saved in your folder.',
      prepare: 'An entry for preparing the session is in the calendar.',
    },
    changes: {
      move: ({ original, start, minutes }, zone) =>
        `Move the session of ${f.dayAndTime(original, zone)} to ${f.dayAndTime(start, zone)}${minutes === undefined ? '' : `, with ${f.minutes(minutes)}`}`,
      skip: ({ original }, zone) => `Skip the session of ${f.dayAndTime(original, zone)}`,
      shorten: ({ minutes }) => `All sessions take ${f.minutes(minutes)}`,
      fewer: ({ people }, _, named) =>
        `${f.list(people.map((id) => named.person(id)))} ${people.length === 1 ? 'gets' : 'get'} only the minutes, no invitation`,
      goOn: ({ why, plan }) => {
        const what = {
          fortnightly: 'Every two weeks',
          otherTime: 'At another time',
          renewal: 'Renew the series',
        }[why];
        const nth =
          plan.nth === undefined
            ? ''
            : `${{ 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' }[plan.nth]} `;
        const weekday = f.weekday(plan.weekday as Parameters<Format['weekday']>[0]);
        return `${what}: ${nth}${weekday} ${f.clock(plan.time)}, ${count(plan.times, 'session', 'sessions')} from ${f.day(plan.from)}`;
      },
      handOver: ({ to }, _, named) => `Hand the series over to ${named.person(to)}`,
    },
    sections: 'Parts',
    series: 'Series',
    signInText: 'Your Microsoft account is needed to read tasks and minutes. Nothing is sent.',
    noSeries: {
      title: 'There is no series yet',
      text: 'A series is planned in Outlook: new event, apps, Cadencia. Then it shows here with its tasks.',
      look: 'Look again',
    },
    notLoaded: {
      title: 'Cadencia could not be loaded',
      text: 'The tasks are as they were. Check the connection and retry.',
    },
    progress: {
      records: (read, of) => (of === null ? 'Reading the minutes…' : `Minutes: ${read} of ${of}…`),
      plan: (read, of) => (of === null ? 'Reading Planner…' : `Planner: ${read} of ${of}…`),
      recordsFailed: 'Not all minutes could be read.',
      planFailed: 'Planner could not be read: what the minutes tell is shown.',
    },
    unreadable: (names) =>
      `${names.length === 1 ? 'A file cannot be read' : 'Some files cannot be read'}: ${f.list(names)}. ${names.length === 1 ? 'It stays as it is.' : 'They stay as they are.'}`,
    newer: (names) =>
      `${names.length === 1 ? 'A file is' : 'Some files are'} of a newer Cadencia: ${f.list(names)}. ${names.length === 1 ? 'It stays as it is.' : 'They stay as they are.'}`,
    working: {
      task: 'Saving…',
      push: (sent, of) => `Sending to Planner: ${sent} of ${of}…`,
      session: 'Changing the session…',
      rhythm: 'Changing the series…',
      search: 'Looking for times…',
      settings: 'Saving…',
      export: 'Exporting…',
      erase: 'Removing…',
      ask: 'Sending the request…',
      pulse: 'Saving…',
    },
    notices: {
      planKept: (fields) =>
        `Somebody changed the task in Planner at the same time (${f.list(fields)}): Planner's is kept.`,
      merged: (fields) =>
        `Somebody else changed the settings at the same time (${f.list(fields)}). Theirs is kept; the rest is saved.`,
      planFull: (code) =>
        `Planner takes no more (${code}). What is left waits in the minutes: remove old tasks from the plan and send again.`,
      pushed: (sent, left, wait) => {
        const went = `${count(sent, 'task', 'tasks')} sent to Planner.`;
        if (left === 0) return went;
        const rest = `${went} ${left} still ${left === 1 ? 'waits' : 'wait'}`;
        return wait === null ? `${rest}.` : `${rest}: Planner asks to wait until ${wait}.`;
      },
      asked: (organiser) =>
        `${organiser} was asked and will see it on opening Cadencia. Nothing has changed yet.`,
    },
    fields: {
      text: 'text',
      title: 'title',
      owner: 'owner',
      owners: 'owner',
      due: 'due date',
      state: 'state',
      percent: 'state',
    },
    question: {
      change: (what, sessions, mails, each = 1) =>
        `${what}. ${mails === 0 ? 'Nobody gets mail' : `${count(mails, 'person gets', 'people get')} ${each === 1 ? 'a mail' : count(each, 'mail', 'mails')}${sessions > 1 ? ` (${sessions} sessions change)` : ''}`}. Go on?`,
      erase: (person, records) =>
        `${person} will be removed from ${count(records, 'record', 'records')}. This cannot be undone. Earlier versions stay in the library's version history. Go on?`,
      eraseTalk: (records) =>
        `What was measured will be removed from ${count(records, 'record', 'records')}: how much each area spoke. This cannot be undone. Earlier versions stay in the library's version history. Go on?`,
      ownTalk: (sessions, stop) =>
        `Your share of ${count(sessions, 'session', 'sessions')} will be erased${stop ? ', and none will be kept any more' : ''}. This cannot be undone. OneDrive's recycle bin holds it for some time. Go on?`,
      removeTask: (text) => `The task “${text}” will be dropped. Go on?`,
      sameTask: (text, found) =>
        `“${text}”: Planner has ${count(found, 'task', 'tasks')} like it from an earlier try. Is it the same?`,
      yes: {
        change: 'Change',
        erase: 'Remove',
        eraseTalk: 'Remove',
        ownTalk: 'Erase',
        removeTask: 'Drop',
        sameTask: 'It is the same',
      },
      no: {
        change: 'Leave it alone',
        erase: 'Leave it alone',
        eraseTalk: 'Leave it alone',
        ownTalk: 'Leave it alone',
        removeTask: 'Leave it alone',
        sameTask: 'Make another',
      },
    },
  };
}
