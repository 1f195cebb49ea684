import { type Json, objectOf, Reader } from '../http/body';
import { GraphError } from '../http/errors';
import { channelOf, teamFor } from '../people/teamRoutes';
import type { Caller, Params, Route } from '../types';
import { appJson, boundApp, checkConsent, tabInputOf, tabNameOf, withoutNavigation } from './appJson';
import type { AppTenant } from './appRoutes';
import { isWholeTeamConsent } from './apps';

const INSTALL = [
  'TeamsAppInstallation.ReadWriteAndConsentForTeam',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam',
];
const READ = ['TeamsAppInstallation.ReadForTeam', ...INSTALL];
const TABS = ['TeamsTab.ReadWriteForTeam', 'TeamsTab.ReadWriteSelfForTeam', 'TeamsTab.ReadWrite.All'];
const NEW_TAB = ['TeamsTab.Create', ...TABS];
const READ_TABS = ['TeamsTab.Read.All', ...TABS];

/** The app in the team, and the tabs of its channel; every member may add one, as Teams has it at first. */
export function channelAppRoutes(tenant: AppTenant): readonly Route[] {
  const { apps, company, base } = tenant;
  const { listed, installationJson, tabJson } = appJson(tenant);
  const teamAt = (caller: Caller, { team }: Params) => teamFor(company, caller, team);
  const channelAt = (caller: Caller, params: Params) => {
    const team = teamAt(caller, params);
    const { id } = channelOf(company, team);
    if (id !== params['channel']) throw new GraphError(404, 'NotFound', 'NotFound');
    const context = `teams('${team.id}')/channels('${encodeURIComponent(id)}')/tabs`;
    return { team, channel: id, context };
  };
  const one = (context: string, value: Json): Json => ({
    '@odata.context': `${base}/$metadata#${context}/$entity`,
    ...withoutNavigation(value, []),
  });

  const routes: readonly Omit<Route, 'denied'>[] = [
    {
      method: 'GET',
      pattern: 'teams/{team}/installedapps',
      scopes: READ,
      handle(request, params) {
        const { id } = teamAt(request.caller, params);
        const installed = apps.installedIn(id);
        const all = installed === undefined ? [] : [installationJson(installed)];
        return listed(request, `teams('${id}')/installedApps`, all);
      },
    },
    {
      method: 'POST',
      pattern: 'teams/{team}/installedapps',
      scopes: INSTALL,
      handle(request, params) {
        const { id } = teamAt(request.caller, params);
        const body = objectOf(request.body);
        boundApp(body);
        checkConsent(body, isWholeTeamConsent);
        apps.install(id);
        return { status: 201 };
      },
    },
    {
      method: 'GET',
      pattern: 'teams/{team}/channels/{channel}/tabs',
      scopes: READ_TABS,
      handle(request, params) {
        const { channel, context } = channelAt(request.caller, params);
        return listed(request, context, apps.tabsIn(channel).map(tabJson));
      },
    },
    {
      method: 'POST',
      pattern: 'teams/{team}/channels/{channel}/tabs',
      scopes: NEW_TAB,
      handle(request, params) {
        const { team, channel, context } = channelAt(request.caller, params);
        const body = objectOf(request.body);
        boundApp(body);
        const { displayName, configuration } = tabInputOf(body);
        const made = apps.addTab(channel, displayName, configuration, team.id);
        return { status: 201, body: one(context, tabJson(made)) };
      },
    },
    {
      method: 'PATCH',
      pattern: 'teams/{team}/channels/{channel}/tabs/{tab}',
      scopes: TABS,
      handle(request, params) {
        const { channel, context } = channelAt(request.caller, params);
        const reader = new Reader(objectOf(request.body), 'teamsTab', ['displayName']);
        const name = tabNameOf(reader.text('displayName'));
        return {
          status: 200,
          body: one(context, tabJson(apps.renameTab(channel, params['tab'] ?? '', name))),
        };
      },
    },
    {
      method: 'DELETE',
      pattern: 'teams/{team}/channels/{channel}/tabs/{tab}',
      scopes: TABS,
      handle(request, params) {
        const { channel } = channelAt(request.caller, params);
        apps.removeTab(channel, params['tab'] ?? '');
        return { status: 204 };
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'teams' }));
}
