import type { Session } from '../../app/planning/planView';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The words of planning, in Spanish. */
export function planWordsEs(f: Format) {
  const states: Readonly<Record<Session['state'], string>> = {
    held: 'se celebra',
    broken: 'no se celebra',
    paused: 'en pausa',
    moved: 'se mueve',
  };
  return {
    see: 'Ver',
    working: {
      saving: 'Guardando…',
      inserting: 'Insertando…',
      creating: 'Creando en Teams…',
      moving: 'Moviendo…',
      undoing: 'Deshaciendo…',
    },
    noForm: {
      title: 'Abrir desde una invitación',
      text: 'Cadencia planifica dentro de una cita de Outlook. En Outlook: nuevo evento, aplicaciones, Cadencia.',
    },
    slots: {
      title: 'Horarios',
      loading: (done: number, of: number) => `Calendarios: ${done} de ${of}…`,
      loaded: (done: number, of: number) => `Calendarios: ${done} de ${of}`,
      searching: 'Buscando horarios…',
      holidays: (countries: readonly string[]) => `festivos: ${f.list(countries)}`,
      cancelled: 'Carga cancelada',
      escape: 'Esc cancela',
      list: 'Horarios propuestos',
      proposed: (n: number) => count(n, 'horario propuesto', 'horarios propuestos'),
      more: (n: number) => `Más horarios (${n})`,
      fewer: 'Menos horarios',
      why: 'Por qué',
      whyOf: (time: string) => `Por qué ${time}`,
      forecast: (held: number, of: number) => `${held} de ${of}`,
      forecastInFull: (held: number, of: number) =>
        `se ${held === 1 ? 'celebra' : 'celebran'} ${held} de ${count(of, 'sesión', 'sesiones')}`,
      nth: (nth: 1 | 2 | 3 | 4 | 'last', weekday: string) =>
        nth === 'last' ? `último ${weekday}` : `${nth}.º ${weekday}`,
      cityFrom: (city: string, time: string, day: string) => `${city} ${time} desde el ${day}`,
      onHolidays: (n: number, weekday: string) =>
        n === 1 ? `1 ${weekday} festivo` : `${n} ${weekday}${/s$/.test(weekday) ? '' : 's'} festivos`,
      nobody: 'Nadie puede a la vez',
      nobodyHelp: 'Qué ayudaría:',
      blockers: (area: string, people: string) => `${area}: ${people || 'todavía no hay nadie'}`,
      nobodyMore: 'Conviene cambiar las áreas o la duración.',
      picture: 'Quién puede cuándo',
      pictureText: (weekday: string, time: string, held: number, of: number) =>
        `Lo mejor en conjunto: ${weekday} a las ${time}, ${held} de ${of}.`,
      pictureNone: 'Todavía no hay calendarios.',
      cell: (area: string, ready: number, of: number) => `${area} ${ready} de ${of}`,
      cellBoth: (held: number, of: number) => `a la vez ${held} de ${of}`,
      legend: (areas: readonly string[]) => areas.join(' | '),
      hour: 'Hora',
      strip: 'Sesiones',
      mark: (day: string, state: string, label: string | undefined) =>
        `${day}: ${state}${label ? ` (${label})` : ''}`,
      brokenBest: (day: string, label: string | undefined, better: string) =>
        `${day}${label ? `, ${label}` : ''}: mejor ${better}`,
      brokenOnly: (day: string, label: string | undefined) =>
        `${day}${label ? `, ${label}` : ''}: no se celebra`,
      paused: (n: number) => `${n} en pausa`,
      allHeld: 'Todas se celebran',
      seeSessions: 'Ver las sesiones',
      agenda: (items: number, minutes: number, of: number) =>
        `Agenda: ${count(items, 'punto', 'puntos')}, ${minutes} de ${f.minutes(of)}`,
      editAgenda: 'Editar la agenda',
      noTeams: 'Falta el enlace de Teams.',
      createInTeams: 'Crear en Teams',
      insert: 'Insertar en la invitación',
      undo: 'Deshacer',
      waiting: (n: number) => `${count(n, 'sesión espera', 'sesiones esperan')} su cambio.`,
      applyWaiting: 'Mover ahora',
      dropWaiting: 'Olvidar',
      ask: (fields: string) => `Se va a reemplazar lo escrito a mano: ${fields}. ¿Seguir?`,
      fields: {
        subject: (subject: string | undefined) => (subject ? `el asunto («${subject}»)` : 'el asunto'),
        recurrence: 'la repetición',
        agenda: 'la agenda',
      },
      again: 'Esta reunión ya está en el calendario: se creará otra, y esta habrá que cancelarla.',
      createAgain: 'Crear otra',
      overwrite: 'Reemplazar',
      keep: 'No tocar nada',
    },
    sessions: {
      title: 'Sesiones',
      states,
      better: (when: string) => `mejor ${when}`,
      move: 'Mover esta sesión',
      moveOf: (day: string, when: string) => `Mover esta sesión: del ${day} a ${when}`,
      noRepair: 'sin alternativa esa semana',
      mails: (moves: number, attendees: number) =>
        moves === 0
          ? 'Ninguna sesión se mueve.'
          : `${count(moves, 'cambio', 'cambios')}: ${count(moves * attendees, 'correo de actualización', 'correos de actualización')}.`,
      missing: (name: string, why: string) => `${name}: ${why}`,
    },
    agenda: {
      title: 'Agenda',
      sum: (sum: number, of: number) => `${sum} de ${f.minutes(of)}`,
      item: (n: number) => `Punto ${n}`,
      itemTitle: 'Punto',
      minutes: 'Minutos',
      owner: 'Responsable',
      noOwner: 'Sin responsable',
      internal: 'Solo interno',
      up: (title: string) => `Subir ${title}`,
      down: (title: string) => `Bajar ${title}`,
      addKind: 'Tipo del punto nuevo',
      reset: 'Plantilla de nuevo',
      fromInvitation: 'Esta agenda viene de la invitación, con lo cambiado a mano.',
    },
    done: {
      inserted: 'Insertado en la invitación',
      created: 'Reunión creada en Teams',
      send: 'Revisar la invitación y enviarla.',
      sent: 'La invitación está enviada; este formulario se cierra sin enviar otra. Si Outlook pregunta: descartar.',
      applied: (n: number, attendees: number) =>
        `${count(n, 'sesión movida', 'sesiones movidas')}, ${count(n * attendees, 'correo enviado', 'correos enviados')}.`,
      waiting: (n: number) =>
        `${count(n, 'cambio queda', 'cambios quedan')} para cuando la serie esté en el calendario.`,
      failed: (n: number) =>
        `${count(n, 'sesión no se pudo', 'sesiones no se pudieron')} mover. Se ofrece de nuevo al abrir la serie.`,
      open: 'Abrir en Outlook',
    },
  };
}

export type PlanWords = ReturnType<typeof planWordsEs>;
