import { guidOf, labelOf } from '../../company/naming';
import type { Company } from '../../company/types';
import { GraphError } from '../http/errors';
import { deniedBy } from '../http/router';
import type { Caller, Params } from '../types';
import {
  childNamed,
  createDrive,
  type Drive,
  isInside,
  type Item,
  itemAt,
  makeFolder,
  notFound,
} from './drives';

const ALL = ['Files.ReadWrite.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'];
const OWN = ['Files.ReadWrite'];
const READ_ALL = ['Files.Read.All', 'Sites.Read.All'];
const READ_OWN = ['Files.Read'];
const SITE = ['Sites.Selected'];
const APP_FOLDER = ['Files.ReadWrite.AppFolder'];

/** Every scope that opens something among the files; which one, each place decides. */
export const FILE_SCOPES = [...ALL, ...OWN, ...READ_ALL, ...READ_OWN, ...SITE, ...APP_FOLDER];

/** The name of the app in everybody's OneDrive. */
const APP_NAME = 'Cadencia';

/** Who may reach which drive: one's own OneDrive, the app's folder in it, the library of the team's site. */
export class Places {
  readonly drives = new Map<string, Drive>();
  private readonly appFolders = new Map<string, Item>();

  constructor(
    private readonly company: Company,
    private readonly now: () => number,
  ) {
    const host = this.hostName();
    for (const { id, key, guest } of company.people) {
      if (guest) continue;
      this.add(
        createDrive(
          driveIdOf(company, id),
          id,
          'business',
          `https://${host.replace('.', '-my.')}/personal/${key}/Documents`,
          now(),
        ),
      );
    }
    const { team } = company;
    if (team !== undefined)
      this.add(
        createDrive(
          driveIdOf(company, team.siteId),
          team.siteId,
          'documentLibrary',
          `${this.siteUrl()}/Shared%20Documents`,
          now(),
        ),
      );
  }

  private add(drive: Drive): void {
    this.drives.set(drive.id, drive);
  }

  hostName(): string {
    return this.company.team?.siteId.split(',')[0] ?? `${labelOf(this.company.name)}.sharepoint.example`;
  }

  sitePath(): string {
    return `sites/${labelOf(this.company.team?.name ?? '')}`;
  }

  siteUrl(): string {
    return `https://${this.hostName()}/${this.sitePath()}`;
  }

  /** The team's site by its id, its first part aside, or by host and path; whoever is no member does not get in. */
  siteId(caller: Caller, named: string, path?: readonly string[]): string {
    const { team } = this.company;
    if (![...ALL, ...READ_ALL, ...SITE].some((scope) => caller.scopes.includes(scope)))
      throw deniedBy('files');
    const byPath =
      path !== undefined &&
      named.toLowerCase() === this.hostName() &&
      path.join('/').toLowerCase() === this.sitePath();
    const byId =
      path === undefined && team !== undefined && named.toLowerCase() === team.siteId.toLowerCase();
    if (team === undefined || !(byPath || byId))
      throw new GraphError(404, 'itemNotFound', 'Requested site could not be found');
    if (!team.members.includes(caller.personId)) throw deniedBy('files');
    return team.siteId;
  }

  siteDrive(siteId: string): Drive {
    const drive = this.drives.get(driveIdOf(this.company, siteId));
    if (drive === undefined) throw notFound();
    return drive;
  }

  groupSite(caller: Caller, groupId: string): string {
    const { team } = this.company;
    if (team === undefined || team.groupId !== groupId)
      throw new GraphError(404, 'Request_ResourceNotFound', `Resource '${groupId}' does not exist.`);
    if (!team.members.includes(caller.personId)) throw deniedBy('files');
    return team.siteId;
  }

  ownDrive(caller: Caller, userId: string | undefined): Drive {
    if (userId !== caller.personId) throw deniedBy('files');
    const drive = this.drives.get(driveIdOf(this.company, caller.personId));
    if (drive === undefined) throw new GraphError(404, 'ResourceNotFound', "User's mysite not found.");
    return drive;
  }

  /** The drive with this id, when the caller may see anything of it. */
  driveWith(caller: Caller, { drive: id = '' }: Params): Drive {
    const drive = this.drives.get(id);
    if (drive === undefined) throw notFound();
    if (drive.kind === 'documentLibrary') this.siteId(caller, drive.ownerId);
    else if (drive.ownerId !== caller.personId) throw deniedBy('files');
    return drive;
  }

  /** The app's folder, made when it is first asked for. */
  appFolder(caller: Caller, userId: string | undefined): Item {
    const drive = this.ownDrive(caller, userId);
    const known = this.appFolders.get(drive.id);
    if (known !== undefined) return known;
    const stamp = { at: this.now(), by: caller.personId };
    const apps = childNamed(drive.root, 'Apps') ?? makeFolder(drive.root, 'Apps', 'replace', stamp);
    const folder = makeFolder(apps, APP_NAME, 'replace', stamp);
    this.appFolders.set(drive.id, folder);
    return folder;
  }

  isAppFolder(item: Item): boolean {
    return this.appFolders.get(item.drive.id) === item;
  }

  /** Refuses what the token's scopes do not open: with the app folder's alone, nothing but what is in it. */
  check(caller: Caller, item: Item, writing: boolean): Item {
    const has = (scopes: readonly string[]) => scopes.some((scope) => caller.scopes.includes(scope));
    if (has(ALL) || (!writing && has(READ_ALL))) return item;
    if (item.drive.kind === 'documentLibrary') {
      if (has(SITE)) return item;
      throw deniedBy('files');
    }
    if (has(OWN) || (!writing && has(READ_OWN))) return item;
    const folder = this.appFolders.get(item.drive.id);
    if (has(APP_FOLDER) && folder !== undefined && isInside(item, folder)) return item;
    throw deniedBy('files');
  }

  /** An item by its id, below which a path may lead on. */
  itemWith(drive: Drive, id: string, path: readonly string[] = []): Item {
    const item = id === 'root' ? drive.root : drive.items.get(id);
    const found = item && itemAt(item, path);
    if (found === undefined) throw notFound();
    return found;
  }
}

/** As SharePoint writes them: b!, then 64 letters and digits. */
function driveIdOf(company: Company, owner: string): string {
  const bytes = ['drive', 'list', 'web']
    .map((what) => guidOf(company.domain, what, owner).replaceAll('-', ''))
    .join('');
  return `b!${Buffer.from(bytes, 'hex').toString('base64url')}`;
}
