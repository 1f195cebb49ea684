import { randomUUID } from 'node:crypto';
import { PortFailure } from '../app/ports/failure';
import type { Identity } from '../app/ports/identity';
import { createGraph } from '../graph/client/graph';
import { realTiming, type Timing } from '../graph/client/timing';
import type { Fetch } from '../graph/client/transport';
import { register, RegisterRefused } from './register/apply';
import { isMistake } from './register/compare';
import { registerOptions } from './register/options';
import { failureSaid, printed, rightsOf, said } from './register/say';

/** What the command has of the machine it runs on. */
export type Machine = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** All of standard input; undefined where a person sits at it. */
  readonly input: () => Promise<string | undefined>;
  readonly fetch: Fetch;
  readonly timing: Timing;
  readonly newId: () => string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

const GRAPH = 'https://graph.microsoft.com/v1.0';

/** `npm run register`: prints, checks or applies the registration in Entra. Gives the exit code. */
export async function registerCommand(argv: readonly string[], machine: Machine): Promise<number> {
  const { out, err } = machine;
  const read = registerOptions(argv);
  if (!read.ok) {
    for (const mistake of read.mistakes) err(`✗ ${mistake}`);
    return 1;
  }
  const { options } = read;
  if (options.mode === 'print') {
    out(printed(options));
    return 0;
  }
  const token = (machine.environment['GRAPH_TOKEN'] ?? (await machine.input()) ?? '').trim();
  // What is no token would go into a header as it is.
  if (!/^[\w.~+/=-]{20,16384}$/.test(token)) {
    err(
      `✗ There is no token: put one of an administrator for Microsoft Graph, with ${rightsOf(options).join(', ')}, into the environment as GRAPH_TOKEN or on standard input; never on the command line.`,
    );
    return 1;
  }
  const base = (machine.environment['GRAPH_BASE'] ?? GRAPH).replace(/\/+$/, '');
  if (!/^https:\/\/[^/]+\/v1\.0$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/[\w/.]*v1\.0$/.test(base)) {
    err(`✗ GRAPH_BASE is the address of a Microsoft Graph, such as ${GRAPH}: the token goes there.`);
    return 1;
  }
  try {
    const graph = createGraph({
      base,
      identity: withToken(token),
      timing: machine.timing,
      fetch: machine.fetch,
    });
    const outcome = await register(options, {
      graph,
      timing: machine.timing,
      newId: machine.newId(),
      did: (what) => out(`✓ ${what}`),
    });
    out(said(options, outcome));
    return outcome.differences.some(isMistake) ? 2 : 0;
  } catch (error) {
    if (error instanceof RegisterRefused) err(`✗ ${error.message}`);
    else if (error instanceof PortFailure) err(`✗ ${failureSaid(error.failure, options)}`);
    else throw error;
    return 1;
  }
}

/** The one token there is; a fresh one only the administrator can fetch. */
const withToken = (token: string): Identity => ({
  token: (_what, ask) =>
    ask?.renew === true ? Promise.reject(new PortFailure({ kind: 'signIn' })) : Promise.resolve(token),
  account: () => undefined,
});

/** The machine that runs the command. */
export const thisMachine = (): Machine => ({
  environment: process.env,
  async input() {
    if (process.stdin.isTTY) return undefined;
    let text = '';
    for await (const part of process.stdin) text += String(part);
    return text;
  },
  fetch: (url, init) => fetch(url, init),
  timing: realTiming({ now: () => Date.now() }, () => Math.random()),
  newId: () => randomUUID(),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
