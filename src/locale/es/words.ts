import type { AgendaKind } from '../../domain/agenda/types';
import { areaIn } from '../wording';

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

/** The words that every surface has, in Spanish; the English file must have the same ones. */
export const wordsEs = {
  name: 'Cadencia',
  subtitle: 'reuniones de Marketing y Ventas',
  starting: 'Preparando…',
  back: 'Volver',
  change: 'Cambiar',
  edit: 'Editar',
  save: 'Guardar',
  cancel: 'Cancelar',
  retry: 'Reintentar',
  close: 'Cerrar',
  add: 'Añadir',
  remove: (what: string) => `Quitar ${what}`,
  wrongNumber: (least: number, most: number, kept: number) =>
    `Solo un número entero de ${least} a ${most}. Sigue en ${kept}.`,
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
  kinds,
  cityTime: (city: string, time: string) => `${city} ${time}`,
  area: (id: string): string => areaIn('es', id),
};

export type Words = typeof wordsEs;
