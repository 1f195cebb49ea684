import path from 'node:path';
import type { ClientConfig } from '../app/clientConfig';
import { createApp } from '../server/app';
import { configFrom, ConfigRefused, type ServerConfig } from '../server/config';
import { createRooms } from '../server/rooms/createRooms';
import { logLine, type Log } from '../server/rooms/log';

/** What the server hands out is what the pages expect; the compiler checks it here, where both are known. */
const agreed = (config: ServerConfig): ClientConfig => config.client;

async function main(): Promise<void> {
  const config = configFrom(process.env, path.resolve(__dirname, '../client'));
  agreed(config);
  const rooms = config.rooms && createRooms(config.rooms, { now: () => Date.now(), log });
  const app = await createApp(config, { isReady: () => rooms?.ready() ?? true, near: rooms?.near });
  if (rooms !== undefined) app.server.on('upgrade', rooms.upgrade);
  const address = await app.listen({ host: config.host, port: config.port });
  process.stdout.write(`Cadencia listens at ${address}\n`);
  const stop = async (): Promise<void> => {
    await rooms?.close();
    await app.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const log: Log = (event) => void process.stdout.write(logLine(event, Date.now()));

main().catch((error: unknown) => {
  const why =
    error instanceof ConfigRefused ? `The setting ${error.setting} is ${error.why}.` : String(error);
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
});
