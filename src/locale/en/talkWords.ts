import type { TalkWords } from '../es/talkWords';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('en');

/** Where an administrator of Teams switches it on, and the line that does the same. */
const WHERE = 'Teams admin center > Meetings > Meeting settings > Transcript API access';
const LINE = 'Set-CsTeamsMeetingConfiguration -Identity Global';

/** A meeting's balance from the estimate to the transcript, in English. */
export function talkWordsEn(f: Format): TalkWords {
  const minutes = (milliseconds: number) => {
    const whole = Math.round(milliseconds / 60_000);
    return whole === 0 ? `less than 1${HARD_SPACE}min` : f.minutes(whole);
  };
  return {
    title: 'Balance',
    share: (area, part) => `${area} ${f.percent(part)}`,
    shares: (all) => all.join(' · '),
    measured: 'measured from the transcript',
    estimate: 'estimate, from the marks of the meeting',
    off: (points) =>
      points < 0.5
        ? 'the estimate was right'
        : `the estimate was ${count(Math.round(points), 'point', 'points')} off`,
    split: (milliseconds) => `${minutes(milliseconds)} shared out by the marks`,
    unattributed: (milliseconds) => `${minutes(milliseconds)} not attributed`,
    rough: 'approximate: the file tells when each turn begins and not when it ends',
    fair: (all) => `Fair share by presence: ${all.join(' · ')}`,
    nothing: 'Nothing was counted in this session.',
    own: (part, fair) => `Your share: ${part}; the fair one: ${fair}. Only you are told.`,
    picture: {
      title: 'Turns by area',
      lane: (area, spoken) => `${area}: ${spoken}`,
      spoken: minutes,
      asTable: 'View as a table',
      asPicture: 'View as a chart',
      item: 'Item',
      time: 'Time',
      rest: 'Outside of the items',
      untitled: 'Internal item',
    },
    press: {
      read: 'Read the transcript',
      again: 'Read the transcript again',
      more: 'Measure again',
      retry: 'Retry',
      now: 'Look now',
      cancel: 'Cancel',
      choose: 'Choose a file',
      goOn: 'Continue',
      copy: 'Copy',
      copied: 'Copied',
      notCopied: 'The button cannot copy here. Select the line and copy it by hand.',
      copyOf: (what) => `Copy: ${what}`,
    },
    explain:
      'The transcript of Teams tells how long each area spoke. Names and times are read, not what was said, and only sums by area stay.',
    drop: {
      title: 'Drop the transcript file here',
      text: 'Downloaded from Teams: .vtt or .docx. It is read on this device and not kept.',
      meanwhile: 'In the meantime: drop the file.',
    },
    reading: (done, of) =>
      of === null ? 'Looking for the transcript…' : `Reading the transcript: ${done} of ${of}…`,
    keeping: 'Saving to the minutes…',
    done: 'The minutes have what the transcript tells.',
    missed: {
      names: 'What the names mean could not be remembered: it will be asked again.',
      own: 'Your share could not be kept on your page.',
    },
    waiting: (time) =>
      `The transcript is not there yet. The next look is at ${time}; until then the estimate stands.`,
    none: {
      title: 'Teams has no transcript of this session',
      text: 'Next time: in the meeting, More > Record and transcribe > Start transcription.',
    },
    names: {
      title: 'Whose names are these?',
      text: 'The transcript shows them like this and nobody knows whose they are. It is asked once.',
      choose: 'Choose…',
      shared: 'Shared room or phone',
      nobody: 'Nobody from here',
      left: (n) => `${count(n, 'name', 'names')} left to choose`,
    },
    stuck: {
      consent: {
        title: 'The permission to read transcripts is missing',
        text: 'Whoever administers Microsoft 365 grants it. Send them this link:',
      },
      transcriptsOff: {
        title: 'The organisation gives no transcripts to apps',
        text: `Whoever administers Teams changes it: ${WHERE}, turn on Microsoft Graph access. Or with this command:`,
        line: `${LINE} -EnableGraphTranscriptAccess $true`,
      },
      attributionOff: {
        title: 'The organisation gives transcripts without names',
        text: `Whoever administers Teams changes it: ${WHERE} > Configure, include speaker attribution. Or with this command:`,
        line: `${LINE} -EnableAttributedTranscripts $true`,
      },
      notOrganiser: {
        title: 'Only the organizer can read this transcript',
        text: (organiser) =>
          organiser === ''
            ? 'Ask whoever organizes the meeting to read it from here.'
            : `Ask ${organiser} to read it from here.`,
      },
      metered: {
        title: 'Microsoft charges for this reading and it is not set up',
        text: 'Whoever administers Microsoft 365 sets it up.',
      },
      notFound: {
        title: 'Teams does not know this meeting',
        text: 'It may have expired, or have no Teams link.',
      },
      other: (failure): string =>
        failure === 'malformed' ? 'The transcript makes no sense' : 'The transcript could not be read',
      refused: 'It could not be measured',
      kept: 'The estimate stands as it was.',
    },
    sessions: {
      title: 'Balance of one session',
      choose: 'Session',
      none: 'Choose a session…',
      option: (when, kept) =>
        `${when} · ${kept === 'measured' ? 'measured' : kept === 'estimate' ? 'estimate' : 'not counted'}`,
      opening: 'Reading the minutes…',
      notMeasured: 'The series no longer measures this session: what was counted is shown.',
    },
  };
}
