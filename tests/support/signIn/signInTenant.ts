import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { applicationsOf } from '../../../src/app/hosts';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import type { Company } from '../../../src/demo/company/types';
import { answerJson, bodyOf } from '../../../src/demo/identity/answering';
import { createIssuer, issuerOf, type Issuer } from '../../../src/demo/identity/issuer';
import { serverSignIn } from '../../../src/demo/identity/serverSignIn';
import { tokenEndpoint } from '../../../src/demo/identity/tokenEndpoint';
import type { ServerConfig } from '../../../src/server/config';
import { createGraphToken } from '../../../src/server/onBehalf';
import { readPages } from '../../../src/server/pages';
import { createTokenCheck } from '../../../src/server/rooms/accessToken';
import { buildPanes } from './buildPanes';

export const TENANT = '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10';
export const CLIENT = '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';
const SECRET = 'a secret of the test';
export const AUTHORITY = 'https://login.valdeolmo.example/organizations';

export type SignInTenant = {
  readonly issuer: Issuer;
  /** The scope of our own server. */
  readonly api: string;
  readonly company: Company;
  /** 'http://localhost:PORT', where the host page lives. */
  readonly host: string;
  /** 'http://ana.localhost:PORT', where the pane lives. */
  readonly pane: string;
  /** What the pages are told; changes at the next page. */
  settings: {
    parents: readonly string[];
    /** Whether our server changes tokens: then the pages know its scope. */
    server: boolean;
    /** How often the sign-in service still wants another proof before it gives our server a token. */
    wantsProof: number;
  };
  close(): void;
};

/** A server of the host page, the pane under production's own policy, and the token endpoint. */
export async function startSignInTenant(): Promise<SignInTenant> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-sign-in-'));
  const scripts = await buildPanes(folder);
  const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
  const issuer = createIssuer({
    company,
    clientId: CLIENT,
    tenantId: TENANT,
    authority: AUTHORITY,
    now: () => Date.now(),
  });
  let port = 0;
  const origin = (name: string) => `http://${name}:${port}`;
  const tokens = tokenEndpoint(issuer, { origins: () => [origin('localhost')] });
  const settings = { parents: [] as readonly string[], server: false, wantsProof: 0 };
  const api = `api://localhost/${CLIENT}/access_as_user`;
  const login = serverSignIn(issuer, {
    clientSecret: SECRET,
    graphScopes: [],
    wantsPerson: () => (settings.wantsProof > 0 ? (settings.wantsProof--, true) : false),
    below: '/login',
  });
  const graphToken = () => {
    const rules = {
      issuer: issuerOf(AUTHORITY, TENANT),
      tenant: TENANT,
      clientId: CLIENT,
      api,
      keys: `${origin('localhost')}/login/${TENANT}/discovery/v2.0/keys`,
    };
    return createGraphToken({
      tokens: createTokenCheck(rules),
      identity: {
        tokenEndpoint: `${origin('localhost')}/login/${TENANT}/oauth2/v2.0/token`,
        clientId: CLIENT,
        clientSecret: SECRET,
        graph: `${origin('localhost')}/graph/v1.0`,
      },
      applications: applicationsOf(CLIENT),
      tiers: TIER_SCOPES,
      now: () => Date.now(),
    });
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/demo/token') return void tokens(request, response);
    if (pathname.startsWith('/login/')) return void login(request, response);
    if (pathname === '/graph-token' && request.method === 'POST') {
      return void (async () => {
        const body = JSON.parse(await bodyOf(request)) as unknown;
        const { status, body: said } = await graphToken()(request.headers.authorization, body);
        answerJson(response, status, said);
      })();
    }
    const name = path.basename(pathname);
    if (name.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript');
      return void response.end(readFileSync(path.join(scripts, name)));
    }
    if (name === 'host.html') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(readFileSync(path.join(folder, 'host.page')));
    }
    // As the real server: frame-ancestors are the hosts, so the test's host must be framed as a parent.
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
        ...(settings.server && { api }),
      },
      hostScripts: [],
      fileOrigins: [],
    };
    const page = readPages(config).get(path.basename(name, '.html'));
    if (page === undefined) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', page.policy);
    const parents = JSON.stringify(settings.parents);
    response.end(page.html.replace(/"parents":\[.*?\]/, () => `"parents":${parents}`));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  settings.parents = [origin('localhost')];
  return {
    issuer,
    api,
    company,
    host: origin('localhost'),
    pane: origin('ana.localhost'),
    settings,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
