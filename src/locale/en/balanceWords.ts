import type { BalanceMode, TakesPart } from '../../domain/balance/types';
import type { BalanceWords, MeasuringTold } from '../es/balanceWords';
import type { Format } from '../format';

/** The measuring of talk in English. */
export function balanceWordsEn(f: Format): BalanceWords {
  const modes: Readonly<Record<BalanceMode, string>> = {
    off: 'Off',
    areas: 'By areas',
    persons: 'By areas, and by person for those who agree',
  };
  const takes: Readonly<Record<TakesPart, string>> = {
    declined: 'I do not take part',
    counted: 'I count in my area',
    shown: 'I count, and my share is shown by name',
  };
  const takesText: Readonly<Record<TakesPart, string>> = {
    declined: 'What you say is nobody’s, not your area’s either: it is not attributed.',
    counted: 'You alone see your share.',
    shown: 'The other people of the meeting see your share too.',
  };
  const now = ({ mode, since, cap, alone }: MeasuringTold): readonly string[] => [
    mode === 'off'
      ? 'Nothing is measured in this series now.'
      : `Measured now: ${modes[mode].toLowerCase()}${since === null ? '' : `, since ${since}`}.`,
    ...(cap === null
      ? []
      : cap === 'off'
        ? ['The organisation does not allow measuring.']
        : [`The most that the organisation allows: ${modes[cap].toLowerCase()}.`]),
    ...(mode === 'off' || alone.length === 0
      ? []
      : [
          `Of ${f.list(alone)} only one person is counted now: the share of the area is that person’s share.`,
        ]),
  ];
  return {
    title: 'What is measured and what is not',
    open: 'What is measured',
    close: 'Close',
    copy: 'Copy the text',
    copied: 'Copied.',
    notCopied: 'It could not be copied. The text can be selected and copied by hand.',
    modes,
    takes,
    takesText,
    sections: (told) => [
      { title: 'Now', lines: now(told) },
      {
        title: 'What is measured',
        lines: [
          'In the meeting: who has the floor, because somebody marks it with a tap, and whether there is a voice or silence, which is all that Teams tells. That is why it is called an estimate.',
          'Afterwards, where there is a transcript: the minutes of each area. Names and times are read from it, and it is said how far the estimate was off.',
          'The fair share counts the time that each person was present, also without speaking.',
        ],
      },
      {
        title: 'What is never done',
        lines: [
          'Nothing is recorded, no microphone is used, and nobody joins the call.',
          'Nothing of what was said is kept or analysed.',
          'Nobody is compared with anybody: no order of people, no notice with names, no report to judge somebody by.',
        ],
      },
      {
        title: 'Who sees what',
        lines: [
          `The people of the meeting: the share of each area, after ${f.minutes(10)} of speech.`,
          'Each person: their own share and turns. They reach nobody else, whoever chairs, organises or leads included.',
          ...(told.mode === 'areas'
            ? []
            : [
                'A person’s share with their name: only if that person asked for it in their own panel, and only in the meeting.',
              ]),
          'The minutes and the channel’s tab: areas only.',
        ],
      },
      {
        title: 'What is kept, and how long',
        lines: [
          'Turns: on the organisation’s server, with the live meeting. They go with it: 7 days after the minutes are kept, and after 90 days at the latest.',
          'In the minutes: the total of each area and a picture of the meeting by areas. It is erased in Settings, under “Erase what was measured”.',
          'One’s own share: only in each person’s OneDrive folder, and only if that person wants to keep it.',
        ],
      },
      {
        title: 'What can be worked out',
        lines: [
          'Where only one person of an area is counted, the share of the area is that person’s.',
          'Where two are counted, each can work out the share of the other.',
          ...(told.mode === 'areas'
            ? []
            : [
                'Where all of an area but one are shown by name, the share of that last one can be worked out.',
              ]),
          'Where only one person does not take part, nearly all that is “not attributed” may be theirs.',
        ],
      },
      {
        title: 'How not to take part, and how to stop',
        lines: [
          'Not taking part: in the panel or in Settings, at any time. What is said then is “not attributed”, and of what was counted in that meeting it is forgotten whose it was. Who does not take part stands in the settings of the series, which the team can read.',
          'Measuring more needs a yes of somebody of each area. Measuring less is anybody’s to say.',
          'A change counts for meetings that begin later, never backwards. In one that has begun, each person can decline.',
        ],
      },
    ],
  };
}
