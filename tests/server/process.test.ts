import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import * as Y from 'yjs';
import { CLOSE } from '../../src/room/closeCodes';
import { addEntry, notesOf } from '../../src/room/document';
import { connect, mainOf, until, type Client } from './rooms/client';
import { API, startTenant, type Tenant } from './rooms/tenant';
import { runServer, type RunningServer } from './runServer';

const DAY = 86_400_000;
const place = mkdtempSync(path.join(os.tmpdir(), 'cadencia-process-'));
const pages = path.join(place, 'client');
const servers: RunningServer[] = [];
const clients: Client[] = [];
let tenant: Tenant;

beforeAll(async () => {
  ['assets', 'icons'].forEach((name) => mkdirSync(path.join(pages, name), { recursive: true }));
  writeFileSync(path.join(pages, 'compose.html'), '<!-- cadencia: what the server knows -->');
  tenant = await startTenant();
});
afterEach(() => {
  clients.splice(0).forEach((one) => one.end());
  servers.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
});
afterAll(async () => {
  await tenant.close();
  rmSync(place, { recursive: true });
});

function run(changed: Readonly<Record<string, string>> = {}, args: readonly string[] = []): RunningServer {
  const { config, origin } = tenant;
  const running = runServer(
    {
      TEST_FILES: pages,
      PORT: '0',
      // The issuer's name in tokens; keys and tokens come from IDENTITY_BASE.
      AUTHORITY: 'https://login.demo.localhost/organizations',
      CLIENT_ID: config.clientId,
      TENANT_ID: config.tenant,
      CLIENT_SECRET: config.clientSecret,
      API_SCOPE: API,
      GRAPH_BASE: config.graph,
      IDENTITY_BASE: `${origin}/login`,
      ROOMS_FOLDER: path.join(place, 'rooms'),
      ...changed,
    },
    args,
  );
  servers.push(running);
  return running;
}
let serial = 0;
const newRoom = () => ({
  place: { kind: 'chat' as const, chat: tenant.chat.id },
  start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
});
async function enter(port: number, name: string, person: string) {
  const client = connect(`ws://127.0.0.1:${port}/rooms`, name, await tenant.token(person));
  clients.push(client);
  await client.synced();
  return client;
}
const write = ({ doc }: Client, id: string, by: string) =>
  addEntry({ main: doc, internal: new Y.Doc() }, 'problem', {
    id,
    title: 'Leads go cold',
    by,
    area: 'sales',
    readings: [],
  });
const idsIn = ({ doc }: Client) => [...notesOf(doc, 'problem').keys()].sort();

test('SV10 a start with mistakes tells all of them, each in a sentence, and ends; so does looking at the settings', async () => {
  for (const args of [[], ['--check-config']]) {
    const server = run({ CLIENT_ID: 'x', API_SCOPE: 'y', CLIENT_SECRET: 'very secret' }, args);
    expect(await server.ended()).toBe(1);
    expect(server.said()).toMatch(/^✗ Cadencia does not start: its settings have 2 mistakes\.$/m);
    expect(server.said()).toMatch(/^✗ CLIENT_ID is malformed\. It is .+ Example: CLIENT_ID=\S+$/m);
    expect(server.said()).toMatch(/^✗ API_SCOPE is malformed\. /m);
    expect(server.said()).not.toContain('very secret');
  }
  const good = run({}, ['--check-config']);
  expect([await good.ended(), good.said()]).toEqual([0, 'The settings are good.\n']);
  const nowhere = run({ HOST: 'nowhere.invalid', ROOMS_FOLDER: path.join(place, 'nobody') });
  expect(await nowhere.ended()).toBe(1);
  expect(nowhere.said()).toMatch(/^✗ HOST is malformed\. It is the address where it listens\./m);
  const damaged = path.join(place, 'damaged');
  mkdirSync(damaged);
  writeFileSync(path.join(damaged, 'rooms.db'), 'no rooms '.repeat(1000));
  const broken = run({ ROOMS_FOLDER: damaged });
  expect(await broken.ended()).toBe(1);
  expect(broken.said()).toMatch(/^✗ A file in ROOMS_FOLDER is damaged: restore a back-up/m);
  rmSync(path.join(damaged, 'rooms.db'));
  mkdirSync(path.join(damaged, 'rooms.db'));
  const closed = run({ ROOMS_FOLDER: damaged });
  expect(await closed.ended()).toBe(1);
  expect(closed.said()).toMatch(/^✗ ROOMS_FOLDER or the file of the back-up cannot be opened/m);
  rmSync(path.join(damaged, 'rooms.db'), { recursive: true });
  writeFileSync(path.join(damaged, 'rooms.db'), '');
  const elsewhere = run({ ROOMS_FOLDER: damaged }, ['--back-up', '/nowhere/copy.db']);
  expect(await elsewhere.ended()).toBe(1);
  expect(elsewhere.said()).toMatch(/^✗ ROOMS_FOLDER or the file of the back-up cannot be opened or written/m);
  const unknown = run({ LANG: 'es_ES.UTF-8' }, ['--chek']);
  expect(await unknown.ended()).toBe(1);
  expect(unknown.said()).toMatch(/^✗ Opciones que existen: --check-config/);
});

test('SV16 two servers on one folder, or on one port, are refused with a sentence; a killed one leaves no lock', async () => {
  const first = run();
  await first.listening();
  for (const file of [path.join(place, 'nowhere'), place]) {
    const restoring = run({}, ['--restore', file]);
    expect(await restoring.ended()).toBe(1);
    expect(restoring.said()).toMatch(/^✗ The file is no back-up/);
  }
  const port = run({ PORT: String(first.port()), ROOMS_FOLDER: path.join(place, 'other') });
  expect(await port.ended()).toBe(1);
  expect(port.said()).toMatch(/✗ Port \d+ is taken: stop the other program, or choose another port\./);
  const second = run();
  expect(await second.ended()).toBe(1);
  expect(second.said()).toMatch(/^✗ Another server of Cadencia uses ROOMS_FOLDER: stop it first/m);
  first.child.kill('SIGKILL');
  await first.ended();
  const third = run();
  await third.listening();
  expect(third.port()).toBeGreaterThan(0);
});

test('SV17 a back-up of a room that is in use holds what was acknowledged, and is put back', async () => {
  const [ana] = tenant.people.map(({ id }) => id) as [string];
  const name = mainOf(newRoom());
  const first = run();
  await first.listening();
  const client = await enter(first.port(), name, ana);
  write(client, 'p1', ana);
  await client.saved();
  const file = path.join(place, 'copy.db');
  const made = run({}, ['--back-up', file]);
  expect([await made.ended(), made.said()]).toEqual([
    0,
    expect.stringMatching(/^Back-up made: \d+ rooms\.$/m),
  ]);
  const again = run({}, ['--back-up', file]);
  expect(await again.ended()).toBe(1);
  write(client, 'p2', ana);
  await client.saved();
  const tooEarly = run({}, ['--restore', file]);
  expect(await tooEarly.ended()).toBe(1);
  expect(tooEarly.said()).toMatch(/^✗ Another server of Cadencia uses/);
  client.end();
  first.child.kill('SIGTERM');
  expect(await first.ended()).toBe(0);
  const put = run({}, ['--restore', file]);
  expect([await put.ended(), put.said()]).toEqual([0, expect.stringMatching(/^Rooms restored: \d+\./)]);
  const after = run();
  await after.listening();
  expect(idsIn(await enter(after.port(), name, ana))).toEqual(['p1']);
});

test('SV18 a new process takes over from the old one in the middle of a meeting: all are in step, nothing is lost', async () => {
  const people = tenant.people.slice(0, 3).map(({ id }) => id);
  const name = mainOf(newRoom());
  const before = run();
  await before.listening();
  const port = before.port();
  const all = await Promise.all(people.map((person) => enter(port, name, person)));
  all.forEach((client, at) => write(client, `a${at}`, people[at] as string));
  await Promise.all(all.map((client) => client.saved()));
  before.child.kill('SIGTERM');
  // Started while the old one still has the folder; written into while nobody serves.
  const after = run({ PORT: String(port) });
  all.forEach((client, at) => write(client, `b${at}`, people[at] as string));
  expect(await before.ended()).toBe(0);
  await after.listening();
  const expected = ['a0', 'a1', 'a2', 'b0', 'b1', 'b2'];
  await until(() => all.every((client) => idsIn(client).length === expected.length), 20_000);
  all.forEach((client) => expect(idsIn(client)).toEqual(expected));
  expect(all.map(({ closed }) => closed[0])).toEqual(people.map(() => CLOSE.goingAway));
});

test('SV13 nothing that a whole walk writes to the log or the metrics is personal', async () => {
  const { organiser } = tenant;
  const server = run({ METRICS_PORT: '0' });
  await server.listening();
  const name = mainOf(newRoom());
  const client = await enter(server.port(), name, organiser);
  write(client, 'p1', organiser);
  await client.saved();
  const seed = {
    about: { title: 'Weekly of Ana', kind: 'weekly', language: 'es', zone: 'UTC', series: null, areas: [] },
    start: tenant.now(),
    chair: organiser,
    people: [{ id: organiser, name: 'Ana', area: 'a0', role: 'key' }],
    items: [{ id: 'i0', kind: 'topic', title: 'Leads go cold', minutes: 30 }],
    problems: [],
    tasks: [],
  } as const;
  expect(await client.command({ kind: 'seed', seed })).not.toHaveProperty('refused');
  expect(await client.command({ kind: 'start' })).not.toHaveProperty('refused');
  const outside = connect(
    `ws://127.0.0.1:${server.port()}/rooms`,
    name,
    await tenant.token(tenant.stranger?.id as string),
  );
  clients.push(outside);
  await until(() => outside.denied.length > 0);
  const token = await tenant.token(organiser);
  const base = `http://127.0.0.1:${server.port()}`;
  await fetch(`${base}/compose.html?mail=ana@contoso.example`);
  await fetch(`${base}/ana@contoso.example`);
  await fetch(`${base}/rooms/near`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ place: { kind: 'chat', chat: tenant.chat.id } }),
  });
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort(server)}/metrics`)).text();
  expect(metrics).toMatch(/cadencia_commands_total\{answer="done"\} [1-9]/);
  expect(metrics).toMatch(/cadencia_denied_total\{code="notMember"\} 1/);
  client.end();
  outside.end();
  server.child.kill('SIGTERM');
  expect(await server.ended()).toBe(0);
  const lines = server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(new Set(lines.map((line) => (JSON.parse(line) as { event: string }).event))).toEqual(
    new Set(['keys', 'metrics', 'roomOpened', 'denied', 'closed', 'request', 'roomClosed']),
  );
  const personal = [
    ...tenant.company.people.flatMap(({ id, name: called, mail }) => [id, called, mail]),
    ...token.split('.'),
    tenant.chat.id,
    name,
    tenant.config.clientSecret,
    'Leads',
    'Weekly',
    'contoso',
  ];
  for (const text of [server.said(), metrics])
    for (const one of personal) expect(text.toLowerCase()).not.toContain(one.toLowerCase());
});

const metricsPort = (server: RunningServer) =>
  Number(/"event":"metrics","count":(\d+)/.exec(server.said())?.[1]);

test('SV11 the server ends TLS by itself, takes a renewed certificate at SIGHUP, and says that one ends soon', async () => {
  const certFile = path.join(place, 'cert.pem');
  const keyFile = path.join(place, 'key.pem');
  const renew = async (days: number) => {
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      notBeforeDate: new Date(Date.now() - DAY),
      notAfterDate: new Date(Date.now() + days * DAY),
    });
    writeFileSync(keyFile, made.private);
    writeFileSync(certFile, made.cert);
  };
  const ask = (port: number) =>
    new Promise<{ days: number; hsts: unknown; body: string }>((done, fail) => {
      const options = { host: '127.0.0.1', port, path: '/readyz', rejectUnauthorized: false, agent: false };
      request(options, (answer) => {
        const { valid_to } = (answer.socket as TLSSocket).getPeerCertificate();
        let body = '';
        answer.on('data', (data: Buffer) => (body += data.toString()));
        answer.on('end', () => {
          const days = Math.round((Date.parse(valid_to) - Date.now()) / DAY);
          done({ days, hsts: answer.headers['strict-transport-security'], body });
        });
      })
        .on('error', fail)
        .end();
    });
  await renew(5);
  const server = run({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile });
  await server.listening();
  expect(server.said()).toMatch(/^Cadencia listens at https:/m);
  expect(server.said()).toMatch(/^! The certificate in TLS_CERT_FILE expires in [45] days/m);
  const before = await ask(server.port());
  expect([before.days, before.hsts]).toEqual([5, 'max-age=31536000']);
  expect(before.body).toMatch(/"certificateDays":[45]\}/);
  await renew(80);
  server.child.kill('SIGHUP');
  await until(() => server.said().includes('"code":"taken"'));
  expect((await ask(server.port())).days).toBe(80);
  writeFileSync(certFile, 'half a file');
  server.child.kill('SIGHUP');
  await until(() => server.said().includes('The new certificate is no good'));
  expect((await ask(server.port())).days).toBe(80);
  expect(readFileSync(certFile, 'utf8')).toBe('half a file');
});
