import { objectOf } from '../http/body';
import { GraphError } from '../http/errors';
import type { Route } from '../types';
import { appJson, boundApp, checkConsent, tabInputOf, withoutNavigation } from './appJson';
import { type Apps, isWholeConsent } from './apps';
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

export type AppTenant = Chatting & {
  readonly apps: Apps;
  /** The product's id in its manifest. */
  readonly appId: string;
};

/** The app catalogue, the app in a meeting's chat, and its tabs (facts, section 13). */
export function appRoutes(tenant: AppTenant): readonly Route[] {
  const { apps, chats, base } = tenant;
  const { app, listed, installationJson, tabJson } = appJson(tenant);
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
        checkConsent(body, isWholeConsent);
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
        const { displayName, configuration } = tabInputOf(body);
        const made = apps.addTab(found.id, displayName, configuration);
        const context = `${base}/$metadata#${chatContext(chat, 'tabs')}/$entity`;
        return { status: 201, body: { '@odata.context': context, ...withoutNavigation(tabJson(made), []) } };
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'teams' }));
}
