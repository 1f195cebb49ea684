import { createHash } from 'node:crypto';
import type { Company } from '../../company/types';
import { badRequest, GraphError } from '../http/errors';
import { deniedBy } from '../http/router';
import { type Filter, filterOf } from '../odata/filter';
import { ordered, selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Reply, Route } from '../types';
import { searchOf } from './search';

type User = Readonly<Record<string, unknown>> & { readonly id: string };

const SELF = ['User.Read', 'User.ReadWrite'];
const BASIC = ['User.ReadBasic.All'];
const ALL = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
/** What anybody in the tenant may read of a colleague. */
const BASIC_FIELDS = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'photo'];
const DEFAULT_FIELDS = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone'],
  ...['officeLocation', 'preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];
const SEARCHABLE = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
/** The directory takes no more alternatives in one filter. */
const MOST_ALTERNATIVES = 15;

/** People of the directory, rooms among them as accounts that cannot sign in. */
export function usersOf(company: Company): readonly User[] {
  const people = company.people.map((one): User => ({
    id: one.id,
    accountEnabled: true,
    businessPhones: [],
    city: one.city || null,
    companyName: company.name,
    country: one.country || null,
    createdDateTime: '2019-01-07T08:00:00Z',
    department: one.department || null,
    displayName: one.name,
    givenName: one.givenName,
    jobTitle: one.jobTitle || null,
    mail: one.mail,
    mobilePhone: null,
    officeLocation: one.officeLocation || null,
    preferredLanguage: one.language,
    state: null,
    surname: one.surname,
    usageLocation: one.guest || one.country === '' ? null : one.country,
    userPrincipalName: one.upn,
    userType: one.guest ? 'Guest' : 'Member',
  }));
  const rooms = company.rooms.map((one): User => ({
    id: one.id,
    accountEnabled: false,
    businessPhones: [],
    city: one.city || null,
    companyName: null,
    country: null,
    createdDateTime: '2019-01-07T08:00:00Z',
    department: null,
    displayName: one.name,
    givenName: null,
    jobTitle: null,
    mail: one.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    state: null,
    surname: null,
    usageLocation: null,
    userPrincipalName: one.mail,
    userType: 'Member',
  }));
  return [...people, ...rooms];
}

/** /me and /users (facts, section 5). */
export function userRoutes(company: Company, base: string): readonly Route[] {
  const users = usersOf(company);
  const fields = Object.keys(users[0] ?? { id: '' });

  const shown = (user: User, request: GraphRequest): Readonly<Record<string, unknown>> => {
    const { scopes } = request.caller;
    const self = request.caller.personId === user.id && SELF.some((scope) => scopes.includes(scope));
    const readable = self || ALL.some((scope) => scopes.includes(scope)) ? fields : BASIC_FIELDS;
    const select = selectOf(request.query) ?? DEFAULT_FIELDS;
    const json = selected(user, select, fields, 'user');
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [
        name,
        readable.includes(name) ? value : Array.isArray(value) ? [] : null,
      ]),
    );
  };

  return [
    {
      method: 'GET',
      pattern: 'users/{user}',
      scopes: [...SELF, ...BASIC, ...ALL],
      denied: 'directory',
      handle(request, { user: name = '' }) {
        const user = users.find((one) => isNamed(one, name));
        const others = [...BASIC, ...ALL].some((scope) => request.caller.scopes.includes(scope));
        if (!others && user?.id !== request.caller.personId) throw deniedBy('directory');
        if (user === undefined) throw notThere(name);
        return {
          status: 200,
          body: { '@odata.context': `${base}/$metadata#users/$entity`, ...shown(user, request) },
        };
      },
    },
    {
      method: 'GET',
      pattern: 'users',
      scopes: [...BASIC, ...ALL],
      denied: 'directory',
      handle: (request) => listing(request, users, base, shown),
    },
    ...['users/{user}/photo/$value', 'users/{user}/photos/{size}/$value'].map((pattern): Route => ({
      method: 'GET',
      pattern,
      scopes: [...SELF, ...BASIC, ...ALL],
      denied: 'directory',
      handle() {
        throw new GraphError(
          404,
          'ImageNotFound',
          "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
        );
      },
    })),
  ];
}

function listing(
  request: GraphRequest,
  users: readonly User[],
  base: string,
  shown: (user: User, request: GraphRequest) => Readonly<Record<string, unknown>>,
): Reply {
  const { query, headers, caller } = request;
  const eventual = headers['consistencylevel']?.toLowerCase() === 'eventual';
  const counted = query.get('$count')?.toLowerCase() === 'true';
  const text = query.get('$filter');
  const filter = text === undefined ? undefined : filterOf(text);
  const search = query.get('$search');
  if (search !== undefined && !eventual)
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  if (filter !== undefined) checkFilter(filter, eventual && counted, caller.scopes);
  if (query.has('$orderby') && (filter !== undefined || search !== undefined) && !(eventual && counted))
    throw unsupported('Sorting not supported for current query.');
  const found = users
    .filter((user) => filter?.matches(user) ?? true)
    .filter(search === undefined ? () => true : searchOf(search, SEARCHABLE));
  const inOrder = query.has('$orderby') ? ordered(found, query) : inDirectoryOrder(found);
  const page = pageOf(request, inOrder, { base, size: 100, most: 999, by: '$skiptoken' });
  return {
    status: 200,
    body: {
      '@odata.context': `${base}/$metadata#users`,
      ...(counted && eventual && { '@odata.count': found.length }),
      ...page.next,
      value: page.items.map((user) => shown(user, request)),
    },
  };
}

function checkFilter(filter: Filter, advancedAllowed: boolean, scopes: readonly string[]): void {
  if (filter.alternatives > MOST_ALTERNATIVES)
    throw unsupported(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${filter.alternatives}. Max allowed: ${MOST_ALTERNATIVES}.`,
    );
  if (filter.advanced && !advancedAllowed)
    throw unsupported(
      'Unsupported or invalid query filter clause specified. It needs ConsistencyLevel: eventual and $count=true.',
    );
  const basic = new Set(BASIC_FIELDS.map((name) => name.toLowerCase()));
  const all = ALL.some((scope) => scopes.includes(scope));
  for (const field of filter.fields) {
    if (!all && !basic.has(field.toLowerCase())) throw deniedBy('directory');
  }
}

const unsupported = (message: string): Error => badRequest(message, 'Request_UnsupportedQuery');

/** No order that anybody could rely on, and the same each time. */
function inDirectoryOrder(users: readonly User[]): readonly User[] {
  const order = (user: User) => createHash('sha256').update(user.id).digest('hex');
  return [...users].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function isNamed(user: User, name: string): boolean {
  return [user.id, user['userPrincipalName']].some(
    (one) => typeof one === 'string' && one.toLowerCase() === name.toLowerCase(),
  );
}

function notThere(name: string): Error {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
