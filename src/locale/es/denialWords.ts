import type { Denial } from '../../app/ports/room';

export type DenialWords = Readonly<Record<Denial, { readonly title: string; readonly text: string }>>;

/** Why somebody cannot get into the room, and what helps. They load with the first who cannot. */
export const denialWordsEs: DenialWords = {
  notMember: {
    title: 'Todavía fuera de esta reunión',
    text: 'Al unirse una vez a la reunión en Teams se entra también aquí. Una lista o una invitación reenviada no bastan. Después: Reintentar.',
  },
  notItsTime: {
    title: 'Ahora no es el momento',
    text: 'Esta sesión se abre poco antes de su hora. Las demás, solo a quienes participaron en ellas.',
  },
  signIn: {
    title: 'La sesión de Microsoft caducó',
    text: 'Lo escrito sigue aquí. Iniciar sesión para volver a la reunión.',
  },
  consent: {
    title: 'Falta un permiso',
    text: 'La organización no ha concedido «Reunión en vivo». Lo escrito sigue aquí.',
  },
  unknown: {
    title: 'No se puede comprobar quién participa',
    text: 'Microsoft 365 no responde ahora. Se pregunta de nuevo en un momento; lo escrito sigue aquí.',
  },
  newerRoom: {
    title: 'Hace falta la versión nueva',
    text: 'Esta reunión se abrió con una Cadencia más nueva. Cerrar el panel y volver a abrirlo.',
  },
  tooMuch: {
    title: 'Demasiados cambios a la vez',
    text: 'El servidor cortó la conexión. Lo escrito sigue aquí. Esperar un minuto y reintentar.',
  },
};
