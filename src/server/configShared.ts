import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Mistake } from './config';
import { database, redis, type SettingName, type Told } from './configRules';
import type { SharedConfig } from './scale/shared';

type Wrong = (setting: SettingName, why: Mistake['why']) => void;

const SCHEMAS = { DATABASE_URL: database, REDIS_URL: redis } as const;

/** What several processes share: both addresses, or none. Undefined for one process alone, and with what is `wrong`. */
export function sharedFrom(told: Partial<Told>, wrong: Wrong): SharedConfig | undefined {
  const given = [
    told.DATABASE_URL,
    told.DATABASE_URL_FILE,
    told.REDIS_URL,
    told.REDIS_URL_FILE,
    told.PEER_ADDRESS,
  ];
  if (given.every((one) => one === undefined)) return undefined;
  const [url, between] = [addressOf('DATABASE_URL', told, wrong), addressOf('REDIS_URL', told, wrong)];
  if (url === undefined || between === undefined) return undefined;
  return {
    database: url,
    redis: between,
    ...(told.PEER_ADDRESS !== undefined && { peer: told.PEER_ADDRESS }),
  };
}

function addressOf(setting: keyof typeof SCHEMAS, told: Partial<Told>, wrong: Wrong): string | undefined {
  const inFile = `${setting}_FILE` as const;
  const [given, file] = [told[setting], told[inFile]];
  if (file === undefined) {
    if (given === undefined) wrong(setting, 'missing');
    return given;
  }
  if (given !== undefined) wrong(inFile, 'twice');
  try {
    const read = v.safeParse(SCHEMAS[setting], readFileSync(file, 'utf8').trim());
    if (read.success) return read.output;
    wrong(inFile, 'malformed');
  } catch {
    wrong(inFile, 'unreadable');
  }
  return undefined;
}

/** Whether this process keeps its rooms with others, by the names of its variables alone. */
export const isShared = (told: Readonly<Record<string, unknown>>): boolean =>
  (told['DATABASE_URL'] ?? told['DATABASE_URL_FILE']) !== undefined;
