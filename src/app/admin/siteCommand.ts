import type { ClientConfig } from '../clientConfig';

/** For PowerShell with Microsoft's module of Graph: lets the application read and write the one site, and no other. */
export function siteCommandOf(
  { clientId, graph }: Pick<ClientConfig, 'clientId' | 'graph'>,
  site: string,
): string {
  const where = site.includes(':/') ? `${site}:` : site;
  const body = {
    roles: ['write'],
    grantedToIdentities: [{ application: { id: clientId, displayName: 'Cadencia' } }],
  };
  return [
    'Connect-MgGraph -Scopes Sites.FullControl.All',
    `Invoke-MgGraphRequest -Method POST -Uri ${quoted(`${graph}/sites/${where}/permissions`)} -Body ${quoted(JSON.stringify(body))} -ContentType application/json`,
  ].join('; ');
}

/** PowerShell takes everything inside single quotes as it stands, but for the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
