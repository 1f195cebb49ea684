import type { MeetingStep } from '../../app/meeting/meetingView';
import type { Missing } from '../../domain/meeting/tasks';
import type { Format } from '../format';
import { clockText, wholeMinutes } from '../meetingTime';
import { countIn } from '../plurals';

const count = countIn('es');

/** Every word of a meeting's screens in Spanish; the English file must have the same ones. */
export function meetingWordsEs(f: Format) {
  const missing: Readonly<Record<Missing, string>> = {
    text: 'Falta qué hay que hacer',
    owner: 'Responsable',
    inside: 'Responsable interno',
    due: 'Fecha límite',
    problem: 'Problema',
  };
  const steps: Readonly<Record<MeetingStep, string>> = {
    open: 'No se pudo abrir la reunión.',
    command: 'No se pudo enviar el cambio. El resto sigue igual.',
    capture: 'No se pudo guardar en el servidor. Lo escrito sigue aquí.',
    addPanel: 'No se pudo añadir el panel a la reunión. La reunión sigue igual.',
    tasks: 'No se pudieron llevar todas las tareas a Planner. Ninguna se pierde ni se repite.',
    plan: 'No se pudo leer Planner. Lo pendiente viene del acta, como estaba.',
    review: 'No se pudo poner el repaso en la invitación. La invitación sigue igual.',
    record: 'No se pudo guardar el acta. Lo captado sigue aquí.',
    minutes: 'No se pudo enviar el acta. El chat sigue igual.',
    takePart: 'No se pudo guardar para las próximas sesiones. Si esta ya mide, en ella vale.',
    share: 'No se pudo compartir en la pantalla de la reunión. El panel sigue igual.',
  };
  return {
    missing,
    steps,
    noMeeting: {
      title: 'Abrir desde una reunión',
      text: 'Cadencia acompaña una reunión de Teams. Abrir la reunión, Aplicaciones, Cadencia.',
    },
    signInText: 'Hace falta la cuenta de Microsoft para entrar en la reunión. Nada se envía.',
    notLoaded: {
      title: 'Cadencia no se pudo cargar',
      text: 'La reunión sigue como está. Comprobar la conexión y reintentar.',
    },
    item: (at: number, of: number, title: string) => `Punto ${at} de ${of} · ${title}`,
    upNext: (title: string) => `Después: ${title}`,
    lastItem: 'Es el último punto',
    more: 'Más',
    clock: clockText,
    timer: {
      item: 'Tiempo del punto',
      left: 'quedan',
      over: 'de más',
      meeting: (milliseconds: number) =>
        milliseconds >= 0
          ? `reunión: ${f.minutes(wholeMinutes(milliseconds))}`
          : `reunión: ${f.minutes(wholeMinutes(-milliseconds))} de más`,
      late: (milliseconds: number) => `empezó ${f.minutes(wholeMinutes(milliseconds))} tarde`,
      toStart: 'Tiempo hasta el inicio',
      startsIn: 'para empezar',
      shouldHaveStarted: 'de retraso',
      turn: 'Tiempo del turno',
      turnLeft: 'quedan del turno',
      closing: 'Tiempo de la reunión',
    },
    lateStart: {
      title: (milliseconds: number) =>
        `Empezó ${f.minutes(wholeMinutes(milliseconds))} tarde. ¿Cómo se recupera?`,
    },
    over: { title: 'Pasado de tiempo', more: 'Más opciones', fewer: 'Menos opciones' },
    choice: {
      shorten: (title: string, by: number) => `Quitar ${f.minutes(by)} a ${title}`,
      cutDown: 'Recortar lo que falta',
      takeFrom: (title: string, by: number) => `Tomar ${f.minutes(by)} de ${title}`,
      putOff: (title: string) => `Aplazar ${title}`,
      endLater: (time: string) => `Terminar a las ${time}`,
    },
    decidesChair: (name: string) => `Decide ${name}, que modera`,
    problem: {
      title: 'Problema',
      moved: (from: number, to: number, goal: number | undefined) =>
        `${from === to ? 'No se movió' : 'Se movió'}: ${f.number(from)} → ${f.number(to)}${goal === undefined ? '' : ` (meta ${f.number(goal)})`}`,
      reading: (value: number, goal: number | undefined) =>
        `Ahora: ${f.number(value)}${goal === undefined ? '' : ` (meta ${f.number(goal)})`}`,
      change: 'Cambiar de problema o apuntar la cifra',
      work: 'Se trabaja en',
      number: 'Cifra de hoy',
      setNumber: 'Apuntar',
      none: 'Todavía no hay un problema',
      by: (name: string) => `de ${name}`,
      internal: 'solo interno',
    },
    floor: {
      title: 'Tiene la palabra',
      nobody: 'Nadie tiene la palabra',
      speaker: (name: string, area: string) => (area === '' ? name : `${name} · ${area}`),
      faces: 'Quién está',
      give: (person: string) => `${person}: dar la palabra`,
      endOf: (person: string) => `${person}: terminar el turno`,
      asks: (person: string) => `${person}: pedir la palabra`,
      asking: (names: readonly string[]) => `Piden la palabra: ${names.join(', ')}`,
      next: (name: string) => `Dar la palabra a ${name}`,
      giveShort: 'Dar',
      ask: 'Pedir la palabra',
      supposed: (speaker: string) => `Se supone: ${speaker}, lleva el punto`,
      notMine: 'No era yo',
      have: 'Tengo la palabra',
      withdraw: 'Ya no la pido',
      end: 'Terminar mi turno',
      round: (names: readonly string[]) =>
        names.length === 0 ? 'Ronda: es el último turno' : `Ronda, faltan: ${names.join(', ')}`,
      marks: { phone: 'por teléfono', room: 'en sala', through: (name: string) => `con el panel de ${name}` },
    },
    ideas: {
      title: 'Ideas',
      add: 'añadir idea',
      field: 'Idea nueva',
      votes: (n: number) => `+${n}`,
      vote: (text: string, votes: number, mine: boolean) => `${text}: +${votes}${mine ? ', con el mío' : ''}`,
    },
    decisions: 'Acordado',
    tasks: {
      title: 'Tareas',
      line: (owner: string, text: string, due: string) => `${owner} · ${text} · ${due}`,
      overdue: 'vencida',
      carried: (n: number) => `arrastrada ${count(n, 'vez', 'veces')}`,
      done: 'Hecha',
      toMonthly: 'Llevar a la mensual',
      toMonthlyOf: (text: string) => `Llevar a la mensual: ${text}`,
      left: 'Pendiente de antes',
      doneSince: (n: number) => `${count(n, 'hecha', 'hechas')} desde la última:`,
      gone: 'Borradas en Planner, ya no se arrastran:',
    },
    list: {
      all: (n: number) => `Ver las ${n}`,
      fewer: 'Ver menos',
      more: (n: number) => `y ${n} más`,
      removed: (text: string) => `Quitado: ${text}`,
      undo: 'Deshacer',
    },
    capture: {
      label: 'Captar: tarea, idea o decisión',
      hint: 'Hugo: enviar lista antes del vie…',
      kind: 'Se guarda como',
      kinds: { task: 'Tarea', idea: 'Idea', decision: 'Decisión' },
      lacks: (what: readonly string[]) => `Falta: ${f.list(what.map((one) => one.toLowerCase()))}`,
      choose: 'Elegir…',
      save: 'Guardar',
      inside: (name: string) => `responde ${name}`,
    },
    next: 'Siguiente',
    toClosing: 'Ronda de cierre',
    start: 'Empezar',
    startsChair: (name: string) => `Empieza ${name}, que modera`,
    end: 'Terminar',
    previous: 'Punto anterior',
    foot: {
      chair: (name: string) => `Modera ${name}`,
      noChair: 'Nadie modera',
      panel: (n: number) => `${n} con panel`,
      room: (n: number) => `${n} en sala`,
      phone: (n: number) => `${n} por teléfono`,
      saved: 'guardado',
      saving: 'guardando…',
      offline: 'Sin conexión: se guarda aquí',
      alone: 'Sin servidor: se guarda en este equipo y se une cuando vuelva',
      connecting: 'conectando…',
      outsider: 'Lo que es solo interno no se ve aquí',
    },
    chair: {
      gone: (name: string) => `${name} no está, y moderaba.`,
      wait: 'En un minuto se puede tomar la moderación.',
      takeOver: 'Tomar la moderación',
      handOver: 'Pasar la moderación a',
      hand: 'Pasar',
      nextTime: (name: string) => `La próxima vez modera ${name}`,
      mine: 'Moderas tú',
      round: 'Ronda de un minuto por persona',
      endRound: 'Terminar la ronda',
    },
    before: {
      whatWeDo: 'Lo que se va a hacer',
      minutes: (minutes: number) => f.minutes(minutes),
      comes: (yes: number, of: number) => `Aceptan ${yes} de ${of}`,
      standIn: (name: string, standIn: string | null) =>
        standIn === null ? `${name} no viene` : `${name} no viene, suplente: ${standIn}`,
      wholeTeam: 'Todo el equipo de Teams puede ver lo que se capta aquí.',
      area: (name: string, here: number, of: number, quorum: number) =>
        `${name}: ${here} de ${of}, mínimo ${quorum}`,
    },
    noAgenda: {
      title: 'Esta reunión aún no tiene agenda',
      unplanned: 'En el calendario no se ve ninguna sesión de esta reunión cerca de ahora.',
      text: (kind: 'weekly' | 'monthly'): string =>
        kind === 'monthly'
          ? 'La plantilla de la mensual, con lo que llega de las semanales. Se puede cambiar después.'
          : 'La plantilla de la semanal: 35\u00a0min en seis puntos. Se puede cambiar después.',
      template: 'Usar la plantilla',
      proposed: (by: string, minutes: number) => `${by} propone una agenda de ${f.minutes(minutes)}`,
      use: 'Usar esta agenda',
      who: 'La puede usar quien organiza; cinco minutos antes del inicio, cualquiera.',
      waiting: 'Preparando la agenda…',
    },
    closing: {
      title: 'Ronda de cierre',
      text: 'Se cumplió la hora, o ya no quedan puntos. Última palabra de cada quien; nada se bloquea ni se pierde.',
    },
    menu: {
      title: 'Más',
      sections: 'Partes',
      agenda: 'Agenda',
      people: 'Quién está',
      chair: 'Modera',
      share: 'Compartir en pantalla',
      openInWindow: 'Abrir en una ventana',
      end: 'Terminar la reunión',
      back: 'Volver al punto',
      putOff: (title: string) => `Aplazar ${title}`,
      putOffShort: 'Aplazar',
      bringBack: (title: string) => `Recuperar ${title}`,
      bringBackShort: 'Recuperar',
      states: { over: 'visto', now: 'ahora', ahead: '', putOff: 'aplazado' },
      add: 'Añadir un punto',
      addTitle: 'Punto nuevo',
      addMinutes: 'Minutos',
      addKind: 'Tipo',
      topic: 'Tema',
      problem: 'Problema',
    },
    ended: 'Terminada',
    question: {
      sameTask: (text: string, found: number) =>
        `«${text}»: en Planner hay ${count(found, 'tarea igual', 'tareas iguales')} y no se sabe si es la que se envió. ¿Es la misma?`,
      same: 'Es la misma',
      another: 'Crear otra',
      wholeTeam: 'Todo el equipo de Teams puede ver lo que se capta aquí. ¿Seguir?',
      capture: 'Captar',
      review: (mails: number) =>
        `Cambia la invitación de esta sesión y ${mails === 1 ? 'sale' : 'salen'} ${count(mails, 'correo', 'correos')}, uno a cada persona invitada. ¿Ponerlo?`,
      put: 'Poner el repaso',
      notNow: 'Ahora no',
    },
    notice: {
      saved: {
        task: (text: string) => `Tarea guardada: ${text}`,
        idea: (text: string) => `Idea guardada: ${text}`,
        decision: (text: string) => `Acordado: ${text}`,
        problem: (text: string) => `Problema guardado: ${text}`,
      },
      item: (title: string) => `Ahora: ${title}`,
      closing: 'Ronda de cierre',
      chairChanged: (name: string) => `Modera ${name}`,
      panelAdded: 'El panel está en la reunión',
      turnCorrected: (gone: boolean): string =>
        gone ? 'Turno quitado: ya no cuenta como tuyo' : 'Turno recortado',
      takesPart: {
        declined: 'Ya no participas: no se cuenta nada tuyo',
        counted: 'Cuentas en tu área; tu parte la ves solo tú',
        shown: 'Tu parte se ve con tu nombre',
      },
    },
  };
}

export type MeetingWords = ReturnType<typeof meetingWordsEs>;
