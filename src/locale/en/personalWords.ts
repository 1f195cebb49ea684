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
    measuring: (seriesTitle, name, what, day) =>
      `“${seriesTitle}”: ${name === '' ? 'somebody' : name} proposes ${what} (${day})`,
    measures: { areas: 'measuring by areas', persons: 'measuring by persons too' },
    own: {
      title: 'My share of the talk',
      off: 'It is not kept. If you want, Cadencia keeps your share of each session in your OneDrive folder and shares it with nobody.',
      keep: 'Keep my share from now on',
      on: 'It is kept in your OneDrive folder, and Cadencia shares it with nobody.',
      none: 'No session yet. One comes after a meeting that measures.',
      reading: 'Reading your folder…',
      failed: 'What is kept of your share could not be read.',
      erase: 'Erase everything',
      stop: 'Erase and keep none',
      session: 'Session',
      share: 'My share',
      fair: 'Fair share',
      how: 'How',
      talked: 'Time',
      measured: 'measured',
      estimate: 'estimate',
      picture: 'Bar: my share. Line: the fair share of that session.',
    },
  };
}
