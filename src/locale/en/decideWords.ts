import type { DecideWords } from '../es/decideWords';

/** What a task that was carried over too often asks for, in English. */
export function decideWordsEn(): DecideWords {
  return {
    cutDown: 'Cut down',
    split: 'Split',
    of: {
      cutDown: (text) => `Cut down: ${text}`,
      split: (text) => `Split: ${text}`,
    },
    part: (n) => `Part ${n}`,
    text: 'What will be done',
    owner: 'Owner',
    due: 'Due date',
    save: 'Save',
    lacks: 'The text or the date is missing.',
  };
}
