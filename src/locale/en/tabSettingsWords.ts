import type { TabSettingsWords } from '../es/tabSettingsWords';

export const tabSettingsWordsEn: TabSettingsWords = {
  tabName: 'Cadencia',
  title: 'Add Cadencia to this meeting',
  what: 'After saving, the meeting has the Cadencia tab and panel of Marketing and Sales: the agenda, the time and the tasks, for everybody invited.',
  safe: 'Nothing is recorded and nothing listens.',
  outside: 'This page opens in Teams, when Cadencia is added to a meeting. There is nothing to do here.',
};
