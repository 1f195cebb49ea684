import type { MeetingWords } from '../es/meetingWords';
import type { Format } from '../format';
import { clockText, wholeMinutes } from '../meetingTime';
import { countIn } from '../plurals';

const count = countIn('en');

/** The same words of a meeting in English. */
export function meetingWordsEn(f: Format): MeetingWords {
  return {
    denials: {
      notMember: {
        title: 'Not in this meeting yet',
        text: 'Joining the meeting in Teams once lets you in here too. A list or a forwarded invitation is not enough. Then: Try again.',
      },
      notItsTime: {
        title: 'Not the time for it',
        text: 'This session opens shortly before its time. Others open only to those who took part in them.',
      },
      signIn: {
        title: 'The Microsoft sign-in has expired',
        text: 'What was written is still here. Sign in to get back to the meeting.',
      },
      consent: {
        title: 'A permission is missing',
        text: 'The organization has not granted “Live meeting”. Whoever administers Microsoft 365 grants it. What was written is still here.',
      },
      unknown: {
        title: 'It cannot be checked who takes part',
        text: 'Microsoft 365 does not answer now. It will be asked again in a moment; what was written is still here.',
      },
      newerRoom: {
        title: 'A newer version is needed',
        text: 'This meeting was opened with a newer Cadencia. Close the panel and open it again.',
      },
      tooMuch: {
        title: 'Too many changes at once',
        text: 'The server closed the connection. What was written is still here. Wait a minute and try again.',
      },
    },
    missing: {
      text: 'What is to be done',
      owner: 'Owner',
      inside: 'Owner inside',
      due: 'Due date',
      problem: 'Problem',
    },
    steps: {
      open: 'The meeting could not be opened.',
      command: 'The change could not be sent. Everything else stays as it is.',
      capture: 'It could not be saved on the server. What was written is still here.',
      addPanel: 'The panel could not be added to the meeting. The meeting stays as it is.',
      tasks: 'Not every task could be taken to Planner. None is lost, none is doubled.',
      plan: 'Planner could not be read. What is left comes from the minutes, as it stood.',
      review: 'The review could not be put into the invitation. The invitation is unchanged.',
      record: 'The minutes could not be saved. What was captured is still here.',
      minutes: 'The minutes could not be sent. The chat stays as it is.',
      share: 'It could not be shared to the meeting’s screen. The panel stays as it is.',
    },
    noMeeting: {
      title: 'Open it from a meeting',
      text: 'Cadencia goes with a Teams meeting. Open the meeting, Apps, Cadencia.',
    },
    signInText: 'The Microsoft account is needed to enter the meeting. Nothing is sent.',
    notLoaded: {
      title: 'Cadencia could not be loaded',
      text: 'The meeting stays as it is. Check the connection and try again.',
    },
    item: (at, of, title) => `Item ${at} of ${of} · ${title}`,
    upNext: (title) => `Next: ${title}`,
    lastItem: 'It is the last item',
    more: 'More',
    clock: clockText,
    timer: {
      item: 'Time of the item',
      left: 'left',
      over: 'over',
      meeting: (milliseconds) =>
        milliseconds >= 0
          ? `meeting: ${f.minutes(wholeMinutes(milliseconds))}`
          : `meeting: ${f.minutes(wholeMinutes(-milliseconds))} over`,
      late: (milliseconds) => `began ${f.minutes(wholeMinutes(milliseconds))} late`,
      toStart: 'Time to the start',
      startsIn: 'to the start',
      shouldHaveStarted: 'late',
      turn: 'Time of the turn',
      turnLeft: 'left of the turn',
      closing: 'Time of the meeting',
    },
    lateStart: {
      title: (milliseconds) =>
        `It began ${f.minutes(wholeMinutes(milliseconds))} late. How to make up for it?`,
    },
    over: { title: 'Over time', more: 'More choices', fewer: 'Fewer choices' },
    choice: {
      shorten: (title, by) => `Cut ${f.minutes(by)} from ${title}`,
      cutDown: 'Cut down what is left',
      takeFrom: (title, by) => `Take ${f.minutes(by)} from ${title}`,
      putOff: (title) => `Put off ${title}`,
      endLater: (time) => `End at ${time}`,
    },
    decidesChair: (name) => `${name}, who chairs, decides`,
    problem: {
      title: 'Problem',
      moved: (from, to, goal) =>
        `${from === to ? 'Did not move' : 'Moved'}: ${f.number(from)} → ${f.number(to)}${goal === undefined ? '' : ` (goal ${f.number(goal)})`}`,
      reading: (value, goal) =>
        `Now: ${f.number(value)}${goal === undefined ? '' : ` (goal ${f.number(goal)})`}`,
      change: 'Change the problem or note the number',
      work: 'Working on',
      number: 'Today’s number',
      setNumber: 'Note',
      none: 'No problem yet',
      by: (name) => `from ${name}`,
      internal: 'internal only',
    },
    floor: {
      title: 'Has the floor',
      nobody: 'Nobody has the floor',
      speaker: (name, area) => (area === '' ? name : `${name} · ${area}`),
      faces: 'Who is here',
      give: (person) => `${person}: give the floor`,
      endOf: (person) => `${person}: end the turn`,
      asks: (person) => `${person}: ask for the floor`,
      asking: (names) => `Asking for the floor: ${names.join(', ')}`,
      next: (name) => `Give the floor to ${name}`,
      giveShort: 'Give',
      ask: 'Ask for the floor',
      withdraw: 'Stop asking',
      end: 'End my turn',
      round: (names) =>
        names.length === 0 ? 'Round: the last turn' : `Round, still to come: ${names.join(', ')}`,
      marks: { phone: 'by phone', room: 'in the room', through: (name) => `with ${name}’s panel` },
    },
    ideas: {
      title: 'Ideas',
      add: 'add an idea',
      field: 'New idea',
      votes: (n) => `+${n}`,
      vote: (text, votes, mine) => `${text}: +${votes}${mine ? ', mine too' : ''}`,
    },
    decisions: 'Agreed',
    tasks: {
      title: 'Tasks',
      line: (owner, text, due) => `${owner} · ${text} · ${due}`,
      overdue: 'overdue',
      carried: (n) => `carried over ${count(n, 'time', 'times')}`,
      done: 'Done',
      toMonthly: 'Take to the monthly',
      toMonthlyOf: (text) => `Take to the monthly: ${text}`,
      left: 'Left from before',
    },
    decide: {
      cutDown: 'Cut down',
      split: 'Split',
      of: {
        cutDown: (text) => `Cut down: ${text}`,
        split: (text) => `Split: ${text}`,
      },
      part: (n) => `Part ${n}`,
      text: 'What will be done',
      owner: 'Owner',
      due: 'Due date',
      save: 'Save',
      lacks: 'The text or the date is missing.',
    },
    list: {
      all: (n) => `See all ${n}`,
      fewer: 'See fewer',
      removed: (text) => `Removed: ${text}`,
      undo: 'Undo',
    },
    capture: {
      label: 'Capture: task, idea or decision',
      hint: 'Hugo: send the list by Friday',
      kind: 'Saved as',
      kinds: { task: 'Task', idea: 'Idea', decision: 'Decision' },
      lacks: (what) => `Missing: ${f.list(what.map((one) => one.toLowerCase()))}`,
      choose: 'Choose…',
      save: 'Save',
      inside: (name) => `${name} answers for it`,
    },
    next: 'Next',
    toClosing: 'Closing round',
    start: 'Start',
    startsChair: (name) => `${name}, who chairs, starts`,
    end: 'End',
    previous: 'Previous item',
    foot: {
      chair: (name) => `Chaired by ${name}`,
      noChair: 'Nobody chairs',
      panel: (n) => `${n} with a panel`,
      room: (n) => `${n} in the room`,
      phone: (n) => `${n} by phone`,
      saved: 'saved',
      saving: 'saving…',
      offline: 'No connection: saved here',
      alone: 'No server: saved on this device and merged when it is back',
      connecting: 'connecting…',
      outsider: 'What is internal only is not shown here',
    },
    chair: {
      gone: (name) => `${name}, who chaired, is gone.`,
      wait: 'In a minute somebody else may take over.',
      takeOver: 'Take over the chair',
      handOver: 'Hand over the chair to',
      hand: 'Hand over',
      nextTime: (name) => `Next time ${name} chairs`,
      mine: 'You chair',
      round: 'A round of one minute each',
      endRound: 'End the round',
    },
    before: {
      whatWeDo: 'What will be done',
      minutes: (minutes) => f.minutes(minutes),
      comes: (yes, of) => `${yes} of ${of} accept`,
      standIn: (name, standIn) =>
        standIn === null ? `${name} is not coming` : `${name} is not coming, stand-in: ${standIn}`,
      wholeTeam: 'Everybody in this team can see what is captured here.',
      area: (name, here, of, quorum) => `${name}: ${here} of ${of}, at least ${quorum}`,
    },
    noAgenda: {
      title: 'This meeting has no agenda yet',
      unplanned: 'The calendar shows no session of this meeting near now.',
      text: 'The weekly’s template: 35\u00a0min in six items. It can be changed later.',
      template: 'Use the template',
      proposed: (by, minutes) => `${by} proposes an agenda of ${f.minutes(minutes)}`,
      use: 'Use this agenda',
      who: 'Whoever organizes may use it; five minutes before the start, anybody.',
      waiting: 'Getting the agenda…',
    },
    closing: {
      title: 'Closing round',
      text: 'The hour is up, or no items are left. A last word from each; nothing is locked or lost.',
    },
    menu: {
      title: 'More',
      sections: 'Parts',
      agenda: 'Agenda',
      people: 'Who is here',
      chair: 'Chair',
      share: 'Share to the screen',
      openInWindow: 'Open in a window',
      end: 'End the meeting',
      back: 'Back to the item',
      putOff: (title) => `Put off ${title}`,
      putOffShort: 'Put off',
      bringBack: (title) => `Bring back ${title}`,
      bringBackShort: 'Bring back',
      states: { over: 'done', now: 'now', ahead: '', putOff: 'put off' },
      add: 'Add an item',
      addTitle: 'New item',
      addMinutes: 'Minutes',
      addKind: 'Kind',
      topic: 'Topic',
      problem: 'Problem',
    },
    presence: {
      how: {
        panel: 'with a panel',
        room: 'in the room',
        phone: 'by phone',
        away: 'not here',
        unknown: 'not marked',
      },
      of: (name) => `How ${name} takes part`,
      mine: (how) => `${how}, with my panel`,
      through: (how, name) => `${how}, with ${name}’s panel`,
      decides: (name) => `Decides for ${name}`,
      nobody: 'Nobody',
      decided: (name) => `${name} decides`,
      key: 'key person',
      outsider: 'from outside',
    },
    after: {
      title: 'Ended',
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
      missing: 'Everything else works.',
      retry: 'Try again',
    },
    question: {
      sameTask: (text, found) =>
        `“${text}”: Planner has ${count(found, 'task', 'tasks')} like it, and nobody knows whether it is the one that was sent. Is it the same?`,
      same: 'It is the same',
      another: 'Make another',
      wholeTeam: 'Everybody in this team can see what is captured here. Go on?',
      capture: 'Capture',
      notNow: 'Not now',
    },
    notice: {
      saved: {
        task: (text) => `Task saved: ${text}`,
        idea: (text) => `Idea saved: ${text}`,
        decision: (text) => `Agreed: ${text}`,
        problem: (text) => `Problem saved: ${text}`,
      },
      item: (title) => `Now: ${title}`,
      closing: 'Closing round',
      chairChanged: (name) => `Chaired by ${name}`,
      panelAdded: 'The panel is in the meeting',
    },
  };
}
