import type { SendWords } from '../es/sendWords';

export const sendWordsEn: SendWords = {
  areas: { marketing: 'Marketing', sales: 'Sales' },
  tooLong: (minutes) => `The meeting takes ${minutes} min: 60 min is the most.`,
  noAgenda: 'The invitation has no agenda: Cadencia puts it in with “Insert into the invitation”.',
  noTeamsLink: 'The invitation has no Teams link: without it there is no chat and no panel.',
  noTeamsLinkYet:
    'There is no Teams link yet: without it there is no chat and no panel. If “Teams meeting” is on, Outlook adds it when sending.',
  noKeyPerson: (area) => `No key person of ${area} is invited.`,
};
