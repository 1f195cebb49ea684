import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** A script whose name holds the hash of its content, and what stands beside it; never a path or a source map. */
export const HASHED = /^[^/\\.][^/\\]*\.[\da-f]{10}\.js(\.br|\.gz|\.LICENSE\.txt)?$/;
/** What a killed process left half written. */
const HALF = /^\.half-[\da-f-]{36}$/;

/** Longer than anybody leaves a page open. */
export const KEEP_ASSETS = 14 * 86_400_000;

/**
 * Puts the scripts of this build beside those of earlier ones, and forgets what no build has had for two weeks. What
 * cannot be done with one file keeps none of the others from it; the first such fault is thrown at the end. To be called
 * anew each day: what is in use does not grow old.
 */
export function keepAssets(own: string, kept: string, now: number): void {
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const names = new Set(readdirSync(own).filter((name) => HASHED.test(name)));
  const faults: unknown[] = [];
  const tried = (run: () => void): void => {
    try {
      run();
    } catch (fault) {
      faults.push(fault);
    }
  };
  for (const name of names) {
    const place = path.join(kept, name);
    tried(() => {
      if (!existsSync(place)) copyWhole(path.join(own, name), place, kept);
      utimesSync(place, now / 1000, now / 1000);
    });
  }
  for (const name of readdirSync(kept)) {
    if (names.has(name) || !(HASHED.test(name) || HALF.test(name))) continue;
    tried(() => {
      const file = statSync(path.join(kept, name), { throwIfNoEntry: false });
      if (file !== undefined && now - file.mtimeMs > KEEP_ASSETS)
        rmSync(path.join(kept, name), { force: true });
    });
  }
  if (faults.length > 0) throw faults[0];
}

/** Whoever asks for it meanwhile, at another process too, finds all of it or nothing. */
function copyWhole(from: string, to: string, folder: string): void {
  const half = path.join(folder, `.half-${randomUUID()}`);
  try {
    copyFileSync(from, half);
    renameSync(half, to);
  } finally {
    rmSync(half, { force: true });
  }
}

/** In which of the folders a script is that pages ask for; undefined for everything else. */
export async function folderOf(name: string, folders: readonly string[]): Promise<string | undefined> {
  if (!HASHED.test(name)) return undefined;
  for (const folder of folders) {
    // The earlier ones may lie on a network, which must not hold up the rooms.
    const isThere = await access(path.join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
  }
  return undefined;
}
