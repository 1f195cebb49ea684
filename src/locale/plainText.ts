const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** What breaks the line or turns the direction of what follows. */
const TURNING = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;

/** Text as text in HTML: no markup, and nothing that breaks or turns the line. */
export const escaped = (text: string): string =>
  text.replace(TURNING, ' ').replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? '');

/** One plain line, at most so long: what is cut off ends with an ellipsis. */
export function oneLine(text: string, longest = Infinity): string {
  const line = text.replace(TURNING, ' ').replace(/ +/g, ' ').trim();
  if (line.length <= longest) return line;
  // A sign of two units is not cut in the middle.
  const cut = line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
