import type { Tier } from '../../app/ports/failure';
import { HOSTS } from '../../app/hosts';
import { TIER_SCOPES } from '../../app/tiers';
import { RETURN_PAGE } from '../../hosts/identity/clients';
import { API_SCOPE, apiOf, brokerOf } from '../package/signIn';

/** What the registration in Entra must be, without the ids that only a tenant knows. */
export type Wanted = {
  readonly name: string;
  readonly host: string;
  readonly redirects: readonly string[];
  /** Of Microsoft Graph, by name. */
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
  readonly claims: readonly string[];
};

/** Microsoft Graph's own id, the same in every tenant. */
export const GRAPH_APP = '00000003-0000-0000-c000-000000000000';

/** Every sign-in asks for these beside its own. */
const SIGN_IN = ['openid', 'profile', 'offline_access'];
/** Tells guests from members of the organisation; the server does not let in whom it cannot tell apart. */
const CLAIMS = ['acct'];

/** Entra's own word for the roles of the directory. */
export const ROLES = 'DirectoryRole';

export function wantedOf(name: string, host: string, tiers: readonly Tier[]): Wanted {
  return {
    name,
    host,
    redirects: [`https://${host}/${RETURN_PAGE}`, brokerOf(host)],
    permissions: [...SIGN_IN, ...tiers.flatMap((tier) => TIER_SCOPES[tier])],
    hosts: Object.values(HOSTS),
    claims: CLAIMS,
  };
}

/** An application as far as the registration is concerned, in Graph's own form. */
export type Application = {
  readonly displayName: string;
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly Scope[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
  readonly requiredResourceAccess: readonly {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
  }[];
  readonly optionalClaims: { readonly accessToken: readonly { readonly name: string }[] };
  /** Which of the directory's groups and roles a token names: a word, or several with commas between them. */
  readonly groupMembershipClaims: string | null;
};

/** One of whoever made it, as far as we look into it. */
export type Scope = {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly value?: string | null | undefined;
  readonly type?: string | null | undefined;
};

/** The scope of our own server, with the words that Entra shows whoever consents. */
const scopeOf = (id: string) => ({
  id,
  value: API_SCOPE,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Enter the live meetings of Cadencia',
  adminConsentDescription: 'Lets Cadencia let each person into the live rooms of their own meetings.',
  userConsentDisplayName: 'Enter your live meetings',
  userConsentDescription: 'Lets Cadencia let you into the live rooms of your own meetings.',
});

/**
 * The whole application as it must be. `ids` gives the ids that only a tenant knows: of the application, of its scope and
 * of Graph's permissions.
 */
export function applicationOf(
  wanted: Wanted,
  ids: {
    readonly clientId: string;
    readonly scope: string;
    readonly permission: (name: string) => string;
  },
): Application {
  return {
    displayName: wanted.name,
    signInAudience: 'AzureADMyOrg',
    identifierUris: [apiOf(wanted.host, ids.clientId)],
    spa: { redirectUris: wanted.redirects },
    api: {
      // The server reads tokens of the second version only.
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [scopeOf(ids.scope)],
      // Itself too: the pages ask for a token of their own server.
      preAuthorizedApplications: [...wanted.hosts, ids.clientId].map((appId) => ({
        appId,
        delegatedPermissionIds: [ids.scope],
      })),
    },
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP,
        resourceAccess: wanted.permissions.map((name) => ({ id: ids.permission(name), type: 'Scope' })),
      },
    ],
    optionalClaims: { accessToken: wanted.claims.map((name) => ({ name, essential: false })) },
    // The server knows administrators by their roles.
    groupMembershipClaims: ROLES,
  };
}
