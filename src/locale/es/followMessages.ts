import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** What reaches people who open nothing; the English file must have the same words. */
export function followMessagesEs(f: Format) {
  return {
    next: (when: string) => `Próxima sesión: ${when}`,
    noNext: 'No queda ninguna sesión prevista.',
    chair: (name: string) => `modera ${name}`,
    promises: 'Promesas abiertas',
    noPromises: 'Sin promesas abiertas.',
    promise: (owner: string, text: string, due: string) =>
      `${owner}: ${text} · ${due === '' ? 'sin fecha' : `vence el ${due}`}`,
    more: (n: number) => `… y ${n} más en Cadencia`,
    paused: (when: string, label: string) =>
      `El ${when} no hay sesión: pausa${label === '' ? '' : ` (${label})`}.`,
    skipped: (when: string) => `La sesión del ${when} se salta.`,
    prepare: (title: string) => `Preparar: ${title}`,
    prepareWhen: (when: string, minutes: string) => `La sesión es el ${when} y dura ${minutes}.`,
    prepareSteps: [
      'Elegir el problema que se trata.',
      'Mirar las tareas abiertas: qué está hecho, qué se retrasa.',
      'Repartir los minutos de la agenda.',
    ],
    openMeeting: 'Abrir la reunión en Teams',
    cancelled: (title: string) =>
      `Esta sesión de «${title}» se salta. Las demás siguen en su horario; lo pendiente abre la próxima.`,
    asked: (by: string, what: string) => `${by} propone ${what}`,
    taskForYou: (by: string, what: string) => `${by} te da una tarea: ${what}`,
    handedOver: (by: string, series: string) => `${by} te pasa «${series}»: abre su pestaña para seguir`,
    move: (from: string, to: string, minutes: string) =>
      `mover la sesión del ${from} al ${to}${minutes === '' ? '' : `, ${minutes}`}`,
    shortSession: (when: string, minutes: string) => `una sesión de ${minutes} el ${when}`,
    skip: (when: string) => `saltar la sesión del ${when}`,
    shorten: (minutes: string) => `sesiones de ${minutes}`,
    fewer: (names: readonly string[]) =>
      `que ${f.list(names)} ${names.length === 1 ? 'reciba' : 'reciban'} el acta en lugar de la invitación`,
    rhythm: (pattern: string, from: string) => `${pattern}, desde el ${from}`,
    renewal: (pattern: string, from: string, times: number) =>
      `renovar la serie desde el ${from}: ${pattern}, ${count(times, 'sesión', 'sesiones')}`,
    weekly: (every: number, weekday: string, time: string) =>
      every === 1 ? `cada ${weekday}, ${time}` : `un ${weekday} cada ${every} semanas, ${time}`,
    monthly: (every: number, nth: 1 | 2 | 3 | 4 | 'last', weekday: string, time: string) =>
      `${NTH[nth]} ${weekday} ${every === 1 ? 'de cada mes' : `cada ${every} meses`}, ${time}`,
    handOver: (name: string) => `que ${name} organice la serie desde ahora`,
    measured: (by: string, what: string) => `${by} cambió lo que se mide: desde ahora, ${what}`,
    measures: {
      off: 'nada',
      areas: 'cuánto habla cada área',
      persons: 'cuánto habla cada área, y cada persona que lo acepte',
    },
    measuring: {
      areas: 'medir cuánto habla cada área en las reuniones',
      persons: 'medir cuánto habla cada área, y cada persona que lo acepte',
    },
    somebody: 'otra persona',
    noteProblem: (problem: string) => `Problema: ${problem}`,
    noteDoneBy: (name: string) => `Lo hace ${name}; responde quien tiene la tarea.`,
  };
}

const NTH = { 1: 'el primer', 2: 'el segundo', 3: 'el tercer', 4: 'el cuarto', last: 'el último' } as const;

export type FollowMessages = ReturnType<typeof followMessagesEs>;
