import type { Failure } from '../../app/ports/failure';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('es');

/** Where an administrator of Teams switches it on, and the line that does the same. */
const WHERE =
  'Centro de administración de Teams > Reuniones > Configuración de reuniones > Acceso a la API de transcripciones';
const LINE = 'Set-CsTeamsMeetingConfiguration -Identity Global';

/** A meeting's balance from the estimate to the transcript, in Spanish; the English file must have the same words. */
export function talkWordsEs(f: Format) {
  const minutes = (milliseconds: number) => {
    const whole = Math.round(milliseconds / 60_000);
    return whole === 0 ? `menos de 1${HARD_SPACE}min` : f.minutes(whole);
  };
  const share = (area: string, part: number) => `${area} ${f.percent(part)}`;
  return {
    title: 'Equilibrio',
    share,
    /** «Marketing 56 % · Ventas 44 %» */
    shares: (all: readonly string[]) => all.join(' · '),
    measured: 'medido con la transcripción',
    estimate: 'estimación, por las marcas de la reunión',
    off: (points: number) =>
      points < 0.5
        ? 'la estimación acertó'
        : `la estimación se desvió ${count(Math.round(points), 'punto', 'puntos')}`,
    split: (milliseconds: number) => `${minutes(milliseconds)} repartidos según las marcas`,
    unattributed: (milliseconds: number) => `${minutes(milliseconds)} sin atribuir`,
    rough: 'aproximado: el archivo dice cuándo empieza cada turno y no cuándo acaba',
    fair: (all: readonly string[]) => `Parte equitativa por presencia: ${all.join(' · ')}`,
    nothing: 'En esta sesión no se contó nada.',
    own: (part: string, fair: string) => `Tu parte: ${part}; la equitativa: ${fair}. Solo se te dice a ti.`,
    picture: {
      title: 'Turnos por área',
      lane: (area: string, spoken: string) => `${area}: ${spoken}`,
      spoken: minutes,
      asTable: 'Ver como tabla',
      asPicture: 'Ver como gráfico',
      item: 'Punto',
      time: 'Hora',
      rest: 'Fuera de los puntos',
      untitled: 'Punto interno',
    },
    press: {
      read: 'Leer la transcripción',
      again: 'Leer otra vez la transcripción',
      more: 'Medir otra vez',
      retry: 'Reintentar',
      now: 'Mirar ahora',
      cancel: 'Cancelar',
      choose: 'Elegir un archivo',
      goOn: 'Seguir',
      copy: 'Copiar',
      copied: 'Copiado',
      notCopied: 'Aquí no se puede copiar con el botón. Seleccionar la línea y copiarla a mano.',
      copyOf: (what: string) => `Copiar: ${what}`,
    },
    explain:
      'La transcripción de Teams dice cuánto habló cada área. Se leen nombres y tiempos, no lo dicho, y solo quedan las sumas por área.',
    drop: {
      title: 'Soltar aquí el archivo de la transcripción',
      text: 'Descargado en Teams: .vtt o .docx. Se lee en este equipo y no se guarda.',
      meanwhile: 'Mientras tanto: soltar el archivo.',
    },
    reading: (done: number, of: number | null) =>
      of === null ? 'Buscando la transcripción…' : `Leyendo la transcripción: ${done} de ${of}…`,
    keeping: 'Guardando en el acta…',
    done: 'El acta tiene lo medido con la transcripción.',
    missed: {
      names: 'No se pudo recordar lo que significan los nombres: se volverá a preguntar.',
      own: 'Tu parte no se pudo guardar en tu página.',
    },
    waiting: (time: string) =>
      `La transcripción todavía no está. Se mira otra vez a las ${time}; hasta entonces vale la estimación.`,
    none: {
      title: 'Teams no tiene transcripción de esta sesión',
      text: 'Para la próxima: en la reunión, Más > Grabar y transcribir > Iniciar transcripción.',
    },
    names: {
      title: '¿De quién son estos nombres?',
      text: 'La transcripción los muestra así y no se sabe de quién son. Se pregunta una vez.',
      choose: 'Elegir…',
      shared: 'Sala o teléfono compartido',
      nobody: 'Nadie de aquí',
      left: (n: number) => `${n === 1 ? 'Falta' : 'Faltan'} ${count(n, 'nombre', 'nombres')} por elegir`,
    },
    /** What went wrong, and what helps; the lines are to be copied. */
    stuck: {
      consent: {
        title: 'Falta el permiso para leer transcripciones',
        text: 'Lo concede quien administra Microsoft 365. Enviarle este enlace:',
      },
      transcriptsOff: {
        title: 'La organización no da transcripciones a las aplicaciones',
        text: `Lo cambia quien administra Teams: ${WHERE}, activar el acceso de Microsoft Graph. O con esta orden:`,
        line: `${LINE} -EnableGraphTranscriptAccess $true`,
      },
      attributionOff: {
        title: 'La organización da transcripciones sin nombres',
        text: `Lo cambia quien administra Teams: ${WHERE} > Configurar, incluir quién habla. O con esta orden:`,
        line: `${LINE} -EnableAttributedTranscripts $true`,
      },
      notOrganiser: {
        title: 'Solo quien organiza puede leer esta transcripción',
        text: (organiser: string) =>
          organiser === ''
            ? 'Pedir a quien organiza la reunión que la lea desde aquí.'
            : `Pedir a ${organiser} que la lea desde aquí.`,
      },
      metered: {
        title: 'Microsoft cobra por esta lectura y no está contratada',
        text: 'La contrata quien administra Microsoft 365.',
      },
      notFound: {
        title: 'Teams no conoce esta reunión',
        text: 'Puede haber caducado, o no tener enlace de Teams.',
      },
      other: (failure: Failure['kind']): string =>
        failure === 'malformed' ? 'La transcripción no se entiende' : 'No se pudo leer la transcripción',
      refused: 'No se pudo medir',
      kept: 'La estimación sigue como estaba.',
    },
    sessions: {
      title: 'Equilibrio de una sesión',
      choose: 'Sesión',
      none: 'Elegir una sesión…',
      option: (when: string, kept: 'measured' | 'estimate' | null) =>
        `${when} · ${kept === 'measured' ? 'medido' : kept === 'estimate' ? 'estimación' : 'sin contar'}`,
      opening: 'Leyendo el acta…',
      notMeasured: 'La serie ya no mide esta sesión: se ve lo que se contó.',
    },
  };
}

export type TalkWords = ReturnType<typeof talkWordsEs>;
