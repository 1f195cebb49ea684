import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The words of what a meeting's end offers in Spanish; the English file must have the same ones. */
export function afterWordsEs(f: Format) {
  return {
    text: 'Nada se envía sin confirmar.',
    counts: (tasks: number, decisions: number, ideas: number) =>
      [
        count(tasks, 'tarea', 'tareas'),
        count(decisions, 'decisión', 'decisiones'),
        count(ideas, 'idea', 'ideas'),
      ].join(' · '),
    reopen: 'Reabrir la reunión',
    tasks: {
      title: 'Tareas a Planner',
      press: (n: number) => `Llevar ${count(n, 'tarea', 'tareas')} a Planner`,
      done: (n: number) => `${count(n, 'tarea está', 'tareas están')} en Planner`,
      none: 'No hay tareas que llevar',
      working: (done: number, of: number) => `Llevando tareas: ${done} de ${of}…`,
    },
    record: {
      title: 'Acta',
      press: 'Guardar el acta',
      done: 'El acta está guardada',
      working: 'Guardando el acta…',
      place: {
        site: 'Se guarda en el sitio del equipo: las dos áreas la ven.',
        appFolder: 'Se guarda en tu carpeta de Cadencia: por ahora solo tú la ves.',
      },
    },
    minutes: {
      title: 'Acta al chat',
      press: 'Enviar el acta al chat',
      done: 'El acta está en el chat',
      working: 'Enviando el acta…',
      readers: (readers: number, outsiders: number) =>
        outsiders === 0
          ? `La leerá el chat: ${count(readers, 'persona', 'personas')}.`
          : `La leerá el chat: ${count(readers, 'persona', 'personas')}, ${outsiders} de fuera. Va sin lo interno.`,
      preview: 'Ver el acta antes',
      sent: (name: string, time: string) => `Envío de ${name}, ${time}.`,
      sending: (name: string) => `${name} está enviando el acta al chat…`,
      unclear: (name: string, time: string) =>
        `Envío de ${name}, ${time}, sin respuesta: puede haber salido. Mirar en el chat antes de repetir.`,
      again: 'Enviar otra vez',
    },
    informed: {
      title: 'Acta por correo',
      press: (names: readonly string[]) => `Enviar el acta a ${f.list(names)}`,
      readers: (outsiders: number): string =>
        outsiders === 0
          ? 'La reciben, sin invitación a la reunión. Sale del correo de quien la envía.'
          : 'La reciben, sin invitación a la reunión. Sale del correo de quien la envía y va sin lo interno, porque alguien es de fuera.',
      unknown: (names: readonly string[]) => `No se conoce el correo de ${f.list(names)}: no se le envía.`,
      done: (names: readonly string[]) => `El acta salió para ${f.list(names)}`,
      working: 'Enviando el acta por correo…',
      sent: (name: string, time: string) => `Envío de ${name}, ${time}.`,
      sending: (name: string) => `${name} está enviando el acta por correo…`,
      unclear: (name: string, time: string) =>
        `Envío de ${name}, ${time}, sin respuesta: puede haber salido. Mirar en sus Enviados antes de repetir.`,
      again: 'Enviar otra vez',
    },
    pulse: {
      title: 'Dos preguntas antes de salir',
      worth: '¿Valió la pena el tiempo?',
      said: '¿Pudiste decir lo que querías?',
      answers: { yes: 'sí', partly: 'en parte', no: 'no' },
      nobody: 'Se guardan sumas, nunca quién contestó qué. Se ven de tres en tres.',
      send: 'Contestar',
      done: 'Contestado',
      few: (n: number) => `${count(n, 'respuesta', 'respuestas')} por ahora`,
      counts: (yes: number, partly: number, no: number) => `sí ${yes} · en parte ${partly} · no ${no}`,
    },
    message: {
      title: 'Mensaje con la próxima fecha',
      text: 'La próxima fecha y lo que queda pendiente, al chat de la reunión. Uno por sesión.',
      press: 'Enviar el mensaje',
      preview: 'Ver el mensaje antes',
      done: 'El mensaje está en el chat',
      working: 'Enviando el mensaje…',
      sent: (name: string, time: string) => `Envío de ${name}, ${time}.`,
      sending: (name: string) => `${name} está enviando el mensaje…`,
      unclear: (name: string, time: string) =>
        `Envío de ${name}, ${time}, sin respuesta: puede haber salido. Mirar en el chat antes de repetir.`,
      again: 'Enviar otra vez',
    },
    prepare: {
      title: 'Te toca moderar la próxima',
      text: 'Un aviso en tu calendario, el día laborable anterior. Nadie más lo ve.',
      press: (kind: 'weekly' | 'monthly') =>
        `Poner en mi calendario: preparar la ${kind === 'weekly' ? 'semanal' : 'mensual'}`,
      done: 'Está en tu calendario',
      working: 'Poniéndolo en el calendario…',
    },
    missing: 'El resto funciona.',
    retry: 'Reintentar',
  };
}

export type AfterWords = ReturnType<typeof afterWordsEs>;
