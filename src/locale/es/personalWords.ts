import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The personal tab in Spanish; the English file must have the same words. */
export function personalWordsEs(f: Format) {
  return {
    title: 'Mis reuniones y tareas',
    counts: (tasks: number, late: number) =>
      [
        count(tasks, 'tarea abierta', 'tareas abiertas'),
        ...(late > 0 ? [count(late, 'vencida', 'vencidas')] : []),
      ].join(' · '),
    asks: 'Esperan mi respuesta',
    sessions: 'Próximas sesiones',
    noSessions: 'No hay ninguna sesión a la vista.',
    chairing: 'moderas tú',
    length: (minutes: number) => f.minutes(minutes),
    openMeeting: (title: string) => `Abrir la reunión: ${title}`,
    open: 'Abrir',
    series: (title: string) => `Abrir la serie: ${title}`,
    tasks: 'Mis tareas',
    noTasks: 'No queda ninguna tarea abierta.',
    stateOf: (text: string) => `Estado: ${text}`,
    from: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
    planner: 'De Planner',
    reading: (done: number, of: number | null) =>
      of === null ? 'Leyendo las series…' : `Series: ${done} de ${of}…`,
    incomplete: 'No se pudo leer todo: la lista puede estar incompleta.',
    saving: 'Guardando…',
    measuring: (seriesTitle: string, name: string, what: string, day: string) =>
      `«${seriesTitle}»: ${name === '' ? 'alguien' : name} propone ${what} (${day})`,
    measures: { areas: 'medir por áreas', persons: 'medir también por personas' },
    own: {
      title: 'Mi parte al hablar',
      off: 'No se guarda. Si quieres, Cadencia guarda tu parte de cada sesión en tu carpeta de OneDrive y no la comparte con nadie.',
      keep: 'Guardar mi parte desde ahora',
      on: 'Se guarda en tu carpeta de OneDrive, y Cadencia no la comparte con nadie.',
      none: 'Todavía no hay ninguna sesión. Sale después de una reunión que mide.',
      reading: 'Leyendo tu carpeta…',
      failed: 'No se pudo leer lo que se guarda de tu parte.',
      erase: 'Borrar todo',
      stop: 'Borrar y dejar de guardar',
      session: 'Sesión',
      share: 'Mi parte',
      fair: 'Parte equitativa',
      how: 'Cómo',
      talked: 'Tiempo',
      measured: 'medido',
      estimate: 'estimación',
      picture: 'Barra: mi parte. Línea: la parte equitativa de esa sesión.',
    },
  };
}

export type PersonalWords = ReturnType<typeof personalWordsEs>;
