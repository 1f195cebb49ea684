/** What Outlook says before an invitation goes out. One sentence each: they stand behind one another. */
export const sendWordsEs = {
  /** Where somebody gave an area no name of its own. */
  areas: { marketing: 'Marketing', sales: 'Ventas' } as Readonly<Record<string, string>>,
  tooLong: (minutes: number) => `La reunión dura ${minutes} min: el máximo son 60 min.`,
  noAgenda: 'La invitación no lleva la agenda: Cadencia la pone con «Insertar en la invitación».',
  noTeamsLink: 'La invitación no lleva un enlace de Teams: sin él no hay chat ni panel.',
  noTeamsLinkYet:
    'Todavía no hay un enlace de Teams: sin él no hay chat ni panel. Si «Reunión de Teams» está activado, Outlook lo pone al enviar.',
  noKeyPerson: (area: string) => `De ${area} no va ninguna persona clave.`,
};

export type SendWords = typeof sendWordsEs;
