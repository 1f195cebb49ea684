import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { applicationsOf } from '../app/hosts';
import { TIER_SCOPES } from '../app/tiers';
import { companyFromCalendars } from '../demo/calendars/companyFromCalendars';
import { problemText } from '../demo/calendars/problemText';
import { guidOf } from '../demo/company/naming';
import { SAMPLE_SEED, sampleCompany } from '../demo/company/sampleCompany';
import type { Company } from '../demo/company/types';
import { createGraphEmulator } from '../demo/graph/emulator';
import { TEAMS_APP_ID } from '../demo/graph/teams/apps';
import { createIssuer } from '../demo/identity/issuer';
import { serverSignIn } from '../demo/identity/serverSignIn';
import { tokenEndpoint } from '../demo/identity/tokenEndpoint';
import { meetingDoor } from '../demo/meeting/meetingHttp';
import { demoHandler, type Handle } from '../demo/server/demoHandler';
import { hostPages } from '../demo/server/hostPages';
import { listenOn, ownCertificate } from '../demo/server/listening';
import { demoOptions, type DemoOptions, DemoRefused } from '../demo/server/options';
import { createApp } from '../server/app';
import { configFrom } from '../server/config';
import { createGraphToken } from '../server/onBehalf';
import { createTokenCheck } from '../server/rooms/accessToken';
import { createRooms } from '../server/rooms/createRooms';
import { versionOf } from '../server/version';

const DIST = path.resolve(__dirname, '..');
/** Nobody calls it: signing in goes over the host's bridge, and MSAL takes no authority on plain http. */
const AUTHORITY = 'https://login.demo.localhost/organizations';
const CLIENT_ID = guidOf('demo', 'client');
const APP_ID = guidOf('demo', 'app');
const API = `api://localhost/${CLIENT_ID}`;
/** No secret: the tenant lives on this machine, and as long as this process. */
const CLIENT_SECRET = guidOf('demo', 'secret');
/** What our server asks of Graph for a person, to see who is in a chat or channel. */
const SERVER_SCOPES = ['Chat.ReadBasic', 'Channel.ReadBasic.All'];
const LOGIN = '/demo/login';

export type RunningDemo = { readonly address: string; readonly company: Company; close(): Promise<void> };

/** Starts the demo tenant in this process and says where it is; explains itself and throws when it cannot. */
export async function startDemo(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningDemo | undefined> {
  try {
    const options = demoOptions(args, environment);
    const now = clockFrom(options.startsAt);
    const company = companyOf(options, now);
    const problems = company.problems.map((problem) => problemText(problem, options.language));
    if (company.people.length === 0) throw new DemoRefused(problems.join('\n'));
    problems.forEach(say);
    const running = await run(options, company, now);
    say(`${company.name}: ${running.address}`);
    return running;
  } catch (error) {
    if (!(error instanceof DemoRefused)) throw error;
    process.stderr.write(`✗ ${error.message}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** The tenant's clock: it runs from a given moment, or it is this machine's. */
function clockFrom(startsAt: number | undefined): () => number {
  const ahead = startsAt === undefined ? 0 : startsAt - Date.now();
  return () => Date.now() + ahead;
}

function companyOf({ calendars }: DemoOptions, now: () => number): Company {
  const today = new Date(now()).toISOString().slice(0, 10);
  return calendars === undefined
    ? sampleCompany({ today, seed: SAMPLE_SEED })
    : companyFromCalendars(calendars, { today });
}

async function run(options: DemoOptions, company: Company, now: () => number): Promise<RunningDemo> {
  const { https, language } = options;
  const secure = https ? await ownCertificate(Date.now()) : undefined;
  const host = await listenOn(options.port, secure, language);
  // Office.js wants a pane of its host's own name: another port is another origin all the same.
  const panes = https
    ? await listenOn(options.port === 0 ? 0 : options.port + 1, secure, language)
    : undefined;
  // Our own server calls Graph and the sign-in, and trusts no certificate that a run made for itself.
  const inside = https ? await listenOn(0, undefined, language) : host;
  const scheme = https ? 'https' : 'http';
  const hostOrigin = `${scheme}://localhost:${host.port}`;
  const filesOrigin = `${scheme}://files.localhost:${host.port}`;
  const graph = `${hostOrigin}/graph/v1.0`;

  const issuer = createIssuer({
    company,
    clientId: CLIENT_ID,
    tenantId: guidOf(company.domain, 'tenant'),
    authority: AUTHORITY,
    administrators: [administratorOf(company)],
    now,
  });
  const emulator = createGraphEmulator({
    company,
    now,
    base: graph,
    filesOrigin,
    verify: (bearer) => issuer.verify(bearer),
    appId: APP_ID,
    ...(options.graphLog !== undefined && { log: options.graphLog }),
  });
  // The product is told everything as in a real tenant: by its environment alone.
  const settings = {
    PORT: String(host.port),
    GRAPH_BASE: graph,
    AUTHORITY,
    CLIENT_ID,
    PARENT_ORIGINS: hostOrigin,
    FILE_ORIGINS: filesOrigin,
    HOST_SCRIPTS: https ? OFFICE_JS.map((file) => `/office/${file}`).join(' ') : `${hostOrigin}/standIn.js`,
    TENANT_ID: issuer.tenantId,
    CLIENT_SECRET,
    API_SCOPE: `${API}/access_as_user`,
    IDENTITY_BASE: `http://localhost:${inside.port}${LOGIN}`,
    TEAMS_APP: TEAMS_APP_ID,
    // Everything can be seen here; what a company allows is its administrator's word.
    BALANCE_CAP: 'persons',
    ...(company.team !== undefined && { HOME_SITE: company.team.siteId }),
  };
  const roomsFolder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-rooms-'));
  const forget = () => rmSync(roomsFolder, { recursive: true, force: true });
  process.once('exit', forget);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
  const config = configFrom({ ...settings, ROOMS_FOLDER: roomsFolder }, path.join(DIST, 'client'));
  const rooms =
    config.rooms &&
    createRooms(
      { ...config.rooms, graph: `http://localhost:${inside.port}/graph/v1.0` },
      { now, log: () => undefined },
    );
  const app = await createApp(config, {
    isReady: () => rooms?.ready() ?? true,
    now,
    near: rooms?.near,
    graphToken:
      config.rooms &&
      createGraphToken({
        tokens: createTokenCheck(config.rooms),
        identity: config.rooms,
        applications: applicationsOf(config.rooms.clientId),
        tiers: TIER_SCOPES,
        now,
      }),
    rooms,
    version: versionOf(config.files),
  });
  await app.ready();
  const product: Handle = (request, response) => app.routing(request, response);
  const shown = ({ id, key, name, mail, zone, language: speaks }: (typeof company.people)[number]) => {
    const area = company.areas.find(({ people }) => people.includes(id))?.name;
    return { id, key, name, mail, zone, language: speaks, ...(area !== undefined && { area }) };
  };
  const handler = demoHandler({
    graph: (request, response) => emulator.handle(request, response),
    faults: (request, response) => emulator.handleFaults(request, response),
    files: (request, response) => emulator.handleFile(request, response),
    token: tokenEndpoint(issuer, { origins: [hostOrigin] }),
    login: serverSignIn(issuer, {
      clientSecret: CLIENT_SECRET,
      graphScopes: SERVER_SCOPES,
      below: LOGIN,
      wantsPerson: (personId) =>
        emulator.faults.strike('interaction', { method: 'POST', path: '/token', personId }) !== undefined,
    }),
    meeting: meetingDoor({ company, now, emulator }),
    pages: hostPages(path.join(DIST, 'demo')),
    config: () => ({
      company: company.name,
      people: company.people.filter(({ guest }) => !guest).map(shown),
      guests: company.people.filter(({ guest }) => guest).map(shown),
      organiser: company.organiser,
      administrator: administratorOf(company),
      graph,
      appId: APP_ID,
      paneOrigin:
        options.product ??
        (panes === undefined ? `http://{key}.localhost:${host.port}` : `https://localhost:${panes.port}`),
      // What a product server of its own is started with.
      settings,
      office: https ? 'real' : 'standIn',
      now: now(),
    }),
    product,
    participants: new Set(company.people.map(({ key }) => key)),
  });
  host.answerWith(handler);
  if (inside !== host) inside.answerWith(handler);
  panes?.answerWith(withOffice(product));
  for (const { server } of panes === undefined ? [host] : [host, panes])
    server.on('upgrade', (request, socket, head) => rooms?.upgrade(request, socket, head));
  return {
    address: hostOrigin,
    company,
    async close() {
      await rooms?.close();
      forget();
      process.off('exit', forget);
      const servers = new Set([host, inside, ...(panes === undefined ? [] : [panes])]);
      await Promise.all(
        [...servers].map(({ server }) => {
          server.closeAllConnections();
          return new Promise<void>((done) => server.close(() => done()));
        }),
      );
      await app.close();
    },
  };
}

/** Who looks after the sample company's systems; of somebody's own calendars it is whoever plans. */
const administratorOf = ({ people, organiser }: Company): string =>
  people.find(({ key }) => key === 'hugo')?.id ?? organiser;

/** Microsoft's own library from the package that tests use; production loads it from Microsoft's network. */
const OFFICE_FILES = path.resolve(DIST, '../node_modules/@microsoft/office-js/dist');
const OFFICE_JS = ['officeBefore.js', 'office.js'];

function withOffice(product: Handle): (request: IncomingMessage, response: ServerResponse) => void {
  const before = hostPages(path.join(DIST, 'demo'));
  const office = hostPages(OFFICE_FILES);
  return (request, response) => {
    if (request.url?.startsWith('/office/')) {
      request.url = request.url.slice('/office'.length);
      if (before(request, response) || office(request, response)) return;
    }
    void product(request, response);
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
