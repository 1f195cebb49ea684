import type { AfterWords } from '../es/afterWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** What a meeting's end offers, in English. */
export function afterWordsEn(f: Format): AfterWords {
  return {
    text: 'Nothing is sent without confirming.',
    counts: (tasks, decisions, ideas) =>
      [
        count(tasks, 'task', 'tasks'),
        count(decisions, 'decision', 'decisions'),
        count(ideas, 'idea', 'ideas'),
      ].join(' · '),
    reopen: 'Reopen the meeting',
    tasks: {
      title: 'Tasks to Planner',
      press: (n) => `Take ${count(n, 'task', 'tasks')} to Planner`,
      done: (n) => `${count(n, 'task is', 'tasks are')} in Planner`,
      none: 'There are no tasks to take',
      working: (done, of) => `Taking tasks: ${done} of ${of}…`,
    },
    record: {
      title: 'Minutes',
      press: 'Save the minutes',
      done: 'The minutes are saved',
      working: 'Saving the minutes…',
      place: {
        site: 'They are kept on the team’s site: both areas see them.',
        appFolder: 'They are kept in your Cadencia folder: for now only you see them.',
      },
    },
    minutes: {
      title: 'Minutes to the chat',
      press: 'Send the minutes to the chat',
      done: 'The minutes are in the chat',
      working: 'Sending the minutes…',
      readers: (readers, outsiders) =>
        outsiders === 0
          ? `The chat will read them: ${count(readers, 'person', 'people')}.`
          : `The chat will read them: ${count(readers, 'person', 'people')}, ${outsiders} from outside. Nothing internal goes with them.`,
      preview: 'See the minutes first',
      sent: (name, time) => `Sent by ${name}, ${time}.`,
      sending: (name) => `${name} is sending the minutes to the chat…`,
      unclear: (name, time) =>
        `Sent by ${name}, ${time}, without an answer: they may have gone out. Look in the chat before sending again.`,
      again: 'Send again',
    },
    informed: {
      title: 'Minutes by mail',
      press: (names) => `Send the minutes to ${f.list(names)}`,
      readers: (outsiders) =>
        outsiders === 0
          ? 'They get the minutes without being invited. The mail goes out from whoever sends it.'
          : 'They get the minutes without being invited. The mail goes out from whoever sends it, with nothing internal, because somebody is from outside.',
      unknown: (names) => `Nobody here knows the mail address of ${f.list(names)}: nothing is sent there.`,
      done: (names) => `The minutes went out to ${f.list(names)}`,
      working: 'Mailing the minutes…',
      sent: (name, time) => `Sent by ${name}, ${time}.`,
      sending: (name) => `${name} is mailing the minutes…`,
      unclear: (name, time) =>
        `Sent by ${name}, ${time}, without an answer: it may have gone out. Look in their Sent Items before sending again.`,
      again: 'Send again',
    },
    pulse: {
      title: 'Two questions before you go',
      worth: 'Was it worth the time?',
      said: 'Could you say what you wanted?',
      answers: { yes: 'yes', partly: 'partly', no: 'no' },
      nobody: 'Only sums are kept, never who answered what. They show three at a time.',
      send: 'Answer',
      done: 'Answered',
      few: (n) => `${count(n, 'answer', 'answers')} so far`,
      counts: (yes, partly, no) => `yes ${yes} · partly ${partly} · no ${no}`,
    },
    message: {
      title: 'Message with the next date',
      text: 'The next date and what is still open, to the meeting’s chat. One a session.',
      press: 'Send the message',
      preview: 'See the message first',
      done: 'The message is in the chat',
      working: 'Sending the message…',
      sent: (name, time) => `Sent by ${name}, ${time}.`,
      sending: (name) => `${name} is sending the message…`,
      unclear: (name, time) =>
        `Sent by ${name}, ${time}, without an answer: it may have gone out. Look in the chat before sending again.`,
      again: 'Send again',
    },
    prepare: {
      title: 'You chair the next one',
      text: 'A reminder in your calendar, the working day before. Nobody else sees it.',
      press: (kind) => `Put into my calendar: prepare the ${kind === 'weekly' ? 'weekly' : 'monthly'}`,
      done: 'It is in your calendar',
      working: 'Putting it into the calendar…',
    },
    missing: 'Everything else works.',
    retry: 'Try again',
  };
}
