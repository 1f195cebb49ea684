import { parseArgs } from 'node:util';
import { ConfigRefused, type Mistake } from '../server/config';
import { checkedConfig } from '../server/configCheck';
import { languageOf, SAID, sentenceOf, spoken } from '../server/configWords';
import { backUp, BackupRefused, restore } from '../server/rooms/backup';
import { FolderInUse } from '../server/rooms/lock';
import { NewerStore } from '../server/rooms/store';
import { isShared } from '../server/configShared';
import { Unreachable } from '../server/scale/shared';
import { serve } from './serve';

const language = languageOf(process.env);
const say = (words: Parameters<typeof spoken>[1]) =>
  void process.stdout.write(`${spoken(language, words)}\n`);
const warn = (sentence: string) => void process.stderr.write(`✗ ${sentence}\n`);

async function asTold(files: string): Promise<void> {
  const asked = argumentsOf(process.argv.slice(2));
  if (asked === undefined) return refuse(spoken(language, SAID.options));
  const folder = process.env['ROOMS_FOLDER'];
  if (asked['back-up'] !== undefined || asked.restore !== undefined) {
    if (isShared(process.env)) return refuse(spoken(language, SAID.database));
    if (!folder) return refuse(sentenceOf({ setting: 'ROOMS_FOLDER', why: 'missing' }, language));
    if (asked.restore !== undefined) return say(SAID.restored(restore(folder, asked.restore)));
    return say(SAID.copied(backUp(folder, asked['back-up'] ?? '')));
  }
  const config = checkedConfig(process.env, files, Date.now(), asked['check-config']);
  if (!asked['check-config']) return serve(config, { language });
  say(SAID.good);
  if (config.rooms === undefined) say(SAID.noRooms);
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'check-config': { type: 'boolean', default: false },
        'back-up': { type: 'string' },
        restore: { type: 'string' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function refuse(...sentences: readonly string[]): void {
  sentences.forEach(warn);
  process.exitCode = 1;
}

/** What a start can fail by, in a sentence that says what to do. */
function explain(fault: unknown): void {
  if (fault instanceof ConfigRefused) {
    const lines = fault.mistakes.map((mistake: Mistake) => sentenceOf(mistake, language));
    return refuse(spoken(language, SAID.refused(lines.length)), ...lines);
  }
  const {
    code,
    syscall,
    port = 0,
    hostname,
  } = (fault ?? {}) as Partial<NodeJS.ErrnoException> & {
    port?: number;
    hostname?: string;
  };
  if (syscall === 'listen' && code === 'EADDRINUSE') return refuse(spoken(language, SAID.taken(port)));
  if (syscall === 'listen' && code === 'EACCES') return refuse(spoken(language, SAID.forbidden(port)));
  const nowhere = syscall === 'getaddrinfo' && hostname === process.env['HOST'];
  if (syscall === 'listen' || nowhere)
    return refuse(sentenceOf({ setting: 'HOST', why: 'malformed' }, language));
  if (fault instanceof FolderInUse) return refuse(spoken(language, SAID.inUse));
  if (fault instanceof Unreachable) return refuse(spoken(language, SAID.unreachable[fault.setting]));
  if (fault instanceof NewerStore) return refuse(spoken(language, SAID.newer));
  if (fault instanceof BackupRefused) return refuse(spoken(language, SAID[fault.why]));
  if (syscall === 'scandir') return refuse(spoken(language, SAID.notBuilt));
  const disk = diskTrouble(code ?? '', String(fault));
  if (disk !== undefined) return refuse(spoken(language, SAID[disk]));
  refuse(String(fault));
}

/** What is wrong with the disk, by the code of the system or of SQLite. */
function diskTrouble(code: string, sentence: string): 'full' | 'damaged' | 'noPlace' | undefined {
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'full';
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return 'damaged';
  // A database that cannot be opened at all comes without a code.
  if (/\bConnectionFailed\b/.test(sentence)) return 'noPlace';
  return /^(SQLITE_|EACCES|EPERM|EROFS|ENOENT|ENOTDIR)/.test(code) ? 'noPlace' : undefined;
}

/** What the command line asks for: to serve the pages in that folder, or something for its operator. */
export function operate(files: string): void {
  // Whatever this process writes is for its user alone, whoever made the folder.
  process.umask(0o077);
  asTold(files).catch((fault: unknown) => {
    explain(fault);
    // A start that failed half way holds nothing that would keep the process.
    process.exit(1);
  });
}
