import type { SendWarning } from '../../src/domain/agenda/beforeSending';
import { wordSendWarnings } from '../../src/locale/sendWording';

const ALL: readonly SendWarning[] = [
  { kind: 'tooLong', minutes: 75 },
  { kind: 'noAgenda' },
  { kind: 'noTeamsLink', sentBefore: false },
  { kind: 'noKeyPerson', area: 'sales', name: '' },
];

test('LS1 warnings are one text of whole sentences, in the language in which Outlook shows itself', () => {
  expect(wordSendWarnings(ALL, 'es-CO')).toBe(
    'La reunión dura 75 min: el máximo son 60 min. La invitación no lleva la agenda: Cadencia la pone con «Insertar en la invitación». Todavía no hay un enlace de Teams: sin él no hay chat ni panel. Si «Reunión de Teams» está activado, Outlook lo pone al enviar. De Ventas no va ninguna persona clave.',
  );
  expect(wordSendWarnings(ALL, 'es_ES')).toBe(wordSendWarnings(ALL, 'es'));
  expect(wordSendWarnings(ALL, 'de-DE')).toBe(
    'The meeting takes 75 min: 60 min is the most. The invitation has no agenda: Cadencia puts it in with “Insert into the invitation”. There is no Teams link yet: without it there is no chat and no panel. If “Teams meeting” is on, Outlook adds it when sending. No key person of Sales is invited.',
  );
  const again: SendWarning = { kind: 'noTeamsLink', sentBefore: true };
  expect(wordSendWarnings([again], 'es')).not.toContain('Todavía');
  expect(wordSendWarnings([], 'es')).toBe('');
});

test('LS2 an area has the name that it was given, else the language’s, else its id', () => {
  const said = (area: string, name: string) => wordSendWarnings([{ kind: 'noKeyPerson', area, name }], 'es');
  expect(said('sales', 'Comercial')).toContain('De Comercial');
  expect(said('marketing', '')).toContain('De Marketing');
  expect(said('a7', '')).toContain('De a7');
});

test('LS3 what no longer fits into what Outlook shows is left out whole', () => {
  const many = [...ALL, { kind: 'noKeyPerson', area: 'x', name: 'n'.repeat(200) } as const];
  for (const said of ['es', 'en']) {
    const text = wordSendWarnings([...many, ...many, ...many], said);
    expect(text.length).toBeLessThanOrEqual(500);
    expect(text.endsWith('.')).toBe(true);
  }
});
