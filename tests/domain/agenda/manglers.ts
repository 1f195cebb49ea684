import { agendaToHtml } from '../../../src/domain/agenda/html';
import { ENGLISH_JOIN_BLOCK, SPANISH_JOIN_BLOCK } from './joinBlocks';

/** What hosts, servers and mail programs do to a body between writing and reading it (facts: 5.5 and section 3). */
export type Mangler = (html: string) => string;

/** Runs of text between tags; in what the tests mangle, `<` and `>` stand in tags only. */
const eachText = (html: string, change: (text: string) => string) =>
  html.replace(/>([^<]*[^<\s][^<]*)(?=<)/g, (_, text: string) => `>${change(text)}`);
const eachTag = (html: string, change: (tag: string) => string) => html.replace(/<[a-z/][^<>]*>/gi, change);
const eachCell = (html: string, change: (inside: string) => string) =>
  html.replace(
    /(<t[dh]\b[^>]*>)((?:(?!<\/?t[dhr]\b|<\/?table)[^])*)/gi,
    (_, tag: string, inside: string) => tag + change(inside),
  );
const whole =
  (before: string, after = '') =>
  (html: string) =>
    before + html + after;
/** Kept words, changed spaces: only inside text. */
const spaces =
  (to: string): Mangler =>
  (html) =>
    eachText(html, (text) => text.replace(/ /g, to));

const OTHER_TABLE =
  '<table border="1"><tr><td><b>#</b></td><td>Minutos</td><td>Tipo</td></tr><tr><td>1</td><td>9 min</td><td>Problema</td></tr></table>';
const SECOND = agendaToHtml({ language: 'en', items: [{ kind: 'round', title: 'not ours', minutes: 7 }] });

export const MANGLERS: Readonly<Record<string, Mangler>> = {
  attributesDropped: (html) => eachTag(html, (tag) => tag.replace(/^<([\w:]+)\s[^>]*>/, '<$1>')),
  classesAdded: (html) =>
    html.replace(
      /<(td|tr|table|h3|p|div)\b/gi,
      '<$1 class="x_elementToProof" id="x_a" style="color:rgb(0, 0, 0)"',
    ),
  prefixed: (html) =>
    eachTag(html, (tag) => tag.replace(/ (border|width|cellpadding|class|id)=/gi, ' x_$1=')),
  requoted: (html) => eachTag(html, (tag) => tag.replace(/="([\w-]*)"/g, "='$1'")),
  unquoted: (html) => eachTag(html, (tag) => tag.replace(/="([\w-]+)"/g, '=$1')),
  wrappedInDivs: whole('<div dir="ltr"><div>', '</div></div>'),
  tableInDiv: (html) =>
    html.replace(/<table\b/gi, '<div align="center"><table').replace(/<\/table>/gi, '</table></div>'),
  headingInDiv: (html) => html.replace(/<h3([^>]*)>/gi, '<div><h3$1>').replace(/<\/h3>/gi, '</h3></div>'),
  headingIsParagraph: (html) => html.replace(/<h3[^>]*>/gi, '<p><b>').replace(/<\/h3>/gi, '</b></p>'),
  headingIsDiv: (html) => html.replace(/<(\/?)h3[^>]*>/gi, '<$1div>'),
  headingIsBold: (html) => html.replace(/<(\/?)h3\b[^>]*>/gi, '<$1b>'),
  headingLost: (html) => html.replace(/<\/?h3\b[^>]*>/gi, ''),
  headingIsLarger: (html) => html.replace(/<(\/?)h3\b/gi, '<$1h2'),
  cellsHoldParagraphs: (html) => eachCell(html, (inside) => `<p>${inside}</p>`),
  cellsHoldDivs: (html) => eachCell(html, (inside) => `<div><div>${inside}</div></div>`),
  cellsEndInBreaks: (html) => eachCell(html, (inside) => `${inside}<br>`),
  spans: (html) => eachText(html, (text) => `<span style="font-size:11pt">${text}</span>`),
  fonts: (html) => eachText(html, (text) => `<font face="Calibri" size="2" color="#000000">${text}</font>`),
  word: (html) =>
    eachCell(
      html,
      (inside) =>
        `<p class="MsoNormal"><span lang="ES" style='mso-fareast-font-family:"Times New Roman"'>${inside}<o:p></o:p></span></p>`,
    ),
  strong: (html) => html.replace(/<(\/?)b>/gi, '<$1strong>'),
  boldLost: (html) => html.replace(/<\/?(b|strong)>/gi, ''),
  heads: (html) => html.replace(/<tr\b[^]*?<\/tr>/i, (row) => row.replace(/<(\/?)td\b/gi, '<$1th')),
  bodies: (html) =>
    html
      .replace(/(<table\b[^>]*>)/gi, '$1<colgroup><col width="10"><col></colgroup><tbody>')
      .replace(/<\/table>/gi, '</tbody></table>'),
  spansOfColumnsLost: (html) => html.replace(/ colspan="?5"?/gi, ''),
  uppercase: (html) => eachTag(html, (tag) => tag.replace(/^<\/?[\w:]+/, (name) => name.toUpperCase())),
  endTagsLeftOut: (html) => html.replace(/<\/(td|th|tr|tbody)>/gi, ''),
  paragraphEndsLeftOut: (html) => html.replace(/<\/p>/gi, ''),
  wrapped: spaces('\r\n   '),
  tabbed: spaces(' \t'),
  hardSpaces: spaces('&nbsp;'),
  hardSpaceCharacters: spaces('\u00A0'),
  indented: (html) => html.replace(/<(table|tr|td|th|p|div|h3)\b/gi, '\r\n  <$1'),
  decimalEntities: (html) =>
    eachText(html, (text) => text.replace(/[^\x00-\x7F]/gu, (character) => `&#${character.codePointAt(0)};`)),
  hexadecimalEntities: (html) =>
    eachText(html, (text) =>
      text.replace(/&(?:\w+|#\w+);|[^ \r\n\t]/gu, (one) =>
        one.length > 2 ? one : `&#x${one.codePointAt(0)?.toString(16)};`,
      ),
    ),
  quotesDecoded: (html) => eachText(html, (text) => text.replace(/&quot;/g, '"')),
  commented: (html) =>
    html
      .replace(/<(tr|p|div)\b/gi, '<!-- td --><$1')
      .replace(/<h3/gi, '<!--[if mso]><h3>x</h3><![endif]--><h3'),
  linked: (html) =>
    eachText(html, (text) => `<a href="https://example.com/?a=1&amp;b=2" id="LPlnk">${text}</a>`),
  rtf: (html) =>
    html
      .replace(/<h3[^>]*>/gi, '<p><font size="4"><b>')
      .replace(/<\/h3>/gi, '</b></font></p>')
      .replace(/ (cellpadding|width)="?[\w%]*"?/gi, '')
      .replace(/<table/gi, '<table cellspacing="0" style="border-collapse:collapse"'),
  textAround: whole(
    '<p>Hola a todas:</p><p>Nos vemos el martes 8. Agenda:</p>',
    '<p>Un saludo,<br>Irene — 5 min</p>',
  ),
  bareTextAround: whole('Hola, agenda de la reunión del martes', 'Saludos'),
  tablesAround: whole(`<p>Datos</p>${OTHER_TABLE}`, OTHER_TABLE),
  joinBlockBefore: whole(SPANISH_JOIN_BLOCK),
  joinBlockBehind: whole('', ENGLISH_JOIN_BLOCK),
  secondBehind: whole('', `<hr>${SECOND}`),
  markerAlone: whole('<p>Agenda de la reunión</p><p>Meeting agenda:</p>'),
  quoted: whole(
    '<div>De: Irene<br>Asunto: RE: Reunión</div><blockquote type="cite"><div class="x_WordSection1">',
    '</div></blockquote>',
  ),
  document: whole(
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style>td{color:red}</style><title>Agenda de la reunión</title></head><body lang="ES">',
    '</body></html>',
  ),
  layoutTable: whole('<table width="600"><tr><td>logo</td><td>', '</td></tr></table>'),
  emptyParagraphs: (html) =>
    html.replace(/<table\b/gi, '<p>&nbsp;</p><table').replace(/<\/table>/gi, '</table><p><br></p>'),
};

/** The table is gone; what is left are its lines. Applied last: the other manglers look for cells. */
export const FLATTENERS: Readonly<Record<string, Mangler>> = {
  none: (html) => html,
  paragraphs: (html) =>
    html
      .replace(/<\/?(table|tbody|colgroup|col|tr)\b[^>]*>/gi, '')
      .replace(/<t[dh]\b[^>]*>/gi, '<p class="MsoNormal">')
      .replace(/<\/t[dh]>/gi, '</p>'),
  divs: (html) => html.replace(/<(\/?)(?:table|tbody|colgroup|tr|td|th)\b[^>]*>/gi, '<$1div>'),
};

/** Words that stand in cells of several blocks cannot be told from several cells once the table is gone. */
export const text: Mangler = (html) =>
  html
    .replace(/<\/(h3|tr|p|div)>/gi, '\r\n')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
