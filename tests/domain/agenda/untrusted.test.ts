import { agendaFromHtml, agendaToHtml, insertAgenda } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { growth, workOf } from '../../support/work';

const MEGABYTE = 1_048_576;
const HTML = agendaToHtml(agendaTemplate('weekly', 'es'));
const fill = (part: string, bytes = MEGABYTE) => part.repeat(Math.floor(bytes / part.length));
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

test('AG12 a body of one megabyte is read, a byte more is refused', () => {
  const behind = 'x'.repeat(MEGABYTE - Buffer.byteLength(HTML));
  expect(agendaFromHtml(HTML + behind)).toBeDefined();
  expect(() => agendaFromHtml(`${HTML}${behind}x`)).toThrow(refused('agenda/body-too-large'));
  expect(() => agendaFromHtml('x'.repeat(MEGABYTE + 1))).toThrow(refused('agenda/body-too-large'));
  expect(() => agendaFromHtml('ñ'.repeat(MEGABYTE / 2 + 1))).toThrow(refused('agenda/body-too-large'));
  expect(() => insertAgenda('x'.repeat(MEGABYTE + 1), HTML)).toThrow(refused('agenda/body-too-large'));
  expect(agendaFromHtml('ñ'.repeat(MEGABYTE / 2))).toBeUndefined();
});

test('AG12 what would be too large once inserted is refused before it is sent', () => {
  expect(() => insertAgenda('x'.repeat(MEGABYTE), HTML)).toThrow(refused('agenda/body-too-large'));
});

test('AG12 two hundred levels are read, one more is refused', () => {
  const nested = (levels: number, inside: string) =>
    '<div>'.repeat(levels) + inside + '</div>'.repeat(levels);
  expect(agendaFromHtml(nested(196, HTML))).toBeDefined();
  expect(agendaFromHtml(nested(200, 'x'))).toBeUndefined();
  expect(() => agendaFromHtml(nested(201, 'x'))).toThrow(refused('agenda/body-too-deep'));
  expect(() => insertAgenda(nested(201, 'x'), HTML)).toThrow(refused('agenda/body-too-deep'));
});

test('AG12 many paragraphs, items and cells without end tags are not deep', () => {
  const body = `<table>${'<tr><td><p>a<td><p>b'.repeat(500)}</table>${'<p>x<ul><li>a<li>b</ul>'.repeat(500)}`;
  expect(agendaFromHtml(body + HTML)).toEqual(agendaTemplate('weekly', 'es'));
});

const RULER = `<p>${'_'.repeat(30)}</p>`;
test.each([
  ['open brackets', fill('<')],
  ['ampersands', fill('&')],
  ['broken entities', `<p>${fill('&#x1F', MEGABYTE - 9)}`],
  ['paragraphs never closed', fill('<p>x')],
  ['end tags of nothing', `<p>${fill('</b>', MEGABYTE - 9)}`],
  ['end tags never closed', `<p>${fill('</b ', MEGABYTE - 9)}`],
  ['comments never closed', `<p>${fill('<!--', MEGABYTE - 9)}`],
  ['attributes never closed', `<p ${fill('a="', MEGABYTE - 9)}`],
  ['markers', fill('<h3>Agenda de la reunión</h3>', 900_000)],
  ['heads of agendas', fill(`${HTML.slice(0, HTML.indexOf('</tr>'))}</table>`, 900_000)],
  ['rulers', fill(RULER)],
  ['rulers and far links', fill(RULER.repeat(1500) + 'https://teams.microsoft.com/meet/1', 900_000)],
  ['tables side by side', fill('<table><tr><td>x</table>')],
  ['white space', `<p>${fill(' ', MEGABYTE - 9)}`],
  ['one long word', `<p>${fill('a', MEGABYTE - 9)}`],
  ['lines of text', fill('a\n')],
  ['dashes', `<p>${fill('—', 300_000)}`],
])('AG12 a megabyte of %s takes time that grows with its length only', (_, body) => {
  const reading = (text: string) => () => expect(agendaFromHtml(text)).toBeUndefined();
  const part = body.slice(0, body.length / 16);
  // Up to 3.4 for what does not fit a cache as a whole; a square would be 16.
  expect(growth(16, 8, reading(part), reading(body))).toBeLessThan(8);
});

test('AG12 more items than any plan has are none of ours', () => {
  const agenda = (items: number) => {
    const row = /<tr>(?:(?!<tr>).)*?1 min.*?<\/tr>/s;
    const html = agendaToHtml({ language: 'es', items: [{ kind: 'numbers', title: 'x', minutes: 1 }] });
    const found = row.exec(html)?.[0] ?? '';
    return html.replace(found, () => found.repeat(items));
  };
  expect(agendaFromHtml(agenda(200))?.items).toHaveLength(200);
  expect(agendaFromHtml(agenda(201))).toBeUndefined();
  expect(agendaFromHtml(agenda(4000))).toBeUndefined();
});

test('AG12 tables in tables to the deepest level stay fast', () => {
  const opened =
    '<h3>Agenda de la reunión</h3><table><tr><td>#<td>Minutos<td>Tipo<td>Punto<td>Responsable<tr><td>1<td>5 min<td>Tema<td>';
  const body = opened.repeat(60) + 'x'.repeat(900_000);
  expect(workOf(() => expect(agendaFromHtml(body)).toBeUndefined())).toBeLessThan(4000);
});
