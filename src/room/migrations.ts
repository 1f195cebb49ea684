import { serverOf, VERSION, versionOf, type RoomDocs } from './document';

/** The room was written by a later Cadencia; nothing of it was touched. */
export class NewerRoom extends Error {
  override readonly name = 'NewerRoom';
}

/** What brings a room of the version before to `to`. Each version keeps an example document in tests/room/rooms. */
export type Migration = { readonly to: number; readonly run: (docs: RoomDocs) => void };

/** Version 1 is the first; an empty room becomes one of it. */
export const MIGRATIONS: readonly Migration[] = [{ to: 1, run: () => undefined }];

/** Brings both parts to the version that this Cadencia writes. Throws NewerRoom, and then nothing is written. */
export function migrate(docs: RoomDocs, migrations = MIGRATIONS, version = VERSION): void {
  const parts = [docs.main, docs.internal];
  if (parts.some((doc) => versionOf(doc) > version)) throw new NewerRoom();
  const from = versionOf(docs.main);
  if (parts.every((doc) => versionOf(doc) === version)) return;
  migrations.filter(({ to }) => to > from).forEach(({ run }) => run(docs));
  parts.forEach((doc) => serverOf(doc).set('version', version));
}
