import { createHash } from 'node:crypto';
import type { Company } from '../../company/types';
import { childrenOf, cTagOf, type Drive, eTagOf, type Item } from './drives';

export const ITEM_FIELDS = [
  ...[
    'id',
    'name',
    'size',
    'eTag',
    'cTag',
    'createdDateTime',
    'lastModifiedDateTime',
    'createdBy',
    'lastModifiedBy',
  ],
  ...[
    'webUrl',
    'parentReference',
    'file',
    'folder',
    'root',
    'specialFolder',
    'fileSystemInfo',
    'description',
  ],
];

export type ItemShape = {
  readonly company: Company;
  readonly downloadUrl: (item: Item) => string;
  readonly special?: Item;
};

/** An item as the service shows it. */
export function itemJson(
  item: Item,
  { company, downloadUrl, special }: ItemShape,
): Readonly<Record<string, unknown>> {
  const { content, drive, parent } = item;
  const who = company.people.find(({ id }) => id === item.modifiedBy);
  const by = { user: { id: item.modifiedBy, displayName: who?.name ?? company.name } };
  const times = { createdDateTime: iso(item.created), lastModifiedDateTime: iso(item.modified) };
  return {
    ...(content !== undefined && { '@microsoft.graph.downloadUrl': downloadUrl(item) }),
    ...times,
    id: item.id,
    name: item.name,
    eTag: eTagOf(item),
    cTag: cTagOf(item),
    size: sizeOf(item),
    webUrl: webUrlOf(item),
    createdBy: by,
    lastModifiedBy: by,
    ...(parent !== undefined && { parentReference: referenceTo(parent) }),
    fileSystemInfo: times,
    ...(content === undefined
      ? { folder: { childCount: childrenOf(item).length } }
      : {
          file: {
            mimeType: item.mimeType,
            hashes: { sha256Hash: createHash('sha256').update(content).digest('hex') },
          },
        }),
    ...(parent === undefined && { root: {} }),
    ...(special === item && { specialFolder: { name: 'approot' } }),
    ...(drive.root === item && { root: {} }),
  };
}

export function driveJson(drive: Drive, company: Company): Readonly<Record<string, unknown>> {
  const person = company.people.find(({ id }) => id === drive.ownerId);
  return {
    id: drive.id,
    name: drive.kind === 'business' ? 'OneDrive' : 'Documentos',
    driveType: drive.kind,
    webUrl: drive.webUrl,
    createdDateTime: iso(drive.root.created),
    lastModifiedDateTime: iso(drive.root.modified),
    // A team's library belongs to its group: by that an app finds the team of a site.
    owner:
      drive.kind === 'documentLibrary' && company.team !== undefined
        ? { group: { id: company.team.groupId, displayName: company.team.name } }
        : { user: { id: drive.ownerId, displayName: person?.name ?? company.name } },
  };
}

export const DRIVE_FIELDS = [
  'id',
  'name',
  'driveType',
  'webUrl',
  'createdDateTime',
  'lastModifiedDateTime',
  'owner',
  'quota',
  'description',
];

function referenceTo(parent: Item) {
  return {
    driveId: parent.drive.id,
    driveType: parent.drive.kind,
    id: parent.id,
    path: `/drives/${parent.drive.id}/root:${pathOf(parent)}`,
  };
}

function pathOf(item: Item): string {
  return item.parent === undefined ? '' : `${pathOf(item.parent)}/${encodeURIComponent(item.name)}`;
}

const webUrlOf = (item: Item): string => item.drive.webUrl + pathOf(item);
const sizeOf = (item: Item): number =>
  item.content?.byteLength ?? childrenOf(item).reduce((sum, one) => sum + sizeOf(one), 0);
const iso = (instant: number): string => new Date(instant).toISOString();
