import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from './rooms/log';
import type { Meter } from './rooms/metered';

export type Metrics = {
  /** Counts what the log tells. */
  readonly log: Log;
  readonly meter: Meter;
  /** What is asked for when somebody looks. */
  watch(what: {
    readonly sockets: () => number;
    readonly ready: () => boolean;
    readonly certificateEnds: () => number | undefined;
  }): void;
  text(): Promise<string>;
};

/** A millisecond for what stays in memory, to seconds for a disk that is stuck. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Counts and times, for Prometheus. Labels are codes and routes of ours: nobody's name, id or address. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `cadencia_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `cadencia_${name}`, help, registers });
  const histogram = (name: string, help: string) =>
    new Histogram({ name: `cadencia_${name}`, help, buckets: BUCKETS, registers });

  const rooms = gauge('rooms', 'Rooms in memory.');
  const clock = gauge(
    'clock_off_seconds',
    'How far the clock was off the sign-in service when that was last seen.',
  );
  const denied = counter('denied_total', 'People who were not let into a room, by code.', ['code']);
  const closed = counter('closed_total', 'Sockets that the server closed, by code.', ['code']);
  const failures = counter('room_failures_total', 'Rooms that the store failed, by kind of error.', ['code']);
  const faults = counter('faults_total', 'Other errors, by kind.', ['code']);
  const shared = counter(
    'shared_events_total',
    'What PostgreSQL (store), Redis (leases) and the way to other processes (peer) failed by, and their return, by code.',
    ['what', 'code'],
  );
  const requests = counter('requests_total', 'Answers over HTTP, by route and status.', ['route', 'code']);
  const requestSeconds = histogram('request_seconds', 'Until an answer over HTTP was sent.');
  const commands = counter('commands_total', 'Commands in rooms, by how they ended.', ['answer']);
  const commandSeconds = histogram('command_seconds', 'Until a command was done and on disk.');
  const updates = counter('updates_total', 'Updates of documents, by how they ended.', ['answer']);
  const updateSeconds = histogram('update_seconds', 'Until an update was checked and on disk.');

  return {
    log({ event, code = '', count, route = '', ms = 0 }) {
      if (event === 'roomOpened' || event === 'roomClosed') rooms.set(count ?? 0);
      else if (event === 'denied') denied.inc({ code });
      else if (event === 'closed') closed.inc({ code });
      else if (event === 'roomFailed') failures.inc({ code });
      else if (event === 'fault') faults.inc({ code });
      else if (event === 'store' || event === 'leases' || event === 'peer') shared.inc({ what: event, code });
      else if (event === 'clock') clock.set(count ?? 0);
      else if (event === 'request') {
        requests.inc({ route, code });
        requestSeconds.observe(ms / 1000);
      }
    },
    meter: {
      command(answer, ms) {
        commands.inc({ answer });
        commandSeconds.observe(ms / 1000);
      },
      update(answer, ms) {
        updates.inc({ answer });
        updateSeconds.observe(ms / 1000);
      },
    },
    watch({ sockets, ready, certificateEnds }) {
      const asked = (name: string, help: string, value: () => number) =>
        new Gauge({
          name: `cadencia_${name}`,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      asked('sockets', 'Open sockets of rooms.', sockets);
      asked('ready', 'Whether /readyz says ready.', () => Number(ready()));
      if (certificateEnds() !== undefined)
        asked('certificate_expires_timestamp_seconds', 'When the certificate in use expires.', () =>
          Math.floor((certificateEnds() ?? 0) / 1000),
        );
    },
    text: () => register.metrics(),
  };
}

/** The metrics' own server, which is nobody's but the operator's. */
export async function listenForMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics')
      return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  return server;
}
