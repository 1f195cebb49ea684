import type { Failure } from '../../app/ports/failure';
import type { Notice, PlanWarning, Step } from '../../app/planning/planView';
import type { Reason, Relax } from '../../domain/slots/types';
import type { ByKind, Named } from '../byKind';
import { sayByKind } from '../byKind';
import type { PlanSentences } from '../es/planSentences';
import type { Sentences } from '../es/sentences';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('en');

/** See the Spanish file, which decides what must be said. */
export function planSentencesEn(format: Format, { why, refusals }: Sentences): PlanSentences {
  const steps: Readonly<Record<Step, { readonly what: string; readonly safe: string }>> = {
    start: { what: 'The pane could not be prepared.', safe: 'The invitation is as it was.' },
    people: { what: 'People could not be looked up.', safe: 'What was chosen so far is kept.' },
    calendars: { what: 'The calendars could not be read.', safe: 'What is missing counts as no data.' },
    holidays: { what: 'The holidays could not be read.', safe: 'Everything else is kept.' },
    search: { what: 'The search could not finish.', safe: 'The invitation is as it was.' },
    save: { what: 'The areas could not be saved.', safe: 'What was typed is still in the pane.' },
    insert: { what: 'The invitation could not be filled in.', safe: 'It is as it was.' },
    create: {
      what: 'The meeting could not be created in Teams.',
      safe: 'The invitation is as it was; repeating it makes no second one.',
    },
    keep: {
      what: 'The dates of the series could not be saved.',
      safe: 'The invitation is fine; only the note of them is missing.',
    },
    close: {
      what: 'The meeting is created, but this form could not be closed.',
      safe: 'Close it without sending or saving: then there is only one.',
    },
    move: { what: 'Not all sessions could be moved.', safe: 'The rest are still noted.' },
    undo: { what: 'It could not be undone.', safe: 'The invitation keeps what was inserted.' },
  };
  const failed = (failure: Failure, during: Step) =>
    `${steps[during].what} ${steps[during].safe} ${why(failure)}`;
  const notices: ByKind<Notice> = {
    failed: ({ failure, during }) => failed(failure, during),
    refused: ({ code }) => refusals[code],
    merged: () =>
      'Somebody else changed the areas at the same time. Both changes are kept: please check them.',
    interrupted: ({ what }) =>
      what === 'inserting'
        ? 'The pane was closed while inserting: the invitation may be half filled. Inserting again completes it.'
        : 'The pane was closed while creating the meeting, which may be on the calendar already. You can do it again: no second one is made.',
    undone: () => 'The invitation is as it was before.',
    earlier: () =>
      'The meeting had been created before, at another time. No second one was made: open it in the calendar and change it there.',
    unreadable: ({ files }) =>
      files.length === 1
        ? `One file of areas cannot be read (${format.list(files)}). It stays as it is; new areas can be used.`
        : `Some files of areas cannot be read (${format.list(files)}). They stay as they are; new areas can be used.`,
  };
  const relaxes: ByKind<Relax, [Named]> = {
    quorum: ({ area, to }, named) => `with at least ${to} from ${named.area(area)}`,
    keyPerson: ({ person }, named) => `if ${named.person(person)} were not a key person`,
    time: ({ time }) => `at ${format.clock(time)}`,
  };
  const who = (people: readonly string[], named: Named) => format.list(people.map((id) => named.person(id)));
  const brokenBy = {
    closed: 'because of holidays',
    hours: 'outside working hours',
    busy: 'because of appointments',
    unknown: 'for lack of data',
    clock: 'because of the clock change',
  };
  const reasons: ByKind<Reason, [Named]> = {
    everyone: () => 'everybody can',
    never: ({ people }, named) => `${who(people, named)} can never come`,
    mostMissed: ({ person, times, of }, named) =>
      `${named.person(person)} misses ${times}${HARD_SPACE}of${HARD_SPACE}${of}`,
    broken: ({ why, times, people }, named) =>
      `${count(times, 'session does', 'sessions do')} not go ahead ${brokenBy[why]}${people.length > 0 ? ` (${who(people, named)})` : ''}`,
    leastFocusLoss: () => 'interrupts least',
    protected: ({ area, minutes }, named) =>
      `takes ${format.minutes(minutes)} of protected hours from ${named.area(area)}`,
    change: ({ relax, wins }, named) =>
      `${sayByKind(relaxes, relax, named)}: ${count(wins, 'session', 'sessions')} more`,
    paidLastTime: ({ area, now }, named) =>
      `${named.area(area)} gave up more last time; now it gives up ${now === 'less' ? 'less' : now === 'more' ? 'more again' : 'the same'}`,
  };
  const warnings: ByKind<PlanWarning, [Named]> = {
    missingSide: ({ area }, named) => `Nobody from ${named.area(area)} yet`,
    noKeyPerson: ({ area }, named) => `A key person is missing in ${named.area(area)}`,
    tooMany: ({ people }) => `${count(people, 'person', 'people')}: 8 or fewer is better`,
    outsiderIsKey: ({ person }, named) =>
      `${named.person(person)} is from outside: without their calendar, better not a key person`,
    quorumTooLarge: ({ area, quorum, people }, named) =>
      `At least ${quorum} are needed from ${named.area(area)}, but there ${people === 1 ? 'is' : 'are'} only ${people}`,
    standInMisplaced: ({ person }, named) =>
      `${named.person(person)} stands in for somebody who is not a key person of the same area`,
  };
  return {
    failure: failed,
    missing: { unknown: 'no data', hours: 'outside hours', busy: 'busy', holiday: 'holiday' },
    notice: (notice) => sayByKind(notices, notice),
    warning: (warning, named) => sayByKind(warnings, warning, named),
    reason: (reason, named) => sayByKind(reasons, reason, named),
    relax: (relax, wins, named) =>
      `${sayByKind(relaxes, relax, named)}: up to ${count(wins, 'session', 'sessions')}`,
    unread: (names) =>
      names.length === 1
        ? `The calendar of ${format.list(names)} could not be read. Their time counts as unknown.`
        : `The calendars of ${format.list(names)} could not be read. Their time counts as unknown.`,
    noData: (names) => `no data for ${format.list(names)}`,
    notLoaded: (names) =>
      `Still missing: the ${names.length === 1 ? 'calendar' : 'calendars'} of ${format.list(names)}. Their time counts as unknown.`,
    without: (sites) =>
      `The zone or the holidays of ${format.list(sites)} are not known. Please check them under Areas.`,
  };
}
