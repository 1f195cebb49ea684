import type { FollowPart, FollowStep } from '../../app/follow/followView';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import type { ZoneName } from '../../domain/time/types';
import type { ByKind, Named } from '../byKind';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The frame of the channel's tab in Spanish; the English file must have the same words. */
export function followWordsEs(f: Format) {
  const parts: Readonly<Record<FollowPart, string>> = {
    tasks: 'Tareas',
    review: 'Repaso',
    decisions: 'Decisiones',
    rhythm: 'Ritmo',
    settings: 'Ajustes',
  };
  /** What did not work, and what is safe; why and what to do come behind it. */
  const steps: Readonly<Record<FollowStep, string>> = {
    start: 'No se pudo abrir la serie. Todo sigue como estaba.',
    records: 'No se pudieron leer todas las actas. Se muestra lo leído hasta ahora.',
    plan: 'No se pudo leer Planner. Las tareas se muestran como las cuentan las actas.',
    task: 'No se pudo cambiar la tarea. Sigue como estaba.',
    push: 'No se pudieron enviar todas las tareas a Planner. Ninguna se pierde ni se repite.',
    decide: 'No se terminó de guardar lo decidido. Al reintentar se completa, y nada se repite.',
    session:
      'No se terminó de cambiar la sesión. Al reintentar se completa lo que falte, sin repetir correos.',
    rhythm: 'No se terminó de cambiar la serie. Al reintentar se completa lo que falte, sin repetir correos.',
    search: 'No se pudo terminar la búsqueda. La serie sigue como estaba.',
    settings: 'No se pudieron guardar los ajustes. Siguen como estaban.',
    ask: 'No se pudo enviar la petición. Nada cambió.',
    measuring: 'No se pudo guardar lo acordado. Sigue como estaba.',
    export: 'No se pudo exportar la serie. Nada cambió.',
    erase: 'No se pudo borrar todo. Lo borrado hasta ahora queda borrado.',
    eraseTalk: 'No se pudo borrar todo lo medido. Lo borrado hasta ahora queda borrado.',
    own: 'No se pudo cambiar lo que se guarda de tu parte. Sigue como estaba.',
    prepare: 'No se pudo crear la cita para preparar la sesión. El calendario sigue como estaba.',
  };
  const done: Readonly<Record<FollowStep, string>> = {
    start: 'Serie abierta.',
    records: 'Actas leídas.',
    plan: 'Planner leído.',
    task: 'Tarea guardada.',
    push: 'Tareas enviadas a Planner.',
    decide: 'Decidido y guardado.',
    session: 'Sesión cambiada.',
    rhythm: 'Serie cambiada.',
    search: 'Búsqueda terminada.',
    settings: 'Ajustes guardados.',
    ask: 'Petición enviada.',
    measuring: 'Guardado. Vale para las reuniones que empiecen desde ahora.',
    export: 'Serie exportada.',
    erase: 'Borrado de las actas.',
    eraseTalk: 'Lo medido está borrado de las actas.',
    own: 'Guardado en tu carpeta.',
    prepare: 'Cita para preparar la sesión, en el calendario.',
  };
  const changes: ByKind<RhythmChange, [ZoneName, Named]> = {
    move: ({ original, start, minutes }, zone) =>
      `Mover la sesión del ${f.dayAndTime(original, zone)} a ${f.dayAndTime(start, zone)}${minutes === undefined ? '' : `, con ${f.minutes(minutes)}`}`,
    skip: ({ original }, zone) => `Saltar la sesión del ${f.dayAndTime(original, zone)}`,
    shorten: ({ minutes }) => `Todas las sesiones, de ${f.minutes(minutes)}`,
    fewer: ({ people }, _, named) =>
      `${f.list(people.map((id) => named.person(id)))} ya no ${people.length === 1 ? 'recibe' : 'reciben'} la invitación, solo el acta`,
    goOn: ({ why, plan }) => {
      const what = {
        fortnightly: 'Cada dos semanas',
        otherTime: 'A otra hora',
        renewal: 'Renovar la serie',
      }[why];
      const nth = plan.nth === undefined ? '' : plan.nth === 'last' ? 'último ' : `${plan.nth}.º `;
      const weekday = f.weekday(plan.weekday as Parameters<Format['weekday']>[0]);
      return `${what}: ${nth}${weekday} ${f.clock(plan.time)}, ${count(plan.times, 'sesión', 'sesiones')} desde el ${f.day(plan.from)}`;
    },
    handOver: ({ to }, _, named) => `Pasar la serie a ${named.person(to)}`,
  };
  return {
    parts,
    steps,
    done,
    changes,
    sections: 'Partes',
    series: 'Serie',
    signInText: 'Hace falta la cuenta de Microsoft para leer las tareas y las actas. Nada se envía.',
    noSeries: {
      title: 'Todavía no hay ninguna serie',
      text: 'Una serie se planifica en Outlook: nuevo evento, aplicaciones, Cadencia. Después sale aquí con sus tareas.',
      look: 'Buscar otra vez',
    },
    notLoaded: {
      title: 'Cadencia no se pudo cargar',
      text: 'Las tareas siguen como están. Comprobar la conexión y reintentar.',
    },
    progress: {
      records: (read: number, of: number | null) =>
        of === null ? 'Leyendo las actas…' : `Actas: ${read} de ${of}…`,
      plan: (read: number, of: number | null) =>
        of === null ? 'Leyendo Planner…' : `Planner: ${read} de ${of}…`,
      recordsFailed: 'No se pudieron leer todas las actas.',
      planFailed: 'No se pudo leer Planner: se muestra lo que cuentan las actas.',
    },
    unreadable: (names: readonly string[]) =>
      `${names.length === 1 ? 'Un archivo no se puede leer' : 'Hay archivos que no se pueden leer'}: ${f.list(names)}. ${names.length === 1 ? 'Queda como está.' : 'Quedan como están.'}`,
    newer: (names: readonly string[]) =>
      `${names.length === 1 ? 'Un archivo es' : 'Hay archivos que son'} de una Cadencia más nueva: ${f.list(names)}. ${names.length === 1 ? 'Queda como está.' : 'Quedan como están.'}`,
    working: {
      task: 'Guardando…',
      push: (sent: number, of: number) => `Enviando a Planner: ${sent} de ${of}…`,
      session: 'Cambiando la sesión…',
      rhythm: 'Cambiando la serie…',
      search: 'Buscando horarios…',
      settings: 'Guardando…',
      export: 'Exportando…',
      erase: 'Borrando…',
      ask: 'Enviando la petición…',
      pulse: 'Guardando…',
    },
    notices: {
      planKept: (fields: readonly string[]) =>
        `Alguien cambió la tarea en Planner al mismo tiempo (${f.list(fields)}): se conserva lo de Planner.`,
      merged: (fields: readonly string[]) =>
        `Otra persona cambió los ajustes al mismo tiempo (${f.list(fields)}). Lo suyo se conserva; el resto está guardado.`,
      planFull: (code: string) =>
        `Planner no admite más (${code}). Lo que falta queda en el acta, esperando: quitar tareas viejas del plan y enviar otra vez.`,
      pushed: (sent: number, left: number, wait: string | null) => {
        const went = `${count(sent, 'tarea enviada', 'tareas enviadas')} a Planner.`;
        if (left === 0) return went;
        const rest = `${went} ${count(left, 'espera', 'esperan')} todavía`;
        return wait === null ? `${rest}.` : `${rest}: Planner pide esperar hasta las ${wait}.`;
      },
      asked: (organiser: string) =>
        `Pedido a ${organiser}: lo verá la próxima vez que abra Cadencia. Nada cambió todavía.`,
    },
    fields: {
      text: 'texto',
      title: 'título',
      owner: 'responsable',
      owners: 'responsable',
      due: 'fecha',
      state: 'estado',
      percent: 'estado',
    } as Readonly<Record<string, string>>,
    question: {
      change: (what: string, sessions: number, mails: number, each = 1) =>
        `${what}. ${mails === 0 ? 'Nadie recibe correo' : `${count(mails, 'persona recibe', 'personas reciben')} ${each === 1 ? 'un correo' : count(each, 'correo', 'correos')}${sessions > 1 ? ` (${sessions} sesiones cambian)` : ''}`}. ¿Seguir?`,
      erase: (person: string, records: number) =>
        `Se va a quitar a ${person} de ${count(records, 'acta', 'actas')}. No se puede deshacer. Las versiones anteriores quedan en el historial de la biblioteca. ¿Seguir?`,
      eraseTalk: (records: number) =>
        `Se va a quitar lo medido de ${count(records, 'acta', 'actas')}: cuánto habló cada área. No se puede deshacer. Las versiones anteriores quedan en el historial de la biblioteca. ¿Seguir?`,
      ownTalk: (sessions: number, stop: boolean) =>
        `Se va a borrar tu parte de ${count(sessions, 'sesión', 'sesiones')}${stop ? ', y no se guardará ninguna más' : ''}. No se puede deshacer. La papelera de OneDrive la conserva un tiempo. ¿Seguir?`,
      removeTask: (text: string) => `La tarea «${text}» se va a dejar sin hacer. ¿Seguir?`,
      sameTask: (text: string, found: number) =>
        `«${text}»: en Planner hay ${count(found, 'tarea igual', 'tareas iguales')} de un envío anterior. ¿Es la misma?`,
      yes: {
        change: 'Cambiar',
        erase: 'Borrar',
        eraseTalk: 'Borrar',
        ownTalk: 'Borrar',
        removeTask: 'Dejar',
        sameTask: 'Es la misma',
      },
      no: {
        change: 'No tocar nada',
        erase: 'No tocar nada',
        eraseTalk: 'No tocar nada',
        ownTalk: 'No tocar nada',
        removeTask: 'No tocar nada',
        sameTask: 'Crear otra',
      },
    },
  };
}

export type FollowWords = ReturnType<typeof followWordsEs>;
