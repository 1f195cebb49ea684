import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { addEntry, notesOf } from '../../room/document';
import { nameOf } from '../../room/wire';
import type { RoomsConfig } from '../../server/rooms/createRooms';
import { median, round, type Row } from './clock';
import { text, tokenFrame, updateFrame } from './frames';
import { CHAT, personAt, startTenant } from './roomsServers';

const CLIENTS = 50;
const EVERY_MS = 500;
const RUN_MS = 4000;
/** The slowest of a hundred is a matter of luck: fewer pairs than this tell another story each time. */
const PAIRS = 7;

/** One room with fifty clients: update to receipt beside a bare echo, everybody in, and back after a kill. */
export async function roomRows(bundle: string): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-bench-'));
  const tenant = await startTenant(CLIENTS, folder);
  const tokens = await Promise.all(Array.from({ length: CLIENTS }, (_, at) => tenant.token(at)));
  try {
    const runs: { ours: Latency; theirs: Latency }[] = [];
    for (let i = 0; i < PAIRS; i++) {
      const ours = await latency(bundle, tenant.config, tokens, i);
      runs.push({ ours, theirs: await latency(bundle, null, tokens, i) });
    }
    const back = await comeBack(bundle, tenant.config, tokens);
    const beside = (which: keyof Latency): Row => ({
      name: `update to receipt, ${CLIENTS} clients, ${which}`,
      ours: round(median(runs.map(({ ours }) => ours[which]))),
      peer: 'bare ws echo',
      theirs: round(median(runs.map(({ theirs }) => theirs[which]))),
      unit: 'ms',
      ratio: round(median(runs.map(({ ours, theirs }) => ours[which] / theirs[which]))),
    });
    return [
      beside('p50'),
      beside('p99'),
      within(`${CLIENTS} clients in`, back.inMs),
      within(`in step after kill -9, ${CLIENTS} clients`, back.backMs),
    ];
  } finally {
    tenant.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const within = (name: string, ms: number): Row => ({
  name,
  ours: round(ms),
  peer: 'a second',
  theirs: 1000,
  unit: 'ms',
  ratio: round(ms / 1000),
});

type Latency = { readonly p50: number; readonly p99: number };

const roomName = (run: number): string =>
  nameOf(
    { place: { kind: 'chat', chat: CHAT }, start: Math.floor(Date.now() / 60_000) * 60_000 + run },
    'main',
  );

/** The same clients, frames and decoding for both servers. */
async function latency(
  bundle: string,
  config: RoomsConfig | null,
  tokens: readonly string[],
  run: number,
): Promise<Latency> {
  const server = await start(bundle, config);
  const name = roomName(run);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const clients = await Promise.all(tokens.map((token) => bareClient(server.port, name, token)));
  await pause(1000);
  clients.forEach(({ doc, socket }, at) => {
    const own = `-${at}-`;
    notesOf(doc, 'problem').observe(({ keysChanged }) => {
      for (const id of keysChanged as Set<string>)
        if (!id.includes(own)) took.push(performance.now() - (sentAt.get(id) ?? NaN));
    });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER) socket.send(updateFrame(name, update));
    });
  });
  const timers = clients.map(({ doc }, at) => {
    let serial = 0;
    const write = () => {
      const id = `p-${at}-${(serial += 1)}`;
      sentAt.set(id, performance.now());
      addEntry({ main: doc, internal: NOWHERE }, 'problem', problem(id, at));
    };
    return pause((at * EVERY_MS) / CLIENTS).then(() => setInterval(write, EVERY_MS));
  });
  await pause(RUN_MS);
  (await Promise.all(timers)).forEach((timer) => clearInterval(timer));
  await pause(500);
  clients.forEach(({ socket }) => socket.terminate());
  await server.kill();
  const expected = sentAt.size * (CLIENTS - 1);
  if (took.length < expected * 0.99) throw new Error(`only ${took.length} of ${expected} receipts`);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] as number;
  return { p50: at(0.5), p99: at(0.99) };
}

const FROM_SERVER = 'server';
const NOWHERE = new Y.Doc();
const problem = (id: string, at: number) => ({
  id,
  title: 'A problem of some length, as they are',
  by: personAt(at),
  area: 'sales',
  readings: [],
});

async function bareClient(port: number, name: string, token: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rooms`, { perMessageDeflate: false });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const doc = new Y.Doc();
  const head = text(name).length;
  socket.on('message', (data: Buffer) => {
    // Behind the name: 0 for documents, 2 for an update, its length, the update.
    if (data[head] !== 0 || data[head + 1] !== 2) return;
    let at = head + 2;
    while ((data[at] as number) > 127) at += 1;
    Y.applyUpdate(doc, data.subarray(at + 1), FROM_SERVER);
  });
  socket.send(tokenFrame(name, token));
  return { socket, doc };
}

/** The provider that panels use, at the pace at which they come back. */
async function comeBack(bundle: string, config: RoomsConfig, tokens: readonly string[]) {
  const first = await start(bundle, config);
  const name = roomName(1000);
  const began = performance.now();
  const all = tokens.map((token) => {
    const socket = new HocuspocusProviderWebsocket({
      url: `ws://127.0.0.1:${first.port}/rooms`,
      WebSocketPolyfill: WebSocket,
      delay: 100,
      minDelay: 100,
      maxDelay: 100,
      factor: 1,
      jitter: false,
    });
    const provider = new HocuspocusProvider({ websocketProvider: socket, name, token, awareness: null });
    provider.attach();
    return { socket, provider };
  });
  await until(() => all.every(({ provider }) => provider.synced));
  const inMs = performance.now() - began;
  const write = (round: number) =>
    all.forEach(({ provider }, at) =>
      addEntry({ main: provider.document, internal: NOWHERE }, 'problem', problem(`p-${at}-${round}`, at)),
    );
  write(1);
  await first.kill();
  write(2);
  const again = await start(bundle, config, first.port);
  const back = performance.now();
  const isInStep = () =>
    all.every(({ provider }) => notesOf(provider.document, 'problem').size === 2 * CLIENTS);
  await until(isInStep);
  const backMs = performance.now() - back;
  all.forEach(({ provider, socket }) => {
    provider.destroy();
    socket.destroy();
  });
  await again.kill();
  return { inMs, backMs };
}

async function start(bundle: string, config: RoomsConfig | null, port = 0) {
  const code = 'require(process.argv[1]).serveRooms(JSON.parse(process.argv[2]), Number(process.argv[3]))';
  const child: ChildProcess = spawn(
    process.execPath,
    ['-e', code, bundle, JSON.stringify(config), String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (data: Buffer) => done(data.toString()));
    child.once('exit', () => failed(new Error('the server did not start')));
  });
  return {
    port: Number(said),
    async kill() {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('the room is not in step after half a minute');
    await pause(2);
  }
}
