import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import type { GraphEmulator } from '../../../src/demo/graph/emulator';
import { createGraphEmulator } from '../../../src/demo/graph/emulator';
import { createIssuer } from '../../../src/demo/identity/issuer';
import { tokenEndpoint } from '../../../src/demo/identity/tokenEndpoint';
import { meetingDoor } from '../../../src/demo/meeting/meetingHttp';
import { hostPages } from '../../../src/demo/server/hostPages';
import { readPages } from '../../../src/server/pages';
import { bundled } from '../bundle';
import { AUTHORITY, CLIENT, TENANT } from '../signIn/signInTenant';
import { buildTeams } from './buildTeams';

export type TeamsDemo = {
  readonly origin: string;
  readonly emulator: GraphEmulator;
  /** Makes the trial meeting; answers its chat. */
  begin(): Promise<string>;
  /** Puts the app and its tab into the meeting, as Irene. */
  install(chat: string): Promise<void>;
  /** Moves the tenant's clock. */
  later(seconds: number): void;
  close(): void;
};

/** Tuesday 2026-11-24, 10:07 in Madrid. */
export const NOW = Date.UTC(2026, 10, 24, 9, 7);
const APP = '00000000-0000-0000-0000-00000000cade';

/** Small pages of the hosts' adapters stand for those of the product. */
const PANES: Readonly<Record<string, string>> = {
  'meeting.html': 'pane',
  'channel.html': 'tabPane',
  'personal.html': 'tabPane',
};

export type BuiltTeams = { readonly demo: string; readonly product: string; readonly scripts: string };

/** The built pages: the demo's own, and of the product the page that adds the tab and a stand-in for the meeting. */
export async function buildTeamsDemo(): Promise<BuiltTeams> {
  const product = mkdtempSync(path.join(os.tmpdir(), 'cadencia-teams-'));
  return { demo: await bundled('demo'), product, scripts: await buildTeams(product) };
}

/** The tenant as far as the host page meets it: its own pages, the emulator of Graph, tokens, the meetings' door. */
export async function startTeamsDemo(built: BuiltTeams): Promise<TeamsDemo> {
  const company = sampleCompany({ today: '2026-11-24', seed: SAMPLE_SEED });
  let ahead = 0;
  const now = () => NOW + ahead;
  const issuer = createIssuer({
    company,
    clientId: CLIENT,
    tenantId: TENANT,
    authority: AUTHORITY,
    now: () => Date.now(),
  });
  const pages = hostPages(built.demo);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const graph = `${origin}/graph/v1.0`;
  const emulator = createGraphEmulator({
    company,
    now,
    base: graph,
    filesOrigin: `http://files.localhost:${port}`,
    verify: (bearer) => issuer.verify(bearer),
    appId: APP,
  });
  const tokens = tokenEndpoint(issuer, { origins: [origin] });
  const door = meetingDoor({ company, now, emulator });
  const config = {
    company: company.name,
    people: company.people
      .filter(({ guest }) => !guest)
      .map(({ id, key, name, mail, zone, language }) => {
        const area = company.areas.find(({ people }) => people.includes(id))?.name;
        return { id, key, name, mail, zone, language, ...(area !== undefined && { area }) };
      }),
    organiser: company.organiser,
    graph,
    appId: APP,
    paneOrigin: `http://{key}.localhost:${port}`,
    office: 'standIn',
    now: NOW,
  };
  const product = () =>
    readPages({
      host: '127.0.0.1',
      port,
      files: built.product,
      client: {
        graph,
        authority: AUTHORITY,
        clientId: CLIENT,
        parents: [origin],
        balanceCap: 'persons',
        ...(company.team !== undefined && { homeSite: company.team.siteId }),
      },
      hostScripts: [],
      fileOrigins: [`http://files.localhost:${port}`],
    });

  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    if (request.headers.host === `files.localhost:${port}`)
      return void emulator.handleFile(request, response);
    if (request.headers.host !== `localhost:${port}`) {
      const name = path.basename(pathname);
      const file = path.join(built.scripts, name);
      if (name.endsWith('.js') && existsSync(file)) {
        response.setHeader('content-type', 'text/javascript');
        return void response.end(readFileSync(file));
      }
      const page = product().get(PANES[name] ?? path.basename(name, '.html'));
      if (page === undefined) return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', page.policy);
      return void response.end(page.html);
    }
    if (pathname.startsWith('/graph/')) return void emulator.handle(request, response);
    if (pathname === '/demo/token') return void tokens(request, response);
    if (/^\/demo\/(meeting|call|transcript|switches)/.test(pathname)) return void door(request, response);
    if (pathname === '/demo/config') {
      response.setHeader('content-type', 'application/json');
      return void response.end(JSON.stringify(config));
    }
    if (!pages(request, response)) response.writeHead(404).end();
  });
  return {
    origin,
    emulator,
    async begin() {
      const made = await fetch(`${origin}/demo/meeting`, { method: 'POST', body: '{"start":"now"}' });
      return ((await made.json()) as { chat: string }).chat;
    },
    async install(chat) {
      emulator.apps.install(chat);
      emulator.apps.addTab(chat, 'Cadencia', {
        entityId: 'cadencia',
        contentUrl: `http://irene.localhost:${port}/meeting.html`,
      });
    },
    later: (seconds) => void (ahead += seconds * 1000),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Takes the pages away that were made for this suite alone. */
export const forgetBuilt = (built: BuiltTeams | undefined): void => {
  if (built !== undefined) rmSync(built.product, { recursive: true, force: true });
};
