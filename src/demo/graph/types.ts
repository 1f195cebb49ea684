import type { Company } from '../company/types';

/** Who a token speaks for, or why it speaks for nobody. Limits count for each `app` apart, where the token names one. */
export type Verified =
  | { readonly personId: string; readonly scopes: readonly string[]; readonly app?: string }
  | 'expired'
  | 'invalid';

export type GraphEmulatorOptions = {
  readonly company: Company;
  readonly now: () => number;
  /** The address of the emulator without a slash at its end, such as 'http://localhost:3978/graph/v1.0'. */
  readonly base: string;
  /** Where files are downloaded from without a token, such as 'http://files.localhost:3978'. */
  readonly filesOrigin: string;
  /** What the token behind `Bearer` says. */
  readonly verify: (bearer: string) => Promise<Verified>;
  /** The add-in's id in the manifest; names its custom properties. */
  readonly appId: string;
  /** The file that gets each exchange as a line of JSON. */
  readonly log?: string;
  /** Each request takes at least so long. */
  readonly latencyMs?: number;
};

/** The signed-in person behind a request. */
export type Caller = {
  readonly personId: string;
  readonly scopes: readonly string[];
  readonly app?: string;
};

/** A part of a path: a name, or `:/a/b:` behind a drive or a host. */
export type Segment = string | { readonly path: readonly string[] };

/** One request, alone or inside a batch. */
export type GraphRequest = {
  readonly method: string;
  /** Decoded, `me` resolved. */
  readonly segments: readonly Segment[];
  /** As it came, below the base, without the query. */
  readonly path: string;
  readonly query: Query;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly caller: Caller;
};

/** Query options by their name in lower case, decoded. */
export type Query = ReadonlyMap<string, string>;

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a Buffer as it is. */
  readonly body?: unknown;
};

/** A path's variables by their name in the route. */
export type Params = Readonly<Record<string, string>>;

export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Segments with `{name}` for variables and `{:name}` for a path in colons; names in lower case. */
  readonly pattern: string;
  /** One of them must be in the token. */
  readonly scopes: readonly string[];
  /** The words with which this part of the service refuses a token without the scope. */
  readonly denied: 'directory' | 'outlook' | 'files' | 'teams' | 'planner';
  readonly handle: (
    request: GraphRequest,
    params: Params,
    paths: Readonly<Record<string, readonly string[]>>,
  ) => Reply | Promise<Reply>;
};
