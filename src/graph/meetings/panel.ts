import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { MeetingPlace } from '../../app/ports/room';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { orFail } from '../client/failures';
import { askAll } from '../client/json';

/** Where the app stands in the organisation's catalogue, and the page that its tab shows. */
export type PanelApp = {
  /** Base address of Graph: apps are bound by their address there. */
  readonly graph: string;
  readonly teamsApp: string | undefined;
  readonly tabAddress: string | undefined;
};

/** What the app asks for in a meeting's chat; the same as in its manifest, or the service refuses the consent. */
const PERMISSIONS = ['OnlineMeetingIncomingAudio.Detect.Chat', 'MeetingStage.Write.Chat'];

const TAB = v.object({
  teamsApp: v.nullish(v.object({ id: v.nullish(v.string()) })),
  configuration: v.nullish(v.object({ entityId: v.nullish(v.string()) })),
});
/** Names our tab among others of the app. */
const ENTITY = 'cadencia-meeting';
const MOST_TABS = 200;

/** Whether the app has a tab in the meeting's chat, whoever added it: without one there is no panel (GM5). */
export async function hasTab(
  graph: Graph,
  place: MeetingPlace,
  app: PanelApp,
  operation: Operation,
): Promise<boolean> {
  const { teamsApp } = known(app);
  // A channel's tabs are the team's matter, and need scopes that the tier does not ask for.
  if (place.kind === 'channel') return false;
  const call: Call = {
    method: 'GET',
    path: path`/chats/${place.chat}/tabs`,
    query: { $expand: 'teamsApp' },
  };
  const tabs = await askAll(graph, TAB, call, operation, MOST_TABS);
  return tabs.some((tab) => tab.teamsApp?.id?.toLowerCase() === teamsApp.toLowerCase());
}

/** Adds the app and then its tab; what is there already stays as it is (GM6, GM7). */
export async function addTab(
  graph: Graph,
  place: MeetingPlace,
  tabName: string,
  app: PanelApp,
  operation: Operation,
): Promise<void> {
  const { teamsApp, tabAddress } = known(app);
  if (place.kind === 'channel') throw new PortFailure({ kind: 'refused', code: 'channel' });
  const bound = { 'teamsApp@odata.bind': app.graph + path`/appCatalogs/teamsApps/${teamsApp}` };
  const chat = path`/chats/${place.chat}`;
  await unlessThere(
    graph,
    {
      method: 'POST',
      path: `${chat}/installedApps`,
      body: {
        ...bound,
        consentedPermissionSet: {
          resourceSpecificPermissions: PERMISSIONS.map((permissionValue) => ({
            permissionValue,
            permissionType: 'delegated',
          })),
        },
      },
      // An app is in a chat once.
      repeatable: true,
    },
    operation,
  );
  if (await hasTab(graph, place, app, operation)) return;
  const tab: Call = {
    method: 'POST',
    path: `${chat}/tabs`,
    body: {
      ...bound,
      displayName: tabName,
      configuration: { entityId: ENTITY, contentUrl: tabAddress, websiteUrl: tabAddress },
    },
    repeatable: false,
  };
  try {
    await unlessThere(graph, tab, operation);
  } catch (error) {
    // Nobody knows whether it was added, but the chat does; a second one would stand there for good.
    const unclear = error instanceof PortFailure && ['offline', 'unavailable'].includes(error.failure.kind);
    if (!unclear || !(await hasTab(graph, place, app, operation))) throw error;
  }
}

/** An app that is in no catalogue, or has no page, is not found. */
function known({ teamsApp, tabAddress }: PanelApp) {
  if (teamsApp === undefined || tabAddress === undefined) throw new PortFailure({ kind: 'notFound' });
  return { teamsApp, tabAddress };
}

async function unlessThere(graph: Graph, call: Call, operation: Operation): Promise<void> {
  const answer = await graph.send(call, operation);
  if (answer.status !== 409) orFail(answer, call, operation);
}
