import type { PresenceHow } from '../../domain/meeting/types';

/** How people take part, in Spanish; the English file must have the same words. */
export function presenceWordsEs() {
  const how: Readonly<Record<PresenceHow | 'unknown', string>> = {
    panel: 'con panel',
    room: 'en sala',
    phone: 'por teléfono',
    away: 'no está',
    unknown: 'sin marcar',
  };
  return {
    how,
    of: (name: string) => `Cómo participa ${name}`,
    mine: (how: string) => `${how}, con mi panel`,
    through: (how: string, name: string) => `${how}, con el panel de ${name}`,
    decides: (name: string) => `Decide por ${name}`,
    nobody: 'Nadie',
    decided: (name: string) => `decide ${name}`,
    key: 'persona clave',
    outsider: 'de fuera',
  };
}

export type PresenceWords = ReturnType<typeof presenceWordsEs>;
