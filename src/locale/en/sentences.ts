import type { Failure, Tier } from '../../app/ports/failure';
import type { Notice, PlanWarning, Step } from '../../app/planning/planView';
import type { Reason, Relax } from '../../domain/slots/types';
import type { ByKind, Named } from '../byKind';
import { sayByKind } from '../byKind';
import type { Sentences } from '../es/sentences';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('en');

/** See the Spanish file, which decides what must be said. */
export function sentencesEn(format: Format): Sentences {
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
  const tiers: Readonly<Record<Tier, string>> = {
    plan: 'Plan',
    live: 'Live meeting',
    followUp: 'Follow up',
    mail: 'Mail',
    directory: 'Directory',
    transcripts: 'Transcripts',
  };
  const failures: ByKind<Failure> = {
    throttled: ({ retryAfterMs }) =>
      `Microsoft 365 asks us to wait ${format.wait(retryAfterMs)}. Try again after that.`,
    consent: ({ tier }) =>
      `The organisation’s permission for “${tiers[tier]}” is missing. Your Microsoft 365 administrator can give it.`,
    signIn: () => 'Nobody is signed in to Microsoft. Sign in and try again.',
    denied: () => 'This account has no access. Ask whoever administers it.',
    notFound: () => 'It no longer exists or has moved. Check the details and try again.',
    conflict: () => 'Somebody else changed it at the same time. Try again with the new version.',
    offline: () => 'There is no connection. Try again when it is back.',
    unavailable: () => 'Microsoft 365 is not answering now. Try again in a few minutes.',
    refused: ({ code }) =>
      code === 'mailboxFull'
        ? 'This series no longer fits into the mailbox’s settings. What was typed is still here; it needs a team’s site to be kept.'
        : code === 'otherRecord'
          ? 'This session already has the minutes of another meeting: they are left as they are. Rename their file and try again.'
          : `Microsoft 365 refused the request (${code}). Try again or tell support.`,
    malformed: ({ file }) =>
      file === undefined
        ? 'The answer cannot be understood. Try again or tell support.'
        : `The file “${file}” holds no minutes that can be read: it is left as it is. Mend or rename it and try again.`,
    cancelled: () => 'It was cancelled. Try again whenever you like.',
  };
  const refusals: Sentences['refusals'] = {
    'time/unknown-zone': 'The time zone of a site is unknown. Choose another one under Areas.',
    'time/bad-wall-clock': 'A time cannot be understood. Write it like this: 09:30.',
    'time/bad-date': 'A date does not exist. Correct it to go on.',
    'slots/no-areas': 'There are no areas. Add people from Marketing and Sales.',
    'slots/no-people': 'Nobody is invited. Add somebody from each area.',
    'slots/unlisted-area': 'Somebody is in an area that no longer exists. Choose their area again.',
    'slots/duplicate-id': 'Somebody is listed twice. Remove one of them.',
    'slots/empty-window': 'The weeks chosen are past or empty. Choose another first week.',
    'slots/bad-minutes': 'The length must be between 15 and 60 minutes. Change it to search.',
    'slots/bad-step': 'The step of the search is not valid. Reload the pane and try again.',
    'slots/bad-repeat': 'The number of sessions is not valid. Change it to search.',
    'slots/bad-number': 'A number is not valid. Correct it to go on.',
    'agenda/no-items': 'The agenda is empty. Add at least one item.',
    'agenda/over-an-hour': 'The agenda is longer than an hour. Cut it down to go on.',
    'agenda/sum': 'The minutes of the agenda do not add up to the length. Share them out again.',
    'agenda/bad-minutes': 'Each item needs at least one whole minute. Correct it to go on.',
    'agenda/body-too-large':
      'The text of the invitation is too long; it stays as it was. Cut it down and try again.',
    'agenda/body-too-deep':
      'The formatting of the invitation is too complex; it stays as it was. Simplify it and try again.',
    'meeting/not-a-participant': 'This person is not in the meeting. Join from Teams first.',
    'meeting/not-allowed': 'That is for the chair. Ask for it, or wait until the chair is handed over.',
    'meeting/not-now': 'That is no longer possible at this point of the meeting. Nothing changed.',
    'meeting/not-its-time': 'This session is at another time. Open the one of today.',
    'meeting/too-late': 'The meeting ended more than a day ago. Its minutes stay as they are.',
    'meeting/unknown-item': 'That item is no longer on the agenda. Choose another.',
    'meeting/unknown-person': 'That person is not in the meeting. Choose another.',
    'meeting/item-is-over': 'That item is over. Choose one that is still to come.',
    'meeting/last-item': 'It is the last item left. End the meeting instead.',
    'meeting/no-panel':
      'Only an open panel can stand for somebody in the room or on the phone. Choose another.',
    'meeting/no-stand-in':
      'A stand-in is somebody present of the same area, while the key person is missing. Choose another person.',
    'meeting/nobody-here': 'Nobody is marked as present yet. Mark who is here first.',
    'meeting/floor-is-taken': 'Somebody else has the floor. Ask for it to join the queue.',
    'meeting/empty-text': 'There is no text. Write it to save.',
    'meeting/too-long': 'The text is too long. Cut it down to save.',
    'meeting/task-incomplete': 'The task lacks its text, owner, due date or problem. Complete it to save.',
    'meeting/outside-owner':
      'A task of somebody from outside also needs an owner inside. Choose one to save.',
    'meeting/decide-first':
      'The task was carried over three times. Cut it down, split it or take it to the monthly.',
    'meeting/too-few-parts': 'Splitting takes at least two tasks. Add another.',
    'meeting/no-agenda': 'There is no agenda yet. Use the proposed one or a template to go on.',
    'meeting/bad-agenda': 'The agenda makes no sense and was not used. Check it in the invitation.',
    'meeting/too-many': 'There are too many already. Remove one to go on.',
    'meeting/lease-taken': 'Somebody else is sending the tasks. Wait until they are done.',
    'meeting/being-sent': 'Somebody else is sending the minutes right now. Wait until they are done.',
    'meeting/answered': 'You had answered the two questions already: the first answer counts.',
    'meeting/already-sent': 'The minutes were sent already. Nothing went out again.',
    'follow/no-series': 'This series is no longer there. Choose another one.',
    'follow/unknown-task': 'That task is no longer there: it was taken away meanwhile.',
    'follow/unknown-session': 'That session is no longer part of the series.',
    'follow/unknown-decision': 'That decision cannot be replaced like this: it changed meanwhile.',
    'follow/answered': 'That request has been answered already, or withdrawn.',
    'follow/too-late': 'That time has passed. Choose another one.',
    'follow/not-the-organiser': 'Only whoever organises the series can do this. You can ask them.',
    'follow/no-monthly': 'There is no monthly series yet that could take it. Choose one under Settings.',
    'follow/no-plan': 'The team has no plan in Planner: tasks stay in the minutes.',
    'follow/nobody-to-hand-over': 'To hand the series over, choose somebody of its people.',
    'follow/hand-over-first': 'Whoever organises the series cannot be taken out: hand the series over first.',
    'follow/busy': 'Wait until what is under way has ended.',
    'talk/empty': 'The file is empty. Download the transcript again and drop it here.',
    'talk/no-transcript':
      'This file is no transcript of Teams. Download it in Teams as .vtt or .docx and drop it here.',
    'talk/no-speakers': 'This transcript does not tell who speaks. Download the one with names in Teams.',
    'talk/too-large': 'The file is too large for a transcript. Nothing was kept.',
    'talk/other-meeting':
      'This transcript seems to be of another meeting: nobody of this session speaks in it. Nothing was kept.',
    'talk/not-measured': 'This series does not measure the balance. The team agrees on it in Settings.',
    'talk/capped':
      'The organisation does not allow measuring so much. Whoever administers Microsoft 365 decides it; less can be agreed.',
    'talk/not-yours':
      'This is agreed by those who come to the meetings: key and optional people. Ask one of them.',
    'talk/unknown-turn': 'That turn is no longer there. Nothing changed.',
    'meeting/no-lease': 'Sending the tasks was interrupted. Send them again: none is doubled.',
  };
  const failed = (failure: Failure, during: Step) =>
    `${steps[during].what} ${steps[during].safe} ${sayByKind(failures, failure)}`;
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
    /** What went wrong and what to do, beside words of one's own for what is safe. */
    why: (failure: Failure) => sayByKind(failures, failure),
    refusals,
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
