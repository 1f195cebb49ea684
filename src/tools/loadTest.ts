import { readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { startCrowd } from './capacity/crowdProcess';
import { meetingsOf } from './capacity/measure';
import type { Figures } from './capacity/receipts';
import { startServers } from './capacity/servers';
import { chatOf, startTenant } from './capacity/tenant';
import { verdictOf, type Memory } from './load/flat';

/** Meetings of eight that are held at the same time, and how often each of their people writes. */
const ROOMS = 24;
const SIZE = 8;
const EVERY_MS = 5000;
/** After each round a quarter of the meetings end and the chats' next ones begin. */
const ROUND_S = 25;
const QUARTERS = 4;
/** Requests a second beside the rooms: pages for some thousand people. */
const RATE = 40;
const FAST_S = 10;
const SAMPLE_MS = 10_000;
const MB = 1024 * 1024;

/**
 * `npm run load`: one production server on loopback, asked by an outside client (autocannon) for pages, scripts, health and the
 * nearest room, while people meet in rooms over sockets, one meeting after the other. First as fast as it goes, then steadily
 * for `--minutes N` (30 without it). Prints the memory each minute and at the end the verdict; answers whether it is flat.
 */
export async function loadTest(root: string, bundle: string, argv: readonly string[]): Promise<boolean> {
  const minutes = Number(argv[argv.indexOf('--minutes') + 1] ?? 30) || 30;
  const warmSeconds = Math.min(300, (minutes * 60) / 3);
  const tenant = await startTenant(SIZE);
  const servers = await startServers(root, tenant.environment, 1, null);
  const crowd = startCrowd(bundle);
  const url = `http://127.0.0.1:${servers.ports[0]}`;
  const tokens = await Promise.all(Array.from({ length: ROOMS * SIZE }, (_, person) => tenant.token(person)));
  const requests = requestsOf(root, tokens);
  const load = [os.loadavg()[0] ?? 0];
  const memory: Memory[] = [];
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const sample = async (): Promise<void> => {
    const [one] = await servers.samples();
    if (one === undefined) return;
    memory.push({ seconds: elapsed(), rssBytes: one.rssBytes, heapBytes: one.heapBytes });
    if (memory.length % 6 === 1)
      console.log(
        `${String(Math.round(elapsed() / 60)).padStart(3)} min  RSS ${mb(one.rssBytes)}  heap ${mb(one.heapBytes)}  rooms ${one.rooms}  sockets ${one.sockets}  load ${os.loadavg()[0]?.toFixed(1)}`,
      );
  };
  try {
    const fast = await autocannon({ url, connections: 20, duration: FAST_S, requests });
    console.log(spoken('as fast as it goes', fast));
    const sampling = setInterval(() => void sample().catch(() => undefined), SAMPLE_MS);
    const steady = autocannon({
      url,
      connections: 8,
      duration: minutes * 60 - FAST_S,
      overallRate: RATE,
      requests,
    });
    const rounds = await meet(minutes * 60 - FAST_S - ROUND_S);
    console.log(spoken('steadily', await steady));
    clearInterval(sampling);
    load.push(os.loadavg()[0] ?? 0);
    return told(rounds);
  } finally {
    crowd.close();
    await servers.close();
    tenant.close();
  }

  async function meet(seconds: number): Promise<readonly Figures[]> {
    const rounds: Figures[] = [];
    const start = Math.floor(Date.now() / 60_000) * 60_000;
    for (let round = 0; round === 0 || elapsed() < seconds; round += 1) {
      const all = await meetingsOf(ROOMS, SIZE, servers.ports, tenant, start + round * 60_000);
      const next = round === 0 ? all : all.filter(({ chat }) => chat % QUARTERS === round % QUARTERS);
      await crowd.leave(next.map(({ chat }) => chat));
      await crowd.enter(next);
      rounds.push(await crowd.write(ROUND_S, EVERY_MS));
    }
    return rounds;
  }

  function told(rounds: readonly Figures[]): boolean {
    const { flat, rss, heap, rssSlope, heapSlope } = verdictOf(memory, warmSeconds);
    const many = rounds.reduce((sum, { receipt }) => sum + receipt.many, 0);
    const missing = rounds.reduce((sum, one) => sum + one.missing, 0);
    const closed = rounds.flatMap((one) => Object.entries(one.closed));
    const worst = Math.max(...rounds.map(({ receipt }) => receipt.p99));
    console.log(
      [
        `- rooms: ${ROOMS} × ${SIZE} people at a time, ${rounds.length} rounds; ${many} receipts, ${missing} missing, worst round's p99 ${worst.toFixed(0)} ms; sockets closed by the server: ${closed.length}`,
        `- RSS: median ${mb(rss[0])} in the first third after ${Math.round(warmSeconds / 60)} min of warm-up, ${mb(rss[1])} in the last; slope ${perHour(rssSlope)}`,
        `- heap: ${mb(heap[0])}, ${mb(heap[1])}; slope ${perHour(heapSlope)}`,
        `- load of the machine before and after: ${load.map((one) => one.toFixed(1)).join(', ')}`,
        `- memory is ${flat ? 'flat' : 'NOT flat'}`,
      ].join('\n'),
    );
    return flat;
  }
}

/** Pages, a script, health and the nearest room in turn, each time by another person: the server asks each for patience. */
function requestsOf(root: string, tokens: readonly string[]): Parameters<typeof autocannon>[0]['requests'] {
  const assets = path.join(root, 'dist/client/assets');
  const sizeOf = (name: string) => statSync(path.join(assets, name)).size;
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const [largest] = scripts.sort((a, b) => sizeOf(b) - sizeOf(a));
  const got = [
    'compose.html',
    'meeting.html',
    'channel.html',
    'signInReturn.html',
    'sendCheck.js',
    'healthz',
    'readyz',
  ];
  return tokens.flatMap((token, person) => [
    ...got.map((name) => ({ path: `/${name}` })),
    { path: '/icons/icon-64.png' },
    { path: `/assets/${largest}`, headers: { 'accept-encoding': 'br' } },
    {
      path: '/rooms/near',
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ place: { kind: 'chat', chat: chatOf(Math.floor(person / SIZE)) } }),
    },
  ]);
}

function spoken(how: string, result: Awaited<ReturnType<typeof autocannon>>): string {
  const { requests, latency, errors, timeouts, statusCodeStats } = result;
  const codes = Object.entries(statusCodeStats).map(([code, { count }]) => `${count} × ${code}`);
  return `- HTTP ${how}: ${requests.average.toFixed(0)} requests a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms, slowest ${latency.max} ms; ${codes.join(', ')}; ${errors} errors, ${timeouts} timeouts`;
}

const mb = (bytes: number) => `${(bytes / MB).toFixed(1)} MB`;
const perHour = (bytesPerSecond: number) => `${((bytesPerSecond * 3600) / MB).toFixed(1)} MB an hour`;
