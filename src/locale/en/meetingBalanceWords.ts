import type { MarkSource } from '../../domain/balance/types';
import type { MeetingBalanceWords } from '../es/meetingBalanceWords';
import type { Format } from '../format';

const MINUTE = 60_000;

/** What a running meeting says of its balance in English. */
export function meetingBalanceWordsEn(f: Format): MeetingBalanceWords {
  const sources: Readonly<Record<MarkSource, string>> = {
    chair: 'marked by somebody else',
    self: 'marked by you',
    round: 'in the round',
    queue: 'after asking for the floor',
    owner: 'supposed: you lead the item',
  };
  /** Who sees a share beside its owner. */
  const ownSeen = {
    alone: 'Only you see this.',
    name: 'It is shown by name.',
    area: 'Nobody else of your area has spoken: what is shown of it is yours.',
  };
  return {
    title: 'Balance',
    share: (name, share) => `${name} ${f.percent(share)}`,
    estimate: (attributed) =>
      attributed === null
        ? 'Estimate, nobody knows of how much of the talk'
        : `Estimate, ${f.percent(attributed)} of the talk`,
    estimateShort: 'estimate',
    counted: (is, of, without) => `counts ${is} of ${of}${without ? ', not you' : ''}`,
    tooEarly: (left) => `Balance: too early to say, ${f.minutes(Math.ceil(left / MINUTE))} of talk to go`,
    tooEarlyShort: 'Balance: too early to say',
    fair: (shares) => `Fair share: ${shares.join(' · ')}`,
    notYet: 'It is measured from when the agenda comes.',
    nudge: (area) => `${area} has not been heard on this`,
    nudgeAway: 'Put the notice away',
    nudges: 'Say here when an area is still to be heard',
    news: {
      areas: 'How much each area talks is estimated here. Nothing is recorded or listened to.',
      persons:
        'How much each area talks is estimated here, and each person who agrees. Nothing is recorded or listened to.',
      declined: 'You do not take part.',
      noArea: 'Without an area nothing of yours is counted.',
      title: 'What is measured in this meeting',
      what: 'What is measured',
      decline: 'Do not take part',
      known: 'Got it',
    },
    line: {
      areas: 'Balance: areas only.',
      persons: 'Balance: by area, and by person for those who agree.',
    },
    kept: 'Of the balance: turns on that server, only as long as the meeting is there; in the minutes, only the total of each area.',
    takesPart: 'How you take part',
    own: (share, fair, seen) =>
      `Your share: ${f.percent(share)}; fair share: ${f.percent(fair)}. ${ownSeen[seen]}`,
    ownEnded: (share, fair, seen) =>
      `Your share of this meeting: ${f.percent(share)}; fair share: ${f.percent(fair)}. It is an estimate. ${ownSeen[seen]}`,
    turns: 'Your last turns',
    noTurns: 'No turns of yours yet.',
    turn: (time, length) => `${time} · ${length}`,
    open: 'now',
    length: (milliseconds) =>
      milliseconds < MINUTE ? f.wait(milliseconds) : f.minutes(Math.round(milliseconds / MINUTE)),
    sources,
    notMineOf: (turn) => `That was not me: ${turn}`,
    shorter: 'It was shorter',
    shorterOf: (turn) => `It was shorter: ${turn}`,
    lasted: (length) => `It took ${length}`,
    people: 'By person, of those who agreed',
  };
}
