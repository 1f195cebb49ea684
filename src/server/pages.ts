import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServerConfig } from './config';
import { contentSecurityPolicy } from './policy';

export type Page = { readonly html: string; readonly policy: string };

const PLACE = '<!-- cadencia: what the server knows -->';
/** For pages that run in a window of their own, without Teams or Outlook around them. */
const PLACE_WITHOUT_HOST = "<!-- cadencia: what the server knows, without the host's scripts -->";

/** The built pages by name ('compose'), each with the host's scripts and the client's configuration written in. */
export function readPages(config: ServerConfig): ReadonlyMap<string, Page> {
  const names = readdirSync(config.files).filter((file) => file.endsWith('.html'));
  return new Map(
    names.map((file) => {
      const built = readFileSync(path.join(config.files, file), 'utf8');
      if (![PLACE, PLACE_WITHOUT_HOST].some((place) => built.includes(place)))
        throw new Error(`${file} has no place for what the server knows`);
      const html = fill(built, config);
      const around = built.includes(PLACE_WITHOUT_HOST) ? 'ourselves' : 'host';
      return [path.basename(file, '.html'), { html, policy: contentSecurityPolicy(html, config, around) }];
    }),
  );
}

/** What Outlook runs at sending, at an address that stays (src/hosts/SPEC.md, HS); undefined in a build without it. */
export function readSendCheck({ files }: ServerConfig): string | undefined {
  const file = path.join(files, 'sendCheck.js');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A data block is not executed, so the policy needs no exception for it; '<' cannot end it early. */
function fill(html: string, config: ServerConfig): string {
  const data = JSON.stringify({ ...config.client, servedAt: 0 }).replace(/</g, '\\u003c');
  const block = `<script type="application/json" id="cadencia-config">${data}</script>`;
  const scripts = config.hostScripts.map((address) => `<script src="${escaped(address)}"></script>`);
  return html
    .replace(PLACE, () => [block, ...scripts].join('\n    '))
    .replace(PLACE_WITHOUT_HOST, () => block);
}

/** The page as it is handed out at that moment, which a device with a wrong clock can hold its own against. */
export const servedAt = ({ html }: Page, now: number): string =>
  html.replace('"servedAt":0}', () => `"servedAt":${now}}`);

/** Text as it stands in a page or an attribute of one. */
export const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
