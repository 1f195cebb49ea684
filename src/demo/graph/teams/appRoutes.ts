import { isObject, type Json, objectOf, Reader } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { filterOf } from '../odata/filter';
import { expandOf, valueAt } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Reply, Route } from '../types';
import { type Apps, type Installation, isWholeConsent, type Tab, TEAMS_APP_ID } from './apps';
import type { Chatting } from './chatRoutes';

const CONSENT = [
  'TeamsAppInstallation.ReadWriteAndConsentSelfForChat',
  'TeamsAppInstallation.ReadWriteAndConsentForChat',
];
const PLAIN = ['TeamsAppInstallation.ReadWriteSelfForChat', 'TeamsAppInstallation.ReadWriteForChat'];
const READ = ['TeamsAppInstallation.ReadForChat', ...PLAIN, ...CONSENT];
const TABS = ['TeamsTab.ReadWriteSelfForChat', 'TeamsTab.ReadWriteForChat', 'TeamsTab.ReadWrite.All'];
const NEW_TAB = ['TeamsTab.Create', ...TABS];
const READ_TABS = ['TeamsTab.Read.All', ...TABS];
const CATALOGUE = ['AppCatalog.Read.All', 'AppCatalog.Submit', 'AppCatalog.ReadWrite.All'];
const VERSION = '1.0.0';
const PERMISSION_TYPES = ['delegated', 'application'] as const;

export type AppTenant = Chatting & {
  readonly apps: Apps;
  /** The product's id in its manifest. */
  readonly appId: string;
};

/** The app catalogue, the app in a meeting's chat, and its tabs (facts, section 13). */
export function appRoutes(tenant: AppTenant): readonly Route[] {
  const { apps, chats, base } = tenant;
  const app = {
    id: TEAMS_APP_ID,
    externalId: tenant.appId,
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
  const chatContext = (id: string, rest: string) => `chats('${encodeURIComponent(id)}')/${rest}`;

  const routes: readonly Omit<Route, 'denied'>[] = [
    {
      method: 'GET',
      pattern: 'appcatalogs/teamsapps',
      scopes: CATALOGUE,
      handle: (request) => listed(request, 'appCatalogs/teamsApps', [app]),
    },
    {
      method: 'GET',
      pattern: 'chats/{chat}/installedapps',
      scopes: READ,
      handle(request, { chat = '' }) {
        const { chat: found } = chats.entered(request.caller, chat);
        const installed = apps.installedIn(found.id);
        const all = installed === undefined ? [] : [installationJson(installed)];
        return listed(request, chatContext(chat, 'installedApps'), all);
      },
    },
    {
      method: 'POST',
      pattern: 'chats/{chat}/installedapps',
      scopes: [...PLAIN, ...CONSENT],
      handle(request, { chat = '' }) {
        const found = chats.presenting(request.caller, chat);
        const body = objectOf(request.body);
        boundApp(body);
        if (!CONSENT.some((scope) => request.caller.scopes.includes(scope)))
          throw new GraphError(
            403,
            'Forbidden',
            'The app requires consent to resource-specific permissions, which this permission cannot give.',
          );
        checkConsent(body);
        apps.install(found.id);
        return { status: 201 };
      },
    },
    {
      method: 'DELETE',
      pattern: 'chats/{chat}/installedapps/{installation}',
      scopes: [...PLAIN, ...CONSENT],
      handle(request, { chat = '', installation }) {
        const found = chats.presenting(request.caller, chat);
        if (apps.installedIn(found.id)?.id !== installation)
          throw new GraphError(404, 'NotFound', 'NotFound');
        apps.remove(found.id);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      pattern: 'chats/{chat}/tabs',
      scopes: READ_TABS,
      handle(request, { chat = '' }) {
        const { chat: found } = chats.entered(request.caller, chat);
        return listed(request, chatContext(chat, 'tabs'), apps.tabsIn(found.id).map(tabJson));
      },
    },
    {
      method: 'POST',
      pattern: 'chats/{chat}/tabs',
      scopes: NEW_TAB,
      handle(request, { chat = '' }) {
        const found = chats.presenting(request.caller, chat);
        const body = objectOf(request.body);
        boundApp(body);
        const reader = new Reader(body, 'teamsTab', ['displayName', 'configuration']);
        const name = reader.text('displayName');
        if (name === undefined || name === '' || name.length > MOST_NAME)
          throw badRequest(`The displayName must have 1 to ${MOST_NAME} characters.`);
        const made = apps.addTab(found.id, name, configurationOf(reader.object('configuration') ?? {}));
        const context = `${base}/$metadata#${chatContext(chat, 'tabs')}/$entity`;
        return { status: 201, body: { '@odata.context': context, ...withoutNavigation(tabJson(made), []) } };
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'teams' }));
}

const MOST_NAME = 128;
const NAVIGATION = ['teamsApp', 'teamsAppDefinition'];
const NO_CONFIGURATION = { entityId: null, contentUrl: null, websiteUrl: null, removeUrl: null };

/** What hangs on an object comes with it only when it is asked for. */
function withoutNavigation(value: Json, expanded: readonly { readonly name: string }[]): Json {
  const wanted = new Set(expanded.map(({ name }) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !NAVIGATION.includes(name) || wanted.has(name.toLowerCase())),
  );
}

/** `teamsApp@odata.bind` must lead to an app of the catalogue. */
function boundApp(body: Json): void {
  const bound = body['teamsApp@odata.bind'];
  const id = typeof bound === 'string' ? /\/appCatalogs\/teamsApps\/([^/]+)$/i.exec(bound)?.[1] : undefined;
  if (id === undefined) throw badRequest("The property 'teamsApp@odata.bind' is required.");
  if (decodeURIComponent(id).replace(/^\('(.*)'\)$/, '$1') !== TEAMS_APP_ID)
    throw new GraphError(404, 'NotFound', 'The app is not in the catalog.');
}

function checkConsent(body: Json): void {
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
  if (!isWholeConsent(names))
    throw badRequest('The consented permissions do not match the permissions of the app.');
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
