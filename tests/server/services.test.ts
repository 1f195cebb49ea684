import { withServices } from '../support/services/withServices';

withServices('Redis and PostgreSQL of the tests', ({ redis, postgres }) => {
  test('Redis is killed and comes back empty on its port; a full one refuses writes and reads on', async () => {
    await redis().ask('SET', 'a', 'b');
    await redis().fill();
    await expect(redis().ask('SET', 'a', 'c')).rejects.toThrow('OOM');
    expect(await redis().ask('GET', 'a')).toBe('b');
    await redis().empty();
    await redis().ask('SET', 'a', 'c');
    const before = redis().pid();
    await redis().kill();
    await expect(redis().ask('GET', 'a')).rejects.toThrow();
    await redis().start();
    expect(redis().pid()).not.toBe(before);
    expect(await redis().ask('GET', 'a')).toBeNull();
  });

  test('PostgreSQL is killed and comes back with what was committed; a read-only one refuses writes and reads on', async () => {
    await postgres().query('CREATE TABLE kept (id int)');
    await postgres().query('INSERT INTO kept VALUES ($1)', [1]);
    await postgres().kill();
    await expect(postgres().query('SELECT 1')).rejects.toThrow();
    await postgres().start();
    expect(await postgres().query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await postgres().readOnly(true);
    await expect(postgres().query('INSERT INTO kept VALUES (2)')).rejects.toThrow('read-only');
    expect(await postgres().query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await postgres().readOnly(false);
    await postgres().query('INSERT INTO kept VALUES (2)');
    expect(await postgres().query('SELECT count(*)::int AS many FROM kept')).toEqual([{ many: 2 }]);
  });
});
