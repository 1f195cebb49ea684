import { sharedOut } from './edit';
import type { Agenda, AgendaKind, Language } from './types';

export type TemplateKind = 'weekly' | 'monthly';

type Step = {
  readonly kind: AgendaKind;
  readonly minutes: number;
  readonly title: Readonly<Record<Language, string>>;
};

/** The lengths the templates were written for: 35 and 50 minutes. */
const STEPS: Readonly<Record<TemplateKind, readonly Step[]>> = {
  weekly: [
    { kind: 'openTasks', minutes: 5, title: { es: 'Tareas abiertas', en: 'Open tasks' } },
    { kind: 'problem', minutes: 5, title: { es: 'El problema de la semana', en: 'The problem of the week' } },
    { kind: 'ideas', minutes: 10, title: { es: 'Ideas de las dos áreas', en: 'Ideas from both areas' } },
    { kind: 'decision', minutes: 5, title: { es: 'Qué se hace', en: 'What will be done' } },
    {
      kind: 'tasks',
      minutes: 5,
      title: { es: 'Quién hace qué y para cuándo', en: 'Who does what, and by when' },
    },
    { kind: 'round', minutes: 5, title: { es: 'Ronda de cierre', en: 'Closing round' } },
  ],
  monthly: [
    {
      kind: 'weeklies',
      minutes: 10,
      title: { es: 'Lo que llega de las semanales', en: 'What came up from the weeklies' },
    },
    {
      kind: 'numbers',
      minutes: 10,
      title: {
        es: 'Hasta cinco cifras, cada una con responsable',
        en: 'Up to five numbers, each with an owner',
      },
    },
    { kind: 'rhythm', minutes: 5, title: { es: '¿Cómo va el ritmo?', en: 'How is the rhythm?' } },
    { kind: 'topic', minutes: 15, title: { es: 'Temas del mes', en: 'Topics of the month' } },
    { kind: 'decision', minutes: 10, title: { es: 'Acuerdos', en: 'What is agreed' } },
  ],
};

/** How long a meeting of this kind is unless somebody says otherwise. */
export function templateMinutes(kind: TemplateKind): number {
  return STEPS[kind].reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The usual agenda of a kind, each item's share of the given length; refuses lengths under one minute an item and over an hour. */
export function agendaTemplate(
  kind: TemplateKind,
  language: Language,
  minutes = templateMinutes(kind),
): Agenda {
  const steps = STEPS[kind];
  const shares = sharedOut(
    steps.map((step) => step.minutes),
    minutes,
  );
  return {
    language,
    items: steps.map((step, index) => ({
      kind: step.kind,
      title: step.title[language],
      minutes: shares[index] ?? 1,
    })),
  };
}
