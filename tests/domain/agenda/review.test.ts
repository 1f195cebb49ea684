import { agendaFromHtml, agendaToHtml, insertAgenda } from '../../../src/domain/agenda/html';
import { withReview } from '../../../src/domain/agenda/review';
import type { Agenda } from '../../../src/domain/agenda/types';

const AGENDA: Agenda = {
  language: 'es',
  items: [
    { kind: 'openTasks', title: 'Tareas abiertas', minutes: 5 },
    { kind: 'topic', title: 'Precios', minutes: 30, owner: 'Irene' },
  ],
};
const LINES = [
  'Hugo · enviar <b>la lista</b> · vence el vie 4 dic',
  'Total: 35 min',
  '1',
  'Agenda de la reunión',
];
const block = (lines = LINES) => withReview(agendaToHtml(AGENDA), 'Pendiente de antes: 4', lines);
const BODY =
  '<html><body><p>Hola</p>________________<a href="https://teams.example/l">Unirse</a></body></html>';

test('AG15 the round trip gives the agenda, whatever the lines say', () => {
  const body = insertAgenda(BODY, block());
  expect(agendaFromHtml(body)).toEqual(AGENDA);
  expect(body).toContain('enviar &lt;b&gt;la lista&lt;/b&gt;');
  // As a mail system leaves it.
  expect(agendaFromHtml(body.replace(/ (border|cellpadding|width|colspan)="[^"]*"/g, ''))).toEqual(AGENDA);
});

test('AG15 the lines go with the block when it is replaced, and the rest stays byte for byte', () => {
  const once = insertAgenda(BODY, block());
  expect(insertAgenda(once, block())).toBe(once);
  const other = insertAgenda(once, block(['Solo esta']));
  expect(other).not.toContain('la lista');
  expect(insertAgenda(other, '')).toBe(BODY);
});

test('AG15 nothing is added to an empty block, nor where nothing is left', () => {
  expect(withReview('', 'Pendiente', LINES)).toBe('');
  expect(block([])).toBe(agendaToHtml(AGENDA));
});
