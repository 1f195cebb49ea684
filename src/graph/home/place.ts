import * as v from 'valibot';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { ask } from '../client/json';

/** Where a home's files lie, as the beginnings of addresses. */
export type Place = {
  /** Below it stand items by their id. */
  readonly items: string;
  readonly children: string;
  file(name: string): string;
  /** Makes the folder; undefined when the service makes it by itself. */
  readonly makeFolder?: Call;
  /** A folder in it, one level down. */
  folder(name: string): Omit<Place, 'folder'>;
};

/** Asks once where that is, and remembers. */
export type FindPlace = (operation: Operation) => Promise<Place>;

const FOLDER = 'Cadencia';

/** The folder of the app in the signed-in person's own drive; the service makes it when it is first asked for. */
export function appFolder(): FindPlace {
  const place: Place = {
    items: '/me/drive/items',
    children: '/me/drive/special/approot/children',
    file: (name) => path`/me/drive/special/approot:/${name}`,
    folder: (name) => folderAt('/me/drive', '/me/drive/special/approot', '/me/drive/special/approot:', name),
  };
  return () => Promise.resolve(place);
}

/** The folder `Cadencia` in the library of a site: its id, or host:/path of its address. */
export function siteFolder(graph: Graph, site: string): FindPlace {
  let found: Place | undefined;
  return async (operation) => {
    found ??= placeInDrive(
      (await ask(graph, v.object({ id: v.string() }), driveOf(site, 'id'), operation)).id,
    );
    return found;
  };
}

/** Asks for fields of the library of a site. */
export function driveOf(site: string, $select: string): Call {
  const at = site.indexOf(':/');
  const where =
    at < 0
      ? path`/sites/${site}/drive`
      : `${path`/sites/${site.slice(0, at)}`}:/${site
          .slice(at + 2)
          .split('/')
          .map(encodeURIComponent)
          .join('/')}:/drive`;
  return { method: 'GET', path: where, query: { $select } };
}

function placeInDrive(drive: string): Place {
  const folder = path`/drives/${drive}/root:/${FOLDER}`;
  return {
    items: path`/drives/${drive}/items`,
    children: `${folder}:/children`,
    file: (name) => folder + path`/${name}`,
    makeFolder: make(path`/drives/${drive}/root/children`, FOLDER),
    folder: (name) => folderAt(path`/drives/${drive}`, `${folder}:`, folder, name),
  };
}

/** The folder `name` in a parent: by the address behind which its children stand, and the one behind which names do. */
function folderAt(drive: string, parent: string, parentPath: string, name: string): Omit<Place, 'folder'> {
  const folder = parentPath + path`/${name}`;
  return {
    items: `${drive}/items`,
    children: `${folder}:/children`,
    file: (file) => folder + path`/${file}`,
    makeFolder: make(`${parent}/children`, name),
  };
}

function make(children: string, name: string): Call {
  return {
    method: 'POST',
    path: children,
    body: { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
    // With "fail" the second one changes nothing.
    repeatable: true,
  };
}
