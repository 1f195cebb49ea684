import type { PresenceWords } from '../es/presenceWords';

/** How people take part, in English. */
export function presenceWordsEn(): PresenceWords {
  return {
    how: {
      panel: 'with a panel',
      room: 'in the room',
      phone: 'by phone',
      away: 'not here',
      unknown: 'not marked',
    },
    of: (name) => `How ${name} takes part`,
    mine: (how) => `${how}, with my panel`,
    through: (how, name) => `${how}, with ${name}’s panel`,
    decides: (name) => `Decides for ${name}`,
    nobody: 'Nobody',
    decided: (name) => `${name} decides`,
    key: 'key person',
    outsider: 'from outside',
  };
}
