import type { AgendaKind } from '../../domain/agenda/types';
import type { MemberRole } from '../../domain/rhythm/series';
import type { Session } from '../../app/planning/planView';
import type { Format } from '../format';
import { countIn } from '../plurals';
import { areaIn } from '../wording';

const count = countIn('es');

/** Every word of the screens in Spanish; the English file must have the same ones. */
export function wordsEs(f: Format) {
  const roles: Readonly<Record<MemberRole, string>> = {
    key: 'Persona clave',
    optional: 'Opcional',
    informed: 'Recibe el acta',
  };
  const kinds: Readonly<Record<AgendaKind, string>> = {
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
  };
  const states: Readonly<Record<Session['state'], string>> = {
    held: 'se celebra',
    broken: 'no se celebra',
    paused: 'en pausa',
    moved: 'se mueve',
  };
  return {
    name: 'Cadencia',
    subtitle: 'reuniones de Marketing y Ventas',
    starting: 'Preparando…',
    back: 'Volver',
    change: 'Cambiar',
    edit: 'Editar',
    see: 'Ver',
    save: 'Guardar',
    cancel: 'Cancelar',
    retry: 'Reintentar',
    close: 'Cerrar',
    add: 'Añadir',
    remove: (what: string) => `Quitar ${what}`,
    wrongNumber: (least: number, most: number, kept: number) =>
      `Solo un número entero de ${least} a ${most}. Sigue en ${kept}.`,
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
    notLoaded: {
      title: 'Cadencia no se pudo cargar',
      text: 'La invitación sigue como está. Comprobar la conexión y reintentar.',
    },
    notStarted: 'Todavía no se puede empezar',
    signIn: {
      title: 'Iniciar sesión',
      consent: 'Falta un permiso',
      button: 'Iniciar sesión',
      text: 'Hace falta la cuenta de Microsoft para leer los calendarios. Nada se envía.',
    },
    series: {
      title: 'Serie',
      summary: (kind: 'weekly' | 'monthly', minutes: number, times: number) =>
        `${kind === 'weekly' ? 'Semanal' : 'Mensual'} · ${f.minutes(minutes)} · ${count(times, 'sesión', 'sesiones')}`,
      kind: 'Ritmo',
      weekly: 'Semanal',
      monthly: 'Mensual',
      minutes: 'Minutos (15 a 60)',
      times: 'Sesiones',
      every: (kind: 'weekly' | 'monthly'): string =>
        kind === 'weekly' ? 'Cada cuántas semanas' : 'Cada cuántos meses',
      from: 'Primera semana (desde)',
      pastWeek: (earliest: string, kept: string) =>
        `Esa semana ya pasó: elegir desde el ${earliest}. Sigue el ${kept}.`,
      name: 'Título',
      language: 'Idioma de la invitación',
      spanish: 'Español',
      english: 'Inglés',
      pauses: 'Pausas',
      known: 'Seguir con una serie',
      none: 'Una serie nueva',
      change: 'Cambiar la serie',
    },
    areas: {
      title: 'Áreas',
      firstText: 'Quién participa y dónde trabaja.',
      summary: (
        areas: readonly { readonly name: string; readonly people: number; readonly quorum: number }[],
      ) => {
        const people = f.list(areas.map(({ name, people: n }) => `${name} ${n}`));
        const [first] = areas;
        const same = areas.every(({ quorum }) => quorum === first?.quorum);
        const least = same
          ? `${first?.quorum ?? 0}`
          : areas.map(({ name, quorum }) => `${name} ${quorum}`).join(', ');
        return `${people}, mínimo ${least}`;
      },
      change: 'Cambiar las áreas',
      members: (area: string) => `Integrantes de ${area}`,
      find: 'Buscar horario',
      suggested: 'Sugerencias',
      addTo: (person: string, area: string) => `Añadir a ${person} en ${area}`,
      person: (area: string) => `Añadir a ${area}: nombre`,
      personHint: 'Escribir un nombre',
      searching: 'Buscando…',
      found: (n: number) =>
        n === 0 ? 'Nadie con ese nombre' : count(n, 'persona encontrada', 'personas encontradas'),
      already: 'Ya está entre los integrantes',
      nobodyYet: 'Todavía no hay nadie',
      details: (person: string) => `Detalles de ${person}`,
      role: (person: string) => `Papel de ${person}`,
      roles,
      standIn: 'Suplente de',
      noStandIn: 'De nadie',
      standsInFor: (person: string) => `suplente de ${person}`,
      site: 'Sede',
      moveTo: (area: string) => `Pasar a ${area}`,
      outsider: 'de fuera',
      quorum: (area: string) => `Mínimo de ${area}`,
      hours: 'Horas de trabajo propias',
      hoursHint: 'Así: 9:00-14:00, 15:00-18:00. Vacío: no trabaja.',
      hoursWrong: 'No se entiende. Escribir así: 9:00-14:00, 15:00-18:00',
      ownHours: 'Escribir las horas a mano',
      defaultHours: 'Usar las de la sede y el buzón',
      more: (area: string) => `Horas y periodos protegidos de ${area}`,
      protected: 'Horas protegidas',
      periods: 'Periodos protegidos',
      weekday: 'Día',
      from: 'Desde',
      until: 'Hasta',
      lastDay: 'Último día',
      label: 'Nombre',
      addProtected: 'Añadir horas protegidas',
      addPeriod: 'Añadir periodo',
      sites: 'Sedes',
      siteHours: 'Horas de trabajo',
      city: 'Ciudad',
      zone: 'Zona horaria',
      country: 'País',
      region: 'Región',
      wholeCountry: 'Todo el país',
      holidays: 'Festivos (marcados: se trabaja)',
      closedDays: 'Días en que la empresa cierra',
      halfDays: 'Medios días',
      addDay: 'Añadir día',
      addSite: 'Añadir sede',
      newCity: 'Nueva sede',
      place: {
        site: 'Las áreas se guardan en el sitio del equipo: las dos las ven.',
        appFolder: 'Las áreas se guardan en tu carpeta de Cadencia: por ahora solo tú las ves.',
        mailbox: 'Las áreas se guardan en tu buzón: por ahora solo tú las ves.',
      },
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
      cityTime: (city: string, time: string) => `${city} ${time}`,
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
      kinds,
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
    area: (id: string): string => areaIn('es', id),
  };
}

export type Words = ReturnType<typeof wordsEs>;
