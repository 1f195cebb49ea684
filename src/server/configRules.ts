import { isIP } from 'node:net';
import * as v from 'valibot';

/** What each variable of the environment may hold. What depends on another one is looked at in config.ts. */

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
const told = v.pipe(v.string(), v.nonEmpty());
const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));
/** As Graph addresses a site: by its name and path, or by its ids; never the address in the browser. */
const site = v.pipe(v.string(), v.regex(/^[\w.-]+(:\/(?!\/)[^?#]+|,[\da-f-]{36},[\da-f-]{36})?$/i));
export const database = v.pipe(v.string(), v.url(), v.regex(/^postgres(ql)?:\/\/[^/]+\/[^/?]+(\?.*)?$/i));
export const redis = v.pipe(v.string(), v.url(), v.regex(/^rediss?:\/\/[^/]/i));
/** A file of this server's own, or an address that is one. */
const script = v.pipe(
  v.string(),
  v.check((text) => /^\/[\w./-]+$/.test(text) || (/^https?:/i.test(text) && URL.canParse(text))),
);

export const Environment = v.object({
  HOST: v.optional(told, '127.0.0.1'),
  PORT: v.optional(port, '3978'),
  GRAPH_BASE: v.optional(address, GRAPH),
  AUTHORITY: address,
  CLIENT_ID: v.pipe(v.string(), v.uuid()),
  PARENT_ORIGINS: origins,
  HOME_SITE: v.optional(site),
  HOST_SCRIPTS: v.pipe(list, v.array(script)),
  FILE_ORIGINS: origins,
  TEAMS_APP: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))),
  ROOMS_FOLDER: v.optional(told),
  ASSETS_FOLDER: v.optional(told),
  TENANT_ID: v.optional(v.pipe(v.string(), v.uuid())),
  CLIENT_SECRET: v.optional(told),
  CLIENT_SECRET_FILE: v.optional(told),
  CLIENT_CERTIFICATE_FILE: v.optional(told),
  DATABASE_URL: v.optional(database),
  DATABASE_URL_FILE: v.optional(told),
  REDIS_URL: v.optional(redis),
  REDIS_URL_FILE: v.optional(told),
  PEER_ADDRESS: v.optional(v.pipe(v.string(), v.regex(/^([\w.-]+|\[[\da-f:]+\]):[1-9]\d{0,4}$/i))),
  API_SCOPE: v.optional(v.pipe(v.string(), v.regex(/^api:\/\/[\w.:/-]{1,200}\/[\w.]{1,60}$/))),
  BALANCE_CAP: v.optional(v.picklist(['off', 'areas', 'persons']), 'areas'),
  IDENTITY_BASE: v.optional(address, 'https://login.microsoftonline.com'),
  TLS_CERT_FILE: v.optional(told),
  TLS_KEY_FILE: v.optional(told),
  TRUSTED_PROXIES: v.pipe(list, v.array(v.pipe(v.string(), v.check(isNetwork)))),
  METRICS_PORT: v.optional(port),
  METRICS_HOST: v.optional(told),
  PRIVACY_URL: v.optional(address),
  TERMS_URL: v.optional(address),
  IMPRINT_URL: v.optional(address),
});
export type Told = v.InferOutput<typeof Environment>;
export type SettingName = keyof Told;

/** '10.0.0.7', '10.0.0.0/8', 'fd00::/8'. */
function isNetwork(text: string): boolean {
  const [base = '', bits, more] = text.split('/');
  const family = isIP(base);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  );
}
