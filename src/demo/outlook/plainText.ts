/** Plain text in and out of a body; runs in the host page, which has a DOM. */
export const plainText = {
  toHtml(text: string): string {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return escaped
      .split(/\r?\n/)
      .map((line) => `<p>${line === '' ? '<br>' : line}</p>`)
      .join('');
  },
  ofHtml(html: string): string {
    const inert = new DOMParser().parseFromString(html, 'text/html');
    for (const end of inert.querySelectorAll('p, div, tr, li, h1, h2, h3, br')) end.append('\n');
    return (inert.body.textContent ?? '').trim();
  },
};
