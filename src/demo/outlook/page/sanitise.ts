const DROPPED = [
  'script, style, link, meta, title, iframe, frame, object, embed, form, input, button, svg, math, base, template',
  // Read as elements here and as text in a page with scripts: what stands in their attributes would come alive there.
  'noscript, noembed, noframes, xmp, plaintext, textarea, select, listing',
].join();

/** What may be shown of a body in the page itself: no scripts, no styles of pages, no addresses that run. */
export function sanitised(html: string): string {
  const inert = new DOMParser().parseFromString(html, 'text/html');
  for (const element of inert.querySelectorAll(DROPPED)) element.remove();
  for (const element of inert.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (/^on/i.test(name) || /^(?:src|href|action|srcset)$/i.test(name) ? !isHarmless(name, value) : false)
        element.removeAttribute(name);
    }
  }
  return inert.body.innerHTML;
}

const isHarmless = (name: string, value: string): boolean =>
  !/^on/i.test(name) &&
  (/^(https?:|mailto:|tel:|#|\/)/i.test(value.trim()) || /^data:image\//i.test(value.trim()));
