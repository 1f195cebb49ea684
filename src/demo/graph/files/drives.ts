import { randomUUID } from 'node:crypto';
import { GraphError } from '../http/errors';

/** A file or a folder of a drive. */
export type Item = {
  readonly id: string;
  readonly drive: Drive;
  parent: Item | undefined;
  name: string;
  /** Undefined for folders. */
  content: Buffer | undefined;
  mimeType: string;
  readonly created: number;
  modified: number;
  modifiedBy: string;
  /** Rises with each write. */
  version: number;
  readonly guid: string;
};

export type Drive = {
  readonly id: string;
  /** The person of a OneDrive, or the site of a library. */
  readonly ownerId: string;
  readonly kind: 'business' | 'documentLibrary';
  readonly webUrl: string;
  readonly items: Map<string, Item>;
  readonly root: Item;
};

export type Conflict = 'fail' | 'replace' | 'rename';

export const notFound = (): GraphError =>
  new GraphError(404, 'itemNotFound', 'The resource could not be found.');
const taken = (): GraphError =>
  new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent');

/** The eTag of an item, which any write of it changes. */
export const eTagOf = ({ guid, version }: Item): string => `"{${guid.toUpperCase()}},${version}"`;
export const cTagOf = ({ guid, version }: Item): string => `"c:{${guid.toUpperCase()}},${version}"`;

export function createDrive(
  id: string,
  ownerId: string,
  kind: Drive['kind'],
  webUrl: string,
  now: number,
): Drive {
  const items = new Map<string, Item>();
  const drive = { id, ownerId, kind, webUrl, items } as { -readonly [K in keyof Drive]: Drive[K] };
  drive.root = newItem(drive, undefined, 'root', undefined, { at: now, by: ownerId });
  items.set(drive.root.id, drive.root);
  return drive;
}

export type Stamp = { readonly at: number; readonly by: string };

function newItem(
  drive: Drive,
  parent: Item | undefined,
  name: string,
  content: Buffer | undefined,
  { at, by }: Stamp,
): Item {
  const guid = randomUUID();
  return {
    // As OneDrive writes them: 01, then 32 letters and digits.
    id: `01${Buffer.from(guid).toString('hex').toUpperCase().slice(0, 32)}`,
    drive,
    parent,
    name,
    content,
    mimeType: 'application/octet-stream',
    created: at,
    modified: at,
    modifiedBy: by,
    version: 1,
    guid,
  };
}

export function childrenOf(folder: Item): readonly Item[] {
  return [...folder.drive.items.values()]
    .filter(({ parent }) => parent === folder)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

export function childNamed(folder: Item, name: string): Item | undefined {
  return childrenOf(folder).find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** The item at a path below a folder; undefined when there is none. */
export function itemAt(folder: Item, path: readonly string[]): Item | undefined {
  return path.reduce<Item | undefined>((at, name) => at && childNamed(at, name), folder);
}

const FORBIDDEN = /["*:<>?/\\|]|^\s|\s$|^~\$|^\.lock$|^(CON|PRN|AUX|NUL|COM\d|LPT\d)$|_vti_|^desktop\.ini$/i;

function checkName(name: string): void {
  if (name === '' || name.length > 400 || FORBIDDEN.test(name))
    throw new GraphError(
      400,
      'invalidRequest',
      'The provided name cannot contain any of these characters or is not allowed.',
    );
}

export function makeFolder(parent: Item, name: string, conflict: Conflict, stamp: Stamp): Item {
  checkName(name);
  const there = childNamed(parent, name);
  if (there !== undefined && conflict === 'replace' && there.content === undefined) return there;
  if (there !== undefined && conflict !== 'rename') throw taken();
  return put(parent, there === undefined ? name : freeName(parent, name), undefined, stamp);
}

/** Writes a file by its name; what is there is overwritten, kept or stood beside. */
export function writeNamed(
  parent: Item,
  name: string,
  file: { readonly content: Buffer; readonly mimeType: string },
  conflict: Conflict,
  stamp: Stamp,
): { readonly item: Item; readonly isNew: boolean } {
  checkName(name);
  const there = childNamed(parent, name);
  if (there !== undefined && conflict === 'fail') throw taken();
  if (there !== undefined && conflict === 'replace') {
    if (there.content === undefined) throw taken();
    overwrite(there, file.content, file.mimeType, stamp);
    return { item: there, isNew: false };
  }
  const item = put(parent, there === undefined ? name : freeName(parent, name), file.content, stamp);
  item.mimeType = file.mimeType;
  return { item, isNew: true };
}

export function overwrite(item: Item, content: Buffer, mimeType: string, { at, by }: Stamp): void {
  item.content = content;
  item.mimeType = mimeType;
  item.modified = at;
  item.modifiedBy = by;
  item.version++;
}

export function rename(item: Item, name: string, { at, by }: Stamp): void {
  checkName(name);
  const there = item.parent && childNamed(item.parent, name);
  if (there !== undefined && there !== item) throw taken();
  item.name = name;
  item.modified = at;
  item.modifiedBy = by;
  item.version++;
}

/** With all that is inside. */
export function remove(item: Item): void {
  for (const child of childrenOf(item)) remove(child);
  item.drive.items.delete(item.id);
}

function put(parent: Item, name: string, content: Buffer | undefined, stamp: Stamp): Item {
  const item = newItem(parent.drive, parent, name, content, stamp);
  parent.drive.items.set(item.id, item);
  return item;
}

function freeName(parent: Item, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let nth = 1; ; nth++) {
    const free = `${stem} ${nth}${end}`;
    if (childNamed(parent, free) === undefined) return free;
  }
}

export const isInside = (item: Item, folder: Item): boolean =>
  item === folder || (item.parent !== undefined && isInside(item.parent, folder));
