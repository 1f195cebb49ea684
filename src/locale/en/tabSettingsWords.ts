import type { TabSettingsWords } from '../es/tabSettingsWords';

export const tabSettingsWordsEn: TabSettingsWords = {
  language: 'en',
  tabName: 'Cadencia',
  title: 'Add Cadencia to this meeting',
  what: 'After saving, the meeting has the Cadencia tab and panel of Marketing and Sales: the agenda, the time and the tasks, for everybody invited.',
  safe: 'Nothing is recorded and nothing listens.',
  outside:
    'This page opens in Teams, when Cadencia is added to a meeting or a channel. There is nothing to do here.',
  channel: {
    title: 'Add Cadencia to this channel',
    what: 'The tab follows up a series of meetings of Marketing and Sales: its tasks, decisions and rhythm.',
    which: 'Which series?',
    kinds: { weekly: 'Weekly', monthly: 'Monthly' },
    onlyMine: 'Its file is in your own folder: the rest of the team cannot read it.',
    elsewhere: 'It is followed up in another channel now; saving moves it here.',
    everybody:
      'Everybody in the team of this channel sees the tab, also those who are not invited to the meeting.',
    loading: 'Looking for series…',
    saving: 'Saving…',
    consentTitle: 'A permission is missing',
    signInTitle: 'You are not signed in',
    signInWhat:
      'To choose the series, Cadencia reads the files of the series. Nothing is changed until you save.',
    signIn: 'Sign in',
    failedTitle: 'The series could not be read',
    retry: 'Try again',
    none: 'There is no series yet',
    noneWhat:
      'The first one is planned in Outlook: open a new meeting and press “Plan with both areas”. Then this tab can be added.',
    notSaved: 'Nothing was saved; you can press “Save” again.',
    unreadable: (names) => `It cannot be read and stays as it is: ${names}`,
    failures: {
      consent: 'Your organisation has not let Cadencia read the files of the series yet.',
      signIn: 'Nobody is signed in.',
      denied:
        'There is no access to the place where the series are. Whoever administers the team’s site can give it.',
      notFound: 'The series is no longer where it was.',
      conflict: 'Somebody else is changing it right now.',
      offline: 'There is no connection.',
      throttled: 'Microsoft 365 asks to wait a little.',
      unavailable: 'Microsoft 365 does not answer now.',
      refused: 'Microsoft 365 did not accept the change.',
      malformed: 'The answer makes no sense.',
      cancelled: 'It was not finished.',
    },
  },
};
