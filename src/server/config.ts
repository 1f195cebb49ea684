import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { RoomsConfig } from './rooms/createRooms';

/** Everything the process is told from outside. The client's part is handed to the pages as it is. */
export type ServerConfig = {
  readonly host: string;
  readonly port: number;
  /** The folder that webpack's client build wrote. */
  readonly files: string;
  readonly client: {
    readonly graph: string;
    readonly authority: string;
    readonly clientId: string;
    readonly parents: readonly string[];
    readonly homeSite?: string;
    /** The scope of our own server; there when rooms are. */
    readonly api?: string;
    readonly teamsApp?: string;
    /** What of the talk the tenant allows to measure, at most. */
    readonly balanceCap: RoomsConfig['balanceCap'];
  };
  /** Without them each panel works alone. */
  readonly rooms?: RoomsConfig;
  /** Scripts of the host that load before ours; in production Office.js from Microsoft's network. */
  readonly hostScripts: readonly string[];
  /** Origins that files are downloaded from, beside Graph. */
  readonly fileOrigins: readonly string[];
};

/** A setting that the process cannot start with: which one, and why. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';

  constructor(
    readonly setting: string,
    readonly why: 'missing' | 'malformed' | 'plain-http' | 'not-local',
  ) {
    super(`${setting}: ${why}`);
  }
}

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const GRAPH = 'https://graph.microsoft.com/v1.0';

const list = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
);
/** They become sources of a page's policy, where a semicolon would begin another rule. */
const origins = v.pipe(
  list,
  v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[\w.*-]+(\[[\da-f:]+\])?(:\d{1,5})?$/i))),
);
const address = v.pipe(v.string(), v.url(), v.regex(/^https?:/i));

const Environment = v.object({
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535)), '3978'),
  GRAPH_BASE: v.optional(address, GRAPH),
  AUTHORITY: address,
  CLIENT_ID: v.pipe(v.string(), v.uuid()),
  PARENT_ORIGINS: origins,
  HOME_SITE: v.optional(v.pipe(v.string(), v.nonEmpty())),
  HOST_SCRIPTS: list,
  FILE_ORIGINS: origins,
  TEAMS_APP: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))),
  ROOMS_FOLDER: v.optional(v.pipe(v.string(), v.nonEmpty())),
  TENANT_ID: v.optional(v.pipe(v.string(), v.uuid())),
  CLIENT_SECRET: v.optional(v.pipe(v.string(), v.nonEmpty())),
  CLIENT_SECRET_FILE: v.optional(v.pipe(v.string(), v.nonEmpty())),
  API_SCOPE: v.optional(v.pipe(v.string(), v.regex(/^api:\/\/[\w.:/-]{1,200}\/[\w.]{1,60}$/))),
  BALANCE_CAP: v.optional(v.picklist(['off', 'areas', 'persons']), 'areas'),
  IDENTITY_BASE: v.optional(address, 'https://login.microsoftonline.com'),
});
type Told = v.InferOutput<typeof Environment>;

/** Reads the environment. Refuses what is missing or malformed, naming the variable. */
export function configFrom(
  environment: Readonly<Record<string, string | undefined>>,
  files: string,
): ServerConfig {
  const parsed = v.safeParse(Environment, environment);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const name = String(issue.path?.[0]?.key ?? 'environment');
    throw new ConfigRefused(name, environment[name] === undefined ? 'missing' : 'malformed');
  }
  const told = parsed.output;
  const rooms = roomsFrom(told);
  return checked({
    host: told.HOST,
    port: told.PORT,
    files,
    client: {
      graph: told.GRAPH_BASE.replace(/\/+$/, ''),
      authority: told.AUTHORITY,
      clientId: told.CLIENT_ID,
      parents: told.PARENT_ORIGINS,
      ...(told.HOME_SITE !== undefined && { homeSite: told.HOME_SITE }),
      ...(rooms !== undefined && { api: rooms.api }),
      ...(told.TEAMS_APP !== undefined && { teamsApp: told.TEAMS_APP }),
      balanceCap: told.BALANCE_CAP,
    },
    ...(rooms !== undefined && { rooms }),
    hostScripts: told.HOST_SCRIPTS.length > 0 ? told.HOST_SCRIPTS : [OFFICE_JS],
    fileOrigins: told.FILE_ORIGINS,
  });
}

/** Rooms need all of it: half of it is a mistake that should not be found in a meeting. */
function roomsFrom(told: Told): RoomsConfig | undefined {
  const { ROOMS_FOLDER: folder, TENANT_ID: tenant, API_SCOPE: api } = told;
  const clientSecret = told.CLIENT_SECRET ?? secretIn(told.CLIENT_SECRET_FILE);
  const needed = { ROOMS_FOLDER: folder, TENANT_ID: tenant, CLIENT_SECRET: clientSecret, API_SCOPE: api };
  if (Object.values(needed).every((one) => one === undefined)) return undefined;
  if (folder === undefined || tenant === undefined || clientSecret === undefined || api === undefined) {
    const missing = Object.entries(needed).find(([, one]) => one === undefined);
    throw new ConfigRefused(missing?.[0] ?? 'ROOMS_FOLDER', 'missing');
  }
  const base = told.IDENTITY_BASE.replace(/\/+$/, '');
  return {
    folder,
    tenant,
    clientId: told.CLIENT_ID,
    clientSecret,
    api,
    issuer: `${new URL(told.AUTHORITY).origin}/${tenant}/v2.0`,
    keys: `${base}/${tenant}/discovery/v2.0/keys`,
    tokenEndpoint: `${base}/${tenant}/oauth2/v2.0/token`,
    graph: told.GRAPH_BASE.replace(/\/+$/, ''),
    balanceCap: told.BALANCE_CAP,
  };
}

function secretIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    // Said below, with the setting's name.
  }
  throw new ConfigRefused('CLIENT_SECRET_FILE', 'malformed');
}

/** Refuses a plain-http Graph and any extra parent, unless every one of them is on this machine; sign-in likewise. */
export function checked(config: ServerConfig): ServerConfig {
  const local = [config.client.graph, ...config.client.parents, ...config.fileOrigins].every(isLoopback);
  if (!local && config.client.parents.length > 0) throw new ConfigRefused('PARENT_ORIGINS', 'not-local');
  if (!local && !config.client.graph.startsWith('https:'))
    throw new ConfigRefused('GRAPH_BASE', 'plain-http');
  // The app's secret and people's tokens go there.
  for (const address of [config.rooms?.keys, config.rooms?.tokenEndpoint])
    if (address !== undefined && !address.startsWith('https:') && !isLoopback(address))
      throw new ConfigRefused('IDENTITY_BASE', 'plain-http');
  return config;
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  );
}
