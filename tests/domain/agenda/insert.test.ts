import fc from 'fast-check';
import { agendaFromHtml, agendaToHtml, insertAgenda } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { anyAgenda, TEMPTING } from './anAgenda';
import { ENGLISH_JOIN_BLOCK, SPANISH_JOIN_BLOCK } from './joinBlocks';
import { FLATTENERS, MANGLERS } from './manglers';

const OLD = agendaToHtml(agendaTemplate('weekly', 'en'));
const NEW = agendaToHtml(agendaTemplate('monthly', 'es'));

const AROUND = [
  ['nothing', '', ''],
  ['text', '<p>Hola</p>', '<p>Adiós</p>'],
  [
    'a document',
    '<!DOCTYPE html>\r\n<html><head><style>p{}</style></head><body dir="ltr">\r\n',
    '</body></html>\n',
  ],
  ['a wrapper', '<div class="x_a"><P>Uno&nbsp;<br/>', '</div ><!-- c --><p>sin cerrar'],
  ['a Spanish join block behind', '<div>Hola</div>', SPANISH_JOIN_BLOCK],
  ['an English join block before', ENGLISH_JOIN_BLOCK, '<div>x</div>'],
  ['two join blocks', SPANISH_JOIN_BLOCK, ENGLISH_JOIN_BLOCK],
  ['other tables', '<table><tr><td>#</td></tr></table>', '<table border=1><tr><td>1<td>5 min</table>'],
] as const;

test.each(AROUND)('AG9 our block is replaced and the rest stays byte for byte: %s', (_, before, behind) => {
  expect(insertAgenda(before + OLD + behind, NEW)).toBe(before + NEW + behind);
  expect(insertAgenda(before + OLD + behind, '')).toBe(before + behind);
});

test('AG9 behind text of the same line only the marker and the table are ours', () => {
  const bold = OLD.replace(/<(\/?)h3>/g, '<$1b>');
  expect(insertAgenda(`<div>Hi all, ${bold}</div>`, NEW)).toBe(`<div>Hi all, <b>${NEW}</b></div>`);
  const encoded = bold.replace('Meeting', '&#77;eeting');
  expect(insertAgenda(`<div>Hi all, ${encoded}</div>`, NEW)).toContain(`&#77;eeting agenda${NEW}</b></div>`);
});

test('AG9 of two agendas the first is ours', () => {
  expect(insertAgenda(`<p>a</p>${OLD}<p>b</p>${OLD}`, NEW)).toBe(`<p>a</p>${NEW}<p>b</p>${OLD}`);
});

test.each([
  ['<div><h3>Meeting agenda</h3></div>\r\n<div align=center>', '</div><p>x</p>'],
  ['<h2><span>Meeting agenda</span></h2>', '<p>x</p>'],
  ['<p class=MsoNormal><b>Meeting agenda<o:p></o:p></b></p>\n', '\n<p>x</p>'],
])('AG9 tags around a mangled block stay in pairs: %s', (heading, behind) => {
  const table = OLD.slice(OLD.indexOf('<table'));
  const result = insertAgenda(`<p>a</p>${heading}${table}${behind}`, NEW);
  expect(agendaFromHtml(result)?.language).toBe('es');
  expect(result).not.toContain('Meeting agenda');
  const bare = result.replace(NEW, '');
  expect(bare.match(/<(?!\/|p\b)\w+/g)?.length ?? 0).toBe(bare.match(/<\/(?!p\b)\w+/g)?.length ?? 0);
  expect(result.startsWith('<p>a</p>') && result.endsWith('<p>x</p>')).toBe(true);
});

test.each(Object.entries(FLATTENERS))('AG9 a block without its table is replaced whole: %s', (_, flatten) => {
  const result = insertAgenda(`<p>a</p>${flatten(OLD)}<p>z</p>`, NEW);
  expect(result.replace(/<\/?div>/g, '')).toBe(`<p>a</p>${NEW}<p>z</p>`);
});

test.each([
  ['the start without anything else', '', NEW],
  ['the start of a fragment', '<p>Hola</p>', `${NEW}<p>Hola</p>`],
  [
    'the start of the content',
    '<html><head></head><body lang="es"><p>x',
    `<html><head></head><body lang="es">${NEW}<p>x`,
  ],
  [
    'behind the head',
    '<html><head><title>a</title></head><p>x',
    `<html><head><title>a</title></head>${NEW}<p>x`,
  ],
  ['behind the doctype', '<!doctype html><p>x', `<!doctype html>${NEW}<p>x`],
  ['before plain text', 'Hola & <adiós>', `${NEW}Hola & <adiós>`],
])('AG10 without a block and a join block it goes to %s', (_, body, result) => {
  expect(insertAgenda(body, NEW)).toBe(result);
});

test('AG10 a new block goes before the join block, behind what was typed', () => {
  const [break_, rest] = [SPANISH_JOIN_BLOCK.slice(0, 6), SPANISH_JOIN_BLOCK.slice(6)];
  expect(insertAgenda(`<html><body><div>Hola</div>${SPANISH_JOIN_BLOCK}</body></html>`, NEW)).toBe(
    `<html><body><div>Hola</div>${break_}${NEW}${rest}</body></html>`,
  );
  expect(insertAgenda(`<p>Hi</p>${ENGLISH_JOIN_BLOCK}`, NEW)).toBe(`<p>Hi</p>${NEW}${ENGLISH_JOIN_BLOCK}`);
});

test('AG10 a line of underscores without a join link is text like any other', () => {
  const body = `<p>Hola</p><p>${'_'.repeat(60)}</p><p>Firma</p>`;
  expect(insertAgenda(body, NEW)).toBe(NEW + body);
});

const PARTS = [
  ...TEMPTING,
  SPANISH_JOIN_BLOCK,
  ENGLISH_JOIN_BLOCK,
  OLD,
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '<td>',
  '</table>',
  '<pre>',
  '<textarea>',
  '<script>',
  '</script>',
  '<b>',
  '<!--',
  '-->',
  '<',
  '&',
  '</',
  '<body>',
  '</head>',
  '<a href="https://teams.microsoft.com/l/meetup-join/1">',
  '<h3>Meeting agenda</h3>',
  'texto',
];
const anyBody = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('AG11 inserting twice is inserting once, and nothing of any body is lost', () => {
  fc.assert(
    fc.property(anyBody, anyAgenda, (body, agenda) => {
      const html = agendaToHtml(agenda);
      const once = insertAgenda(body, html);
      expect(insertAgenda(once, html)).toBe(once);
      const at = once.indexOf(html);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(body.startsWith(once.slice(0, at))).toBe(true);
      if (agendaFromHtml(body) === undefined)
        expect(once.slice(0, at) + once.slice(at + html.length)).toBe(body);
    }),
    { numRuns: 1500 },
  );
});

test('AG11 any mangled block is replaced by any other, and nothing of the old one is left', () => {
  const chosen = fc.array(
    fc.constantFrom(...Object.keys(MANGLERS).filter((name) => name !== 'secondBehind')),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(anyAgenda, chosen, (agenda, names) => {
      const marked = { ...agenda, items: agenda.items.map((item) => ({ ...item, title: 'Zxqv' })) };
      const body = names.reduce(
        (html, name) => (MANGLERS[name] as (html: string) => string)(html),
        agendaToHtml(marked),
      );
      const result = insertAgenda(body, NEW);
      expect(agendaFromHtml(result)).toEqual(agendaTemplate('monthly', 'es'));
      expect(agendaFromHtml(result.replace(NEW, ''))).toBeUndefined();
      expect(insertAgenda(result, NEW)).toBe(result);
      expect(result.replace(/&#x?\w+;/g, 'Z')).not.toContain('Zxqv');
      expect(insertAgenda(insertAgenda(result, OLD), NEW)).toBe(result);
    }),
    { numRuns: 600 },
  );
});
