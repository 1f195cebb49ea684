import type { PersonalWords } from '../es/personalWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The personal tab in English. */
export function personalWordsEn(f: Format): PersonalWords {
  return {
    title: 'My meetings and tasks',
    counts: (tasks, late) =>
      [count(tasks, 'open task', 'open tasks'), ...(late > 0 ? [`${late} overdue`] : [])].join(' · '),
    asks: 'Waiting for my answer',
    sessions: 'Next sessions',
    noSessions: 'No session in sight.',
    chairing: 'you chair',
    length: (minutes) => f.minutes(minutes),
    openMeeting: (title) => `Open the meeting: ${title}`,
    open: 'Open',
    series: (title) => `Open the series: ${title}`,
    tasks: 'My tasks',
    noTasks: 'No open task is left.',
    stateOf: (text) => `State: ${text}`,
    from: (parts) => parts.filter((part) => part !== '').join(' · '),
    planner: 'From Planner',
    reading: (done, of) => (of === null ? 'Reading the series…' : `Series: ${done} of ${of}…`),
    incomplete: 'Not everything could be read: the list may be incomplete.',
    saving: 'Saving…',
  };
}
