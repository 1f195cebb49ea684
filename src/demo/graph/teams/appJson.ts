import { isObject, type Json, Reader } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { filterOf } from '../odata/filter';
import { expandOf, valueAt } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Reply } from '../types';
import { type Installation, type Tab, TEAMS_APP_ID } from './apps';

const VERSION = '1.0.0';
const PERMISSION_TYPES = ['delegated', 'application'] as const;

/** The app, where it is installed and its tabs, as Graph writes them, in chats and in teams alike. */
export function appJson({ base, appId }: { readonly base: string; readonly appId: string }) {
  const app = {
    id: TEAMS_APP_ID,
    externalId: appId,
    displayName: 'Cadencia',
    distributionMethod: 'organization',
  };
  const definition = {
    id: Buffer.from(`1##${VERSION}##Published`).toString('base64'),
    teamsAppId: TEAMS_APP_ID,
    displayName: app.displayName,
    version: VERSION,
    publishingState: 'published',
    description: null,
    shortDescription: null,
    lastModifiedDateTime: null,
    createdBy: null,
  };
  const listed = (request: GraphRequest, context: string, all: readonly Json[]): Reply => {
    const filter = request.query.get('$filter');
    const found = filter === undefined ? all : all.filter(filterOf(filter).matches);
    const page = pageOf(request, found, { base, size: 100, most: 999, by: '$skiptoken' });
    const kept = page.items.map((one) => withoutNavigation(one, expandOf(request.query, NAVIGATION)));
    const body = {
      '@odata.context': `${base}/$metadata#${context}`,
      '@odata.count': kept.length,
      ...page.next,
    };
    return { status: 200, body: { ...body, value: kept } };
  };
  const installationJson = ({ id }: Installation): Json => ({
    id,
    consentedPermissionSet: null,
    teamsApp: app,
    teamsAppDefinition: definition,
  });
  const tabJson = ({ id, displayName, configuration }: Tab): Json => ({
    id,
    displayName,
    webUrl: `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/${encodeURIComponent(configuration['entityId'] ?? '')}`,
    configuration: { ...NO_CONFIGURATION, ...configuration },
    teamsApp: app,
  });
  return { app, listed, installationJson, tabJson };
}

const MOST_NAME = 128;
const NAVIGATION = ['teamsApp', 'teamsAppDefinition'];
const NO_CONFIGURATION = { entityId: null, contentUrl: null, websiteUrl: null, removeUrl: null };

/** What hangs on an object comes with it only when it is asked for. */
export function withoutNavigation(value: Json, expanded: readonly { readonly name: string }[]): Json {
  const wanted = new Set(expanded.map(({ name }) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !NAVIGATION.includes(name) || wanted.has(name.toLowerCase())),
  );
}

/** `teamsApp@odata.bind` must lead to an app of the catalogue. */
export function boundApp(body: Json): void {
  const bound = body['teamsApp@odata.bind'];
  const id = typeof bound === 'string' ? /\/appCatalogs\/teamsApps\/([^/]+)$/i.exec(bound)?.[1] : undefined;
  if (id === undefined) throw badRequest("The property 'teamsApp@odata.bind' is required.");
  if (decodeURIComponent(id).replace(/^\('(.*)'\)$/, '$1') !== TEAMS_APP_ID)
    throw new GraphError(404, 'NotFound', 'The app is not in the catalog.');
}

/** Whoever adds the app consents to all that it asks for there. */
export function checkConsent(body: Json, isWhole: (names: readonly string[]) => boolean): void {
  const reader = new Reader(body, 'teamsAppInstallation', ['consentedPermissionSet']);
  const list = valueAt(reader.object('consentedPermissionSet'), 'resourceSpecificPermissions');
  const names = (Array.isArray(list) ? (list as readonly unknown[]) : []).map((one) => {
    if (!isObject(one)) throw badRequest('Invalid permission.');
    const permission = new Reader(one, 'teamsAppResourceSpecificPermission', [
      'permissionValue',
      'permissionType',
    ]);
    if (permission.member('permissionType', PERMISSION_TYPES) !== 'delegated')
      throw badRequest('The consented permissions do not match the permissions of the app.');
    return permission.text('permissionValue') ?? '';
  });
  if (!isWhole(names)) throw badRequest('The consented permissions do not match the permissions of the app.');
}

function configurationOf(value: Json): Readonly<Record<string, string>> {
  const reader = new Reader(value, 'teamsTabConfiguration', Object.keys(NO_CONFIGURATION));
  const texts = Object.keys(NO_CONFIGURATION).flatMap((name) => {
    const text = reader.text(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const configuration = Object.fromEntries(texts);
  if (configuration['contentUrl'] === undefined || !URL.canParse(configuration['contentUrl']))
    throw badRequest('The configuration needs a contentUrl.');
  return configuration;
}

/** What a new tab is to be. */
export function tabInputOf(body: Json): Pick<Tab, 'displayName' | 'configuration'> {
  const reader = new Reader(body, 'teamsTab', ['displayName', 'configuration']);
  return {
    displayName: tabNameOf(reader.text('displayName')),
    configuration: configurationOf(reader.object('configuration') ?? {}),
  };
}

export function tabNameOf(name: string | undefined): string {
  if (name === undefined || name === '' || name.length > MOST_NAME)
    throw badRequest(`The displayName must have 1 to ${MOST_NAME} characters.`);
  return name;
}
