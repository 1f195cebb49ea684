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
  };
}

export type PersonalWords = ReturnType<typeof personalWordsEs>;
