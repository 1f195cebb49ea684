import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Credential } from '../graph/membership/onBehalfOf';
import { Environment, isLoopback, type SettingName, type Told } from './configRules';
import { isShared, sharedFrom } from './configShared';
import { clientAssertion } from './credential';
import type { RoomsConfig } from './rooms/createRooms';
import type { SharedConfig } from './scale/shared';

/** Everything the process is told from outside. The client's part is handed to the pages as it is. */
export type ServerConfig = {
  readonly host: string;
  readonly port: number;
  /** The folder that webpack's client build wrote. */
  readonly files: string;
  /** Where scripts outlive the build that they are of; undefined where nothing outlives it. */
  readonly assets?: string;
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
  /** The server ends TLS by itself; else a proxy in front does. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** Addresses and networks whose word on who asks, and how, is taken. */
  readonly proxies?: readonly string[];
  readonly metrics?: { readonly host: string; readonly port: number };
  /** The operator's own pages, instead of ours. */
  readonly pages?: { readonly privacy?: string; readonly terms?: string; readonly imprint?: string };
};

export type Mistake = {
  readonly setting: SettingName;
  readonly why:
    | 'missing'
    | 'malformed'
    | 'plain-http'
    | 'not-local'
    | 'unreadable'
    | 'twice'
    | 'same-port'
    /** Names another organisation than TENANT_ID, or every one; another application than CLIENT_ID. */
    | 'other-tenant'
    | 'other-application'
    /** Found by configCheck.ts, which looks at the files themselves. */
    | 'unwritable'
    | 'other-key'
    | 'expired'
    | 'not-yet';
};

/** Settings that the process cannot start with: all of them, and why each. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';

  constructor(readonly mistakes: readonly Mistake[]) {
    super(mistakes.map(({ setting, why }) => `${setting}: ${why}`).join('; '));
  }
}

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Reads the environment. Refuses what is missing or malformed, naming every variable. */
export function configFrom(
  environment: Readonly<Record<string, string | undefined>>,
  files: string,
): ServerConfig {
  const mistakes = new Map<SettingName, Mistake['why']>();
  const wrong = (setting: SettingName, why: Mistake['why']) =>
    void (mistakes.has(setting) || mistakes.set(setting, why));
  const parsed = v.safeParse(Environment, environment);
  for (const issue of parsed.issues ?? []) {
    const name = issue.path?.[0]?.key as SettingName;
    wrong(name, environment[name] === undefined ? 'missing' : 'malformed');
  }
  // What could be read is held to the other rules too, so that nobody mends one mistake to be told of the next.
  const told = Object.fromEntries(
    Object.entries(parsed.output as Told).filter(([name]) => !mistakes.has(name as SettingName)),
  ) as Partial<Told>;
  const secret = secretOf(told, wrong);
  groups(told, secret, isShared(environment), wrong);
  const shared = sharedFrom(told, wrong);
  addresses(told, wrong);
  identities(told, wrong);
  if (mistakes.size > 0 || !parsed.success)
    throw new ConfigRefused([...mistakes].map(([setting, why]) => ({ setting, why })));
  return settled(parsed.output, files, secret, shared);
}

type Wrong = (setting: SettingName, why: Mistake['why']) => void;

/** Half of what belongs together is a mistake that should not be found in a meeting. */
function groups(told: Partial<Told>, secret: string | undefined, shared: boolean, wrong: Wrong): void {
  const given = (name: SettingName) => told[name] !== undefined;
  const whole = (names: readonly SettingName[]) => {
    if (names.some(given)) for (const name of names.filter((one) => !given(one))) wrong(name, 'missing');
  };
  const credential = secret !== undefined || CREDENTIALS.some(given);
  if (credential || shared || ROOMS.some(given)) {
    // Several processes have a database instead of a folder.
    const needed = shared ? OF_THE_TENANT : ROOMS;
    for (const name of needed) if (!given(name)) wrong(name, 'missing');
    if (!credential) wrong('CLIENT_SECRET', 'missing');
  }
  whole(['TLS_CERT_FILE', 'TLS_KEY_FILE']);
  if (given('METRICS_HOST')) whole(['METRICS_PORT', 'METRICS_HOST']);
  if (told.METRICS_PORT !== undefined && told.METRICS_PORT === told.PORT && told.PORT !== 0)
    wrong('METRICS_PORT', 'same-port');
}
const CREDENTIALS = ['CLIENT_SECRET', 'CLIENT_SECRET_FILE', 'CLIENT_CERTIFICATE_FILE'] as const;
const OF_THE_TENANT = ['TENANT_ID', 'API_SCOPE'] as const;
const ROOMS = ['ROOMS_FOLDER', ...OF_THE_TENANT] as const;

/** Refuses a plain-http Graph and any extra parent, unless every one of them is on this machine; sign-in likewise. */
function addresses(told: Partial<Told>, wrong: Wrong): void {
  const { GRAPH_BASE: graph, PARENT_ORIGINS: parents = [], FILE_ORIGINS: files = [] } = told;
  const local = [...(graph === undefined ? [] : [graph]), ...parents, ...files].every(isLoopback);
  if (!local && parents.length > 0) wrong('PARENT_ORIGINS', 'not-local');
  // Beside a Graph of this machine it is the parent that is wrong.
  const alone = parents.length === 0 || !isLoopback(graph ?? '');
  if (!local && graph !== undefined && isPlain(graph) && alone) wrong('GRAPH_BASE', 'plain-http');
  // The app's secret and people's tokens go there, scripts that see all of a page come from there, and so does what people trust.
  for (const name of ['AUTHORITY', 'IDENTITY_BASE', 'HOST_SCRIPTS', ...OWN_PAGES] as const)
    for (const address of [told[name] ?? []].flat())
      if (isPlain(address) && !isLoopback(address)) wrong(name, 'plain-http');
}
const OWN_PAGES = ['PRIVACY_URL', 'TERMS_URL', 'IMPRINT_URL'] as const;

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;
/** What Entra calls the sign-in of every organisation; an application of one organisation is refused there. */
const EVERY = ['', 'common', 'organizations', 'consumers'];

/** What is copied by hand from one place in Entra to another: all of it is of one organisation and one application. */
function identities(told: Partial<Told>, wrong: Wrong): void {
  const { AUTHORITY, IDENTITY_BASE, TENANT_ID, API_SCOPE, CLIENT_ID } = told;
  // A demo tenant's sign-in has no organisations.
  const played = [AUTHORITY, IDENTITY_BASE].some((one) => one !== undefined && isLoopback(one));
  if (AUTHORITY !== undefined && TENANT_ID !== undefined && !played) {
    const named = (new URL(AUTHORITY).pathname.split('/')[1] ?? '').toLowerCase();
    if (EVERY.includes(named) || (UUID.test(named) && named !== TENANT_ID.toLowerCase()))
      wrong('AUTHORITY', 'other-tenant');
  }
  const [application] = UUID.exec(API_SCOPE ?? '') ?? [];
  if (
    application !== undefined &&
    CLIENT_ID !== undefined &&
    application.toLowerCase() !== CLIENT_ID.toLowerCase()
  )
    wrong('API_SCOPE', 'other-application');
}
const isPlain = (address: string) => /^http:/i.test(address);

function secretOf(told: Partial<Told>, wrong: Wrong): string | undefined {
  const { CLIENT_SECRET: given, CLIENT_SECRET_FILE: file, CLIENT_CERTIFICATE_FILE: certificate } = told;
  if (certificate !== undefined && (given ?? file) !== undefined) wrong('CLIENT_CERTIFICATE_FILE', 'twice');
  if (file === undefined) return given;
  if (given !== undefined) wrong('CLIENT_SECRET_FILE', 'twice');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
    wrong('CLIENT_SECRET_FILE', 'malformed');
  } catch {
    wrong('CLIENT_SECRET_FILE', 'unreadable');
  }
  return undefined;
}

function settled(
  told: Told,
  files: string,
  secret: string | undefined,
  shared: SharedConfig | undefined,
): ServerConfig {
  const rooms = roomsFrom(told, secret, shared);
  return {
    host: told.HOST,
    port: told.PORT,
    files,
    client: {
      graph: withoutSlash(told.GRAPH_BASE),
      authority: told.AUTHORITY,
      clientId: told.CLIENT_ID,
      parents: told.PARENT_ORIGINS,
      ...(told.HOME_SITE !== undefined && { homeSite: told.HOME_SITE }),
      ...(rooms !== undefined && { api: rooms.api }),
      ...(told.TEAMS_APP !== undefined && { teamsApp: told.TEAMS_APP }),
      balanceCap: told.BALANCE_CAP,
    },
    ...(rooms !== undefined && { rooms }),
    ...assetsOf(told),
    hostScripts: told.HOST_SCRIPTS.length > 0 ? told.HOST_SCRIPTS : [OFFICE_JS],
    fileOrigins: told.FILE_ORIGINS,
    ...(told.TLS_CERT_FILE !== undefined &&
      told.TLS_KEY_FILE !== undefined && {
        tls: { certFile: told.TLS_CERT_FILE, keyFile: told.TLS_KEY_FILE },
      }),
    ...(told.TRUSTED_PROXIES.length > 0 && { proxies: told.TRUSTED_PROXIES }),
    ...(told.METRICS_PORT !== undefined && {
      metrics: { host: told.METRICS_HOST ?? '127.0.0.1', port: told.METRICS_PORT },
    }),
    pages: {
      ...(told.PRIVACY_URL !== undefined && { privacy: told.PRIVACY_URL }),
      ...(told.TERMS_URL !== undefined && { terms: told.TERMS_URL }),
      ...(told.IMPRINT_URL !== undefined && { imprint: told.IMPRINT_URL }),
    },
  };
}

/** The rooms' folder is there already, and outlives an upgrade. */
function assetsOf({ ASSETS_FOLDER: own, ROOMS_FOLDER: rooms }: Told): Pick<ServerConfig, 'assets'> {
  const assets = own ?? (rooms === undefined ? undefined : path.join(rooms, 'assets'));
  return assets === undefined ? {} : { assets };
}

function roomsFrom(
  told: Told,
  clientSecret: string | undefined,
  shared: SharedConfig | undefined,
): RoomsConfig | undefined {
  const {
    ROOMS_FOLDER: folder = '',
    TENANT_ID: tenant,
    API_SCOPE: api,
    CLIENT_CERTIFICATE_FILE: file,
  } = told;
  if ((folder === '' && shared === undefined) || tenant === undefined || api === undefined) return undefined;
  const base = withoutSlash(told.IDENTITY_BASE);
  const tokenEndpoint = `${base}/${tenant}/oauth2/v2.0/token`;
  const credential = credentialOf(clientSecret, file, { clientId: told.CLIENT_ID, tokenEndpoint });
  if (credential === undefined) return undefined;
  return {
    folder,
    ...(shared !== undefined && { shared }),
    tenant,
    clientId: told.CLIENT_ID,
    ...credential,
    api,
    issuer: `${new URL(told.AUTHORITY).origin}/${tenant}/v2.0`,
    keys: `${base}/${tenant}/discovery/v2.0/keys`,
    tokenEndpoint,
    graph: withoutSlash(told.GRAPH_BASE),
    balanceCap: told.BALANCE_CAP,
  };
}

/** The real clock: what a statement says of its time is for Entra alone. */
function credentialOf(
  clientSecret: string | undefined,
  file: string | undefined,
  about: { readonly clientId: string; readonly tokenEndpoint: string },
): Credential | undefined {
  if (file !== undefined) return { clientAssertion: () => clientAssertion({ ...about, file }, Date.now()) };
  return clientSecret === undefined ? undefined : { clientSecret };
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '');
