import type { AgendaKind, Language } from './types';

/**
 * What stands visibly in an invitation. Data of the format, not interface text: what is written is read back by it, so a
 * changed word makes agendas already sent unreadable (src/DECISIONS.md, SPEC AG2).
 */
export type AgendaWords = {
  /** The line above the table. */
  readonly marker: string;
  /** Heads of the columns: number, minutes, kind, title, owner. */
  readonly columns: readonly [string, string, string, string, string];
  readonly total: string;
  readonly kinds: Readonly<Record<AgendaKind, string>>;
};

export type WordsByLanguage = Readonly<Record<Language, AgendaWords>>;

export const agendaWords: WordsByLanguage = {
  es: {
    marker: 'Agenda de la reunión',
    columns: ['#', 'Minutos', 'Tipo', 'Punto', 'Responsable'],
    total: 'Total',
    kinds: {
      openTasks: 'Pendiente de antes',
      problem: 'Problema',
      ideas: 'Ideas',
      decision: 'Decisión',
      tasks: 'Tareas',
      round: 'Ronda',
      weeklies: 'De las semanales',
      numbers: 'Cifras',
      rhythm: 'Ritmo',
      topic: 'Tema',
    },
  },
  en: {
    marker: 'Meeting agenda',
    columns: ['#', 'Minutes', 'Kind', 'Item', 'Owner'],
    total: 'Total',
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
  },
};
