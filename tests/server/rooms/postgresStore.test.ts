import { withServices } from '../../support/services/withServices';
import { openPostgresStore } from '../../../src/server/scale/postgresStore';
import { storeContract } from '../../contracts/storeContract';

let serial = 0;

withServices('The rooms in PostgreSQL', ({ postgres }) => {
  const open = (url: string, lost: string[] = []) =>
    openPostgresStore({
      url,
      lost: (room) => void lost.push(room),
      held: () => Promise.resolve(new Set()),
      log: () => undefined,
    });
  storeContract('PostgreSQL', async () => {
    const url = await postgres().database(`store${(serial += 1)}`);
    return { open: () => open(url) };
  });
});
