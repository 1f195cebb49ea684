import * as v from 'valibot';
import { path, type Call, type Graph, type Operation } from '../../graph/client/call';
import { orFail } from '../../graph/client/failures';
import { ask, askAll } from '../../graph/client/json';

const OPERATION: Operation = {
  tier: 'followUp',
  cancel: { cancelled: false, onCancel: () => () => undefined },
};

const APPLICATION = v.nullish(v.object({ application: v.nullish(v.object({ id: v.nullish(v.string()) })) }));
const PERMISSION = v.object({
  id: v.string(),
  roles: v.nullish(v.array(v.string())),
  grantedToV2: APPLICATION,
  grantedToIdentitiesV2: v.nullish(v.array(APPLICATION)),
  grantedToIdentities: v.nullish(v.array(APPLICATION)),
});
const SITE = v.object({ id: v.string(), displayName: v.nullish(v.string()) });

/** Roles with which Cadencia can keep its files there. */
const ENOUGH = new Set(['write', 'manage', 'fullcontrol', 'owner']);
const MOST = 500;

export type SiteGrant = { readonly site: string; readonly permission?: string; readonly enough: boolean };

/** What the application may do on the one site, which is named by its address. */
export async function siteGrant(graph: Graph, address: string, clientId: string): Promise<SiteGrant> {
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter((part) => part !== '');
  const where =
    parts.length === 0
      ? path`/sites/${hostname}`
      : `${path`/sites/${hostname}`}:/${parts.map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')}`;
  const call: Call = { method: 'GET', path: where, query: { $select: 'id,displayName' } };
  const { id: site } = await ask(graph, SITE, call, OPERATION);
  const all = await askAll(
    graph,
    PERMISSION,
    { method: 'GET', path: path`/sites/${site}/permissions` },
    OPERATION,
    MOST,
  );
  const ours = all.find((one) =>
    [one.grantedToV2, ...(one.grantedToIdentitiesV2 ?? []), ...(one.grantedToIdentities ?? [])].some(
      (to) => to?.application?.id?.toLowerCase() === clientId,
    ),
  );
  if (ours === undefined) return { site, enough: false };
  // A listing leaves the roles out (seen by users, documented for one permission only).
  const one: Call = { method: 'GET', path: path`/sites/${site}/permissions/${ours.id}` };
  const roles = ours.roles ?? (await ask(graph, PERMISSION, one, OPERATION)).roles ?? [];
  return { site, permission: ours.id, enough: roles.some((role) => ENOUGH.has(role)) };
}

/** Lets the application read and write this site, for people who may themselves. */
export async function grantSite(
  graph: Graph,
  found: SiteGrant,
  clientId: string,
  name: string,
): Promise<void> {
  const roles = ['write'];
  const call: Call =
    found.permission === undefined
      ? {
          method: 'POST',
          path: path`/sites/${found.site}/permissions`,
          body: { roles, grantedToIdentities: [{ application: { id: clientId, displayName: name } }] },
        }
      : {
          method: 'PATCH',
          path: path`/sites/${found.site}/permissions/${found.permission}`,
          body: { roles },
          repeatable: true,
        };
  orFail(await graph.send(call, OPERATION), call, OPERATION);
}
