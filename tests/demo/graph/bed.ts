import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Company, Person } from '../../../src/demo/company/types';
import { personId, SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import { createGraphEmulator, type GraphEmulator } from '../../../src/demo/graph/emulator';
import type { PersonIdentity } from '../../../src/app/ports/identity';
import { consentAddress } from '../../support/consentAddress';

/** Monday of the sample's first week, nine in Madrid. */
export const MONDAY = Date.UTC(2026, 10, 23, 8);
export const ALL_SCOPES = [
  ...[
    'User.Read',
    'User.ReadBasic.All',
    'Calendars.ReadWrite',
    'Files.ReadWrite.AppFolder',
    'Sites.Selected',
  ],
  ...['User.Read.All', 'MailboxSettings.Read'],
];
export const PLAN_SCOPES = ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite'];

export type Bed = {
  readonly emulator: GraphEmulator;
  readonly company: Company;
  readonly base: string;
  readonly clock: { now: number };
  /** The person behind a short name of the sample, `m01`. */
  person(short: string): Person;
  /** A token that `verify` knows. */
  token(short: string, scopes?: readonly string[]): string;
  /** One request as somebody; `as` is a short name, or a whole token. */
  call(
    as: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  identity(short: string, scopes?: readonly string[]): PersonIdentity;
  close(): Promise<void>;
};

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
};
export type Json = { readonly [name: string]: unknown };

const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });

export async function openBed(
  more: { readonly log?: string; readonly latencyMs?: number; readonly company?: Company } = {},
): Promise<Bed> {
  const clock = { now: MONDAY };
  const served = more.company ?? company;
  const holder: { emulator?: GraphEmulator } = {};
  const graph = await listen((request, response) => {
    const emulator = holder.emulator as GraphEmulator;
    void ((request.url ?? '').startsWith('/demo/faults')
      ? emulator.handleFaults(request, response)
      : emulator.handle(request, response));
  });
  const files = await listen((request, response) => holder.emulator?.handleFile(request, response));
  const base = `http://localhost:${portOf(graph)}/graph/v1.0`;
  const token = (short: string, scopes: readonly string[] = ALL_SCOPES) =>
    Buffer.from(JSON.stringify({ personId: personId(short), scopes })).toString('base64url');
  const emulator = createGraphEmulator({
    company: served,
    now: () => clock.now,
    base,
    filesOrigin: `http://localhost:${portOf(files)}`,
    appId: '6f3c1f7e-5a0e-4a53-9d6b-0c1d2e3f4a5b',
    verify(bearer) {
      if (bearer === 'expired') return Promise.resolve('expired');
      try {
        return Promise.resolve(
          JSON.parse(Buffer.from(bearer, 'base64url').toString()) as { personId: string; scopes: string[] },
        );
      } catch {
        return Promise.resolve('invalid');
      }
    },
    ...(more.log !== undefined && { log: more.log }),
    ...(more.latencyMs !== undefined && { latencyMs: more.latencyMs }),
  });
  holder.emulator = emulator;
  return {
    emulator,
    company: served,
    base,
    clock,
    token,
    person(short) {
      const found = served.people.find(({ id }) => id === personId(short));
      if (found === undefined) throw new Error(`nobody is ${short}`);
      return found;
    },
    async call(as, method, path, body, headers = {}) {
      const bearer = as.length > 4 ? as : token(as);
      const isText = typeof body === 'string';
      const response = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? {} : JSON.parse(text)) as Json,
      };
    },
    identity: (short, scopes) => ({
      token: () => Promise.resolve(token(short, scopes)),
      account: () => undefined,
      adminConsent: consentAddress,
    }),
    close: async () => {
      await Promise.all(
        [graph, files].map(
          (server) =>
            new Promise((done) => {
              server.closeAllConnections();
              server.close(done);
            }),
        ),
      );
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(handler: Parameters<typeof createServer>[1]): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(handler as never);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
