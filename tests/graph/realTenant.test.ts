// CC, DC and HC on a real tenant, when somebody asks for it: tests/contracts/README.md
import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/app/ports/identity';
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { calendarContract } from '../contracts/calendarContract';
import { directoryContract } from '../contracts/directoryContract';
import { NEVER } from '../contracts/outcome';
import { seriesHomeContract } from '../contracts/seriesHomeContract';

const token = process.env['GRAPH_TOKEN'] ?? '';
const base = process.env['GRAPH_BASE'] ?? 'https://graph.microsoft.com/v1.0';
const zone = process.env['GRAPH_ZONE'] ?? 'Europe/Madrid';
const [one = '', other = ''] = (process.env['GRAPH_COLLEAGUES'] ?? '').split(',').map((mail) => mail.trim());

const identity: Identity = { token: () => Promise.resolve(token), account: () => undefined };
const now = Date.now();

function open() {
  return createMicrosoft365({
    graph: base,
    identity,
    clock: { now: () => Date.now() },
    random: Math.random,
    fetch: (url, init) => fetch(url, init),
  });
}

async function remove(path: string): Promise<void> {
  const response = await fetch(base + path, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok && response.status !== 404) throw new Error(`could not clean up: ${response.status}`);
}

if (token === '') {
  test.skip('CC, DC and HC on a real tenant: GRAPH_TOKEN is not set', () => undefined);
} else {
  jest.setTimeout(180_000);

  calendarContract('a real tenant', async () => {
    const { calendar, directory } = open();
    const { mail } = await directory.me(NEVER);
    return {
      calendar,
      now,
      zone,
      me: mail,
      colleagues: [one, other] as const,
      nobody: `nobody-${randomUUID()}@${mail.split('@')[1]}`,
      newKey: () => randomUUID(),
      async close(created) {
        for (const id of created) await remove(`/me/events/${encodeURIComponent(id)}`);
      },
    };
  });

  directoryContract('a real tenant', async () => {
    const { directory } = open();
    const [me, found] = [await directory.me(NEVER), await directory.find(one, NEVER)];
    const somebody = found.find(({ mail }) => mail === one.toLowerCase());
    if (somebody === undefined) throw new Error('GRAPH_COLLEAGUES must name people of the directory');
    const words = somebody.name.split(/\s+/);
    return {
      directory,
      withDepartments: undefined,
      withoutDepartments: undefined,
      me,
      somebody: { name: somebody.name, mail: somebody.mail, first: words[0] ?? '', last: words.at(-1) ?? '' },
      metSomebody: false,
      close: () => Promise.resolve(),
    };
  });

  seriesHomeContract('a real app folder', async () => {
    const ids = ['3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f', '0b54d9f2-7f5b-4a5e-8a35-1c2d3e4f5a6b'];
    const clean = async () => {
      for (const id of ids) await remove(`/me/drive/special/approot:/series-${id}.json`);
    };
    await clean();
    const [home, second] = [open(), open()].map(({ homes }) => homes.at(-1));
    if (home === undefined || second === undefined) throw new Error('there is no app folder');
    return { home, other: second, close: clean };
  });
}
