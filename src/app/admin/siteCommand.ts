import type { ClientConfig } from '../clientConfig';

type Told = Pick<ClientConfig, 'clientId' | 'graph'>;

/** For PowerShell with Microsoft's module of Graph: lets the application read and write the one site, and no other. */
export function siteCommandOf({ clientId, graph }: Told, site: string): string {
  const where = site.includes(':/') ? `${site}:` : site;
  const body = {
    roles: ['write'],
    grantedToIdentities: [{ application: { id: clientId, displayName: 'Cadencia' } }],
  };
  return [
    connectTo(graph, 'Sites.FullControl.All'),
    `Invoke-MgGraphRequest -Method POST -Uri ${quoted(`${graph}/sites/${where}/permissions`)} -Body ${quoted(JSON.stringify(body))} -ContentType application/json`,
  ].join('; ');
}

/** The same, for leaving: deletes the application from the directory. */
export function leaveCommandOf({ clientId, graph }: Told): string {
  return [
    connectTo(graph, 'Application.ReadWrite.All'),
    `Invoke-MgGraphRequest -Method DELETE -Uri "${graph}/applications(appId='${clientId}')"`,
  ].join('; ');
}

/** National clouds as that module calls them, by their Graph's host; it signs in to the worldwide one by itself. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  'graph.microsoft.us': 'USGov',
  'dod-graph.microsoft.us': 'USGovDoD',
  'microsoftgraph.chinacloudapi.cn': 'China',
};

function connectTo(graph: string, scope: string): string {
  const environment = ENVIRONMENTS[/^https:\/\/([^/:]+)/.exec(graph)?.[1] ?? ''];
  return `Connect-MgGraph -Scopes ${scope}${environment === undefined ? '' : ` -Environment ${environment}`}`;
}

/** PowerShell takes everything inside single quotes as it stands, but for the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
