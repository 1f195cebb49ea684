import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../../../src/server/rooms/store';
import { storeContract } from '../../contracts/storeContract';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let serial = 0;

storeContract('the file', () => {
  const place = path.join(folder, String((serial += 1)));
  return Promise.resolve({ open: () => Promise.resolve(openStore(place)) });
});
