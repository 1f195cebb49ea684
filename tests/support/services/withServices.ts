import { startPostgres, type PostgresService } from '../../../src/tools/services/postgres';
import { whyNoServices } from '../../../src/tools/services/programs';
import { startRedis, type RedisService } from '../../../src/tools/services/redis';

/**
 * Tests that need a real Redis and a real PostgreSQL, both private to them and stopped after them. Where the programs are
 * missing, one loud line says so and the tests are skipped.
 */
export function withServices(
  title: string,
  tests: (services: { readonly redis: () => RedisService; readonly postgres: () => PostgresService }) => void,
): void {
  const why = whyNoServices();
  if (why !== null) {
    process.stderr.write(`!!! SKIPPED: ${title}: ${why}\n`);
    return describe.skip(title, () => tests({ redis: () => nothing(), postgres: () => nothing() }));
  }
  describe(title, () => {
    let redis: RedisService | undefined;
    let postgres: PostgresService | undefined;
    beforeAll(async () => {
      [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
    }, 120_000);
    afterAll(async () => {
      await Promise.all([redis?.close(), postgres?.close()]);
    });
    tests({ redis: () => redis ?? nothing(), postgres: () => postgres ?? nothing() });
  });
}

function nothing(): never {
  throw new Error('the services run only while the tests do');
}
