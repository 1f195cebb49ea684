import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

// A tenant's directory and one site, as strict as Graph is known to be; it refuses what it does not know.

type Body = Record<string, unknown>;
type App = Body & { readonly id: string; readonly appId: string };
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody?: unknown;
};

const GRAPH_APP = '00000003-0000-0000-c000-000000000000';
export const TENANT = '3f1c0000-0000-4000-8000-00000000cade';
export const BASE = 'https://graph.microsoft.com/v1.0';
export const SITE = 'https://contoso.sharepoint.com/sites/Marketing';
export const SITE_ID =
  'contoso.sharepoint.com,11111111-0000-4000-8000-000000000000,22222222-0000-4000-8000-000000000000';
export const TOKEN = 'eyJ0eXAiOiJKV1QifQ.administrator.signature';

export type FakeTenant = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly log: Exchange[];
  readonly applications: App[];
  readonly principals: Body[];
  readonly grants: Body[];
  readonly sitePermissions: Body[];
  /** The token has these; all of them unless a test says otherwise. */
  rights: ReadonlySet<string>;
  /** Answers before the next ones, by what a request begins with. */
  readonly once: { begins: string; status: number; after?: boolean }[];
  /** How many times something new is not found. */
  notYet: number;
  /** How many times no listing of applications tells of any. */
  unlisted: number;
};

export function fakeTenant(permissions: readonly string[]): FakeTenant {
  const graph = {
    ...{ id: randomUUID(), appId: GRAPH_APP, displayName: 'Microsoft Graph' },
    oauth2PermissionScopes: permissions.map((value) => ({
      id: randomUUID(),
      value,
      type: 'User',
      isEnabled: true,
    })),
  };
  const tenant: FakeTenant = {
    fetch: (url, init) => answered(tenant, url, init),
    ...{
      log: [],
      applications: [],
      principals: [graph],
      grants: [],
      sitePermissions: [],
      once: [],
      notYet: 0,
      unlisted: 0,
    },
    rights: new Set([
      'Application.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
      'Sites.FullControl.All',
    ]),
  };
  return tenant;
}

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

async function answered(tenant: FakeTenant, url: string, init: RequestInit): Promise<Response> {
  if (!url.startsWith(`${BASE}/`)) throw new TypeError('another address');
  const method = init.method ?? 'GET';
  const whole = url.slice(BASE.length);
  const requestBody: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  let [status, responseBody]: [number, unknown] = [200, undefined];
  const at = tenant.once.findIndex(({ begins }) => `${method} ${whole}`.startsWith(begins));
  const [fault] = at < 0 ? [] : tenant.once.splice(at, 1);
  try {
    if (new Headers(init.headers).get('authorization') !== `Bearer ${TOKEN}`)
      throw new Refused(401, 'InvalidAuthenticationToken');
    if (fault !== undefined && fault.after !== true) throw new Refused(fault.status, 'fault');
    [status, responseBody] = served(tenant, method, whole, requestBody as Body);
    if (fault !== undefined) throw new Refused(fault.status, 'fault');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    status = error.status;
    responseBody = { error: { code: error.code, message: error.message } };
  }
  tenant.log.push({
    method,
    path: `/v1.0${whole}`,
    ...(requestBody !== undefined && { requestBody }),
    status,
    ...(responseBody !== undefined && { responseBody }),
  });
  return new Response(responseBody === undefined ? null : JSON.stringify(responseBody), { status });
}

function served(tenant: FakeTenant, method: string, whole: string, body: Body): [number, unknown] {
  const { pathname, searchParams: query } = new URL(whole, 'https://graph');
  const asked = `${method} ${decodeURIComponent(pathname)}`;
  const filter = query.get('$filter') ?? '';
  const must = (...rights: string[]) => {
    if (!rights.some((right) => tenant.rights.has(right)))
      throw new Refused(403, 'Authorization_RequestDenied');
  };
  const seen = (list: readonly Body[], context: string): [number, unknown] => {
    const [, field = '', value = ''] = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
    if (field === '') throw new Refused(400, 'Request_UnsupportedQuery', filter);
    const select = query.get('$select')?.split(',');
    const picked = list.filter((one) => String(one[field]) === value.replaceAll("''", "'"));
    return [
      200,
      { '@odata.context': `${BASE}/$metadata#${context}`, value: picked.map((one) => only(one, select)) },
    ];
  };
  const application = /^PATCH \/applications\/([^/]+)$/.exec(asked)?.[1];
  const grant = /^PATCH \/oauth2PermissionGrants\/([^/]+)$/.exec(asked)?.[1];
  const permission = /^(GET|PATCH) \/sites\/([^/]+)\/permissions\/([^/]+)$/.exec(asked)?.[3];
  if (asked === 'GET /applications') {
    must('Application.Read.All', 'Application.ReadWrite.All');
    // Listings are behind, too.
    return seen(tenant.unlisted-- > 0 ? [] : tenant.applications, 'applications');
  }
  if (asked === 'POST /applications') {
    must('Application.ReadWrite.All');
    const made: App = { ...EMPTY, ...known(body), id: randomUUID(), appId: randomUUID() };
    tenant.applications.push(made);
    return [201, made];
  }
  if (application !== undefined) {
    must('Application.ReadWrite.All');
    const found = tenant.applications.findIndex(({ id }) => id === application);
    const old = tenant.applications[found];
    if (old === undefined || tenant.notYet-- > 0) throw new Refused(404, 'Request_ResourceNotFound');
    tenant.applications[found] = changed(old, known(body));
    return [204, undefined];
  }
  if (asked === 'GET /servicePrincipals') {
    must('Application.Read.All', 'Application.ReadWrite.All');
    return seen(tenant.principals, 'servicePrincipals');
  }
  if (asked === 'POST /servicePrincipals') {
    must('Application.ReadWrite.All');
    if (!tenant.applications.some(({ appId }) => appId === body['appId']))
      throw new Refused(404, 'Request_ResourceNotFound');
    const made = {
      id: randomUUID(),
      appId: body['appId'],
      appOwnerOrganizationId: TENANT,
      oauth2PermissionScopes: [],
    };
    tenant.principals.push(made);
    return [201, made];
  }
  if (asked === 'GET /oauth2PermissionGrants') {
    must('DelegatedPermissionGrant.Read.All', 'DelegatedPermissionGrant.ReadWrite.All');
    return seen(tenant.grants, 'oauth2PermissionGrants');
  }
  if (asked === 'POST /oauth2PermissionGrants') {
    must('DelegatedPermissionGrant.ReadWrite.All');
    const { clientId, resourceId, consentType } = body;
    if (
      tenant.grants.some(
        (one) =>
          one['clientId'] === clientId &&
          one['resourceId'] === resourceId &&
          one['consentType'] === consentType,
      )
    )
      throw new Refused(409, 'Request_MultipleObjectsWithSameKeyValue');
    const made = { ...body, principalId: null, id: `g${tenant.grants.length}` };
    tenant.grants.push(made);
    return [201, made];
  }
  if (grant !== undefined) {
    must('DelegatedPermissionGrant.ReadWrite.All');
    const one = tenant.grants.find(({ id }) => id === grant);
    if (one === undefined) throw new Refused(404, 'Request_ResourceNotFound');
    one['scope'] = body['scope'];
    return [204, undefined];
  }
  if (asked === 'GET /sites/contoso.sharepoint.com:/sites/Marketing')
    return [200, { id: SITE_ID, displayName: 'Marketing' }];
  if (asked === `GET /sites/${SITE_ID}/permissions`) {
    must('Sites.FullControl.All');
    // The roles stand only in the single one.
    return [200, { value: tenant.sitePermissions.map(({ roles: _roles, ...rest }) => rest) }];
  }
  if (asked === `POST /sites/${SITE_ID}/permissions`) {
    must('Sites.FullControl.All');
    const to = body['grantedToIdentities'];
    const made = {
      id: `p${tenant.sitePermissions.length}`,
      roles: body['roles'],
      grantedToIdentitiesV2: to,
      grantedToIdentities: to,
    };
    tenant.sitePermissions.push(made);
    return [201, made];
  }
  if (permission !== undefined) {
    must('Sites.FullControl.All');
    const one = tenant.sitePermissions.find(({ id }) => id === permission);
    if (one === undefined) throw new Refused(404, 'itemNotFound');
    if (method === 'PATCH') one['roles'] = body['roles'];
    return [200, one];
  }
  throw new Refused(asked.startsWith('GET /sites/') ? 404 : 400, 'itemNotFound', asked);
}

const EMPTY = {
  ...{ displayName: '', signInAudience: 'AzureADMyOrg', identifierUris: [], requiredResourceAccess: [] },
  spa: { redirectUris: [] },
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  optionalClaims: null,
  groupMembershipClaims: null,
};

function known(body: Body): Body {
  const unknown = Object.keys(body).filter((name) => !Object.hasOwn(EMPTY, name));
  if (unknown.length > 0) throw new Refused(400, 'Request_BadRequest', unknown.join());
  return body;
}

type Api = {
  oauth2PermissionScopes: { id: string; isEnabled: boolean; value: string }[];
  preAuthorizedApplications: { delegatedPermissionIds: string[] }[];
};

/** A PATCH replaces whole properties, and of `api` its parts. */
function changed(old: App, change: Body): App {
  const [before, told] = [old['api'] as Api, change['api'] as Partial<Api> | undefined];
  const known = new Set(before.oauth2PermissionScopes.map(({ id }) => id));
  // Scopes of the same request are not known yet.
  for (const { delegatedPermissionIds } of told?.preAuthorizedApplications ?? [])
    if (delegatedPermissionIds.some((id) => !known.has(id)))
      throw new Refused(400, 'InvalidValue', 'delegatedPermissionIds');
  for (const scope of before.oauth2PermissionScopes) {
    const next = told?.oauth2PermissionScopes?.find(({ id }) => id === scope.id);
    const same = isDeepStrictEqual(next, scope);
    if (told?.oauth2PermissionScopes !== undefined && scope.isEnabled && !same)
      throw new Refused(400, 'CannotDeleteOrUpdateEnabledEntitlement');
  }
  for (const uri of (change['identifierUris'] ?? []) as string[])
    if (!uri.includes(old.appId) && !((old['identifierUris'] ?? []) as string[]).includes(uri))
      throw new Refused(400, 'HostNameNotOnVerifiedDomain');
  return { ...old, ...change, ...(told !== undefined && { api: { ...before, ...told } }) };
}

const only = (one: Body, select: readonly string[] | undefined): Body =>
  select === undefined
    ? one
    : Object.fromEntries(Object.entries(one).filter(([name]) => select.includes(name)));
