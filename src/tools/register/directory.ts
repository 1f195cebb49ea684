import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import { path, type Call, type Graph, type Operation } from '../../graph/client/call';
import { orFail } from '../../graph/client/failures';
import { ask, askAll } from '../../graph/client/json';
import type { Timing } from '../../graph/client/timing';
import type { Application } from './wanted';

const NEVER = { cancelled: false, onCancel: () => () => undefined } as const;
/** The tier names what a refusal of consent would be about; an administrator's token is of none of ours. */
const OPERATION: Operation = { tier: 'plan', cancel: NEVER };

const strings = v.optional(v.nullable(v.array(v.string())), []);
const text = v.optional(v.nullable(v.string()), '');
// Loose where a change sends back what was read: what others put there stays as it is.
const SCOPE = v.looseObject({
  id: v.string(),
  isEnabled: v.boolean(),
  value: v.nullish(v.string()),
  type: v.nullish(v.string()),
});
const CLAIM = v.looseObject({ name: v.string() });
const APPLICATION = v.object({
  id: v.string(),
  appId: v.string(),
  displayName: text,
  signInAudience: text,
  identifierUris: strings,
  spa: v.optional(v.nullable(v.object({ redirectUris: strings }))),
  api: v.optional(
    v.nullable(
      v.looseObject({
        requestedAccessTokenVersion: v.optional(v.nullable(v.number()), null),
        oauth2PermissionScopes: v.optional(v.array(SCOPE), []),
        preAuthorizedApplications: v.optional(
          v.nullable(v.array(v.object({ appId: v.string(), delegatedPermissionIds: strings }))),
          [],
        ),
      }),
    ),
  ),
  requiredResourceAccess: v.optional(
    v.array(
      v.object({
        resourceAppId: v.string(),
        resourceAccess: v.array(v.object({ id: v.string(), type: v.string() })),
      }),
    ),
    [],
  ),
  optionalClaims: v.optional(
    v.nullable(v.looseObject({ accessToken: v.optional(v.nullable(v.array(CLAIM)), []) })),
  ),
  groupMembershipClaims: v.optional(v.nullable(v.string()), null),
});
const FIELDS =
  'id,appId,displayName,signInAudience,identifierUris,spa,api,requiredResourceAccess,optionalClaims,groupMembershipClaims';
const PRINCIPAL = v.object({
  id: v.string(),
  appOwnerOrganizationId: v.optional(v.nullable(v.string())),
  oauth2PermissionScopes: v.optional(v.array(v.object({ id: v.string(), value: text })), []),
});
const GRANT = v.object({
  id: v.string(),
  consentType: text,
  resourceId: v.string(),
  scope: text,
});

export type Registered = {
  readonly id: string;
  readonly clientId: string;
  readonly application: Application;
};
export type Principal = v.InferOutput<typeof PRINCIPAL>;
export type Grant = v.InferOutput<typeof GRANT>;

/** How long a new application may take to be known everywhere in the directory. */
const SETTLES_MS = 5_000;
const SETTLES_TRIES = 12;

/** What the registration reads and writes in a tenant's directory. */
export function directoryOver(graph: Graph, timing: Timing) {
  const send = async (call: Call): Promise<string> =>
    orFail(await graph.send(call, OPERATION), call, OPERATION).text;
  const list = <S extends v.GenericSchema>(item: S, where: string, $filter: string, $select: string) =>
    askAll(graph, item, { method: 'GET', path: where, query: { $filter, $select } }, OPERATION, 20);

  /** What was just made is not known everywhere at once: not found is asked again. */
  const settled = async <T>(run: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++)
      try {
        return await run();
      } catch (error) {
        const early = error instanceof PortFailure && error.failure.kind === 'notFound';
        if (!early || tries === SETTLES_TRIES) throw error;
        await timing.sleep(SETTLES_MS, new AbortController().signal);
      }
  };

  const principal = async (appId: string, $select: string): Promise<Principal | undefined> =>
    (await list(PRINCIPAL, '/servicePrincipals', `appId eq '${appId}'`, $select))[0];

  return {
    settled,
    async byClientId(clientId: string): Promise<Registered | undefined> {
      return (await list(APPLICATION, '/applications', `appId eq '${clientId}'`, FIELDS)).map(readOf)[0];
    },
    /** Fails with notFound where there is none. */
    async named(clientId: string): Promise<Registered> {
      const found = await this.byClientId(clientId);
      if (found === undefined) throw new PortFailure({ kind: 'notFound' });
      return found;
    },
    async byName(name: string): Promise<readonly Registered[]> {
      const quoted = name.replaceAll("'", "''");
      return (await list(APPLICATION, '/applications', `displayName eq '${quoted}'`, FIELDS)).map(readOf);
    },
    async create(body: Partial<Application>): Promise<Registered> {
      const call: Call = { method: 'POST', path: '/applications', body };
      return readOf(await ask(graph, APPLICATION, call, OPERATION));
    },
    async change(id: string, body: unknown): Promise<void> {
      await send({ method: 'PATCH', path: path`/applications/${id}`, body, repeatable: true });
    },
    principal,
    async makePrincipal(appId: string): Promise<Principal> {
      const call: Call = { method: 'POST', path: '/servicePrincipals', body: { appId } };
      return ask(graph, PRINCIPAL, call, OPERATION);
    },
    async grants(clientPrincipal: string): Promise<readonly Grant[]> {
      const filter = `clientId eq '${clientPrincipal}'`;
      return list(GRANT, '/oauth2PermissionGrants', filter, 'id,consentType,resourceId,scope');
    },
    async grant(clientId: string, resourceId: string, scope: string): Promise<void> {
      const body = { clientId, consentType: 'AllPrincipals', resourceId, scope };
      await send({ method: 'POST', path: '/oauth2PermissionGrants', body });
    },
    async changeGrant(id: string, scope: string): Promise<void> {
      await send({
        method: 'PATCH',
        path: path`/oauth2PermissionGrants/${id}`,
        body: { scope },
        repeatable: true,
      });
    },
  };
}

export type Directory = ReturnType<typeof directoryOver>;

function readOf(found: v.InferOutput<typeof APPLICATION>): Registered {
  const { id, appId, displayName, signInAudience, identifierUris, spa, api, ...rest } = found;
  return {
    id,
    clientId: appId.toLowerCase(),
    application: {
      displayName: displayName ?? '',
      signInAudience: signInAudience ?? '',
      identifierUris: identifierUris ?? [],
      requiredResourceAccess: rest.requiredResourceAccess,
      spa: { redirectUris: spa?.redirectUris ?? [] },
      api: {
        ...api,
        requestedAccessTokenVersion: api?.requestedAccessTokenVersion ?? null,
        oauth2PermissionScopes: api?.oauth2PermissionScopes ?? [],
        preAuthorizedApplications: (api?.preAuthorizedApplications ?? []).map((one) => ({
          appId: one.appId,
          delegatedPermissionIds: one.delegatedPermissionIds ?? [],
        })),
      },
      optionalClaims: { ...rest.optionalClaims, accessToken: rest.optionalClaims?.accessToken ?? [] },
      groupMembershipClaims: rest.groupMembershipClaims,
    },
  };
}
