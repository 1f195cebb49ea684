import { guidOf } from '../../company/naming';
import type { Company, Team } from '../../company/types';
import { GraphError } from '../http/errors';
import { deniedBy } from '../http/router';
import { selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { Caller, GraphRequest, Reply, Route } from '../types';
import { usersOf } from './userRoutes';

const MEMBERS = ['GroupMember.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const SHOWN = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
];
const SHOWN_TOO = ['preferredLanguage', 'surname', 'userPrincipalName', 'id'];

/** The team by its id or its group's, for a member; without an id, the only one there is. */
export function teamFor(company: Company, { personId }: Caller, id?: string): Team {
  const { team } = company;
  if (team === undefined || (id !== undefined && ![team.id, team.groupId].includes(id.toLowerCase())))
    throw new GraphError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  if (!team.members.includes(personId)) throw deniedBy('directory');
  return team;
}

/** The same where Teams itself answers: to it a stranger lacks no scope. */
export function teamOfMember(company: Company, caller: Caller, id: string | undefined): Team {
  const { team } = company;
  const known = team !== undefined && [team.id, team.groupId].includes(id?.toLowerCase() ?? '');
  if (known && !team.members.includes(caller.personId))
    throw new GraphError(403, 'Forbidden', 'InsufficientPrivileges');
  return teamFor(company, caller, id);
}

/** The team's only channel. */
export function channelOf(company: Company, { id }: Team) {
  return {
    id: `19:${guidOf(company.domain, id, 'channel').replaceAll('-', '')}@thread.tacv2`,
    displayName: 'General',
    description: null,
    membershipType: 'standard',
  };
}

/** The team, its group, their members and channel. */
export function teamRoutes(company: Company, base: string): readonly Route[] {
  const users = usersOf(company);
  const fields = Object.keys(users[0] ?? { id: '' });

  const teamWith = (caller: Caller, id: string | undefined): Team => teamFor(company, caller, id);
  const listed = (
    request: GraphRequest,
    context: string,
    all: readonly Readonly<Record<string, unknown>>[],
  ): Reply => {
    const page = pageOf(request, all, { base, size: 100, most: 999, by: '$skiptoken' });
    return {
      status: 200,
      body: { '@odata.context': `${base}/$metadata#${context}`, ...page.next, value: page.items },
    };
  };
  const members = (request: GraphRequest, id: string | undefined): Reply => {
    const { members: ids } = teamWith(request.caller, id);
    const select = selectOf(request.query) ?? [...SHOWN, ...SHOWN_TOO];
    const found = users
      .filter((user) => ids.includes(user.id))
      .map((user) => ({ '@odata.type': '#microsoft.graph.user', ...selected(user, select, fields, 'user') }));
    return listed(request, 'directoryObjects', found);
  };

  const routes: readonly Omit<Route, 'method' | 'denied'>[] = [
    {
      pattern: 'users/{user}/joinedteams',
      scopes: ['Team.ReadBasic.All', 'Directory.Read.All'],
      handle(request, { user }) {
        if (user !== request.caller.personId) throw deniedBy('directory');
        const { team } = company;
        const mine = team?.members.includes(request.caller.personId) === true ? [team] : [];
        const json = mine.map(({ id, name }) => ({
          id,
          displayName: name,
          description: null,
          isArchived: false,
        }));
        return listed(request, 'teams', json);
      },
    },
    {
      pattern: 'groups/{group}',
      scopes: ['Group.ReadBasic.All', ...MEMBERS],
      handle(request, { group }) {
        const { groupId, name } = teamWith(request.caller, group);
        const json = {
          id: groupId,
          displayName: name,
          description: null,
          visibility: 'Private',
          groupTypes: ['Unified'],
        };
        return { status: 200, body: { '@odata.context': `${base}/$metadata#groups/$entity`, ...json } };
      },
    },
    ...['members', 'members/user', 'transitivemembers', 'transitivemembers/user'].map((rest) => ({
      pattern: `groups/{group}/${rest}`,
      scopes: MEMBERS,
      handle: (request: GraphRequest, { group }: Readonly<Record<string, string>>) => members(request, group),
    })),
    {
      pattern: 'teams/{team}/channels',
      scopes: ['Channel.ReadBasic.All', 'Directory.Read.All'],
      handle(request, { team: id }) {
        const team = teamWith(request.caller, id);
        return listed(request, `teams('${team.id}')/channels`, [channelOf(company, team)]);
      },
    },
    {
      pattern: 'teams/{team}/members',
      scopes: ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
      handle(request, { team: id }) {
        const team = teamWith(request.caller, id);
        const heads = new Set(company.areas.map(({ head }) => head));
        const json = company.people
          .filter((person) => team.members.includes(person.id))
          .map((person) => ({
            '@odata.type': '#microsoft.graph.aadUserConversationMember',
            id: Buffer.from(`${team.id}##${person.id}`).toString('base64'),
            roles: heads.has(person.id) ? ['owner'] : [],
            displayName: person.name,
            userId: person.id,
            email: person.mail,
            tenantId: guidOf(company.domain, 'tenant'),
          }));
        return listed(request, `teams('${team.id}')/members`, json);
      },
    },
  ];
  return routes.map((route) => ({ ...route, method: 'GET', denied: 'directory' }));
}
