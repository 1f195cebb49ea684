import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The words of the meeting tab and the stage in Spanish; the English file must have the same ones. */
export function tabWordsEs(f: Format) {
  return {
    when: (own: string, cities: readonly string[]) =>
      cities.length === 0 ? own : `${own} (${cities.join(' · ')})`,
    seen: (invited: number, outsiders: number) =>
      `Quién ve esto: ${count(invited, 'persona invitada', 'personas invitadas')}${outsiders === 0 ? '' : ` y ${outsiders} de fuera`}`,
    last: 'Sesión anterior: acta',
    panel: {
      missing: 'El panel todavía no está en esta reunión. Sin él no hay cronómetro ni tareas en vivo.',
      add: 'Añadir el panel',
      byHand: 'Se añade a mano en tres pasos:',
      steps: [
        'En el chat de la reunión, arriba, pulsar +',
        'Buscar «Cadencia» y elegirla',
        'Pulsar Guardar: el panel sale en la reunión',
      ] as readonly [string, string, string],
    },
    bring: {
      title: '¿Qué problema traes?',
      hint: 'p. ej. Los leads de la web esperan 3 días',
      press: 'Proponer',
      internal: 'solo interno',
      empty: 'Escribir primero el problema.',
    },
    proposed: {
      title: 'Propuestos',
      take: 'A la agenda',
      takeOf: (title: string) => `A la agenda: ${title}`,
      inAgenda: 'en la agenda',
      sent: (organiser: string | undefined) => `Propuesta enviada a ${organiser ?? 'quien organiza'}`,
      waits: 'Espera una agenda',
      remove: 'Retirar',
      removeOf: (title: string) => `Retirar: ${title}`,
    },
    left: {
      title: (n: number) => `Pendiente de antes: ${n}`,
      overdue: 'vencida',
      times: (n: number) => count(n, 'vez', 'veces'),
      done: 'Hecha',
      doneOf: (text: string) => `Hecha: ${text}`,
      decide: 'Decidir',
      decideOf: (text: string) => `Decidir: ${text}`,
      how: 'Ya se arrastró demasiado: en la reunión se recorta, se divide o pasa a la mensual.',
      take: 'A la agenda',
      topic: (text: string) => `Decidir: ${text}`,
      toDecide: 'Lo que la semanal no pudo decidir abre la agenda.',
      away: 'Quitar de la agenda',
      review: 'Poner el repaso en la invitación',
      reviewDone: 'El repaso está en la invitación',
      reviewing: 'Escribiendo la invitación…',
    },
    agenda: {
      title: (minutes: number, of: number) => `Agenda · ${minutes} de ${f.minutes(of)}`,
      edit: 'Editar',
      close: 'Cerrar',
    },
    now: {
      title: 'En marcha',
      text: 'El cronómetro y la captura están en el panel de la reunión.',
      open: 'Abrir en una ventana',
    },
    ending: 'Al terminar: resumen, tareas a Planner y acta al chat. Nada se envía sin confirmar.',
    nothingHeard: 'No se graba ni se escucha nada.',
    kept: 'Qué se guarda',
    keptText:
      'La agenda, los problemas, las ideas, los acuerdos, las tareas y quién participó. En vivo están en el servidor de la organización: hasta que se guarda el acta y un poco más, y como mucho 90 días.',
    stage: {
      next: (title: string) => `Después: ${title}`,
      tasksNone: 'Todavía sin tareas',
      ideasNone: 'Todavía sin ideas',
      more: (n: number) => `… y ${n} más`,
      agreed: 'Acordado',
    },
  };
}

export type TabWords = ReturnType<typeof tabWordsEs>;
