import { guidOf } from '../../company/naming';
import type { Company } from '../../company/types';
import { selected, selectOf } from '../odata/options';
import type { Route } from '../types';

/** With these alone the service tells an organisation's id, name and domains, and null for everything else. */
const BASIC = ['User.Read', 'User.ReadWrite'];
const ALL = ['Organization.Read.All', 'Directory.Read.All'];

/** /organization: the tenant itself. */
export function organisationRoute(company: Company, base: string): Route {
  const { domain, name } = company;
  const known = {
    id: guidOf(domain, 'tenant'),
    displayName: name ?? domain,
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: true,
        name: domain,
        type: 'Managed',
      },
    ],
  };
  return {
    method: 'GET',
    pattern: 'organization',
    scopes: [...BASIC, ...ALL],
    denied: 'directory',
    handle(request) {
      const whole = ALL.some((scope) => request.caller.scopes.includes(scope));
      const tenant = { ...known, city: null, country: null, tenantType: whole ? 'AAD' : null };
      const value = selected(tenant, selectOf(request.query), Object.keys(tenant), 'organization');
      return { status: 200, body: { '@odata.context': `${base}/$metadata#organization`, value: [value] } };
    },
  };
}
