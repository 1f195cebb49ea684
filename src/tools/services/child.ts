import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Generous: a loaded machine starts a cluster slowly. */
const READY_MS = 60_000;

export type Program = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Waits for a line of its own words; refuses when the program ends before, with all that it said. */
  says(words: string): Promise<void>;
  /** Its exit code, null after a signal. */
  readonly ended: Promise<number | null>;
};

/**
 * Systems take the ports of outgoing connections from above these. Among those a port may be given away while the program
 * that had it is started anew, and whoever tries it meanwhile may come to be connected with themselves.
 */
const PORTS = [20_000, 32_000] as const;

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program of this machine as a child that does not outlive us. */
export function startProgram(file: string, args: readonly string[], options: SpawnOptions): Program {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  let over = false;
  const heard = new Set<() => void>();
  const tell = () => heard.forEach((look) => look());
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
      tell();
    });
  const ended = new Promise<number | null>((done) => {
    child.once('error', (error) => (said += `${error.message}\n`));
    child.once('close', (code) => {
      over = true;
      running.delete(child);
      done(code);
      tell();
    });
  });
  return {
    child,
    said: () => said,
    ended,
    says: (words) =>
      new Promise((done, failed) => {
        const stop = () => {
          clearTimeout(late);
          heard.delete(look);
        };
        const late = setTimeout(() => {
          stop();
          failed(new Error(`${file} did not say "${words}" but:\n${said}`));
        }, READY_MS);
        const look = () => {
          if (!said.includes(words) && !over) return;
          stop();
          if (said.includes(words)) done();
          else failed(new Error(`${file} ended before it said "${words}":\n${said}`));
        };
        heard.add(look);
        look();
      }),
  };
}

/** A port of this machine that nobody listens on now, and that is no outgoing connection's later. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    const server = createServer();
    const isFree = await new Promise<boolean>((tell) => {
      server.once('error', () => tell(false));
      server.listen(port, '127.0.0.1', () => tell(true));
    });
    if (!isFree) continue;
    await new Promise((done) => server.close(done));
    return port;
  }
}
