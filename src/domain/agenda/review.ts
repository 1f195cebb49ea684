import { escapeHtml, plainText } from './plainText';

const END = '</table>';

/**
 * A block of `agendaToHtml` with what is left from before: rows behind the total, where reading stops, and inside of the
 * table, which is replaced as one. A block without an agenda stays without.
 */
export function withReview(block: string, title: string, lines: readonly string[]): string {
  if (!block.endsWith(END) || lines.length === 0) return block;
  const row = (html: string) => `<tr><td colspan="5">${html}</td></tr>`;
  const text = (line: string) => escapeHtml(plainText(line));
  const rows = [row(`<b>${text(title)}</b>`), ...lines.map((line) => row(text(line)))].join('');
  return block.slice(0, -END.length) + rows + END;
}
