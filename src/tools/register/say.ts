import { HOSTS } from '../../app/hosts';
import type { Failure } from '../../app/ports/failure';
import { API_SCOPE, apiOf } from '../package/signIn';
import type { Outcome } from './apply';
import { isMistake } from './compare';
import type { RegisterOptions } from './options';
import { applicationOf, wantedOf } from './wanted';

/** What the token of the administrator must be allowed to do. */
export function rightsOf({ mode, consent, site }: RegisterOptions): readonly string[] {
  return [
    mode === 'apply' ? 'Application.ReadWrite.All' : 'Application.Read.All',
    consent ? 'DelegatedPermissionGrant.ReadWrite.All' : 'DelegatedPermissionGrant.Read.All',
    ...(site === undefined ? [] : ['Sites.FullControl.All']),
  ];
}

/** The registration as JSON and as steps in Entra, for whoever does it by hand. */
export function printed(options: RegisterOptions): string {
  const { host, name, tiers, clientId = '<client id>', site } = options;
  const wanted = wantedOf(name, host, tiers);
  const application = applicationOf(wanted, {
    clientId,
    scope: '<a new id>',
    permission: (permission) => `<id of ${permission} in this tenant>`,
  });
  const hosts = Object.entries(HOSTS).map(([host, id]) => `     ${id}  ${host}`);
  return [
    JSON.stringify(application, null, 2),
    '',
    'The same by hand, in the Entra admin centre, App registrations:',
    `  1. New registration “${name}”, accounts in this organizational directory only.`,
    '  2. Authentication, single-page application, redirect URIs:',
    ...wanted.redirects.map((address) => `     ${address}`),
    `  3. Expose an API: Application ID URI ${apiOf(host, clientId)}, a scope ${API_SCOPE} for admins and users, and as authorized clients for it:`,
    ...hosts,
    `     ${clientId}  itself`,
    '  4. Manifest: "requestedAccessTokenVersion": 2.',
    `  5. API permissions, Microsoft Graph, delegated: ${wanted.permissions.join(', ')}.`,
    `  6. Token configuration, optional claim, access token: ${wanted.claims.join(', ')}; groups claim: directory roles.`,
    `  7. Grant admin consent: ${consentLink(undefined, clientId)}`,
    ...(site === undefined
      ? []
      : [
          `  8. ${site}: POST /sites/{id}/permissions with`,
          `     ${JSON.stringify({ roles: ['write'], grantedToIdentities: [{ application: { id: clientId, displayName: name } }] })}`,
        ]),
    '',
    'With --apply this command does all of it, with --check it looks at what is there; both need a token of an',
    `administrator for Microsoft Graph, in the environment as GRAPH_TOKEN or on standard input (docs/install.md).`,
  ].join('\n');
}

/** What was found or is left, and what comes next. */
export function said(options: RegisterOptions, { clientId, tenant, differences }: Outcome): string {
  const mistakes = differences.filter(isMistake);
  const consents = mistakes.some(({ what }) => what.startsWith('Admin consent'));
  const word = { lacks: 'is missing', wrong: 'is wrong', extra: 'is more than Cadencia needs' };
  return [
    ...differences.map(({ kind, what }) => `${kind === 'extra' ? '·' : '✗'} ${word[kind]}: ${what}`),
    mistakes.length === 0
      ? '✓ The registration is as it must be.'
      : `${mistakes.length} to do${options.mode === 'check' ? '; --apply does what can be done from here' : ''}.`,
    ...(consents
      ? [
          `  Consent for everybody, as an administrator: ${consentLink(tenant, clientId)}`,
          '  or the same command with --apply --consent.',
        ]
      : []),
    '',
    'The server’s environment (beside CLIENT_SECRET_FILE and ROOMS_FOLDER):',
    `  AUTHORITY=https://login.microsoftonline.com/${tenant ?? '<tenant id>'}`,
    `  TENANT_ID=${tenant ?? '<tenant id>'}`,
    `  CLIENT_ID=${clientId}`,
    `  API_SCOPE=${apiOf(options.host, clientId)}/${API_SCOPE}`,
    ...(options.site === undefined ? [] : [`  HOME_SITE=${homeSite(options.site)}`]),
  ].join('\n');
}

/** As the server wants it: the name, and the path behind a colon. */
const homeSite = (address: string): string => {
  const { hostname, pathname } = new URL(address);
  return pathname === '/' ? hostname : `${hostname}:${decodeURIComponent(pathname)}`;
};

const consentLink = (tenant: string | undefined, clientId: string): string =>
  `https://login.microsoftonline.com/${tenant ?? '<tenant id>'}/adminconsent?client_id=${clientId}`;

/** Why Graph did not do it, and what to do. */
export function failureSaid(failure: Failure, options: RegisterOptions): string {
  switch (failure.kind) {
    case 'signIn':
      return 'Graph does not take the token: it has expired, is for another service, or was cut when it was pasted (a terminal takes 4,095 characters a line, on a Mac 1,023); fetch a new one for Microsoft Graph, and hand it over by standard input.';
    case 'consent':
    case 'denied':
      return `Graph refuses: the token must have ${rightsOf(options).join(', ')}, of an administrator who may do this.`;
    case 'notFound':
      return '--site names no site of this organisation that the administrator can see: copy its address from the browser.';
    case 'throttled':
      return `Graph asks for patience: try again in ${Math.ceil(failure.retryAfterMs / 60_000)} min.`;
    case 'refused':
      return `Graph refuses the request (${failure.code}): something of this name or address is in use, or the organisation forbids it.`;
    case 'conflict':
      return 'Somebody else changes this application right now: run the command again.';
    case 'offline':
    case 'unavailable':
      return 'Graph gave no answer, and nobody knows whether the last step was done: run the command again with --client-id; it goes on from what is there.';
    case 'malformed':
    case 'cancelled':
      return 'Graph gave an answer that nobody can read: run the command again, or do the rest by hand.';
  }
}
