import { objectOf, Reader } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { ordered, selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Params, Reply, Route } from '../types';
import {
  childrenOf,
  type Conflict,
  eTagOf,
  type Item,
  itemAt,
  makeFolder,
  notFound,
  overwrite,
  remove,
  rename,
  type Stamp,
  writeNamed,
} from './drives';
import { ITEM_FIELDS, itemJson } from './itemJson';
import { FILE_SCOPES } from './places';
import type { Filing } from './placeRoutes';

type Paths = Readonly<Record<string, readonly string[]>>;
/** Where an address begins: the item that stands there before any path. */
type Anchor = (request: GraphRequest, params: Params) => Item;

const MOST_BYTES = 4 * 1024 * 1024;
const CONFLICTS: readonly string[] = ['fail', 'replace', 'rename'];

/** Files and folders by all the addresses they have. */
export function itemRoutes(filing: Filing): readonly Route[] {
  const { places, now } = filing;
  const anchors: readonly (readonly [pattern: string, anchor: Anchor])[] = [
    ['drives/{drive}/root', ({ caller }, params) => places.driveWith(caller, params).root],
    [
      'drives/{drive}/items/{item}',
      ({ caller }, params) => places.itemWith(places.driveWith(caller, params), params['item'] ?? ''),
    ],
    ['users/{user}/drive/root', ({ caller }, { user }) => places.ownDrive(caller, user).root],
    [
      'users/{user}/drive/items/{item}',
      ({ caller }, { user, item = '' }) => places.itemWith(places.ownDrive(caller, user), item),
    ],
    ['users/{user}/drive/special/approot', ({ caller }, { user }) => places.appFolder(caller, user)],
    [
      'sites/{site}/drive/root',
      ({ caller }, { site = '' }) => places.siteDrive(places.siteId(caller, site)).root,
    ],
    [
      'groups/{group}/drive/root',
      ({ caller }, { group = '' }) => places.siteDrive(places.groupSite(caller, group)).root,
    ],
  ];
  return anchors.flatMap(([pattern, anchor]) => [
    ...routesAt(filing, pattern, (request, params) => anchor(request, params)),
    ...routesAt(filing, `${pattern}/{:path}`, (request, params, { path = [] }) => {
      const found = itemAt(anchor(request, params), path);
      if (found === undefined) throw notFound();
      return found;
    }),
    writeAtPath(filing, pattern, anchor, now),
  ]);
}

type Finding = (request: GraphRequest, params: Params, paths: Paths) => Item;

function routesAt(filing: Filing, pattern: string, find: Finding): readonly Route[] {
  const { places } = filing;
  const stampOf = (request: GraphRequest): Stamp => ({ at: filing.now(), by: request.caller.personId });
  const read: Finding = (request, params, paths) =>
    places.check(request.caller, find(request, params, paths), false);
  const write: Finding = (request, params, paths) => {
    const item = places.check(request.caller, find(request, params, paths), true);
    checkVersion(request, item);
    return item;
  };
  const routes: readonly Omit<Route, 'scopes' | 'denied'>[] = [
    {
      method: 'GET',
      pattern,
      handle: (request, params, paths) => shown(filing, request, read(request, params, paths)),
    },
    {
      method: 'PATCH',
      pattern,
      handle(request, params, paths) {
        const item = write(request, params, paths);
        const reader = new Reader(objectOf(request.body), 'driveItem', [
          ...ITEM_FIELDS,
          '@microsoft.graph.conflictBehavior',
        ]);
        const name = reader.text('name');
        if (name !== undefined) rename(item, name, stampOf(request));
        return shown(filing, request, item);
      },
    },
    {
      method: 'DELETE',
      pattern,
      handle(request, params, paths) {
        const item = write(request, params, paths);
        if (item.parent === undefined) throw badRequest('The root cannot be deleted.', 'invalidRequest');
        remove(item);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      pattern: `${pattern}/children`,
      handle: (request, params, paths) => listed(filing, request, read(request, params, paths)),
    },
    {
      method: 'POST',
      pattern: `${pattern}/children`,
      handle(request, params, paths) {
        const parent = places.check(request.caller, find(request, params, paths), true);
        const body = objectOf(request.body);
        const reader = new Reader(body, 'driveItem', [...ITEM_FIELDS, '@microsoft.graph.conflictBehavior']);
        const name = reader.text('name');
        if (name === undefined || reader.object('folder') === undefined)
          throw badRequest('A new folder needs a name and the facet folder.', 'invalidRequest');
        const conflict = conflictOf(body['@microsoft.graph.conflictBehavior'], 'fail');
        return shown(filing, request, makeFolder(parent, name, conflict, stampOf(request)), 201);
      },
    },
    {
      method: 'GET',
      pattern: `${pattern}/content`,
      handle(request, params, paths) {
        const item = read(request, params, paths);
        if (item.content === undefined) throw badRequest('You cannot get content for a folder', 'notAFile');
        return { status: 302, headers: { Location: filing.downloads.urlOf(item) } };
      },
    },
    {
      method: 'PUT',
      pattern: `${pattern}/content`,
      handle(request, params, paths) {
        const item = write(request, params, paths);
        if (item.content === undefined) throw badRequest('A folder has no content.', 'notAFile');
        overwrite(item, contentOf(request), mimeTypeOf(request), stampOf(request));
        return shown(filing, request, item);
      },
    },
  ];
  // An address with a path is written by its name, below.
  const wanted = pattern.endsWith('{:path}') ? routes.filter(({ method }) => method !== 'PUT') : routes;
  return wanted.map((route) => ({ ...route, scopes: FILE_SCOPES, denied: 'files' }));
}

/** PUT root:/folder/name:/content makes the file, or what conflictBehavior says when the name is taken. */
function writeAtPath(filing: Filing, pattern: string, anchor: Anchor, now: () => number): Route {
  return {
    method: 'PUT',
    pattern: `${pattern}/{:path}/content`,
    scopes: FILE_SCOPES,
    denied: 'files',
    handle(request, params, { path = [] }) {
      const parent = itemAt(anchor(request, params), path.slice(0, -1));
      if (parent === undefined || parent.content !== undefined) throw notFound();
      filing.places.check(request.caller, parent, true);
      const name = path.at(-1) ?? '';
      const there = itemAt(parent, [name]);
      if (there !== undefined) checkVersion(request, there);
      else if (request.headers['if-match'] !== undefined) throw changed();
      const conflict = conflictOf(request.query.get('@microsoft.graph.conflictbehavior'), 'replace');
      const file = { content: contentOf(request), mimeType: mimeTypeOf(request) };
      const { item, isNew } = writeNamed(parent, name, file, conflict, {
        at: now(),
        by: request.caller.personId,
      });
      return shown(filing, request, item, isNew ? 201 : 200);
    },
  };
}

function shown(filing: Filing, request: GraphRequest, item: Item, status = 200): Reply {
  const context = `${filing.base}/$metadata#drives('${encodeURIComponent(item.drive.id)}')/items/$entity`;
  const json = jsonOf(filing, request, item);
  const fresh = request.headers['if-none-match'];
  if (request.method === 'GET' && fresh !== undefined && fresh === eTagOf(item)) return { status: 304 };
  return { status, headers: { ETag: eTagOf(item) }, body: { '@odata.context': context, ...json } };
}

function jsonOf(filing: Filing, request: GraphRequest, item: Item) {
  const shape = {
    company: filing.company,
    downloadUrl: (one: Item) => filing.downloads.urlOf(one),
    ...(filing.places.isAppFolder(item) && { special: item }),
  };
  return selected(itemJson(item, shape), selectOf(request.query), ITEM_FIELDS, 'driveItem');
}

function listed(filing: Filing, request: GraphRequest, folder: Item): Reply {
  if (folder.content !== undefined) throw notFound();
  const children = ordered(childrenOf(folder), request.query);
  const page = pageOf(request, children, { base: filing.base, size: 200, most: 999, by: '$skiptoken' });
  const context = `${filing.base}/$metadata#drives('${encodeURIComponent(folder.drive.id)}')/items('${folder.id}')/children`;
  const value = page.items.map((item) => jsonOf(filing, request, item));
  return { status: 200, body: { '@odata.context': context, ...page.next, value } };
}

const changed = (): GraphError =>
  new GraphError(412, 'resourceModified', "ETag does not match current item's value");

function checkVersion({ headers }: GraphRequest, item: Item): void {
  const wanted = headers['if-match'];
  if (wanted !== undefined && wanted !== '*' && wanted !== eTagOf(item)) throw changed();
}

function conflictOf(value: unknown, otherwise: Conflict): Conflict {
  if (value === undefined) return otherwise;
  const conflict = typeof value === 'string' ? value.toLowerCase() : '';
  if (!CONFLICTS.includes(conflict)) throw badRequest('Invalid conflict behavior.', 'invalidRequest');
  return conflict as Conflict;
}

function contentOf({ body }: GraphRequest): Buffer {
  const content = Buffer.from(body);
  if (content.byteLength > MOST_BYTES * 62)
    throw new GraphError(413, 'maxFileSizeExceeded', 'The file is too large for this call.');
  return content;
}

function mimeTypeOf({ headers }: GraphRequest): string {
  return headers['content-type'] ?? 'application/octet-stream';
}
