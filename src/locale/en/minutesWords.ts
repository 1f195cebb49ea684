import type { MinutesWords } from '../es/minutesWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The words of the minutes and of notes in Planner, in English. */
export function minutesWordsEn(f: Format): MinutesWords {
  return {
    tabName: 'Cadencia',
    title: (title) => `Minutes: ${title}`,
    subject: (title, when) => `Minutes: ${title} · ${when}`,
    chair: (name) => `Chaired by ${name}`,
    present: 'Who was there',
    byPhone: (name) => `${name} (by phone)`,
    inRoom: (name) => `${name} (in the room)`,
    absent: (names) => `Not there: ${f.list(names)}`,
    others: 'Other areas',
    outside: 'from outside',
    problems: 'Problems',
    moved: (problem, from, to) => `${problem}: from ${f.number(from)} to ${f.number(to)}`,
    reading: (problem, value) => `${problem}: ${f.number(value)}`,
    goal: (goal) => `goal ${f.number(goal)}`,
    decisions: 'Agreed',
    decidedBy: (names) => `Decided by ${f.list(names)}`,
    noDecisions: 'Nothing was agreed in this session.',
    tasks: 'Tasks',
    due: (day) => `due ${day}`,
    doneBy: (name) => `done by ${name}`,
    noTasks: 'No open tasks.',
    done: (n) => `${count(n, 'task done', 'tasks done')}.`,
    monthly: (n) => `${count(n, 'task goes', 'tasks go')} to the monthly.`,
    ideas: (n) => `${count(n, 'idea noted', 'ideas noted')}.`,
    putOff: (titles) => `Put off: ${f.list(titles)}`,
    next: 'What is left opens the next session.',
    more: (n) => `… and ${n} more in Cadencia`,
    toDecide: (what, more) => `Decide: ${what}${more === 0 ? '' : ` and ${more} more`}`,
    deciders: (names) => `Decided by ${f.list(names)}`,
    left: (n) => `Left from before: ${n}`,
    open: (owner, text, due) => `${owner} · ${text} · due ${due}`,
    noteProblem: (problem) => `Problem: ${problem}`,
    noteDoneBy: (name) => `Done by ${name}; the owner of the task answers for it.`,
  };
}
