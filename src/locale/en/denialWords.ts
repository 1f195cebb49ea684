import type { DenialWords } from '../es/denialWords';

export const denialWordsEn: DenialWords = {
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
    text: 'The organisation has not granted “Live meeting”. What was written is still here.',
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
};
