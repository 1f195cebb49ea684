import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import { createIssuer } from '../../../src/demo/identity/issuer';
import { tokenEndpoint } from '../../../src/demo/identity/tokenEndpoint';
import type { Seen } from '../../../src/demo/teams/protocol/seen';
import type { ServerConfig } from '../../../src/server/config';
import { readPages } from '../../../src/server/pages';
import { CLIENT, TENANT, AUTHORITY } from '../signIn/signInTenant';
import { buildTeams } from './buildTeams';
import type { HostTest } from './host';
import type { PaneTest } from './pane';
import { until } from './until';

export type TeamsTenant = { readonly host: string; readonly pane: string; close(): void };
export type OpenTeams = {
  readonly page: Page;
  readonly frame: Frame;
  pane<T>(run: (pane: PaneTest) => T | Promise<T>): Promise<T>;
  host<T>(run: (host: HostTest) => T): Promise<T>;
  readonly complaints: readonly string[];
};

/** The smallest Teams on localhost, and the product's pages under production's own policy on a participant's origin. */
export async function startTeamsTenant(): Promise<TeamsTenant> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-teams-'));
  const scripts = await buildTeams(folder);
  const issuer = createIssuer({
    company: sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED }),
    clientId: CLIENT,
    tenantId: TENANT,
    authority: AUTHORITY,
    now: () => Date.now(),
  });
  let port = 0;
  const origin = (name: string) => `http://${name}:${port}`;
  const tokens = tokenEndpoint(issuer, { origins: () => [origin('localhost')] });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/demo/token') return void tokens(request, response);
    const name = path.basename(pathname);
    const isScript = name.endsWith('.js');
    response.setHeader('content-type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`);
    try {
      if (isScript) return void response.end(readFileSync(path.join(scripts, name)));
      if (name === 'host.html') return void response.end(readFileSync(path.join(folder, 'host.page')));
    } catch {
      return void response.writeHead(404).end();
    }
    const config: ServerConfig = {
      host: '127.0.0.1',
      port,
      files: folder,
      client: {
        graph: `${origin('localhost')}/graph/v1.0`,
        authority: AUTHORITY,
        clientId: CLIENT,
        parents: [origin('localhost')],
        balanceCap: 'persons',
      },
      hostScripts: [],
      fileOrigins: [],
    };
    const page = readPages(config).get(path.basename(name, '.html'));
    if (page === undefined) return void response.writeHead(404).end();
    response.setHeader('content-security-policy', page.policy);
    response.end(page.html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  return {
    host: origin('localhost'),
    pane: origin('irene.localhost'),
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the host page with one frame of the product in it. */
export async function openTeams(
  browser: Browser,
  tenant: TeamsTenant,
  seen: Partial<Seen> = {},
  { name = 'pane.html', mute = false }: { readonly name?: string; readonly mute?: boolean } = {},
): Promise<OpenTeams> {
  const page = await browser.newPage({ locale: 'es-ES' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const query = new URLSearchParams({
    pane: `${tenant.pane}/${name}`,
    seen: JSON.stringify(seen),
    ...(mute && { mute: '' }),
  });
  await page.goto(`${tenant.host}/host.html?${query.toString()}`);
  await page.frameLocator('iframe').locator('main').waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(tenant.pane));
  if (frame === undefined) throw new Error('the pane did not open');
  if (name.startsWith('pane.html')) await until(frame, `'cadenciaTest' in window`);
  return {
    page,
    frame,
    complaints,
    pane: (run) => frame.evaluate(`(${run.toString()})(window.cadenciaTest)`) as never,
    host: (run) => page.evaluate(`(${run.toString()})(window.cadenciaHost)`) as never,
  };
}
