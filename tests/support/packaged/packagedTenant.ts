import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { generate } from 'selfsigned';
import type { Tier } from '../../../src/app/ports/failure';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { guidOf } from '../../../src/demo/company/naming';
import { SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import type { Company } from '../../../src/demo/company/types';
import { createGraphEmulator, type GraphEmulator } from '../../../src/demo/graph/emulator';
import { TEAMS_APP_ID } from '../../../src/demo/graph/teams/apps';
import { API_SCOPE_NAME, createIssuer } from '../../../src/demo/identity/issuer';
import { serverSignIn } from '../../../src/demo/identity/serverSignIn';
import { createSampleMeeting, type SampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import type { SeenChannel } from '../../../src/demo/teams/protocol/seen';
import { windowOf } from '../../../src/demo/meeting/tenant';
import { type GraphEvent, openedOf } from '../../../src/demo/outlook/graphEvent';
import { bundled } from '../bundle';
import { WALK_STARTS } from '../demoTenant';
import { ROOT } from '../root';
import { type Front, openFront, proxyTo, type Site } from './front';
import { loginSite } from './loginSite';
import type { PackagedManifest } from './manifestPages';
import * as names from './names';
import type { ReadAppointment } from './outlookPage';
import { ajaxSite, hostSite, officeSite, teamsListSite } from './sites';

const CLIENT = '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';
const SECRET = guidOf('packaged', 'secret');

export type PackagedTenant = {
  /** What the package holds: its manifest, and all files by their names. */
  readonly manifest: PackagedManifest;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The team's only channel, as Teams tells a tab of it. */
  readonly place: SeenChannel;
  /** The organiser's weekly of twelve weeks that begins now. */
  readonly meeting: SampleMeeting;
  /** Today's session as it stands in Bruno's calendar, who was invited to it. */
  readonly invitation: ReadAppointment;
  readonly emulator: GraphEmulator;
  readonly front: Front;
  /** The one of every name, which nobody but this run trusts. */
  readonly certificate: string;
  /** What a browser is started with, so that every name leads to the front. */
  readonly browserArgs: readonly string[];
  /** How far the tenant's clock is ahead of this machine's. */
  readonly ahead: number;
  /** Parts of the outer world that a test may change. */
  readonly world: {
    /** Whether Outlook brings the bridge of nested app authentication. */
    bridge: boolean;
    /** Takes the policy away from our pages, as a proxy might that knows better. */
    withoutPolicy: boolean;
  };
  /** The scope of our server, as Entra writes it. */
  readonly api: string;
  /** The organisation consents to these tiers and to nothing else; our own server's scope goes with the live one. */
  consentTo(tiers: readonly Tier[]): void;
  /** What the product wrote. */
  said(): string;
  stop(): Promise<void>;
};

/** The package as an administrator makes it, the server as an operator runs it, and Microsoft around both. */
export async function startPackagedTenant(): Promise<PackagedTenant> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-packaged-'));
  const zip = path.join(folder, 'cadencia.zip');
  const ahead = Date.parse(WALK_STARTS) - Date.now();
  const now = () => Date.now() + ahead;
  const [certificate, scripts] = await Promise.all([
    certificateFor([...names.EXPECTED, names.EVIL].map(names.nameOf)),
    bundled('pages'),
    promisify(execFile)(process.execPath, [
      ...[path.join(ROOT, 'src/tools/package.mjs'), '--host', names.HOST],
      ...['--client-id', CLIENT, '--out', zip],
    ]),
  ]);
  const files = unzipSync(readFileSync(zip));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as PackagedManifest;

  const company = sampleCompany({ today: WALK_STARTS.slice(0, 10), seed: SAMPLE_SEED });
  const tenantId = guidOf(company.domain, 'tenant');
  const issuer = createIssuer({
    company,
    clientId: CLIENT,
    tenantId,
    authority: `${names.LOGIN}/${tenantId}`,
    now,
  });
  const emulator = createGraphEmulator({
    company,
    now,
    base: `${names.GRAPH}/v1.0`,
    filesOrigin: names.FILES,
    verify: (bearer) => issuer.verify(bearer),
    appId: manifest.id,
  });
  const meeting = await createSampleMeeting(
    { company, now, emulator },
    { start: Math.floor(now() / 60_000) * 60_000, language: 'es', adHoc: false, guest: false, history: true },
  );

  const api = `api://${names.HOST}/${CLIENT}/${API_SCOPE_NAME}`;
  const world = { bridge: true, withoutPolicy: false };
  let port = 0;
  const ours = proxyTo(
    () => port,
    ({ 'content-security-policy': policy, ...headers }) =>
      world.withoutPolicy || policy === undefined
        ? headers
        : { ...headers, 'content-security-policy': policy },
  );
  const login = serverSignIn(issuer, {
    clientSecret: SECRET,
    graphScopes: Object.values(TIER_SCOPES).flat(),
    below: '',
  });
  const sites: readonly (readonly [string, Site])[] = [
    [names.OURS, ours],
    [names.LOGIN, loginSite(issuer, company, login)],
    [names.GRAPH, { answer: (request, response) => emulator.handle(request, response) }],
    [names.FILES, { answer: (request, response) => emulator.handleFile(request, response) }],
    [names.TEAMS_LIST, teamsListSite],
    [names.OFFICE_SCRIPTS, officeSite(scripts, () => world.bridge)],
    [names.AJAX, ajaxSite(scripts)],
    ...[...names.PARENTS, names.EVIL].map((one) => [one, hostSite(issuer, scripts, one)] as const),
  ];
  const front = await openFront(
    certificate,
    new Map(sites.map(([origin, site]) => [names.nameOf(origin), site])),
    now,
  );
  writeFileSync(path.join(folder, 'ca.pem'), certificate.cert);
  writeFileSync(path.join(folder, 'clock'), String(ahead));
  writeFileSync(path.join(folder, 'secret'), SECRET, { mode: 0o600 });
  const product = startProduct({
    PORT: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    AUTHORITY: issuer.authority,
    CLIENT_ID: CLIENT,
    TENANT_ID: tenantId,
    CLIENT_SECRET_FILE: path.join(folder, 'secret'),
    API_SCOPE: api,
    ROOMS_FOLDER: path.join(folder, 'rooms'),
    TEAMS_APP: TEAMS_APP_ID,
    ...(company.team !== undefined && { HOME_SITE: company.team.siteId }),
    // What a machine in the internet has by itself: names that lead somewhere, roots, the right time.
    NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
    SENT_HOME: String(front.port),
    MOVED_CLOCK: path.join(folder, 'clock'),
  });
  port = await product.port;

  return {
    manifest,
    files,
    meeting,
    place: await placeOf(company, emulator),
    invitation: await invitationOf(company, emulator, meeting),
    emulator,
    front,
    certificate: certificate.cert,
    browserArgs: [`--host-resolver-rules=MAP * 127.0.0.1:${front.port}`, '--ignore-certificate-errors'],
    ahead,
    world,
    api,
    consentTo(tiers) {
      issuer.consent.withdraw([...Object.values(TIER_SCOPES).flat(), API_SCOPE_NAME]);
      issuer.consent.grant(tiers.flatMap((tier) => TIER_SCOPES[tier]));
      if (tiers.includes('live')) issuer.consent.grant([API_SCOPE_NAME]);
    },
    said: product.said,
    async stop() {
      await product.stop();
      front.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built server, told everything by its environment; `port` is where it says that it listens. */
function startProduct(settings: Readonly<Record<string, string>>) {
  const preload = ['movedClock.cjs', 'packaged/sentHome.cjs'].map(
    (file) => `--require ${path.join(ROOT, 'tests/support', file)}`,
  );
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'dist/server/server.cjs')], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: preload.join(' '), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const port = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listens at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    port,
    said: () => said,
    stop: () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.on('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function placeOf({ team, organiser }: Company, emulator: GraphEmulator): Promise<SeenChannel> {
  if (team === undefined) throw new Error('the company has no team');
  const { body } = await emulator.act(organiser, 'GET', `/teams/${team.id}/channels`);
  const [channel] = (body as { readonly value: readonly { id: string; displayName: string }[] }).value;
  if (channel === undefined) throw new Error('the team has no channel');
  const { id, displayName } = channel;
  return { group: team.groupId, teamName: team.name, channel: id, channelName: displayName };
}

async function invitationOf(
  { people }: Company,
  emulator: GraphEmulator,
  { joinUrl, start }: SampleMeeting,
): Promise<ReadAppointment> {
  const bruno = people.find(({ key }) => key === 'bruno');
  if (bruno === undefined) throw new Error('nobody of that name');
  const window = windowOf(Date.parse(start), Date.parse(start) + 60_000);
  const { body } = await emulator.act(bruno.id, 'GET', `/me/calendarView?${window}&$top=100`);
  const { value } = body as { readonly value: readonly GraphEvent[] };
  const event = value.find(({ onlineMeeting }) => onlineMeeting?.joinUrl === joinUrl);
  if (event === undefined) throw new Error('Bruno was not invited');
  const { organiser, state } = openedOf(event, 'Etc/UTC', '', undefined);
  return { reader: { name: bruno.name, mail: bruno.mail }, organiser, state };
}

async function certificateFor(hosts: readonly string[]) {
  const made = await generate([{ name: 'commonName', value: names.HOST }], {
    notBeforeDate: new Date(Date.now() - 3 * 86_400_000),
    notAfterDate: new Date(Date.now() + 30 * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  return { key: made.private, cert: made.cert };
}
