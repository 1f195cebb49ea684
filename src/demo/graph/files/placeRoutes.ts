import type { Company } from '../../company/types';
import { selected, selectOf } from '../odata/options';
import type { GraphRequest, Reply, Route } from '../types';
import type { Downloads } from './downloads';
import type { Drive } from './drives';
import { DRIVE_FIELDS, driveJson } from './itemJson';
import { FILE_SCOPES, type Places } from './places';

export type Filing = {
  readonly company: Company;
  readonly base: string;
  readonly now: () => number;
  readonly places: Places;
  readonly downloads: Downloads;
};

const SITE_FIELDS = [
  'id',
  'name',
  'displayName',
  'webUrl',
  'createdDateTime',
  'lastModifiedDateTime',
  'description',
  'siteCollection',
  'root',
];

/** Drives and the team's site. */
export function placeRoutes({ company, base, places }: Filing): readonly Route[] {
  const drive = (request: GraphRequest, found: Drive): Reply => ({
    status: 200,
    body: {
      '@odata.context': `${base}/$metadata#drives/$entity`,
      ...selected(driveJson(found, company), selectOf(request.query), DRIVE_FIELDS, 'drive'),
    },
  });
  const site = (request: GraphRequest, id: string): Reply => {
    const json = {
      id,
      name: places.sitePath().split('/').at(-1),
      displayName: company.team?.name,
      webUrl: places.siteUrl(),
      createdDateTime: '2024-01-08T08:00:00Z',
      lastModifiedDateTime: '2024-01-08T08:00:00Z',
      siteCollection: { hostname: places.hostName() },
    };
    return {
      status: 200,
      body: {
        '@odata.context': `${base}/$metadata#sites/$entity`,
        ...selected(json, selectOf(request.query), SITE_FIELDS, 'site'),
      },
    };
  };
  const routes: readonly Omit<Route, 'scopes' | 'denied' | 'method'>[] = [
    {
      pattern: 'users/{user}/drive',
      handle: (request, { user }) => drive(request, places.ownDrive(request.caller, user)),
    },
    {
      pattern: 'drives/{drive}',
      handle: (request, params) => drive(request, places.driveWith(request.caller, params)),
    },
    {
      pattern: 'sites/{site}',
      handle: (request, { site: id = '' }) => site(request, places.siteId(request.caller, id)),
    },
    {
      pattern: 'sites/{site}/{:path}',
      handle: (request, { site: host = '' }, { path }) =>
        site(request, places.siteId(request.caller, host, path)),
    },
    {
      pattern: 'sites/{site}/drive',
      handle: (request, { site: id = '' }) =>
        drive(request, places.siteDrive(places.siteId(request.caller, id))),
    },
    {
      pattern: 'sites/{site}/{:path}/drive',
      handle: (request, { site: host = '' }, { path }) =>
        drive(request, places.siteDrive(places.siteId(request.caller, host, path))),
    },
    {
      pattern: 'groups/{group}/drive',
      handle: (request, { group = '' }) =>
        drive(request, places.siteDrive(places.groupSite(request.caller, group))),
    },
    {
      pattern: 'groups/{group}/sites/root',
      handle: (request, { group = '' }) => site(request, places.groupSite(request.caller, group)),
    },
  ];
  return routes.map((route) => ({ ...route, method: 'GET', scopes: FILE_SCOPES, denied: 'files' }));
}
