import type { FollowMessages } from '../es/followMessages';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

export function followMessagesEn(f: Format): FollowMessages {
  return {
    next: (when) => `Next session: ${when}`,
    noNext: 'There is no session ahead.',
    chair: (name) => `chaired by ${name}`,
    promises: 'Open promises',
    noPromises: 'No open promises.',
    promise: (owner, text, due) => `${owner}: ${text} · ${due === '' ? 'no date' : `due ${due}`}`,
    more: (n) => `… and ${n} more in Cadencia`,
    paused: (when, label) => `No session on ${when}: pause${label === '' ? '' : ` (${label})`}.`,
    skipped: (when) => `The session of ${when} is skipped.`,
    prepare: (title) => `Prepare: ${title}`,
    prepareWhen: (when, minutes) => `The session is on ${when} and takes ${minutes}.`,
    prepareSteps: [
      'Choose the problem to talk about.',
      'Look at the open tasks: what is done, what is late.',
      'Share out the minutes of the agenda.',
    ],
    openMeeting: 'Open the meeting in Teams',
    cancelled: (title) =>
      `This session of “${title}” is skipped. The others stay at their time; what is left opens the next one.`,
    asked: (by, what) => `${by} proposes ${what}`,
    taskForYou: (by, what) => `${by} gives you a task: ${what}`,
    handedOver: (by, series) => `${by} hands “${series}” over to you: open its tab to go on`,
    move: (from, to, minutes) =>
      `moving the session of ${from} to ${to}${minutes === '' ? '' : `, ${minutes}`}`,
    shortSession: (when, minutes) => `a session of ${minutes} on ${when}`,
    skip: (when) => `skipping the session of ${when}`,
    shorten: (minutes) => `sessions of ${minutes}`,
    fewer: (names) =>
      `that ${f.list(names)} ${names.length === 1 ? 'gets' : 'get'} the minutes instead of the invitation`,
    rhythm: (pattern, from) => `${pattern}, from ${from} on`,
    renewal: (pattern, from, times) =>
      `renewing the series from ${from} on: ${pattern}, ${count(times, 'session', 'sessions')}`,
    weekly: (every, weekday, time) =>
      every === 1 ? `every ${weekday}, ${time}` : `a ${weekday} every ${every} weeks, ${time}`,
    monthly: (every, nth, weekday, time) =>
      `the ${NTH[nth]} ${weekday} of every ${every === 1 ? 'month' : `${every} months`}, ${time}`,
    handOver: (name) => `that ${name} organises the series from now on`,
    measured: (by, what) => `${by} changed what is measured: from now on, ${what}`,
    measures: {
      off: 'nothing',
      areas: 'how much each area speaks',
      persons: 'how much each area speaks, and each person who agrees',
    },
    measuring: {
      areas: 'measuring how much each area speaks in the meetings',
      persons: 'measuring how much each area speaks, and each person who agrees',
    },
    somebody: 'somebody else',
    noteProblem: (problem) => `Problem: ${problem}`,
    noteDoneBy: (name) => `Done by ${name}; the owner of the task answers for it.`,
  };
}

const NTH = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const;
