import type { TabWords } from '../es/tabWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The words of the meeting tab and the stage in English. */
export function tabWordsEn(f: Format): TabWords {
  return {
    when: (own, cities) => (cities.length === 0 ? own : `${own} (${cities.join(' · ')})`),
    seen: (invited, outsiders) =>
      `Who sees this: ${count(invited, 'person invited', 'people invited')}${outsiders === 0 ? '' : ` and ${outsiders} from outside`}`,
    last: 'Last session: minutes',
    panel: {
      missing: 'The panel is not in this meeting yet. Without it there is no timer and no live tasks.',
      add: 'Add the panel',
      byHand: 'It is added by hand in three steps:',
      steps: [
        "At the top of the meeting's chat, press +",
        'Look for “Cadencia” and choose it',
        'Press Save: the panel shows in the meeting',
      ],
    },
    bring: {
      title: 'Which problem do you bring?',
      hint: 'e.g. Leads from the website wait 3 days',
      press: 'Propose',
      internal: 'internal only',
      empty: 'Write the problem first.',
    },
    proposed: {
      title: 'Proposed',
      take: 'To the agenda',
      takeOf: (title) => `To the agenda: ${title}`,
      inAgenda: 'in the agenda',
      sent: (organiser) => `Proposal sent to ${organiser ?? 'the organiser'}`,
      waits: 'Waits for an agenda',
      remove: 'Withdraw',
      removeOf: (title) => `Withdraw: ${title}`,
    },
    left: {
      title: (n) => `Left from before: ${n}`,
      overdue: 'overdue',
      times: (n) => count(n, 'time', 'times'),
      done: 'Done',
      doneOf: (text) => `Done: ${text}`,
      decide: 'Decide',
      decideOf: (text) => `Decide: ${text}`,
      how: 'It was carried over too often: in the meeting it is cut down, split or taken to the monthly.',
      take: 'To the agenda',
      topic: (text) => `Decide: ${text}`,
      toDecide: 'What the weekly could not decide opens the agenda.',
      away: 'Take off the agenda',
      review: 'Put the review into the invitation',
      reviewDone: 'The review is in the invitation',
      reviewing: 'Writing the invitation…',
    },
    agenda: {
      title: (minutes, of) => `Agenda · ${minutes} of ${f.minutes(of)}`,
      edit: 'Edit',
      close: 'Close',
    },
    now: {
      title: 'Under way',
      text: "Timer and capture are in the meeting's panel.",
      open: 'Open in a window',
    },
    ending: 'At the end: summary, tasks to Planner and minutes to the chat. Nothing is sent without asking.',
    nothingHeard: 'Nothing is recorded or listened to.',
    kept: 'What is kept',
    keptText:
      "The agenda, problems, ideas, decisions, tasks, and who took part. Live they are on the organisation's server: until the minutes are kept and a little longer, and at most 90 days.",
    stage: {
      next: (title) => `Next: ${title}`,
      tasksNone: 'No tasks yet',
      ideasNone: 'No ideas yet',
      more: (n) => `… and ${n} more`,
      agreed: 'Agreed',
    },
  };
}
