import { HOSTS } from '../../app/hosts';
import { API_SCOPE } from '../package/signIn';
import { GRAPH_APP, ROLES, type Application } from './wanted';

/** One thing in which a registration is not as it must be; `lacks` and `wrong` keep something from working. */
export type Difference = { readonly kind: 'lacks' | 'wrong' | 'extra'; readonly what: string };

/**
 * Each difference between a registration and what it must be, by what an administrator sees in Entra. What others added
 * is told, never taken away.
 */
export function differencesOf(
  found: Application,
  wanted: Application,
  permissionName: (id: string) => string,
): readonly Difference[] {
  const scope = ourScope(found);
  return [
    ...(found.signInAudience === wanted.signInAudience
      ? []
      : [wrong('Supported account types: not “Accounts in this organizational directory only”')]),
    ...listed('Application ID URI', found.identifierUris, wanted.identifierUris),
    ...listed('Single-page application: redirect URI', found.spa.redirectUris, wanted.spa.redirectUris),
    ...(found.api.requestedAccessTokenVersion === 2
      ? []
      : [wrong('Manifest: api.requestedAccessTokenVersion is not 2')]),
    ...(scope === undefined
      ? [lacks(`Expose an API: the scope ${API_SCOPE}`)]
      : scope.isEnabled && scope.type === 'User'
        ? []
        : [wrong(`Expose an API: the scope ${API_SCOPE} is off, or only administrators may consent to it`)]),
    ...listed(
      'Expose an API: authorized client application',
      found.api.preAuthorizedApplications.flatMap(({ appId, delegatedPermissionIds }) =>
        scope !== undefined && delegatedPermissionIds.includes(scope.id) ? [appId.toLowerCase()] : [],
      ),
      wanted.api.preAuthorizedApplications.map(({ appId }) => appId),
      (id) => hostName(id),
    ),
    ...listed(
      'API permissions: Microsoft Graph, delegated,',
      permissionsIn(found),
      permissionsIn(wanted),
      permissionName,
    ),
    ...rolesIn(found).map((id) =>
      extra(`API permissions: Microsoft Graph, application (not delegated), ${permissionName(id)}`),
    ),
    ...listed(
      'Token configuration: optional claim of access tokens',
      found.optionalClaims.accessToken.map(({ name }) => name),
      wanted.optionalClaims.accessToken.map(({ name }) => name),
    ),
    ...(tellsRoles(found.groupMembershipClaims)
      ? []
      : [lacks('Token configuration: groups claim, directory roles')]),
  ];
}

export const isMistake = ({ kind }: Difference): boolean => kind !== 'extra';

export const ourScope = ({ api }: Application) =>
  api.oauth2PermissionScopes.find(({ value }) => value === API_SCOPE);

/** What is there and what must be, together: nothing that others added is lost, and ours is as it must be. */
export function merged(found: Application, wanted: Application): Application {
  const scopes = found.api.oauth2PermissionScopes;
  return {
    displayName: found.displayName,
    signInAudience: wanted.signInAudience,
    identifierUris: union(found.identifierUris, wanted.identifierUris),
    spa: { redirectUris: union(found.spa.redirectUris, wanted.spa.redirectUris) },
    api: {
      ...found.api,
      requestedAccessTokenVersion: wanted.api.requestedAccessTokenVersion,
      // One that is on may not be changed (seen 2023-05): ours is added, or switched on.
      oauth2PermissionScopes:
        ourScope(found) === undefined
          ? [...scopes, ...wanted.api.oauth2PermissionScopes]
          : scopes.map((scope) =>
              scope.value === API_SCOPE && !scope.isEnabled
                ? { ...scope, isEnabled: true, type: 'User' }
                : scope,
            ),
      preAuthorizedApplications: mergedClients(
        found.api.preAuthorizedApplications,
        wanted.api.preAuthorizedApplications,
      ),
    },
    requiredResourceAccess: [
      ...found.requiredResourceAccess.filter(({ resourceAppId }) => resourceAppId !== GRAPH_APP),
      {
        resourceAppId: GRAPH_APP,
        resourceAccess: [
          ...union(permissionsIn(found), permissionsIn(wanted)).map((id) => ({ id, type: 'Scope' })),
          ...rolesIn(found).map((id) => ({ id, type: 'Role' })),
        ],
      },
    ],
    optionalClaims: {
      ...found.optionalClaims,
      accessToken: [
        ...found.optionalClaims.accessToken,
        ...wanted.optionalClaims.accessToken.filter(
          ({ name }) => !found.optionalClaims.accessToken.some((one) => one.name === name),
        ),
      ],
    },
    groupMembershipClaims: withRoles(found.groupMembershipClaims),
  };
}

/** Whoever names groups of the whole directory names its roles, too. */
const tellsRoles = (claims: string | null) => /\b(DirectoryRole|SecurityGroup|All)\b/.test(claims ?? '');
const withRoles = (claims: string | null): string => {
  if (claims === null || claims === '' || claims === 'None') return ROLES;
  return tellsRoles(claims) ? claims : `${claims}, ${ROLES}`;
};

type Clients = Application['api']['preAuthorizedApplications'];

function mergedClients(found: Clients, wanted: Clients): Clients {
  const ids = new Map(
    found.map(({ appId, delegatedPermissionIds }) => [appId.toLowerCase(), delegatedPermissionIds]),
  );
  for (const { appId, delegatedPermissionIds } of wanted)
    ids.set(appId, union(ids.get(appId) ?? [], delegatedPermissionIds));
  return [...ids].map(([appId, delegatedPermissionIds]) => ({ appId, delegatedPermissionIds }));
}

function listed(
  where: string,
  found: readonly string[],
  wanted: readonly string[],
  nameOf: (one: string) => string = (one) => one,
): readonly Difference[] {
  return [
    ...wanted.filter((one) => !found.includes(one)).map((one) => lacks(`${where} ${nameOf(one)}`)),
    ...found.filter((one) => !wanted.includes(one)).map((one) => extra(`${where} ${nameOf(one)}`)),
  ];
}

const accessOf = (application: Application, type: string) =>
  application.requiredResourceAccess
    .filter(({ resourceAppId }) => resourceAppId === GRAPH_APP)
    .flatMap(({ resourceAccess }) => resourceAccess.flatMap((one) => (one.type === type ? [one.id] : [])));
const permissionsIn = (application: Application) => accessOf(application, 'Scope');
const rolesIn = (application: Application) => accessOf(application, 'Role');

const hostName = (id: string): string => {
  const [name] = Object.entries(HOSTS).find(([, known]) => known === id) ?? [];
  return name === undefined ? id : `${id} (${name})`;
};
const union = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])];
const lacks = (what: string): Difference => ({ kind: 'lacks', what });
const wrong = (what: string): Difference => ({ kind: 'wrong', what });
const extra = (what: string): Difference => ({ kind: 'extra', what });
