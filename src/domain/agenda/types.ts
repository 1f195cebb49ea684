/** The timeboxed plan of one meeting, as it stands in the invitation. */
export type Agenda = {
  readonly language: Language;
  readonly items: readonly AgendaItem[];
};

export type Language = 'es' | 'en';

export type AgendaItem = {
  readonly kind: AgendaKind;
  readonly title: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  /** The name of whoever leads the item. */
  readonly owner?: string;
  /** Never enters a body or minutes that outsiders read. */
  readonly internal?: boolean;
};

export type AgendaKind =
  | 'openTasks'
  | 'problem'
  | 'ideas'
  | 'decision'
  | 'tasks'
  | 'round'
  | 'weeklies'
  | 'numbers'
  | 'rhythm'
  | 'topic';
