import type { Graph } from '../../graph/client/call';
import type { Timing } from '../../graph/client/timing';
import { differencesOf, isMistake, merged, ourScope, type Difference } from './compare';
import { directoryOver, type Directory, type Principal, type Registered } from './directory';
import type { RegisterOptions } from './options';
import { grantSite, siteGrant } from './site';
import { applicationOf, GRAPH_APP, wantedOf, type Application, type Wanted } from './wanted';

/** A registration that cannot be gone on with, in a sentence for the administrator. */
export class RegisterRefused extends Error {
  override readonly name = 'RegisterRefused';
}

export type Outcome = {
  readonly clientId: string;
  /** The organisation's id, once the application is known there. */
  readonly tenant?: string;
  readonly differences: readonly Difference[];
};

export type Surroundings = {
  readonly graph: Graph;
  readonly timing: Timing;
  /** For the scope of our server, should there be none yet. */
  readonly newId: string;
  /** Hears of each thing that was done, as soon as it is. */
  readonly did: (what: string) => void;
};

type Desk = Surroundings & {
  readonly options: RegisterOptions;
  readonly wanted: Wanted;
  readonly directory: Directory;
  /** Microsoft Graph in this tenant, with its permissions. */
  readonly service: Principal;
};

/** Looks at a registration, or brings it to what it must be; nothing that others added to it is taken away. */
export async function register(options: RegisterOptions, around: Surroundings): Promise<Outcome> {
  const directory = directoryOver(around.graph, around.timing);
  const service = await directory.principal(GRAPH_APP, 'id,oauth2PermissionScopes');
  if (service === undefined)
    throw new RegisterRefused('This tenant knows no Microsoft Graph: the token is of another service.');
  const wanted = wantedOf(options.name, options.host, options.tiers);
  const unknown = wanted.permissions.filter((name) => permissionId(service, name) === undefined);
  if (unknown.length > 0)
    throw new RegisterRefused(
      `Microsoft Graph has no permission ${unknown.join(', ')} in this cloud: leave out its tier (--tiers).`,
    );
  const desk: Desk = { ...around, options, wanted, directory, service };
  const found = await applicationFor(desk);
  return outcome(desk, found, options.mode === 'apply' ? await bring(desk, found) : {});
}

/** What was done just now; the directory may not tell of it everywhere yet. */
type Fresh = { readonly own?: Principal; readonly given?: readonly string[] };

/** The application that was named, or a new one. */
async function applicationFor({ options, wanted, directory, did }: Desk): Promise<Registered> {
  if (options.clientId !== undefined) {
    const named = await directory.byClientId(options.clientId);
    if (named !== undefined) return named;
    throw new RegisterRefused(
      '--client-id names no application of this tenant: copy “Application (client) ID” from Entra, in the tenant of the token.',
    );
  }
  const [twin] = await directory.byName(wanted.name);
  if (twin !== undefined)
    throw new RegisterRefused(
      `There is an application “${wanted.name}” already: go on with it by --client-id ${twin.clientId}, or give the new one another --name.`,
    );
  const made = await directory.create({ displayName: wanted.name, signInAudience: 'AzureADMyOrg' });
  did(`made the application “${wanted.name}”, client id ${made.clientId}`);
  return made;
}

async function bring(desk: Desk, registered: Registered): Promise<Fresh> {
  const { directory, options, did } = desk;
  const { id, clientId, application } = registered;
  const target = targetOf(desk, registered);
  if (differencesOf(application, target, String).some(isMistake)) {
    const { displayName: _theirs, ...whole } = merged(application, target);
    const { preAuthorizedApplications, ...api } = whole.api;
    // A client cannot be authorised for a scope that the same request adds (seen 2023-02 and 2023-07).
    await directory.settled(() => directory.change(id, { ...whole, api }));
    await directory.settled(() => directory.change(id, { api: { preAuthorizedApplications } }));
    did('brought the application to what it must be');
  }
  let own = await directory.principal(clientId, 'id,appOwnerOrganizationId');
  if (own === undefined) {
    own = await directory.settled(() => directory.makePrincipal(clientId));
    did('made it known in this organisation, as an enterprise application');
  }
  const given = options.consent ? await consent(desk, own) : [];
  if (options.site !== undefined) await letOntoSite(desk, options.site, clientId);
  return { own, given };
}

async function letOntoSite({ graph, wanted, did }: Desk, site: string, clientId: string): Promise<void> {
  const found = await siteGrant(graph, site, clientId);
  if (found.enough) return;
  await grantSite(graph, found, clientId, wanted.name);
  did(`let it read and write ${site}`);
}

/** Consents for everybody, and tells to what. */
async function consent(
  { directory, service, wanted, did }: Desk,
  own: Principal,
): Promise<readonly string[]> {
  const grant = (await directory.settled(() => directory.grants(own.id))).find(
    ({ consentType, resourceId }) => consentType === 'AllPrincipals' && resourceId === service.id,
  );
  const given = namesIn(grant?.scope);
  const lacking = wanted.permissions.filter((name) => !given.includes(name));
  if (lacking.length === 0) return given;
  // A change replaces the whole list (seen 2023-01).
  const scope = [...given, ...lacking].join(' ');
  if (grant === undefined) await directory.settled(() => directory.grant(own.id, service.id, scope));
  else await directory.changeGrant(grant.id, scope);
  did(`consented for everybody to ${lacking.join(', ')}`);
  return wanted.permissions;
}

/** What stands there now against what must stand there. */
async function outcome(desk: Desk, { clientId }: Registered, fresh: Fresh): Promise<Outcome> {
  const { directory, options, service, wanted } = desk;
  const now = await directory.settled(() => directory.named(clientId));
  const own = fresh.own ?? (await directory.principal(clientId, 'id,appOwnerOrganizationId'));
  const grants = own === undefined ? [] : await directory.grants(own.id);
  const given = grants
    .filter(({ consentType, resourceId }) => consentType === 'AllPrincipals' && resourceId === service.id)
    .flatMap(({ scope }) => namesIn(scope))
    .concat(fresh.given ?? []);
  const tenant = own?.appOwnerOrganizationId;
  const site = options.site;
  const writes = site === undefined || (await siteGrant(desk.graph, site, clientId)).enough;
  const lacks = (what: string): Difference => ({ kind: 'lacks', what });
  return {
    clientId,
    ...(tenant && { tenant }),
    differences: [
      ...differencesOf(now.application, targetOf(desk, now), (id) => permissionName(service, id)),
      ...(own === undefined ? [lacks('Enterprise applications: this application')] : []),
      ...wanted.permissions
        .filter((name) => !given.includes(name))
        .map((name) => lacks(`Admin consent: Microsoft Graph, delegated, ${name}`)),
      ...(writes ? [] : [lacks(`${site}: the right of this application to write there`)]),
    ],
  };
}

function targetOf({ wanted, service, newId }: Desk, { clientId, application }: Registered): Application {
  return applicationOf(wanted, {
    clientId,
    scope: ourScope(application)?.id ?? newId,
    permission: (name) => permissionId(service, name) ?? '',
  });
}

const namesIn = (scope: string | null | undefined) => (scope ?? '').split(' ').filter((one) => one !== '');

const permissionId = ({ oauth2PermissionScopes }: Principal, name: string) =>
  oauth2PermissionScopes.find(({ value }) => value === name)?.id;

const permissionName = ({ oauth2PermissionScopes }: Principal, id: string) =>
  oauth2PermissionScopes.find((one) => one.id === id)?.value ?? id;
