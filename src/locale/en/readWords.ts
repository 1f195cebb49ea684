import type { ReadWords } from '../es/readWords';
import type { Format } from '../format';

/** The pane beside a meeting that is only read, in English. */
export function readWordsEn(f: Format): ReadWords {
  return {
    noItem: {
      title: 'Open from a meeting',
      text: 'Cadencia shows here the agenda of an Outlook meeting that is being read. In Outlook: open the meeting, apps, Cadencia.',
    },
    failed: 'The invitation could not be read.',
    when: (from, until, minutes) => `${from}–${until} · ${f.minutes(minutes)}`,
    chat: 'Open the meeting’s chat in Teams',
    noTeams: 'No Teams link: there is no panel and there are no live tasks.',
    noChat: 'The Teams link does not say whose chat it is. The rest is in Teams, in the meeting’s tab.',
    organiser: 'The agenda is changed in the form: edit the meeting and press Cadencia.',
    agenda: {
      title: (minutes, of) => `Agenda · ${minutes} of ${f.minutes(of)}`,
      none: 'This invitation has no Cadencia agenda',
      howMine: 'To put one in: edit the meeting and press Cadencia.',
      how: 'The organiser puts it in: edit the meeting in Outlook and press Cadencia.',
      unreadable: 'The invitation is too long or too complex for its agenda to be read.',
    },
    account: {
      text: 'With the Microsoft account your own tasks are shown here and a problem can be proposed. Nothing is sent.',
      notArrived: 'The rest could not be loaded. The agenda is that of the invitation.',
    },
    tasks: {
      title: (n) => `My tasks of this series: ${f.number(n)}`,
      heading: 'My tasks of this series',
      reading: 'Reading the tasks…',
      none: 'No open task is left.',
      missing: (why) => `The tasks are not shown here. ${why}`,
      denied:
        'The permission “Follow up” or access to the team’s site is missing. Your Microsoft 365 administrator can give it.',
    },
    bring: {
      heading: 'Bring a problem',
      opening: 'Opening the session…',
      goesTo: (what) => `Proposed for: ${what}`,
      notNear: 'It is possible from seven days before the session.',
      underWay: 'The meeting is under way. Problems are brought in its panel, in Teams.',
      ended: 'This session is over. It is possible for the next one, from seven days before.',
      missing: (why) => `It is not possible here for now. ${why}`,
    },
  };
}
