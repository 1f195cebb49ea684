// GD1 to GD4: src/graph/SPEC.md
import { createDirectory } from '../../../src/graph/directory/directory';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const user = (id: string, displayName: string, more: object = {}) => ({
  id,
  displayName,
  mail: `${id}@Valdeolmo.example`,
  userPrincipalName: `${id}@valdeolmo.example`,
  ...more,
});
const ME = user('ana', 'Ana Prieto', {
  city: 'Madrid',
  country: 'España',
  usageLocation: 'es',
  jobTitle: 'Directora',
});

function open(script: Script) {
  const { graph, fetch, timing, identity } = bed(script);
  const query = (nth: number) => new URL(fetch.seen[nth]?.url ?? '').searchParams;
  return { directory: createDirectory(graph, { now: () => timing.now() }), fetch, timing, identity, query };
}

describe('GD1 myself', () => {
  test('GD1 is asked for once; the country is a code', async () => {
    const { directory, timing, fetch } = open(() => json(ME));
    const me = await timing.settle(directory.me(NEVER));
    expect(me).toEqual({
      id: 'ana',
      name: 'Ana Prieto',
      mail: 'ana@valdeolmo.example',
      job: 'Directora',
      city: 'Madrid',
      country: 'ES',
    });
    await timing.settle(directory.me(NEVER));
    expect(fetch.seen).toHaveLength(1);
  });

  test('GD1 a failure is not remembered', async () => {
    const { directory, timing } = open((_, nth) =>
      nth === 1 ? graphError(403, 'Authorization_RequestDenied') : json(ME),
    );
    expect(await failureOf(timing.settle(directory.me(NEVER)))).toEqual({ kind: 'consent', tier: 'plan' });
    expect((await timing.settle(directory.me(NEVER))).id).toBe('ana');
  });

  test.each([
    ['no address', { ...ME, mail: null, userPrincipalName: 'ana_gmail.com#EXT#@valdeolmo.onmicrosoft.com' }],
    ['no id', { ...ME, id: '' }],
    ['another shape', []],
  ])('GD1 malformed: %s', async (_, answer) => {
    const { directory, timing } = open(() => json(answer));
    expect(await failureOf(timing.settle(directory.me(NEVER)))).toEqual({ kind: 'malformed' });
  });
});

describe('GD2 what is typed', () => {
  test('GD2 only fields that everybody may read are asked for; quotes are quoted', async () => {
    const { directory, timing, fetch, query } = open(() => json({ value: [] }));
    await timing.settle(directory.find(`O'Neill "x" & y`, NEVER));
    expect(query(0).get('$filter')).toBe(
      ['displayName', 'givenName', 'surname', 'mail']
        .map((field) => `startsWith(${field},'O''Neill "x" & y')`)
        .join(' or '),
    );
    expect(query(0).get('$select')).toBe('id,displayName,givenName,surname,mail,userPrincipalName');
    expect(query(1).get('$search')).toBe(`"displayName:O'Neill  x  & y"`);
    expect(fetch.seen[1]?.headers.get('consistencylevel')).toBe('eventual');
  });

  test('GD2 by name before by word before by address, each once, those without an address left out', async () => {
    const begins = [
      user('x1', 'Zoe Pérez', { mail: 'irala@valdeolmo.example' }),
      user('x2', 'Bruno Irala'),
      user('x3', 'Irene Álamo'),
      user('x4', 'Irma', { mail: null, userPrincipalName: 'irma_gmail.com#EXT#@valdeolmo.onmicrosoft.com' }),
    ];
    const words = [user('x3', 'Irene Álamo'), user('x5', 'Ana María Íriz', { mail: null })];
    const { directory, timing } = open((seen) =>
      json({ value: seen.path.includes('$search') ? words : begins }),
    );
    const found = await timing.settle(directory.find('ir', NEVER));
    expect(found.map(({ id, mail }) => `${id} ${mail}`)).toEqual([
      'x3 x3@valdeolmo.example',
      'x2 x2@valdeolmo.example',
      'x1 irala@valdeolmo.example',
      'x5 x5@valdeolmo.example',
    ]);
  });

  test('GD2 ten of one question are enough; nothing but quotes asks no second one', async () => {
    const many = Array.from({ length: 12 }, (_, at) => user(`m${at}`, `Marta ${at}`));
    const { directory, timing, fetch } = open(() => json({ value: many }));
    expect(await timing.settle(directory.find('marta', NEVER))).toHaveLength(10);
    expect(fetch.seen).toHaveLength(1);
    const none = open(() => json({ value: [] }));
    expect(await none.timing.settle(none.directory.find('"""', NEVER))).toEqual([]);
    expect(none.fetch.seen).toHaveLength(1);
  });

  test('GD2 somebody whom I met comes first and is found without accents', async () => {
    const { directory, timing } = open((seen) => {
      if (seen.path.startsWith('/me?')) return json(ME);
      if (seen.path.startsWith('/me/calendarView')) return json({ value: [meeting('alvaro')] });
      const ask = decodeURIComponent(seen.path.replaceAll('+', ' '));
      if (ask.includes('mail eq')) return json({ value: [user('alvaro', 'Álvaro Cid')] });
      return json({ value: ask.includes('$search') ? [] : [user('alva', 'Alva Ruiz')] });
    });
    await timing.settle(directory.find('', NEVER));
    const found = await timing.settle(directory.find('alva', NEVER));
    expect(found.map(({ name }) => name)).toEqual(['Álvaro Cid', 'Alva Ruiz']);
  });

  test.each([
    [
      'refused',
      graphError(400, 'Request_UnsupportedQuery'),
      { kind: 'refused', code: 'Request_UnsupportedQuery' },
    ],
    ['malformed', new Response('<html>'), { kind: 'malformed' }],
    [
      'throttled',
      graphError(429, 'TooManyRequests', { 'retry-after': '600' }),
      { kind: 'throttled', retryAfterMs: 600_000 },
    ],
  ])('GD2 %s', async (_, answer, failure) => {
    const { directory, timing } = open(() => answer.clone());
    expect(await failureOf(timing.settle(directory.find('ir', NEVER)))).toEqual(failure);
  });
});

function meeting(...ids: string[]) {
  return {
    organizer: { emailAddress: { address: 'Ana@Valdeolmo.example' } },
    attendees: [
      ...ids.map((id) => ({ type: 'required', emailAddress: { address: `${id}@valdeolmo.example` } })),
      { type: 'resource', emailAddress: { address: 'sala@valdeolmo.example' } },
    ],
  };
}

test('GD3 whom I met: the most frequent first, no rooms, no crowds, no outsiders, not myself; asked once', async () => {
  const crowd = meeting(...Array.from({ length: 21 }, (_, at) => `c${at}`));
  const events = [
    meeting('bruno', 'carla'),
    meeting('carla', 'fuera'),
    crowd,
    { ...meeting('dora'), isCancelled: true },
    {},
  ];
  const { directory, timing, fetch, query } = open((seen) => {
    if (seen.path.startsWith('/me?')) return json(ME);
    if (seen.path.startsWith('/me/calendarView')) return json({ value: events });
    return json({ value: [user('bruno', 'Bruno'), user('carla', 'Carla')] });
  });
  const found = await timing.settle(directory.find(' ', NEVER));
  expect(found.map(({ id }) => id)).toEqual(['carla', 'bruno']);
  expect(query(2).get('$filter')).toBe(
    ['carla', 'bruno', 'fuera'].map((id) => `mail eq '${id}@valdeolmo.example'`).join(' or '),
  );
  const day = 86_400_000;
  expect(Date.parse(query(1).get('startDateTime') ?? '')).toBe(timing.now() - 60 * day);
  await timing.settle(directory.find('', NEVER));
  expect(fetch.seen).toHaveLength(3);
});

test('GD3 an empty calendar knows nobody, and asks the directory nothing', async () => {
  const { directory, timing, fetch } = open((seen) =>
    json(seen.path.startsWith('/me?') ? ME : { value: [] }),
  );
  expect(await timing.settle(directory.find('', NEVER))).toEqual([]);
  expect(fetch.seen).toHaveLength(2);
});

describe('GD4 departments', () => {
  test('GD4 with the token of the directory tier, page by page', async () => {
    const next = 'https://graph.example/v1.0/users?$skiptoken=2';
    const { directory, timing, identity, query } = open((_, nth) =>
      nth === 1
        ? json({
            value: [user('a', 'A', { department: 'Marketing', jobTitle: 'Jefa' })],
            '@odata.nextLink': next,
          })
        : json({ value: [user('b', 'B', { department: 'Marketing' })] }),
    );
    const people = await timing.settle(directory.department("L'Àrea ", NEVER));
    expect(people.map(({ id, job, department }) => [id, job, department])).toEqual([
      ['a', 'Jefa', 'Marketing'],
      ['b', undefined, 'Marketing'],
    ]);
    expect(query(0).get('$filter')).toBe("department eq 'L''Àrea'");
    expect(new Set(identity.asked.map(({ tier }) => tier))).toEqual(new Set(['directory']));
  });

  test('GD4 without consent it says which', async () => {
    const { directory, timing } = open(() => graphError(403, 'Authorization_RequestDenied'));
    expect(await failureOf(timing.settle(directory.department('Marketing', NEVER)))).toEqual({
      kind: 'consent',
      tier: 'directory',
    });
  });
});

test('GD5 a city too', async () => {
  const { directory, timing } = open(() => json({ ...ME, city: 'Ma\u202Edrid\n'.repeat(100) }));
  const { city = '' } = await timing.settle(directory.me(NEVER));
  expect(city).toMatch(/^Madrid Madrid .{185}…$/);
});

test('GD5 a name of a stranger’s making stays one plain line', async () => {
  const hostile = [
    user('a', '<img src=x onerror=alert(1)>'),
    user('b', `Be\u202Erta\r\nÁlvarez\u0000`),
    user('c', 'Bz'.repeat(5000), { jobTitle: 'x'.repeat(5000) }),
    user('d', '\u202E\u2066'),
  ];
  const { directory, timing } = open(() => json({ value: hostile }));
  const found = await timing.settle(directory.department('x', NEVER));
  expect(found.map(({ name }) => name.slice(0, 30))).toEqual([
    '<img src=x onerror=alert(1)>',
    'Berta Álvarez',
    'Bz'.repeat(15),
    'd@valdeolmo.example',
  ]);
  expect(found[2]).toMatchObject({
    name: expect.stringMatching(/^.{199}…$/) as string,
    job: expect.stringMatching(/^.{199}…$/) as string,
  });
});
