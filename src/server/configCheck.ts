import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { configFrom, ConfigRefused, type Mistake, type ServerConfig } from './config';
import { isShared } from './configShared';
import { isUsable, readAppCertificate } from './credential';
import { isMistake, readCertificate } from './tls';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings, held also to the files they name. Refuses with every mistake at once: with those that a server cannot start
 * with, or, `whole`, also with those that it does without something for.
 */
export function checkedConfig(
  environment: Environment,
  files: string,
  now: number,
  whole: boolean,
): ServerConfig {
  const found: Mistake[] = [];
  let config: ServerConfig | undefined;
  try {
    config = configFrom(environment, files);
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    found.push(...error.mistakes);
  }
  const wrong = (mistake: Mistake) => {
    if (!found.some(({ setting }) => setting === mistake.setting)) found.push(mistake);
  };
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, ROOMS_FOLDER: folder } = environment;
  if (certFile && keyFile) {
    const read = readCertificate({ certFile, keyFile }, now);
    if (isMistake(read)) wrong(read);
  }
  const application = environment['CLIENT_CERTIFICATE_FILE'];
  if (application) {
    const read = readAppCertificate(application, now);
    if (!isUsable(read)) wrong(read);
  }
  if (folder && !isShared(environment) && !takesFiles(folder))
    wrong({ setting: 'ROOMS_FOLDER', why: 'unwritable' });
  const assets = environment['ASSETS_FOLDER'];
  if (whole && assets && !takesFiles(assets)) wrong({ setting: 'ASSETS_FOLDER', why: 'unwritable' });
  if (config === undefined || found.length > 0) throw new ConfigRefused(found);
  return config;
}

/** Whether this process may write there; a folder that is still to be made is in one where it may. */
function takesFiles(folder: string): boolean {
  const there = path.resolve(folder);
  if (!existsSync(there)) return path.dirname(there) !== there && takesFiles(path.dirname(there));
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return statSync(there).isDirectory();
  } catch {
    return false;
  }
}
