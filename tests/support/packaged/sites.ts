import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerJson, bodyOf } from '../../../src/demo/identity/answering';
import type { Issuer } from '../../../src/demo/identity/issuer';
import { tokenEndpoint } from '../../../src/demo/identity/tokenEndpoint';
import { ROOT } from '../root';
import type { Site } from './front';

const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const OFFICE_BASE = '/lib/1/hosted/';
/** The list on Microsoft's network, of which teams-js brings a copy of its day. */
const TEAMS_LIST = path.join(
  ROOT,
  'node_modules/@microsoft/teams-js/dist/esm/packages/teams-js/src/artifactsForCDN/validDomains.json.js',
);

/** The host page of each kind, by its name in the address. */
const PAGES: Readonly<Record<string, string>> = {
  '/teams.html': 'packagedTeams.js',
  '/outlook.html': 'packagedOutlook.js',
};

/** A host of Microsoft's, or somebody who plays one: its page, and the broker behind it that gives tokens to Irene. */
export function hostSite(issuer: Issuer, scripts: string, origin: string): Site {
  const tokens = tokenEndpoint(issuer, { origins: [origin] });
  return {
    async answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', origin);
      if (pathname === '/demo/token') return tokens(request, response);
      if (pathname === '/demo/consent') {
        issuer.consent.grant(JSON.parse(await bodyOf(request)) as string[]);
        return answerJson(response, 200, {});
      }
      const script = PAGES[pathname];
      if (pathname === '/empty.html')
        return void response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><title>empty</title>');
      if (script !== undefined) {
        const head = '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>host</title>';
        const style = '<style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>';
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return void response.end(
          `${head}${style}</head><body><script src="/${script}"></script></body></html>`,
        );
      }
      answerScript(response, path.join(scripts, path.basename(pathname)));
    },
  };
}

/** Microsoft's network as teams-js asks it. */
export const teamsListSite: Site = {
  answer(_request, response) {
    response.setHeader('access-control-allow-origin', '*');
    const list = /\[[^\]]*\]/.exec(readFileSync(TEAMS_LIST, 'utf8'))?.[0] ?? '';
    answerJson(response, 200, { validOrigins: JSON.parse(list) as string[] });
  },
};

/** The real Office.js; with the host's bridge unless the host is one without. */
export const officeSite = (scripts: string, hasBridge: () => boolean): Site => ({
  answer(request, response) {
    const { pathname } = new URL(request.url ?? '/', 'https://office');
    const file = path.join(OFFICE, pathname.replace(OFFICE_BASE, ''));
    const before =
      pathname === `${OFFICE_BASE}office.js` && hasBridge()
        ? path.join(scripts, 'officeBridge.js')
        : undefined;
    answerScript(response, file, before);
  },
});

/** What Office.js uses of Microsoft's Ajax library. */
export const ajaxSite = (scripts: string): Site => ({
  answer: (_request, response) => answerScript(response, path.join(scripts, 'officeAjax.js')),
});

function answerScript(
  response: Parameters<Site['answer']>[1],
  file: string,
  before: string | undefined = undefined,
): void {
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.setHeader('access-control-allow-origin', '*');
  response.end([before, file].flatMap((one) => (one === undefined ? [] : [readFileSync(one)])).join('\n'));
}
