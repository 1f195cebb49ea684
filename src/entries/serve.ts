import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { applicationsOf } from '../app/hosts';
import type { ClientConfig } from '../app/clientConfig';
import { TIER_SCOPES } from '../app/tiers';
import { createApp } from '../server/app';
import { ConfigRefused, type ServerConfig } from '../server/config';
import { SAID, spoken, type Language } from '../server/configWords';
import { renewOn } from '../server/connections';
import { identityOf } from '../server/credential';
import { keepAssets } from '../server/keptAssets';
import { createMetrics, listenForMetrics } from '../server/metrics';
import { addressBehind, within } from '../server/proxy';
import { createGraphToken } from '../server/onBehalf';
import { createTokenCheck } from '../server/rooms/accessToken';
import { createRooms } from '../server/rooms/createRooms';
import { lockFolder } from '../server/rooms/lock';
import { kindOf, logLine, type Log } from '../server/rooms/log';
import { openShared } from '../server/scale/shared';
import { versionOf } from '../server/version';
import { daysLeft, endsSoon, isMistake, keepCertificate, readCertificate } from '../server/tls';

/** What the server hands out is what the pages expect; the compiler checks it here, where both are known. */
const agreed = (config: ServerConfig): ClientConfig => config.client;

/** An upgrade starts the new process while the old one still sends its people away. */
const HANDOVER_MS = 10_000;
const LOOK_MS = 60_000;
const DAY_MS = 86_400_000;

/** The production server until it is told to stop. */
export async function serve(
  config: ServerConfig,
  { language }: { readonly language: Language },
): Promise<void> {
  agreed(config);
  const now = () => Date.now();
  const warn = (words: Parameters<typeof spoken>[1]) =>
    void process.stderr.write(`! ${spoken(language, words)}\n`);
  const metrics = createMetrics();
  const log: Log = (event) => {
    process.stdout.write(logLine(event, now()));
    metrics.log(event);
    if (event.event === 'clock') warn(SAID.clock(event.count ?? 0));
  };
  const shared = config.rooms?.shared && (await openShared(config.rooms.shared, { now, log }));
  const alone = config.rooms !== undefined && shared === undefined;
  const lock = alone && config.rooms ? lockFolder(config.rooms.folder, HANDOVER_MS) : undefined;
  const rooms =
    config.rooms &&
    createRooms(config.rooms, {
      now,
      log,
      meter: metrics.meter,
      addressOf: addressBehind(within(config.proxies ?? [])),
      shared,
    });
  const { assets } = config;
  /** For pages that are open when the next version comes; without it the server does all else. */
  function keepScripts(): void {
    try {
      if (assets !== undefined) keepAssets(path.join(config.files, 'assets'), assets, now());
      else if (config.rooms !== undefined) log({ event: 'assets', code: 'noFolder' });
    } catch (fault) {
      log({ event: 'assets', code: kindOf(fault) });
    }
  }
  keepScripts();
  const isReady = () => rooms?.ready() ?? true;
  const certificate = config.tls && certificateOf(config.tls);
  const app = await createApp(config, {
    isReady,
    now,
    near: rooms?.near,
    graphToken:
      config.rooms &&
      createGraphToken({
        tokens: createTokenCheck(config.rooms),
        identity: identityOf(config.rooms, log),
        applications: applicationsOf(config.rooms.clientId),
        tiers: TIER_SCOPES,
        now,
      }),
    rooms,
    version: versionOf(config.files),
    log,
    certificate: certificate && (() => certificate.current()),
    earlier: assets,
  });

  function certificateOf(files: NonNullable<ServerConfig['tls']>) {
    const first = readCertificate(files, now());
    if (isMistake(first)) throw new ConfigRefused([first]);
    return keepCertificate(files, first, (renewed) => renewOn(app, renewed));
  }
  function tellAge(): void {
    if (certificate === undefined || !endsSoon(certificate.current(), now())) return;
    const days = daysLeft(certificate.current(), now());
    log({ event: 'certificate', code: 'soon', count: days });
    warn(SAID.certificate(days));
  }
  let said: string | undefined;
  function look(): void {
    const found = certificate?.look(now());
    if (found === undefined || found === 'same') return void (said = undefined);
    const code = found === 'taken' ? found : `${found.setting} ${found.why}`;
    // A file that stays bad is told once, not each minute.
    if (code === said) return;
    said = code;
    log({ event: 'certificate', code });
    if (found !== 'taken') warn(SAID.badCertificate);
  }
  const looking = [
    setInterval(look, LOOK_MS).unref(),
    setInterval(tellAge, DAY_MS).unref(),
    setInterval(keepScripts, DAY_MS).unref(),
  ];
  process.on('SIGHUP', look);
  tellAge();

  metrics.watch({
    sockets: () => rooms?.sockets() ?? 0,
    ready: isReady,
    certificateEnds: () => certificate?.current().notAfter,
  });
  if (rooms !== undefined) app.server.on('upgrade', rooms.upgrade);
  const watched = config.metrics && (await listenForMetrics(metrics, config.metrics));
  if (watched !== undefined) log({ event: 'metrics', count: (watched.address() as AddressInfo).port });
  const address = await app.listen({ host: config.host, port: config.port });
  // The library does not know of the TLS that the server makes for itself.
  const shown = config.tls === undefined ? address : address.replace(/^http:/, 'https:');
  process.stdout.write(`Cadencia listens at ${shown}\n`);

  const stop = async (): Promise<void> => {
    looking.forEach(clearInterval);
    await rooms?.close();
    await app.close();
    lock?.release();
    watched?.closeAllConnections();
    watched?.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}
