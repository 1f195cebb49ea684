import type { Failure, Tier } from '../../app/ports/failure';
import type { ByKind } from '../byKind';
import { sayByKind } from '../byKind';
import type { Sentences } from '../es/sentences';
import type { Format } from '../format';

/** See the Spanish file, which decides what must be said. */
export function sentencesEn(format: Format): Sentences {
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
  return {
    /** What went wrong and what to do, beside words of one's own for what is safe. */
    why: (failure: Failure) => sayByKind(failures, failure),
    refusals,
  };
}
