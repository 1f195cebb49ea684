import type { Failure, Tier } from '../../app/ports/failure';
import type { RefusalCode } from '../../domain/refusal';
import type { ByKind } from '../byKind';
import { sayByKind } from '../byKind';
import type { Format } from '../format';

/** What people read when something went wrong: what it was and what to do. */
export function sentencesEs(format: Format) {
  const tiers: Readonly<Record<Tier, string>> = {
    plan: 'Planificar',
    live: 'Reunión en vivo',
    followUp: 'Seguimiento',
    mail: 'Correo',
    directory: 'Directorio',
    transcripts: 'Transcripciones',
  };
  const failures: ByKind<Failure> = {
    throttled: ({ retryAfterMs }) =>
      `Microsoft 365 pide esperar ${format.wait(retryAfterMs)}. Reintentar después de esa espera.`,
    consent: ({ tier }) =>
      `Falta el permiso de la organización para «${tiers[tier]}». Lo concede quien administra Microsoft 365.`,
    signIn: () => 'La sesión de Microsoft no está iniciada. Iniciar sesión y reintentar.',
    denied: () => 'Esta cuenta no tiene acceso. Pedir acceso a quien lo administra.',
    notFound: () => 'Ya no existe o cambió de lugar. Revisar los datos y reintentar.',
    conflict: () => 'Otra persona lo cambió al mismo tiempo. Reintentar con la versión nueva.',
    offline: () => 'No hay conexión. Reintentar cuando vuelva.',
    unavailable: () => 'Microsoft 365 no responde ahora. Reintentar en unos minutos.',
    refused: ({ code }) =>
      code === 'mailboxFull'
        ? 'Esta serie ya no cabe en los ajustes del buzón. Lo escrito sigue aquí; hace falta un sitio del equipo para guardarla.'
        : code === 'otherRecord'
          ? 'Esta sesión ya tiene el acta de otra reunión: se deja como está. Cambiar el nombre de su archivo y reintentar.'
          : `Microsoft 365 rechazó la petición (${code}). Reintentar o avisar a soporte.`,
    malformed: ({ file }) =>
      file === undefined
        ? 'La respuesta no se entiende. Reintentar o avisar a soporte.'
        : `En el archivo «${file}» no hay un acta que se pueda leer: se deja como está. Corregirlo o cambiarle el nombre y reintentar.`,
    cancelled: () => 'Se canceló. Reintentar cuando convenga.',
  };
  const refusals: Readonly<Record<RefusalCode, string>> = {
    'time/unknown-zone': 'No se conoce la zona horaria de una sede. Elegir otra en Áreas.',
    'time/bad-wall-clock': 'Una hora no se entiende. Escribirla así: 09:30.',
    'time/bad-date': 'Una fecha no existe. Corregirla para seguir.',
    'slots/no-areas': 'No hay áreas. Añadir personas de Marketing y de Ventas.',
    'slots/no-people': 'No hay personas invitadas. Añadir a alguien de cada área.',
    'slots/unlisted-area': 'Una persona está en un área que ya no existe. Elegir su área de nuevo.',
    'slots/duplicate-id': 'Una persona aparece dos veces. Quitarla una vez.',
    'slots/empty-window': 'Las semanas elegidas ya pasaron o están vacías. Elegir otra primera semana.',
    'slots/bad-minutes': 'La duración debe estar entre 15 y 60 minutos. Cambiarla para buscar.',
    'slots/bad-step': 'El paso de la búsqueda no es válido. Recargar el panel y reintentar.',
    'slots/bad-repeat': 'El número de sesiones no es válido. Cambiarlo para buscar.',
    'slots/bad-number': 'Un número no es válido. Corregirlo para seguir.',
    'agenda/no-items': 'La agenda está vacía. Añadir al menos un punto.',
    'agenda/over-an-hour': 'La agenda dura más de una hora. Recortarla para seguir.',
    'agenda/sum': 'Los minutos de la agenda no suman la duración. Repartirlos de nuevo.',
    'agenda/bad-minutes': 'Cada punto necesita al menos un minuto entero. Corregirlo para seguir.',
    'agenda/body-too-large':
      'El texto de la invitación es demasiado largo; sigue como estaba. Recortarlo y reintentar.',
    'agenda/body-too-deep':
      'El formato de la invitación es demasiado complejo; sigue como estaba. Simplificarlo y reintentar.',
    'meeting/not-a-participant': 'Esta persona no está en la reunión. Unirse primero desde Teams.',
    'meeting/not-allowed': 'Eso lo hace quien modera. Pedirlo, o esperar a que pase la moderación.',
    'meeting/not-now': 'Eso ya no es posible en este momento de la reunión. Nada cambió.',
    'meeting/not-its-time': 'Esta sesión es de otro momento. Abrir la de hoy.',
    'meeting/too-late': 'La reunión terminó hace más de un día. El acta queda como está.',
    'meeting/unknown-item': 'Ese punto ya no está en la agenda. Elegir otro.',
    'meeting/unknown-person': 'Esa persona no está en la reunión. Elegir otra.',
    'meeting/item-is-over': 'Ese punto ya pasó. Elegir uno que falte.',
    'meeting/last-item': 'Es el último punto que queda. Terminar la reunión en su lugar.',
    'meeting/no-panel': 'Solo un panel abierto puede representar a quien participa sin panel. Elegir otro.',
    'meeting/no-stand-in':
      'Suplente solo puede ser alguien presente de la misma área, mientras falte la persona clave. Elegir otra persona.',
    'meeting/nobody-here': 'Todavía no hay nadie marcado como presente. Marcar primero quién está.',
    'meeting/floor-is-taken': 'Otra persona tiene la palabra. Pedirla para entrar en la lista.',
    'meeting/empty-text': 'Falta el texto. Escribirlo para guardar.',
    'meeting/too-long': 'El texto es demasiado largo. Recortarlo para guardar.',
    'meeting/task-incomplete':
      'A la tarea le falta texto, responsable, fecha límite o problema. Completarla para guardar.',
    'meeting/outside-owner':
      'Una tarea de alguien externo necesita también responsable interno. Elegirlo para guardar.',
    'meeting/decide-first': 'La tarea se arrastró tres veces. Recortarla, dividirla o llevarla a la mensual.',
    'meeting/too-few-parts': 'Para dividir hacen falta al menos dos tareas. Añadir otra.',
    'meeting/no-agenda': 'Todavía no hay agenda. Usar la propuesta o una plantilla para seguir.',
    'meeting/bad-agenda': 'La agenda no se entiende y no se usó. Revisarla en la invitación.',
    'meeting/too-many': 'Ya hay demasiados. Quitar alguno para seguir.',
    'meeting/lease-taken': 'Otra persona está enviando las tareas. Esperar a que termine.',
    'meeting/being-sent': 'Otra persona está enviando el acta en este momento. Esperar a que termine.',
    'meeting/answered': 'Las dos preguntas ya estaban contestadas: cuenta la primera respuesta.',
    'meeting/already-sent': 'El acta ya se envió. Nada salió otra vez.',
    'follow/no-series': 'Esta serie ya no está. Elegir otra.',
    'follow/unknown-task': 'Esa tarea ya no está: se quitó mientras tanto.',
    'follow/unknown-session': 'Esa sesión ya no está en la serie.',
    'follow/unknown-decision': 'Esa decisión no se puede sustituir así: cambió mientras tanto.',
    'follow/answered': 'Esa petición ya está contestada, o se retiró.',
    'follow/too-late': 'Ese horario ya pasó. Elegir otro.',
    'follow/not-the-organiser': 'Esto solo puede hacerlo quien organiza la serie. Se le puede pedir.',
    'follow/no-monthly': 'Todavía no hay una serie mensual que la reciba. Se elige en Ajustes.',
    'follow/no-plan': 'El equipo no tiene plan en Planner: las tareas quedan en el acta.',
    'follow/nobody-to-hand-over': 'Para pasar la serie, elegir a alguien de los integrantes.',
    'follow/hand-over-first':
      'Quien organiza la serie no se puede quitar: antes, pasar la serie a otra persona.',
    'follow/busy': 'Espera a que termine lo que está en marcha.',
    'talk/empty': 'El archivo está vacío. Descargar la transcripción otra vez y soltarla aquí.',
    'talk/no-transcript':
      'Este archivo no es una transcripción de Teams. Descargarla en Teams como .vtt o .docx y soltarla aquí.',
    'talk/no-speakers': 'Esta transcripción no dice quién habla. Descargar en Teams la que lleva nombres.',
    'talk/too-large': 'El archivo es demasiado grande para ser una transcripción. No se guardó nada.',
    'talk/other-meeting':
      'Esta transcripción parece de otra reunión: no habla nadie de esta sesión. No se guardó nada.',
    'talk/not-measured': 'Esta serie no mide el equilibrio. Se acuerda en Ajustes.',
    'talk/capped':
      'La organización no permite medir tanto. Lo decide quien administra Microsoft 365; se puede acordar menos.',
    'talk/not-yours':
      'Esto lo acuerdan quienes vienen a las reuniones: personas clave y opcionales. Pedirlo a una de ellas.',
    'talk/unknown-turn': 'Ese turno ya no está. Nada cambió.',
    'meeting/no-lease': 'El envío de las tareas se interrumpió. Enviarlas otra vez: no se duplican.',
  };
  return {
    /** What went wrong and what to do, beside words of one's own for what is safe. */
    why: (failure: Failure) => sayByKind(failures, failure),
    refusals,
  };
}

export type Sentences = ReturnType<typeof sentencesEs>;
