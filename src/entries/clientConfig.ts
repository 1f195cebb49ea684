import type { ClientConfig } from '../app/clientConfig';

/** What the server wrote into the page; the server has checked it, and its type is held where both are built. */
export function readClientConfig(page: Document): ClientConfig {
  const block = page.getElementById('cadencia-config')?.textContent;
  if (block === null || block === undefined) throw new Error('the page was not filled by the server');
  return JSON.parse(block) as ClientConfig;
}
