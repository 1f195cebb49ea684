import type { Words } from '../es/words';
import { areaIn } from '../wording';

/** The same words in English. */
export const wordsEn: Words = {
  name: 'Cadencia',
  subtitle: 'Marketing and Sales meetings',
  starting: 'Getting ready…',
  back: 'Back',
  change: 'Change',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  retry: 'Try again',
  close: 'Close',
  add: 'Add',
  wrongNumber: (least, most, kept) => `Only a whole number from ${least} to ${most}. It stays ${kept}.`,
  remove: (what) => `Remove ${what}`,
  notLoaded: {
    title: 'Cadencia could not be loaded',
    text: 'The invitation stays as it is. Check the connection and try again.',
  },
  notStarted: 'Not ready yet',
  signIn: {
    consent: 'A permission is missing',
    title: 'Sign in',
    button: 'Sign in',
    text: 'Your Microsoft account is needed to read the calendars. Nothing is sent.',
  },
  kinds: {
    openTasks: 'Left from before',
    problem: 'Problem',
    ideas: 'Ideas',
    decision: 'Decision',
    tasks: 'Tasks',
    round: 'Round',
    weeklies: 'From the weeklies',
    numbers: 'Numbers',
    rhythm: 'Rhythm',
    topic: 'Topic',
  },
  cityTime: (city, time) => `${city} ${time}`,
  area: (id) => areaIn('en', id),
};
