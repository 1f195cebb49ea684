import fc from 'fast-check';
import { sendWarnings, showsAgenda, type Outgoing } from '../../../src/domain/agenda/beforeSending';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { anyAgenda } from './anAgenda';

const agenda = agendaToHtml(agendaTemplate('weekly', 'es'));
const asText = (html: string, between = '\n') =>
  html
    .replace(/<[^>]*>/g, between)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const LINK = '<a href="https://teams.microsoft.com/l/meetup-join/19%3ax">Unirse</a>';
const isKey = (mail: string) => mail === 'irene@valdeolmo.example' || mail === 'rodrigo@valdeolmo.example';

const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  minutes: 35,
  bodyHtml: agenda + LINK,
  bodyText: asText(agenda + LINK),
  mails: ['irene@valdeolmo.example', 'rodrigo@valdeolmo.example'],
  sentBefore: true,
  ofSeries: true,
  areas: [
    { id: 'marketing', name: '', isKey: (mail) => isKey(mail) && mail.startsWith('irene') },
    { id: 'sales', name: 'Comercial', isKey: (mail) => isKey(mail) && mail.startsWith('rodrigo') },
  ],
  ...change,
});

test('BF1 what is no meeting of ours is nobody’s business here, however long and empty it is', () => {
  const dentist = { minutes: 240, bodyHtml: '<p>Dentista</p>', bodyText: 'Dentista', areas: undefined };
  expect(sendWarnings(outgoing({ ...dentist, ofSeries: false }))).toEqual([]);
  // Either sign of ours is enough.
  expect(sendWarnings(outgoing({ ...dentist, ofSeries: true }))).not.toEqual([]);
  expect(sendWarnings(outgoing({ minutes: 61, ofSeries: false, areas: undefined }))).toEqual([
    { kind: 'tooLong', minutes: 61 },
  ]);
});

test('BF2 a whole invitation has no warning, up to an hour', () => {
  expect(sendWarnings(outgoing())).toEqual([]);
  expect(sendWarnings(outgoing({ minutes: 60 }))).toEqual([]);
  expect(sendWarnings(outgoing({ minutes: 61 }))).toEqual([{ kind: 'tooLong', minutes: 61 }]);
});

test('BF3 an agenda that went from the body, and a missing link of Teams, are told; whether it went out before too', () => {
  expect(sendWarnings(outgoing({ bodyText: 'Unirse' }))).toEqual([{ kind: 'noAgenda' }]);
  expect(sendWarnings(outgoing({ bodyHtml: agenda }))).toEqual([{ kind: 'noTeamsLink', sentBefore: true }]);
  expect(sendWarnings(outgoing({ bodyHtml: agenda, sentBefore: false }))).toEqual([
    { kind: 'noTeamsLink', sentBefore: false },
  ]);
});

test('BF4 an area of whose key people and stand-ins nobody is invited is told; what is not remembered is not', () => {
  expect(sendWarnings(outgoing({ mails: ['irene@valdeolmo.example', 'otra@valdeolmo.example'] }))).toEqual([
    { kind: 'noKeyPerson', area: 'sales', name: 'Comercial' },
  ]);
  expect(sendWarnings(outgoing({ mails: [], areas: undefined }))).toEqual([]);
  expect(sendWarnings(outgoing({ mails: [], bodyText: '', bodyHtml: '', minutes: 90 }))).toHaveLength(5);
});

test('BF5 an agenda is seen in whatever text a mail system makes of its table', () => {
  fc.assert(
    fc.property(anyAgenda, fc.constantFrom('\n', '\t', ' ', '\r\n\r\n', '\u00a0'), (any, between) => {
      const html = agendaToHtml(any);
      expect(showsAgenda(`Hola\n${asText(html, between)}\nSaludos`)).toBe(html !== '');
    }),
  );
  expect(showsAgenda(asText(agenda).normalize('NFD').toUpperCase())).toBe(true);
  expect(showsAgenda('Agenda de la reunión: ya la mando. Total: nada')).toBe(false);
  expect(showsAgenda('Total: 35 min. Agenda de la reunión')).toBe(false);
});
