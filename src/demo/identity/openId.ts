import { issuerOf, type Issuer } from './issuer';

/** The authority's `/.well-known/openid-configuration`, as MSAL and token checks read it. */
export function openIdConfiguration(issuer: Issuer): Readonly<Record<string, unknown>> {
  const origin = new URL(issuer.authority).origin;
  const tenant = `${origin}/${issuer.tenantId}`;
  return {
    issuer: issuerOf(issuer.authority, issuer.tenantId),
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['none'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
    ],
  };
}

/** The answer to MSAL's question which hosts speak for the authority. */
export function instanceDiscovery(issuer: Issuer): Readonly<Record<string, unknown>> {
  const { origin, host } = new URL(issuer.authority);
  return {
    tenant_discovery_endpoint: `${origin}/${issuer.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
