import type { Format } from '../format';

/** The pane beside a meeting that is only read, in Spanish; the English file must have the same words. */
export function readWordsEs(f: Format) {
  return {
    noItem: {
      title: 'Abrir desde una reunión',
      text: 'Cadencia muestra aquí la agenda de una reunión de Outlook que se lee. En Outlook: abrir la reunión, aplicaciones, Cadencia.',
    },
    failed: 'No se pudo leer la invitación.',
    when: (from: string, until: string, minutes: number) => `${from}–${until} · ${f.minutes(minutes)}`,
    chat: 'Abrir el chat de la reunión en Teams',
    noTeams: 'Sin enlace de Teams: no hay panel ni tareas en vivo.',
    noChat: 'El enlace de Teams no dice de qué chat es. Lo demás está en Teams, en la pestaña de la reunión.',
    organiser: 'La agenda se cambia en el formulario: editar la reunión y pulsar Cadencia.',
    agenda: {
      title: (minutes: number, of: number) => `Agenda · ${minutes} de ${f.minutes(of)}`,
      none: 'Esta invitación no tiene agenda de Cadencia',
      howMine: 'Para ponerla: editar la reunión y pulsar Cadencia.',
      how: 'La pone quien organiza: editar la reunión en Outlook y pulsar Cadencia.',
      unreadable: 'La invitación es demasiado larga o compleja para leer su agenda.',
    },
    account: {
      text: 'Con la cuenta de Microsoft se ven aquí las tareas propias y se propone un problema. Nada se envía.',
      notArrived: 'Lo demás no se pudo cargar. La agenda es la de la invitación.',
    },
    tasks: {
      title: (n: number) => `Mis tareas de esta serie: ${f.number(n)}`,
      heading: 'Mis tareas de esta serie',
      reading: 'Leyendo las tareas…',
      none: 'No queda ninguna tarea abierta.',
      missing: (why: string) => `Aquí no se ven las tareas. ${why}`,
      denied:
        'Falta el permiso «Seguimiento» o el acceso al sitio del equipo. Lo concede quien administra Microsoft 365.',
    },
    bring: {
      heading: 'Traer un problema',
      opening: 'Abriendo la sesión…',
      goesTo: (what: string) => `Se propone para: ${what}`,
      notNear: 'Se puede desde siete días antes de la sesión.',
      underWay: 'La reunión está en marcha. Los problemas se traen en su panel, en Teams.',
      ended: 'Esta sesión terminó. Se puede para la próxima, desde siete días antes.',
      missing: (why: string) => `Aquí no se puede por ahora. ${why}`,
    },
  };
}

export type ReadWords = ReturnType<typeof readWordsEs>;
