import { readBody, type Body } from './body';
import { checkTimeboxes, sumOf } from './edit';
import { cellText, findAgenda, type Stretch } from './findAgenda';
import { escapeHtml } from './plainText';
import { joinBlockAt } from './joinBlock';
import type { Agenda, Language } from './types';
import { agendaWords, type AgendaWords, type WordsByLanguage } from './words';

/**
 * The agenda as it stands in an invitation: a heading and a plain table. Internal items never enter it; with nothing to
 * show it is ''. The words are the format's own unless others are given: one table, or one for each language. Refuses
 * timeboxes that are not whole minutes from 1, and more than an hour of them.
 */
export function agendaToHtml(agenda: Agenda, words: AgendaWords | WordsByLanguage = agendaWords): string {
  checkTimeboxes(agenda.items);
  const { kinds, columns, marker, total } = 'kinds' in words ? words : words[agenda.language];
  const shown = agenda.items.filter(({ internal }) => internal !== true);
  if (shown.length === 0) return '';
  const cell = (text: string) => `<td>${escapeHtml(cellText(text))}</td>`;
  const rows = shown.map(({ kind, title, minutes, owner }, at) =>
    [String(at + 1), `${minutes} min`, kinds[kind], title, owner ?? ''].map(cell).join(''),
  );
  const head = columns.map((column) => `<td><b>${escapeHtml(column)}</b></td>`).join('');
  const sum = `<td colspan="5"><b>${escapeHtml(total)}: ${sumOf(shown)} min</b></td>`;
  const table = [head, ...rows, sum].map((row) => `<tr>${row}</tr>`).join('');
  return `<h3>${escapeHtml(marker)}</h3><table border="1" cellpadding="4" width="100%">${table}</table>`;
}

/**
 * The first agenda of ours in a body, whatever mail systems did to it and in either language; undefined when there is
 * none, or not enough of it to be sure. Minutes are told as they stand, also when somebody changed them. Refuses bodies
 * of more than 1 MB or 200 levels.
 */
export function agendaFromHtml(html: string, words: readonly AgendaWords[] = []): Agenda | undefined {
  return findAgenda(readBody(html), tablesOf(words))?.agenda;
}

/**
 * Puts our block into a body: in the place of the first one there, else before the Teams join block, else where the
 * content starts. The rest stays byte for byte; '' takes the block out. Refuses bodies of more than 1 MB or 200 levels,
 * before or after.
 */
export function insertAgenda(body: string, html: string, words: readonly AgendaWords[] = []): string {
  const read = readBody(body);
  const found = findAgenda(read, tablesOf(words));
  const result = found ? replaced(body, found.stretches, html) : inserted(read, html);
  readBody(result);
  return result;
}

function tablesOf(words: readonly AgendaWords[]): readonly (readonly [Language, AgendaWords])[] {
  const more = words.flatMap((table) => LANGUAGES.map((language) => [language, table] as const));
  return [...LANGUAGES.map((language) => [language, agendaWords[language]] as const), ...more];
}

const LANGUAGES: readonly Language[] = ['es', 'en'];

/** A block that our words cannot find again is looked for as it stands, so that it is not inserted twice. */
function inserted(read: Body, html: string): string {
  const body = read.source;
  if (html === '' || body.includes(html)) return body;
  const at = joinBlockAt(read) ?? read.start;
  return body.slice(0, at) + html + body.slice(at);
}

/** The block at the first stretch, the others gone; white space between two stretches goes with them. */
function replaced(body: string, stretches: readonly Stretch[], html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const [index, { from, until }] of stretches.entries()) {
    const between = body.slice(at, from);
    if (index === 0) kept.push(between, html);
    else if (between.trim() !== '') kept.push(between);
    at = until;
  }
  return kept.join('') + body.slice(at);
}
